"""Checks of what an answer's amounts are bound to: a cell or sentence of the plan, or arithmetic over such."""

from collections.abc import Iterator

from assistant.answer import Citation, CitedFigure
from assistant.calculations import result_unit, rounds_to, work_out
from assistant.checks.claim import Claim, prose_of, segments
from assistant.checks.number_checks import bindings
from assistant.citations import cited_figure, collapse
from assistant.written_numbers import Form, WrittenNumber, written_numbers
from ingest.model import Unit


def figures_stand_in_the_plan(claim: Claim) -> Iterator[str]:
    """Each figure is one of the plan's with label, owner, amount, unit, year and basis, read from what it cites."""
    for index, figure in enumerate(claim.draft.figures):
        citation = next(iter(claim.cited(frozenset({figure.citation}))), None)
        if citation is None or citation.plan_id != figure.plan_id:
            yield f"figure {index} cites [{figure.citation}], which is not its place"
        elif not (_is_of_a_row(claim, figure, citation) or _is_of_a_sentence(claim, figure, citation)):
            named = f"{figure.label}: {figure.value} {figure.unit} {figure.year}"
            yield f"figure {index} ({named}) is not in [{citation.n}]"


def _is_of_a_row(claim: Claim, figure: CitedFigure, citation: Citation) -> bool:
    """Whether the plan has this very figure where the citation says."""
    for printed in claim.plans[figure.plan_id].figures:
        if printed.label != figure.label or printed.source.section_path != citation.section:
            continue
        quote = collapse(printed.quote)
        if cited_figure(printed, citation.n) == figure and (quote in citation.quote or citation.quote in quote):
            return True
    return False


def _is_of_a_sentence(claim: Claim, figure: CitedFigure, citation: Citation) -> bool:
    """Whether the cited prose says this amount in this unit, and no other, with the label's words and the year."""
    prose = prose_of(claim, citation)
    numbers = written_numbers(prose)
    said = {number.value for number in numbers if number.form is Form.AMOUNT and _unit_fits(number, figure.unit)}
    years = {year for number in numbers for year in number.years}
    named = collapse(figure.label).casefold() in prose.casefold()
    unbound = figure.owner is None and figure.basis is None
    return said == {figure.value} and named and unbound and (figure.year is None or figure.year in years)


def _unit_fits(number: WrittenNumber, unit: Unit | None) -> bool:
    return number.unit is unit or (number.unit is None and unit is Unit.COUNT)


def figures_are_said(claim: Claim) -> Iterator[str]:
    """Each figure of an answer is an amount in its text."""
    said = {
        figure
        for segment in segments(claim)
        for number in segment.numbers
        for figure in bindings(claim, segment, number)
    }
    for index, figure in enumerate(claim.draft.figures):
        if figure not in said:
            yield f"figure {index} ({figure.label}: {figure.value} {figure.unit} {figure.year}) is not in the text"


def calculation_is_right(claim: Claim) -> Iterator[str]:
    """The calculated value follows from its operands, rounded to as many places as it shows."""
    calculation, figures = claim.draft.calculation, claim.draft.figures
    if calculation is None:
        return
    if not all(0 <= index < len(figures) for index in calculation.operands):
        yield f"operands {calculation.operands} are not all figures of the answer"
        return
    operands = [figures[index] for index in calculation.operands]
    exact = work_out(calculation.kind, operands)
    if exact is None or not rounds_to(exact, calculation.value):
        yield f"the {calculation.kind} is {exact}, not {calculation.value}"
    if calculation.unit is not result_unit(calculation.kind, operands):
        yield f"a {calculation.kind} of these is not in {calculation.unit}"


def findings_are_the_plans(claim: Claim) -> Iterator[str]:
    """Each finding is one that was recorded when its plan was read."""
    known = {finding for plan in claim.plans.values() for finding in plan.findings}
    for finding in claim.draft.findings:
        if finding not in known:
            yield f"no plan has the finding {finding.rule}"
