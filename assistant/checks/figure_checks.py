"""Checks of what an answer's amounts are bound to: a cell or sentence of the plan, or arithmetic over such."""

from collections import Counter
from collections.abc import Iterator, Sequence

from assistant.answer import Calculation, CalculationKind, Citation, CitedFigure
from assistant.calculations import result_unit, rounds_to, work_out
from assistant.checks.claim import MARKER, Claim, collapsed, prose_of
from assistant.checks.name_checks import unit_is_told
from assistant.checks.number_checks import bindings
from assistant.citations import cited_figure, collapse
from assistant.written_numbers import Form, WrittenNumber, written_numbers
from ingest.model import Unit

_TAKEN_APART = frozenset({CalculationKind.SHARE, CalculationKind.SUM})


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
        quote = collapsed(printed.quote)
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
    """Each figure of an answer is an amount in its text, and of a share or sum each of several equal ones."""
    bound = [bindings(claim, segment, number) for segment in claim.segments for number in segment.numbers]
    said = {figure for figures in bound for figure in figures}
    for index, figure in enumerate(claim.draft.figures):
        if figure not in said:
            yield f"figure {index} ({figure.label}: {figure.value} {figure.unit} {figure.year}) is not in the text"
    amounts = Counter((figures[0].value, figures[0].unit) for figures in bound if figures)
    for calculation in claim.draft.calculations:
        operands = [claim.draft.figures[index] for index in calculation.operands if index < len(claim.draft.figures)]
        equals = Counter((operand.value, operand.unit) for operand in operands)
        if calculation.kind in _TAKEN_APART and any(amounts[each] < number for each, number in equals.items()):
            yield f"the {calculation.kind} is of more amounts than the text says"


def calculation_is_right(claim: Claim) -> Iterator[str]:
    """Each calculated value follows from its operands, rounded to as many places as it shows."""
    for calculation in claim.draft.calculations:
        yield from _is_right(calculation, claim.draft.figures)


def _is_right(calculation: Calculation, figures: Sequence[CitedFigure]) -> Iterator[str]:
    if not all(0 <= index < len(figures) for index in calculation.operands):
        yield f"operands {calculation.operands} are not all figures of the answer"
        return
    operands = [figures[index] for index in calculation.operands]
    exact = work_out(calculation.kind, operands)
    if exact is None or not rounds_to(exact, calculation.value):
        yield f"the {calculation.kind} is {exact}, not {calculation.value}"
    if calculation.unit is not result_unit(calculation.kind, operands):
        yield f"a {calculation.kind} of these is not in {calculation.unit}"


def operands_are_comparable(claim: Claim) -> Iterator[str]:
    """A calculation takes each figure once, and figures of different years or plans only where the text says which."""
    said = {year for segment in claim.segments for number in segment.numbers for year in number.years}
    for calculation in claim.draft.calculations:
        operands = [claim.draft.figures[index] for index in calculation.operands if index < len(claim.draft.figures)]
        if len({(each.plan_id, each.label, each.owner, each.year, each.basis) for each in operands}) < len(operands):
            yield f"the {calculation.kind} takes one figure twice"
        years = {each.year for each in operands}
        if len(years) > 1 and not years <= said:
            yield f"the {calculation.kind} is over {sorted(map(str, years))}, which the text does not say"
        owners = {each.owner for each in operands if each.owner}
        if len(owners) > 1 and not all(unit_is_told(claim, owner, claim.draft.text) for owner in owners):
            yield f"the {calculation.kind} is over {sorted(owners)}, which the text does not say"


def findings_are_the_plans(claim: Claim) -> Iterator[str]:
    """Each finding is one that was recorded when its plan was read, and is told in its words."""
    said = collapse(MARKER.sub(" ", claim.draft.text))
    for finding in claim.draft.findings:
        if collapse(finding.message).rstrip(".") not in said:
            yield f"the finding {finding.rule} is not told in its own words"
        if not any(finding in plan.findings for plan in claim.plans.values()):
            yield f"no plan has the finding {finding.rule}"
