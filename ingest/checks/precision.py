"""Printed numbers added up, and how exactly each is known: half a unit of its last printed place."""

import re
from collections.abc import Iterable
from decimal import Decimal

from ingest.model import Figure, Unit

_ROUGHLY = re.compile(
    r"\b(?:ca|cirka|omkring|runt|drygt|knappt|närmare|nästan|ungefär|strax (?:över|under)|mer än|över)\.?\s*$",
    re.IGNORECASE,
)
_MOST = Decimal("0.05")
"""The share of a round amount in running text that its rounding may be, unless the text says that it is rough."""


def half_a_place(value: Decimal) -> Decimal:
    """Half a unit of the last printed place: 0,5 for "12", 0,05 for "1,2"."""
    exponent = value.as_tuple().exponent
    return Decimal(1).scaleb(exponent if isinstance(exponent, int) else 0) / 2


def rounding_of(figure: Figure) -> Decimal:
    """What a printed figure may be off for its rounding: half a place, or nothing where it counts whole things."""
    whole = figure.unit is Unit.COUNT and figure.value == figure.value.to_integral_value()
    return Decimal(0) if whole else half_a_place(figure.value)


def tolerance(figures: Iterable[Figure]) -> Decimal:
    """What the figures of a sum may differ by for their rounding alone."""
    return sum((rounding_of(figure) for figure in figures), Decimal(0))


def added_up(figures: Iterable[Figure]) -> Decimal:
    """The sum of the figures' values, as printed."""
    return sum((figure.value for figure in figures), Decimal(0))


def rough(before: str) -> bool:
    """Whether the words before an amount say that it is rounded: "ca", "drygt"."""
    return bool(_ROUGHLY.search(before))


def prose_slack(value: Decimal, before: str = "") -> Decimal:
    """Half a unit of the last place that is not a filling zero, since people round in running text.

    At most 5 % of the amount, unless the words before it say that it is rough.
    """
    exact = half_a_place(value)
    filled = half_a_place(value.normalize()) if value and value == value.to_integral_value() else exact
    return max(exact, filled if rough(before) else min(filled, abs(value) * _MOST))
