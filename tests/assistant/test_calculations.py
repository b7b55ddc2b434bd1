from decimal import Decimal

import pytest

from assistant.answer import CalculationKind, CitedFigure
from assistant.calculations import in_unit, result_unit, round_half_up, rounds_to, work_out
from ingest.model import Unit


def operand(value: str, unit: Unit | None = Unit.TKR) -> CitedFigure:
    return CitedFigure("x", None, Decimal(value), unit, 2025, None, "p", 1)


@pytest.mark.parametrize(
    ("kind", "values", "result"),
    [
        (CalculationKind.DIFFERENCE, ("2050", "2230"), "180"),
        (CalculationKind.DIFFERENCE, ("2230", "2050"), "-180"),
        (CalculationKind.CHANGE, ("200", "250"), "25"),
        (CalculationKind.CHANGE, ("-200", "-150"), "25"),
        (CalculationKind.SHARE, ("50", "200"), "25"),
        (CalculationKind.RATIO, ("50", "200"), "0.25"),
        (CalculationKind.SUM, ("1", "2", "3"), "6"),
        (CalculationKind.RANK, ("3", "1", "2"), "3"),
        (CalculationKind.RANK, ("1", "3", "2"), "1"),
    ],
)
def test_results_are_exact(kind: CalculationKind, values: tuple[str, ...], result: str) -> None:
    assert work_out(kind, [operand(value) for value in values]) == Decimal(result)


@pytest.mark.parametrize(
    ("kind", "values"),
    [
        (CalculationKind.SUM, ()),
        (CalculationKind.DIFFERENCE, ("1",)),
        (CalculationKind.DIFFERENCE, ("1", "2", "3")),
        (CalculationKind.CHANGE, ("0", "5")),
        (CalculationKind.SHARE, ("5", "0")),
        (CalculationKind.RANK, ("2", "1", "3")),
    ],
)
def test_what_cannot_be_worked_out_gives_nothing(kind: CalculationKind, values: tuple[str, ...]) -> None:
    assert work_out(kind, [operand(value) for value in values]) is None


def test_money_of_different_units_is_brought_to_the_first() -> None:
    assert work_out(CalculationKind.SUM, [operand("1"), operand("500", Unit.KR)]) == Decimal("1.5")


def test_money_and_per_cent_do_not_mix() -> None:
    assert work_out(CalculationKind.SUM, [operand("1"), operand("5", Unit.PERCENT)]) is None
    assert in_unit(Decimal(1), Unit.KR, None) is None


def test_the_unit_of_a_result() -> None:
    assert result_unit(CalculationKind.CHANGE, [operand("1")]) is Unit.PERCENT
    assert result_unit(CalculationKind.RATIO, [operand("1")]) is None
    assert result_unit(CalculationKind.SUM, [operand("1")]) is Unit.TKR


@pytest.mark.parametrize(
    ("exact", "shown", "right"),
    [
        ("8.7805", "8.8", True),
        ("8.7805", "9", True),
        ("8.7805", "8.7", False),
        ("8.7805", "8.79", False),
        ("8.5", "8", True),
        ("8.5", "9", True),
        ("180", "180", True),
        ("180", "1.8E+2", True),
        ("180.4", "1.8E+2", True),
        ("181", "1.8E+2", False),
    ],
)
def test_rounding_goes_by_the_places_that_are_shown(exact: str, shown: str, right: bool) -> None:
    assert rounds_to(Decimal(exact), Decimal(shown)) is right


def test_halves_are_rounded_away_from_zero() -> None:
    assert round_half_up(Decimal("2.25"), 1) == Decimal("2.3")
    assert round_half_up(Decimal("-2.25"), 1) == Decimal("-2.3")
