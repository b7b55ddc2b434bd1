from decimal import Decimal

import pytest

from ingest.owner_evidence import (
    Claim,
    amount_in_one_table,
    amount_of_change,
    direction_of_change,
    fee_per_inhabitant,
    row_of_its_own,
    surplus_or_deficit,
    uprating_of_fees,
)
from tests.ingest.made import Rows


def budget(fees: tuple[str, str], result: tuple[str, str] = ("0", "0")) -> Rows:
    return [("", "2024", "2023"), ("Avgifter", *fees), ("Personal", "500 000", "400 000"), ("RESULTAT", *result)]


def claim(prose: str, rows: Rows, *others: Rows, people: int | None = None, texts: tuple[str, ...] = ()) -> Claim:
    return Claim("Kansli", prose, rows, others, texts, () if people is None else (Decimal(people),))


@pytest.mark.parametrize(
    ("prose", "result", "score"),
    [
        ("Det budgeterade överskottet beror på räntor.", "90", 1),
        ("Det budgeterade överskottet beror på räntor.", "0", -1),
        ("Ett budgeterat underskott täcks av eget kapital.", "-90", 1),
        ("Räntorna stiger.", "90", 0),
    ],
)
def test_a_named_surplus_fits_a_positive_result(prose: str, result: str, score: int) -> None:
    assert surplus_or_deficit(claim(prose, budget(("1", "1"), (result, "0")))) == score


def test_what_rises_in_the_text_rises_in_the_row() -> None:
    assert direction_of_change(claim("Ökningen av avgifter beror på fler tjänster.", budget(("20", "10")))) == 1
    assert direction_of_change(claim("Ökningen av avgifter beror på fler tjänster.", budget(("10", "20")))) == -1
    assert direction_of_change(claim("Lokalerna är nya.", budget(("10", "20")))) == 0


def test_an_amount_of_change_fits_the_row_that_changes_by_it() -> None:
    prose = "Personalkostnaderna ökar med 100 tkr."
    assert amount_of_change(claim(prose, budget(("1", "1")))) == 2
    assert amount_of_change(claim("Personalkostnaderna ökar med 300 tkr.", budget(("1", "1")))) == 0


def test_a_yearly_uprating_fits_the_growth_of_the_fees() -> None:
    prose = "Avgiften räknas upp med 2,5 % årligen."
    assert uprating_of_fees(claim(prose, budget(("1 025", "1 000")))) == 1
    assert uprating_of_fees(claim(prose, budget(("1 100", "1 000")))) == -1


def test_years_in_either_order_are_understood() -> None:
    rising = [("", "2023", "2024"), ("Avgifter", "10", "20")]
    assert direction_of_change(claim("Avgifter: en ökning.", rising)) == 1


def test_an_amount_of_the_text_fits_the_one_table_that_it_stands_in() -> None:
    told, other = budget(("1 234 567", "5")), budget(("77", "5"))
    assert amount_in_one_table(claim("Avgiften är 1 234 567 kr.", told, other)) == 2
    assert amount_in_one_table(claim("Avgiften är 1 235 tkr.", told, other)) == 0
    assert amount_in_one_table(claim("Avgiften är 1 234 567 kr.", told, told)) == 0
    assert amount_in_one_table(claim("Personalen kostar 500 mnkr.", told)) == 2


def test_a_fee_for_each_inhabitant_fits_the_inhabitants_that_the_plan_knows() -> None:
    rows = budget(("240", "230"))
    assert fee_per_inhabitant(claim("Avgiften är 6 kr/inv.", rows, people=40_000)) == 1
    assert fee_per_inhabitant(claim("Avgiften är 6 kr/inv.", rows, people=44_000)) == 0
    assert fee_per_inhabitant(claim("Avgiften är 6 kr/inv.", rows)) == 0


def test_a_row_that_one_table_has_fits_the_unit_that_speaks_of_it() -> None:
    skating: Rows = [*budget(("1", "1")), ("Skridskor", "5", "6")]
    other = budget(("1", "1"))
    assert row_of_its_own(claim("Vi lånar ut skridskor.", skating, other, texts=("Vi läser.",))) == 1
    assert row_of_its_own(claim("Vi lånar ut skridskor.", skating, other, texts=("Alla skridskor.",))) == 0
    assert row_of_its_own(claim("Vi lånar ut skridskor.", skating, skating)) == 0
