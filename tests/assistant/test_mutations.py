"""True statements over the sample plans pass; with one thing changed to a neighbour's they are refused."""

import random
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

import pytest

from assistant.answer import AnswerStatus, Language
from assistant.answerer import Draft
from assistant.citations import cite_figure, cited_figure, collapse, spoken_value
from assistant.phrases import amount
from assistant.verification import verify
from ingest.model import Figure, Plan, Unit

ASKED = ("Hur mycket?",)
EVERY = 3
"""One figure of so many is tried, for the time it takes."""


def statement(figure: Figure) -> str:
    owner = f" för {figure.owner}" if figure.owner else ""
    year = f" {figure.year}" if figure.year else ""
    return f"{figure.label}{owner}{year}: {amount(spoken_value(figure), figure.unit, Language.SWEDISH)}. [1]"


def draft_of(plan: Plan, figure: Figure) -> Draft:
    return Draft(AnswerStatus.ANSWERED, statement(figure), (cite_figure(plan, figure, 1),), (cited_figure(figure, 1),))


def is_true(plan: Plan, figure: Figure) -> bool:
    """Whether the plan says this as well, of the same row or of one that is printed alike."""
    return any(
        (each.label, each.year, each.unit, spoken_value(each))
        == (figure.label, figure.year, figure.unit, spoken_value(figure))
        and collapse(each.quote) == collapse(figure.quote)
        for each in plan.figures
    )


def untrue_figures(plan: Plan, figure: Figure, chance: random.Random) -> Iterator[Figure]:
    """The figure with its amount, unit, year, label or owner changed, mostly to that of a neighbour."""
    row = [each for each in plan.figures if each.quote == figure.quote]
    table = [each for each in plan.figures if each.source.section_path == figure.source.section_path]
    for pool in (row, table, plan.figures):
        other = chance.choice(pool)
        yield replace(figure, value=other.value, kind=other.kind)
        yield replace(figure, year=other.year) if other.year and figure.year else figure
        yield replace(figure, label=other.label) if other.label not in figure.label else figure
        yield replace(figure, owner=other.owner) if other.owner and figure.owner else figure
    yield replace(figure, unit=chance.choice([Unit.KR, Unit.TKR, Unit.MNKR, Unit.PERCENT]))
    yield replace(figure, value=figure.value + Decimal(chance.choice([1, 10, -1])))


def test_true_statements_pass_and_untrue_ones_are_refused(sample_plans: tuple[Plan, ...]) -> None:
    plans = {plan.id: plan for plan in sample_plans}
    chance = random.Random(5)
    tried = 0
    for plan in sample_plans:
        for figure in plan.figures[::EVERY]:
            true = draft_of(plan, figure)
            assert verify(true, ASKED, plans) == (), true.text
            for untrue in untrue_figures(plan, figure, chance):
                if is_true(plan, untrue):
                    continue
                said = replace(true, text=statement(untrue))
                meant = replace(said, figures=(cited_figure(untrue, 1),))
                assert verify(said, ASKED, plans), said.text
                assert verify(meant, ASKED, plans), meant.text
                tried += 1
    assert tried > 300


@pytest.mark.parametrize("shift", [1, 5])
def test_the_row_of_another_figure_is_no_source(sample_plans: tuple[Plan, ...], shift: int) -> None:
    plans = {plan.id: plan for plan in sample_plans}
    for plan in sample_plans:
        for figure, other in zip(plan.figures[::EVERY], plan.figures[shift::EVERY], strict=False):
            if collapse(figure.quote) not in collapse(other.quote):
                true = draft_of(plan, figure)
                assert verify(replace(true, citations=(cite_figure(plan, other, 1),)), ASKED, plans), true.text
