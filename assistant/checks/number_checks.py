"""The check of numbers: every digit of the text must stand on one of the grounds listed here."""

import re
from collections.abc import Callable, Iterator
from decimal import Decimal

from assistant.answer import AnswerStatus, Calculation, CalculationKind, CitedFigure
from assistant.calculations import in_unit, result_unit, rounds_to, work_out
from assistant.checks.claim import MARKER, Claim, Segment, prose_of
from assistant.checks.words import DOWN, UP, closeness, same_words
from assistant.citations import collapse
from assistant.thresholds import CONVERSION_TOLERANCE
from assistant.written_numbers import Form, WrittenNumber, unit_is_named, written_numbers
from ingest.model import Unit

Ground = Callable[[Claim, Segment, WrittenNumber], bool]
"""Whether a number of a segment stands on something in particular."""

_ITEM = re.compile(r"\s*(?:[-*•]\s+)?(\d{1,2})[.)]\s")
QUOTATION = re.compile(r"”([^”]+)”")
"""What is quoted word for word."""
_LESS_BY = re.compile(r"\b(?:med|by)\s*$", re.IGNORECASE)
"""Before a change that is told by its verb, so that a minus would turn it round."""
_SIBLINGS = (CalculationKind.DIFFERENCE, CalculationKind.CHANGE)


def numbers_are_grounded(claim: Claim) -> Iterator[str]:
    """Each number in the text is a cited figure, a result, or stands in what is cited."""
    for segment in claim.segments:
        for number in segment.numbers:
            if not any(ground(claim, segment, number) for ground in GROUNDS):
                yield f"{number.text!r} stands on nothing that is cited"


def bindings(claim: Claim, segment: Segment, number: WrittenNumber) -> tuple[CitedFigure, ...]:
    """The answer's figures that the segment cites and that this amount says, in their unit or converted."""
    if number.form not in {Form.AMOUNT, Form.YEAR}:
        return ()
    place = (id(segment), number.start)
    if place not in claim.bound:
        cited = segment.markers_of(number)
        figures = (figure for figure in claim.draft.figures if figure.citation in cited)
        claim.bound[place] = tuple(figure for figure in figures if says(segment, number, figure))
    return claim.bound[place]


def says(segment: Segment, number: WrittenNumber, figure: CitedFigure) -> bool:
    """Whether an amount of the segment is the figure's, in its unit, in one named nearby, or converted."""
    if number.unit is figure.unit:
        return number.value == figure.value
    if number.unit is None:
        unit = figure.unit
        named = unit is Unit.COUNT or (unit is not Unit.PERCENT and unit_is_named(unit, segment.block))
        return number.value == figure.value and named
    return _converted(figure, number)


def _converted(figure: CitedFigure, number: WrittenNumber) -> bool:
    exact = in_unit(figure.value, figure.unit, number.unit)
    return exact is not None and rounds_to(exact, number.value) and _is_near(exact, number)


def is_a_cited_figure(claim: Claim, segment: Segment, number: WrittenNumber) -> bool:
    """The number is the amount of a figure that the segment cites."""
    return bool(bindings(claim, segment, number))


def is_a_result(claim: Claim, segment: Segment, number: WrittenNumber) -> bool:
    """The number is what the calculation gives: the result, or for a difference also its per cent."""
    results = claim.draft.calculations if number.form is Form.AMOUNT else ()
    return any(_follows(calculation, claim, segment, number) for calculation in results)


def _follows(calculation: Calculation, claim: Claim, segment: Segment, number: WrittenNumber) -> bool:
    operands = [claim.draft.figures[i] for i in calculation.operands if 0 <= i < len(claim.draft.figures)]
    if not any(operand.citation in segment.markers_of(number) for operand in operands):
        return False
    kinds = _SIBLINGS if calculation.kind in _SIBLINGS else (calculation.kind,)
    told = number.signed or not _are_set_side_by_side(claim, segment, operands)
    return any(_is_result(kind, operands, segment, number, by_words=told) for kind in kinds)


def _are_set_side_by_side(claim: Claim, segment: Segment, operands: list[CitedFigure]) -> bool:
    """Whether the segment compares two amounts of one year that it says, so that their order tells which is larger."""
    said = {figure for number in segment.numbers for figure in bindings(claim, segment, number)}
    return len({operand.year for operand in operands}) == 1 and said.issuperset(operands)


def _is_result(
    kind: CalculationKind, operands: list[CitedFigure], segment: Segment, number: WrittenNumber, *, by_words: bool
) -> bool:
    """Whether the number is the result; one without a sign has its direction from words where `by_words`."""
    exact = work_out(kind, operands)
    if exact is None or not operands:
        return False
    unit = result_unit(kind, operands)
    said = in_unit(exact, unit, number.unit)
    if said is None or _is_turned_round(operands, segment, number):
        return False
    if not number.signed and kind in _SIBLINGS:
        falls, rises = bool(DOWN.search(segment.text)), bool(UP.search(segment.text))
        if by_words and ((said < 0 and not falls) or (said > 0 and falls and not rises)):
            return False
        said = abs(said)
    return rounds_to(said, number.value) and (number.unit is unit or _is_near(said, number))


def _is_turned_round(operands: list[CitedFigure], segment: Segment, number: WrittenNumber) -> bool:
    """Whether a minus says a change that its verb says already, or stands before an operand that has none."""
    opposite = any((operand.unit, operand.value) == (number.unit, -number.value) for operand in operands)
    return number.value < 0 and (opposite or _LESS_BY.search(segment.text[: number.start]) is not None)


def _is_near(exact: Decimal, number: WrittenNumber) -> bool:
    return bool(exact) and abs((number.value - exact) / exact) <= CONVERSION_TOLERANCE


def stands_in_the_cited_prose(claim: Claim, segment: Segment, number: WrittenNumber) -> bool:
    """The number stands in a cited sentence: as the only one of its unit, or in the likest surroundings."""
    cited = claim.cited(segment.markers_of(number))
    return any(_stands_in(prose_of(claim, citation), segment, number) for citation in cited)


def _stands_in(prose: str, segment: Segment, number: WrittenNumber) -> bool:
    if number.form is Form.NAME:
        return same_words(number.text, prose)
    alike = [other for other in written_numbers(prose) if other.form is number.form and other.unit is number.unit]
    said = [other for other in alike if (other.value, other.years) == (number.value, number.years)]
    if not said or number.form is not Form.AMOUNT:
        return bool(said)
    if len({other.value for other in alike}) == 1:
        return True
    here = max(closeness(segment.text, number, prose, other) for other in said)
    elsewhere = (closeness(segment.text, number, prose, other) for other in alike if other.value != number.value)
    return here > max(elsewhere, default=0)


def stands_in_a_quotation(claim: Claim, segment: Segment, number: WrittenNumber) -> bool:
    """The number stands within quotation marks in words that are those of what is cited."""
    cited = claim.cited(segment.markers_of(number))
    for quoted in QUOTATION.finditer(segment.text):
        if quoted.start() < number.start and number.end < quoted.end():
            return any(collapse(quoted[1]) in citation.quote for citation in cited)
    return False


def stands_in_a_name(claim: Claim, segment: Segment, number: WrittenNumber) -> bool:
    """The number is part of a cited heading, a plan's title or a figure's label, beside the same word as there."""
    names = [name for citation in claim.cited(segment.markers) for name in (*citation.section, citation.plan_title)]
    names += [text for figure in claim.draft.figures for text in (figure.label, figure.owner or "")]
    for name in names:
        if number.form is Form.NAME and same_words(number.text, name):
            return True
        same = (other for other in written_numbers(name) if _is_same(other, number))
        if any(closeness(segment.text, number, name, other) for other in same):
            return True
    return False


def stands_in_a_finding(claim: Claim, _segment: Segment, number: WrittenNumber) -> bool:
    """The number stands in a finding that the answer tells of word for word."""
    said = collapse(MARKER.sub(" ", claim.draft.text))
    told = (finding.message for finding in claim.draft.findings if collapse(finding.message).rstrip(".") in said)
    return any(_is_same(other, number) for message in told for other in written_numbers(message))


def _is_same(one: WrittenNumber, other: WrittenNumber) -> bool:
    return (one.form, one.value, one.unit, one.years) == (other.form, other.value, other.unit, other.years)


def is_a_known_year(claim: Claim, segment: Segment, number: WrittenNumber) -> bool:
    """The years are asked for, a plan's period, or those of a figure, heading or title that the segment cites."""
    if not number.years:
        return False
    periods = {plan.period for plan in claim.plans.values() if plan.period}
    if number.form is Form.PERIOD and number.years in periods:
        return True
    names = [name for citation in claim.cited(segment.markers) for name in (*citation.section, citation.plan_title)]
    if any(_is_same(other, number) for name in names for other in written_numbers(name)):
        return True
    known = {year for other in written_numbers(claim.asked) for year in other.years}
    known |= {figure.year for figure in claim.draft.figures if figure.year and figure.citation in segment.markers}
    if claim.draft.status.abstained:
        known |= {year for first, last in periods for year in range(first, last + 1)}
    return set(number.years) <= known


def numbers_an_item(_claim: Claim, segment: Segment, number: WrittenNumber) -> bool:
    """The number only counts the lines of a list, from 1 on."""
    start = _ITEM.match(segment.text)
    if start is None or number.end >= start.end():
        return False
    counted = [int(item[1]) for line in segment.block.splitlines() if (item := _ITEM.match(line))]
    return counted == list(range(1, len(counted) + 1))


def was_asked_when_abstaining(claim: Claim, _segment: Segment, number: WrittenNumber) -> bool:
    """An abstention may repeat the numbers of the question."""
    if not claim.draft.status.abstained or claim.draft.status is AnswerStatus.FAILED:
        return False
    return any((number.form, number.value) == (other.form, other.value) for other in written_numbers(claim.asked))


GROUNDS: tuple[Ground, ...] = (
    is_a_cited_figure,
    is_a_result,
    stands_in_the_cited_prose,
    stands_in_a_quotation,
    stands_in_a_name,
    stands_in_a_finding,
    is_a_known_year,
    numbers_an_item,
    was_asked_when_abstaining,
)
"""What a number may stand on; the first that holds is enough."""
