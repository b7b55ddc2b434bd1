"""Checks that what stands beside an amount is its own: the year, the label and the owner."""

from collections.abc import Iterator, Sequence

from assistant.answer import CitedFigure
from assistant.checks.claim import Claim, Segment, prose_of, segments
from assistant.checks.number_checks import bindings
from assistant.checks.words import closeness, is_said, same_words
from assistant.written_numbers import Form, WrittenNumber, written_numbers
from ingest.model import Figure

Bound = tuple[WrittenNumber, tuple[CitedFigure, ...]]
"""An amount of the text with the figures that it can be."""


def years_agree(claim: Claim) -> Iterator[str]:
    """A year that stands with an amount is the year of that amount's figure."""
    for segment in segments(claim):
        amounts, years = _amounts(claim, segment), _years(claim, segment)
        if not amounts or not years:
            continue
        if len(amounts) == len(years):
            pairs = list(zip(years, amounts, strict=True))
        elif len(years) < len(amounts):
            pairs = [(year, _nearest(year, amounts)) for year in years]
        else:
            pairs = [(_nearest_year(amount, years), amount) for amount in amounts]
        for (_, year), (number, figures) in pairs:
            if not any(figure.year in {None, year} for figure in figures):
                yield f"{number.text!r} is not of {year}"


def _amounts(claim: Claim, segment: Segment) -> list[Bound]:
    """Amounts bound to figures with a year; an amount said again in another unit counts once."""
    found: list[Bound] = []
    for number in segment.numbers:
        figures = bindings(claim, segment, number)
        if not figures or all(figure.year is None for figure in figures):
            continue
        if not found or found[-1][1] != figures:
            found.append((number, figures))
    return found


def _years(claim: Claim, segment: Segment) -> list[tuple[int, int]]:
    """Places and years of the segment, without plans' periods and years that are quoted beside the same word."""
    prose = [prose_of(claim, citation) for citation in claim.cited(segment.markers)]
    periods = {plan.period for plan in claim.plans.values()}
    titles = {number.years for plan in claim.plans.values() for number in written_numbers(plan.title)}
    found: list[tuple[int, int]] = []
    for number in segment.numbers:
        if not number.years or any(_is_quoted(segment, number, text) for text in prose):
            continue
        if number.form is Form.PERIOD and (number.years in periods or number.years in titles):
            continue
        if not (number.form is Form.YEAR and _is_amount(claim, segment, number)):
            found += [(number.start, year) for year in number.years]
    return found


def _is_quoted(segment: Segment, number: WrittenNumber, prose: str) -> bool:
    same = (other for other in written_numbers(prose) if (other.form, other.years) == (number.form, number.years))
    return any(closeness(segment.text, number, prose, other) for other in same)


def _is_amount(claim: Claim, segment: Segment, number: WrittenNumber) -> bool:
    return bool(bindings(claim, segment, number))


def _nearest(year: tuple[int, int], amounts: Sequence[Bound]) -> Bound:
    return min(amounts, key=lambda bound: min(abs(bound[0].start - year[0] - 4), abs(year[0] - bound[0].end)))


def _nearest_year(amount: Bound, years: Sequence[tuple[int, int]]) -> tuple[int, int]:
    number = amount[0]
    return min(years, key=lambda year: min(abs(number.start - year[0] - 4), abs(year[0] - number.end)))


def labels_agree(claim: Claim) -> Iterator[str]:
    """A sentence that names rows or owners of the same plan names those of its own amounts."""
    for segment in segments(claim):
        bound = [figure for number in segment.numbers for figure in bindings(claim, segment, number)]
        if bound:
            yield from _strange_labels(claim, segment, bound)
            yield from _strange_owners(claim, segment, bound)


def _strange_labels(claim: Claim, segment: Segment, bound: Sequence[CitedFigure]) -> Iterator[str]:
    own = {figure.label for figure in bound}
    said = [label for label in own if is_said(label, segment.text)]
    for label in sorted({figure.label for figure in _neighbours(claim, bound)} - own):
        if said:
            says_more = any(is_said(other, label) and not is_said(label, other) for other in said)
            strange = says_more and same_words(label, segment.text)
        else:
            part_of_own = any(is_said(label, other) for other in own)
            strange = same_words(label, segment.text) if part_of_own else is_said(label, segment.text)
        if strange:
            yield f"the sentence speaks of {label!r}, its amount is of {sorted(own)}"


def _strange_owners(claim: Claim, segment: Segment, bound: Sequence[CitedFigure]) -> Iterator[str]:
    own = {figure.owner for figure in bound}
    if None in own or any(is_said(owner, segment.text) for owner in own if owner):
        return
    others = {figure.owner for figure in _neighbours(claim, bound)} - own
    for owner in sorted(owner for owner in others if owner):
        if is_said(owner, segment.text):
            yield f"the sentence speaks of {owner!r}, its amount is of {sorted(name for name in own if name)}"


def _neighbours(claim: Claim, bound: Sequence[CitedFigure]) -> Iterator[Figure]:
    for plan_id in {figure.plan_id for figure in bound}:
        plan = claim.plans.get(plan_id)
        yield from plan.figures if plan else ()
