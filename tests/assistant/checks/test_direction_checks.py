from decimal import Decimal

import pytest

from assistant.answer import Calculation, CalculationKind
from ingest.model import Unit
from tests.assistant.checks.made import draft, quoting, refused_by, rent, row
from tests.assistant.plans import GOAL_TEXT

RENT, LATER, STAFF = rent(2025), rent(2027), row("Personalkostnader", 2025)


@pytest.mark.parametrize(
    ("word", "other"), [("stiger", "sjunker"), ("ökar", "minskar"), ("rises", "falls"), ("höjs", "sänks")]
)
def test_a_direction_is_that_of_the_two_years(word: str, other: str) -> None:
    text = f"Hyran {word} från 410 tkr 2025 [1] till 430 tkr 2027 [2]."
    assert refused_by(draft(text, RENT, LATER)) == set()
    assert "directions_agree" in refused_by(draft(text.replace(word, other), RENT, LATER))


def test_of_two_rows_the_first_is_higher_or_lower_than_the_second() -> None:
    text = "Hyran (410 tkr [1]) är lägre än personalkostnaderna (2 050 tkr [2]) 2025."
    assert refused_by(draft(text, RENT, STAFF)) == set()
    assert "directions_agree" in refused_by(draft(text.replace("lägre", "högre"), RENT, STAFF))


def test_both_directions_of_one_change_are_refused() -> None:
    text = "Hyran stiger från 410 tkr 2025 [1] till 430 tkr 2027 [2], en minskning."
    assert "directions_agree" in refused_by(draft(text, RENT, LATER))


def test_prose_is_not_turned_round() -> None:
    assert refused_by(quoting(f"{GOAL_TEXT} [1]", 1, GOAL_TEXT)) == set()
    assert "directions_agree" in refused_by(quoting(f"{GOAL_TEXT.replace('minska', 'öka')} [1]", 1, GOAL_TEXT))


def test_the_largest_is_not_called_the_smallest() -> None:
    rank = Calculation(CalculationKind.RANK, (0, 1), Decimal(430), Unit.TKR)
    text = "Högst är hyran 2027, 430 tkr [1], mot 410 tkr 2025 [2]."
    assert refused_by(draft(text, LATER, RENT, calculation=rank)) == set()
    assert "extremes_agree" in refused_by(draft(text.replace("Högst", "Lägst"), LATER, RENT, calculation=rank))


def test_a_deficit_is_no_surplus() -> None:
    result = row("Resultat", 2025)
    text = "Resultat 2025: \u221215 tkr, ett underskott. [1]"
    assert refused_by(draft(text, result)) == set()
    assert "surplus_or_deficit" in refused_by(draft(text.replace("underskott", "överskott"), result))


def test_a_place_in_an_order_is_the_first_amounts_own() -> None:
    rank = Calculation(CalculationKind.RANK, (0, 1), Decimal(410), Unit.TKR)
    text = "På andra plats i fallande ordning: hyran 2025, 410 tkr [1].\nFöre: hyran 2027, 430 tkr [2]."
    assert refused_by(draft(text, RENT, LATER, calculation=rank)) == set()
    assert "extremes_agree" in refused_by(draft(text.replace("fallande", "stigande"), RENT, LATER, calculation=rank))
    assert "extremes_agree" in refused_by(draft(text.replace("andra", "tredje"), RENT, LATER, calculation=rank))
