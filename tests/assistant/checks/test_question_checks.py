from dataclasses import replace

import pytest

from tests.assistant.checks.made import draft, refused_by, rent, row


@pytest.mark.parametrize("asked", ["Hur stor är hyran 2026?", "Hur stor är hyran nästa år?", "Hyran 2025–2027?"])
def test_a_figure_of_a_year_asked_for_passes(asked: str) -> None:
    assert refused_by(draft("Hyran är 420 tkr 2026. [1]", rent(2026)), asked) == set()


@pytest.mark.parametrize("text", ["Hyran är 430 tkr 2027. [1]", "Hyran är 430 tkr. [1]"])
def test_a_figure_of_another_year_than_asked_for_is_refused(text: str) -> None:
    assert "years_are_those_asked" in refused_by(draft(text, rent(2027)), "Hur stor är hyran 2026?")


@pytest.mark.parametrize("asked", ["Vad blir hyran 2025–2027 sammanlagt?", "Summera hyran 2025, 2026 och 2027."])
def test_the_amount_of_one_year_is_no_answer_for_several_together(asked: str) -> None:
    assert refused_by(draft("Hyran är 420 tkr 2026. [1]", rent(2026)), asked) == {"sums_are_of_the_years_asked"}
    undated = replace(rent(2026), year=None)
    assert "sums_are_of_the_years_asked" in refused_by(draft("Hyran är 420 tkr. [1]", undated), asked)
    both = draft("Hyran är 420 tkr 2026 [1] och 430 tkr 2027 [2].", rent(2026), rent(2027))
    assert refused_by(both, asked) == set()


@pytest.mark.parametrize(
    ("asked", "boats"),
    [("Vad är Båtenhetens hyra 2026?", False), ("Vad är Kustlinjens hyra 2026?", True), ("Vad är hyran 2026?", True)],
)
def test_a_figure_of_another_unit_than_asked_for_is_refused(asked: str, boats: bool) -> None:
    amounts = {False: "Hyran är 420 tkr 2026. [1]", True: "Hyran är 95 tkr 2026. [1]"}
    assert "owners_are_those_asked" in refused_by(draft(amounts[boats], rent(2026, boats=boats)), asked)
    assert refused_by(draft(amounts[not boats], rent(2026, boats=not boats)), asked) == set()


def test_a_figure_of_another_row_than_asked_for_is_refused() -> None:
    answered = draft("Hyran är 420 tkr 2026. [1]", rent(2026))
    assert "rows_are_those_asked" in refused_by(answered, "Hur stora är personalkostnaderna 2026?")
    both = draft(
        "Hyran är 420 tkr [1], personalkostnaderna 2 140 tkr [2] 2026.", rent(2026), row("Personalkostnader", 2026)
    )
    assert refused_by(both, "Hur stora är personalkostnaderna 2026?") == set()
