"""Amounts of a sentence with their figures, and how they are set against the years and names beside them."""

from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import TypeVar

from assistant.answer import CitedFigure
from assistant.checks.claim import Claim, Segment
from assistant.checks.number_checks import bindings
from assistant.written_numbers import WrittenNumber

Bound = tuple[WrittenNumber, tuple[CitedFigure, ...]]
"""An amount of the text with the figures that it can be."""
T = TypeVar("T")

_MOST = 12
"""Amounts of one sentence up to which every way to leave results out is tried."""


def bound_amounts(claim: Claim, segment: Segment) -> list[Bound]:
    """The segment's amounts with their figures; one said again in another unit counts once."""
    found: list[Bound] = []
    for number in segment.numbers:
        figures = bindings(claim, segment, number)
        again = found and found[-1][1] == figures and _is_beside(segment.text, found[-1][0], number)
        if figures and not again:
            found.append((number, figures))
    return found


def _is_beside(text: str, number: WrittenNumber, other: WrittenNumber) -> bool:
    """Whether an amount is said again in another unit, with no word between."""
    between = text[number.end : other.start]
    return number.unit is not other.unit and not any(letter.isalnum() for letter in between)


def kept(items: Sequence[T], loose: Sequence[bool], number: int) -> Iterator[tuple[T, ...]]:
    """Every way to leave loose items out so that so many are left."""
    if len(items) > _MOST:
        return
    for places in combinations(range(len(items)), number):
        if all(place in places or loose[place] for place in range(len(items))):
            yield tuple(items[place] for place in places)
