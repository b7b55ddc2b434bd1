from decimal import Decimal

import pytest

from ingest.owner_evidence import amount_of_change, assign, direction_of_change, surplus_or_deficit, uprating_of_fees
from tests.ingest.made import Rows


def budget(fees: tuple[str, str], result: tuple[str, str] = ("0", "0")) -> Rows:
    return [("", "2024", "2023"), ("Avgifter", *fees), ("Personal", "500 000", "400 000"), ("RESULTAT", *result)]


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
    assert surplus_or_deficit(prose, budget(("1", "1"), (result, "0"))) == score


def test_what_rises_in_the_text_rises_in_the_row() -> None:
    assert direction_of_change("Ökningen av avgifter beror på fler tjänster.", budget(("20", "10"))) == 1
    assert direction_of_change("Ökningen av avgifter beror på fler tjänster.", budget(("10", "20"))) == -1
    assert direction_of_change("Lokalerna är nya.", budget(("10", "20"))) == 0


def test_an_amount_of_change_fits_the_row_that_changes_by_it() -> None:
    prose = "Personalkostnaderna ökar med 100 tkr."
    assert amount_of_change(prose, budget(("1", "1"))) == 2
    assert amount_of_change("Personalkostnaderna ökar med 300 tkr.", budget(("1", "1"))) == 0


def test_a_yearly_uprating_fits_the_growth_of_the_fees() -> None:
    prose = "Avgiften räknas upp med 2,5 % årligen."
    assert uprating_of_fees(prose, budget(("1 025", "1 000"))) == Decimal(1)
    assert uprating_of_fees(prose, budget(("1 100", "1 000"))) == Decimal(-1)


def test_years_in_either_order_are_understood() -> None:
    rising = [("", "2023", "2024"), ("Avgifter", "10", "20")]
    assert direction_of_change("Avgifter: en ökning.", rising) == 1


def test_the_tables_go_to_the_units_whose_text_fits_them() -> None:
    tables = [budget(("1 100", "1 000")), budget(("1 025", "1 000"))]
    prose = ["Avgiften räknas upp med 2,5 % årligen.", "Avgifter ökar kraftigt, en ökning."]
    assert assign(tables, prose) == (1, 0)


def test_without_evidence_nothing_is_decided() -> None:
    assert assign([budget(("1", "1"))] * 2, ["Vi mäter.", "Vi väger."]) == (None, None)
    assert assign([budget(("1", "1"))] * 2, ["Bara en text."]) == (None, None)
