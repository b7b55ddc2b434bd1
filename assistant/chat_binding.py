"""Binding a chat model's amounts: each to the figure that its citation shows, or to arithmetic over such figures."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import permutations

from assistant.answer import Calculation, CalculationKind, Citation, CitedFigure
from assistant.answerer import Draft
from assistant.calculations import result_unit, rounds_to, work_out
from assistant.checks.claim import Claim, Segment
from assistant.checks.number_checks import bindings, says
from assistant.checks.words import is_said
from assistant.citations import cited_figure, collapse
from assistant.written_numbers import Form, WrittenNumber
from ingest.model import Figure, Plan

_PAIRED = (CalculationKind.DIFFERENCE, CalculationKind.CHANGE, CalculationKind.SHARE)
_MOST_OPERANDS = 8


def bind(draft: Draft, plans: Mapping[str, Plan]) -> Draft:
    """The draft with a cited figure for each amount that its citations bear, and the calculation behind the rest."""
    figures: dict[CitedFigure, None] = {}
    claim = Claim(draft, "", plans)
    for segment in claim.segments:
        for number in segment.numbers:
            if number.form is Form.AMOUNT and (figure := _figure_of(claim, segment, number)):
                figures[figure] = None
    bound = replace(draft, figures=tuple(figures))
    return replace(bound, calculation=_calculation(bound, plans))


def _figure_of(claim: Claim, segment: Segment, number: WrittenNumber) -> CitedFigure | None:
    """The figure that fits best of those that the segment's citations show."""
    years = {year for other in segment.numbers for year in other.years}
    fitting = [
        (figure.year in years, is_said(figure.label, segment.text), figure)
        for citation in claim.cited(segment.markers_of(number))
        for figure in _shown_figures(claim, citation)
        if says(segment, number, figure)
    ]
    return max(fitting, key=lambda fit: fit[:2])[2] if fitting else None


def _shown_figures(claim: Claim, citation: Citation) -> Iterator[CitedFigure]:
    plan = claim.plans.get(citation.plan_id)
    for figure in plan.figures if plan else ():
        if figure.source.section_path == citation.section and _is_shown(figure, citation):
            yield cited_figure(figure, citation.n)


def _is_shown(figure: Figure, citation: Citation) -> bool:
    quote = collapse(figure.quote)
    return quote in citation.quote or citation.quote in quote


def _calculation(draft: Draft, plans: Mapping[str, Plan]) -> Calculation | None:
    """The first calculation over the draft's figures that gives an amount which is none of them."""
    claim = Claim(draft, "", plans)
    for segment in claim.segments:
        for number in segment.numbers:
            if number.form is Form.AMOUNT and number.unit and not bindings(claim, segment, number):
                for calculation in _candidates(draft.figures[:_MOST_OPERANDS], number):
                    return calculation
    return None


def _candidates(figures: Sequence[CitedFigure], number: WrittenNumber) -> Iterator[Calculation]:
    everything = tuple(range(len(figures)))
    choices: list[tuple[CalculationKind, tuple[int, ...]]]
    choices = [(kind, pair) for kind in _PAIRED for pair in permutations(everything, 2)]
    if len(figures) > 1:
        choices.append((CalculationKind.SUM, everything))
    for kind, operands in choices:
        chosen = [figures[index] for index in operands]
        exact = work_out(kind, chosen)
        if exact is None or result_unit(kind, chosen) is not number.unit:
            continue
        backwards = kind is not CalculationKind.SHARE and _is_later(chosen)
        shown = number.value if number.signed else number.value.copy_sign(exact)
        if not backwards and rounds_to(exact, shown):
            yield Calculation(kind, operands, shown, number.unit)


def _is_later(operands: Sequence[CitedFigure]) -> bool:
    """Whether the first of two operands is of a later year than the second."""
    first, second = operands[0].year, operands[-1].year
    return first is not None and second is not None and first > second
