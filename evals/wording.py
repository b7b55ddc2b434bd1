"""How amounts, shares and times are written in reports."""

from decimal import Decimal

from ingest.model import Unit

NONE = "–"
"""Stands where there was nothing to measure."""


def written(value: Decimal, unit: Unit | None) -> str:
    """An amount as answers write it: no-break spaces between thousands, decimal comma, true minus."""
    digits = f"{abs(value):,f}".replace(",", "\u00a0").replace(".", ",")
    sign = "\u2212" if value < 0 else ""
    return f"{sign}{digits}\u00a0{unit.value}" if unit else f"{sign}{digits}"


def share(value: float | None, decimals: int = 0) -> str:
    """A share as per cent, whole where no decimals are asked for."""
    return NONE if value is None else f"{value * 100:.{decimals}f} %"


def milliseconds(value: float | None) -> str:
    """A time in milliseconds, fractions only where it is short."""
    return NONE if value is None else f"{value:.1f}" if value < 10 else f"{value:.0f}"
