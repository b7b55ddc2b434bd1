"""Calculations over cited figures, in Decimal; used to work results out and to check them."""

from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal

from assistant.answer import CalculationKind, CitedFigure
from ingest.model import Unit

KRONOR = {Unit.KR: Decimal(1), Unit.TKR: Decimal(1_000), Unit.MNKR: Decimal(1_000_000), Unit.MDKR: Decimal(10**9)}
"""Kronor in one of each unit of money."""


def in_unit(value: Decimal, unit: Unit | None, other: Unit | None) -> Decimal | None:
    """The value of `unit` said in `other`; none where the two do not measure the same."""
    if unit is other:
        return value
    if unit in KRONOR and other in KRONOR:
        return value * KRONOR[unit] / KRONOR[other]
    return None


def work_out(kind: CalculationKind, operands: Sequence[CitedFigure]) -> Decimal | None:
    """The exact result, in the first operand's unit or in per cent; none where the operands do not allow it.

    difference: the second less the first (the earlier year first, or the smaller amount that is compared with).
    change: that difference in per cent of the first. share: the first in per cent of the second. ratio: the first
    through the second. sum: all of them. rank: the first, which must be the largest or the smallest of all.
    """
    if not operands:
        return None
    unit = operands[0].unit
    same = [in_unit(operand.value, operand.unit, unit) for operand in operands]
    values = [value for value in same if value is not None]
    if len(values) < len(same):
        return None
    if kind is CalculationKind.SUM:
        return sum(values, Decimal(0))
    if kind is CalculationKind.RANK:
        return values[0] if values[0] in {max(values), min(values)} else None
    return _of_two(kind, values)


def _of_two(kind: CalculationKind, values: Sequence[Decimal]) -> Decimal | None:
    if len(values) != 2:
        return None
    first, second = values
    divisor = abs(first) if kind is CalculationKind.CHANGE else second
    if kind is CalculationKind.DIFFERENCE:
        return second - first
    if not divisor:
        return None
    dividend = second - first if kind is CalculationKind.CHANGE else first
    quotient = dividend / divisor
    return quotient if kind is CalculationKind.RATIO else quotient * 100


def result_unit(kind: CalculationKind, operands: Sequence[CitedFigure]) -> Unit | None:
    """The unit of the result: per cent for change and share, none for ratio, else the first operand's."""
    if kind in {CalculationKind.CHANGE, CalculationKind.SHARE}:
        return Unit.PERCENT
    return None if kind is CalculationKind.RATIO or not operands else operands[0].unit


def rounds_to(exact: Decimal, shown: Decimal) -> bool:
    """Whether `shown` is `exact` rounded to as many places as it shows (halves either way)."""
    exponent = shown.as_tuple().exponent
    place = Decimal(1).scaleb(min(int(exponent), 0)) if isinstance(exponent, int) else Decimal(0)
    return abs(exact - shown) * 2 <= place


def round_half_up(exact: Decimal, places: int) -> Decimal:
    """Rounded as the field does: halves away from zero."""
    return exact.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP)
