"""Checks of words for up and down: what they say follows from the amounts beside them, or stands in what is cited."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from assistant.answer import CalculationKind, CitedFigure
from assistant.calculations import in_unit
from assistant.checks.claim import Claim, Segment, prose_of
from assistant.checks.number_checks import bindings, is_a_result
from assistant.checks.plan_names import names_in
from assistant.checks.words import AT_PLACE, DEFICIT, DOWN, FALLS, HIGHEST, LOWEST, RISES, SURPLUS, UP
from assistant.understanding.lexicon import PLACES, PLACES_ENGLISH

_OPPOSITES = ((UP, DOWN), (HIGHEST, LOWEST), (SURPLUS, DEFICIT))


def directions_agree(claim: Claim) -> Iterator[str]:
    """A sentence that says up or down says what its two amounts show, else what the cited text says."""
    for segment in claim.segments:
        text = _without_rows(claim, segment.text)
        up, down = bool(UP.search(text)), bool(DOWN.search(text))
        shown = _shown(claim, segment) if up or down else None
        if up and down and shown and RISES.search(text) and FALLS.search(text):
            yield "it says both up and down of the same two amounts"
        elif up is not down and shown is not None and (not shown or (shown > 0) is not up):
            yield f"the amounts go {'up' if shown > 0 else 'down' if shown else 'nowhere'}"
        if shown is None:
            yield from _contradictions(claim, segment)


def _without_rows(claim: Claim, text: str) -> str:
    """The text without the names of its amounts' rows: a row may be called an increase."""
    for figure in claim.draft.figures:
        label = figure.label.casefold().strip()
        if figure.plan_id in claim.plans and label in names_in(claim.plans[figure.plan_id]).rows:
            text = re.sub(rf"(?<!\w){re.escape(label)}(?!\w)", " ", text, flags=re.IGNORECASE)
    return text


def _shown(claim: Claim, segment: Segment) -> Decimal | None:
    """How much the later, or the one named first, is above the other; none where there are not two amounts."""
    figures: dict[CitedFigure, None] = {}
    for number in segment.numbers:
        held = bindings(claim, segment, number)
        if len(held) == 1 and not (is_a_result(claim, segment, number) and held[0] in figures):
            figures[held[0]] = None
        elif len(held) > 1 and {figure.value for figure in held} == {held[0].value}:
            figures.update(dict.fromkeys(held))
    pair = list(figures)
    if len(pair) != 2:
        return None
    first, second = pair
    if first.year == second.year or (first.year and second.year and second.year < first.year):
        first, second = second, first
    before = in_unit(first.value, first.unit, second.unit)
    return None if before is None else second.value - before


def _contradictions(claim: Claim, segment: Segment) -> Iterator[str]:
    """Directions that the sentence says oftener than the cited prose, which says the opposite oftener."""
    prose: str | None = None
    for one, other in _OPPOSITES:
        for said, opposite in ((one, other), (other, one)):
            times = len(said.findall(segment.text))
            if not times:
                continue
            if prose is None:
                cited = claim.cited(segment.markers)
                prose = " ".join(part for each in cited for part in (prose_of(claim, each), *each.section))
            opposed = len(opposite.findall(prose)) > len(opposite.findall(segment.text))
            if opposed and times > len(said.findall(prose)):
                yield "the cited text says the opposite"


def extremes_agree(claim: Claim) -> Iterator[str]:
    """An answer that ranks says highest of the largest and lowest of the smallest."""
    for calculation in claim.draft.calculations:
        if calculation.kind is not CalculationKind.RANK:
            continue
        figures = [claim.draft.figures[index] for index in calculation.operands if index < len(claim.draft.figures)]
        if len(figures) < 2:
            continue
        values = [in_unit(figure.value, figure.unit, figures[0].unit) for figure in figures]
        known = [value for value in values if value is not None]
        yield from _misplaced(claim, known)
        highest, lowest = bool(HIGHEST.search(claim.draft.text)), bool(LOWEST.search(claim.draft.text))
        if highest is not lowest and known and not _is_extreme(known, highest=highest):
            yield f"{figures[0].value} is not the {'largest' if highest else 'smallest'}"


def _misplaced(claim: Claim, values: Sequence[Decimal]) -> Iterator[str]:
    """A place in an order is that of the first amount among those that stand before it."""
    said = AT_PLACE.search(claim.draft.text)
    if said is None:
        return
    falling = (said["order"] or said["order_english"]) in {"fallande", "falling"}
    if all(value <= 0 for value in values):
        values = [abs(value) for value in values]
    ahead = sum((value > values[0]) if falling else (value < values[0]) for value in values[1:])
    word = said["place"] or said["place_english"]
    place = (PLACES if said["place"] else PLACES_ENGLISH).index(word)
    if ahead != place or len(values) != place + 1:
        yield f"{values[0]} is not at that place"


def _is_extreme(values: Sequence[Decimal], *, highest: bool) -> bool:
    """Whether the first is the largest or smallest; of cuts, all below nought, the largest may be the deepest."""
    if all(value <= 0 for value in values) and abs(values[0]) == (max if highest else min)(map(abs, values)):
        return True
    return values[0] == (max(values) if highest else min(values))


def surplus_or_deficit(claim: Claim) -> Iterator[str]:
    """A sentence that calls an amount a surplus or a deficit has one of that sign."""
    for segment in claim.segments:
        surplus, deficit = bool(SURPLUS.search(segment.text)), bool(DEFICIT.search(segment.text))
        values = [figure.value for number in segment.numbers for figure in bindings(claim, segment, number)]
        if surplus is not deficit and values and not any((value > 0) is surplus for value in values):
            yield f"{'a surplus' if surplus else 'a deficit'} has no amount of that sign"
