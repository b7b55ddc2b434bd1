"""The check of years: an amount's year is the one that is said with it."""

import re
from collections.abc import Collection, Iterator, Sequence

from assistant.checks.claim import Claim, Segment, prose_of
from assistant.checks.number_checks import bindings, is_a_result
from assistant.checks.pairing import Bound, bound_amounts, kept
from assistant.checks.words import closeness
from assistant.written_numbers import Form, WrittenNumber, written_numbers

_WORDS = 3
"""Words of a heading that no amount's label is by chance."""
_BEFORE = re.compile(
    r"\b(året (?:innan|före|dessförinnan)|föregående år(?:et)?|fjolåret|the (?:previous|preceding) year|"
    r"(?:the )?year (?:before|earlier))\b",
    re.IGNORECASE,
)
_AFTER = re.compile(
    r"\b(året (?:efter|därpå|därefter)|nästa år|påföljande år|the (?:following|next) year|(?:the )?year after)\b",
    re.IGNORECASE,
)


def years_agree(claim: Claim) -> Iterator[str]:
    """An amount's year is one that its sentence says, and a year that stands with an amount is that amount's."""
    for segment in claim.segments:
        amounts = [
            (number, held) for number, held in bound_amounts(claim, segment) if all(figure.year for figure in held)
        ]
        years = _years(claim, segment)
        if not amounts or not years:
            continue
        told = {year for _, year in years} | _years_told(segment.text, {year for _, year in years})
        for number, figures in amounts:
            if not is_a_result(claim, segment, number) and not any(figure.year in told for figure in figures):
                yield f"{number.text!r} is not of {sorted(told)}"
        for year, (number, figures) in _paired(claim, segment, years, amounts):
            if not _is_of(year, (number, figures)):
                yield f"{number.text!r} is not of {year}"


def _years_told(text: str, years: Collection[int]) -> set[int]:
    """Years before and after those that the text names, where it speaks of the year before or after."""
    told = {year - 1 for year in years if _BEFORE.search(text)}
    return told | {year + 1 for year in years if _AFTER.search(text)}


def _paired(
    claim: Claim, segment: Segment, years: Sequence[tuple[int, int]], amounts: Sequence[Bound]
) -> list[tuple[int, Bound]]:
    """Years with amounts: in order where there are as many of both, else by nearness."""
    loose = [is_a_result(claim, segment, number) for number, _ in amounts]
    in_order = [
        [(year, bound) for (_, year), bound in zip(years, left, strict=True)]
        for left in kept(amounts, loose, len(years))
    ]
    if in_order:
        return min(in_order, key=lambda pairs: sum(not _is_of(year, bound) for year, bound in pairs))
    if len(years) < len(amounts):
        return [(year[1], min(amounts, key=lambda bound, year=year: _distance(year, bound))) for year in years]  # type: ignore[misc]
    return [
        (min(years, key=lambda year, bound=bound: _distance(year, bound))[1], bound)  # type: ignore[misc]
        for bound in amounts
    ]


def _is_of(year: int, bound: Bound) -> bool:
    return any(figure.year == year for figure in bound[1])


def _distance(year: tuple[int, int], bound: Bound) -> int:
    return min(abs(bound[0].start - year[0] - 4), abs(year[0] - bound[0].end))


def _years(claim: Claim, segment: Segment) -> list[tuple[int, int]]:
    """Places and years of the segment, without plans' periods and years that are quoted beside the same word."""
    cited = claim.cited(segment.markers)
    prose = [text for citation in cited for text in (prose_of(claim, citation), citation.plan_title)]
    periods = {plan.period for plan in claim.plans.values()}
    titles = {number.years for plan in claim.plans.values() for number in written_numbers(plan.title)}
    found: list[tuple[int, int]] = []
    headings = [heading for citation in cited for heading in citation.section]
    for number in segment.numbers:
        if (
            not number.years
            or _is_of_heading(segment, number, headings)
            or any(_is_quoted(segment, number, text) for text in prose)
        ):
            continue
        if number.form is Form.PERIOD and (number.years in periods or number.years in titles):
            continue
        if not (number.form is Form.YEAR and bindings(claim, segment, number)):
            found += [(number.start, year) for year in number.years]
    return found


def _is_of_heading(segment: Segment, number: WrittenNumber, headings: Sequence[str]) -> bool:
    """Whether the year stands in the name of a section that the text gives whole, in several words."""
    places = [(segment.text.find(heading), heading) for heading in headings if len(heading.split()) >= _WORDS]
    return any(0 <= start <= number.start < start + len(heading) for start, heading in places)


def _is_quoted(segment: Segment, number: WrittenNumber, prose: str) -> bool:
    same = (other for other in written_numbers(prose) if (other.form, other.years) == (number.form, number.years))
    return any(closeness(segment.text, number, prose, other) for other in same)
