from dataclasses import replace

import pytest

from tests.assistant.checks.made import draft, refused_by, rent


@pytest.mark.parametrize(
    "text",
    [
        "Hyran är 410 tkr 2025 [1] och 420 tkr 2026 [2].",
        "2025 är hyran 410 tkr [1], året efter 420 tkr [2].",
        "Från 2025 till 2026 går hyran från 410 tkr [1] till 420 tkr [2].",
    ],
)
def test_amounts_of_the_years_that_are_said_pass(text: str) -> None:
    assert refused_by(draft(text, rent(2025), rent(2026))) == set()


@pytest.mark.parametrize(
    "text",
    [
        "Hyran är 410 tkr 2026 [1] och 420 tkr 2025 [2].",
        "År 2025 är hyran 410 tkr [1], annars 420 tkr [2].",
        "Från 2025 till 2027 går hyran från 410 tkr [1] till 420 tkr [2].",
    ],
)
def test_an_amount_of_a_year_that_is_not_said_is_refused(text: str) -> None:
    assert "years_agree" in refused_by(draft(text, rent(2025), rent(2026)))


def test_the_cell_of_one_year_said_for_two_is_refused() -> None:
    text = "Hyran är 420 tkr 2025 [1] och 420 tkr 2026 [1]."
    assert "years_agree" in refused_by(draft(text, rent(2026)))


def test_the_year_in_the_name_of_a_cited_section_is_no_year_of_an_amount() -> None:
    heading = "Utblick 2031 för hela bolaget"
    own = rent(2025)
    there = replace(own, source=replace(own.source, section_path=("Ekonomi", heading)))
    said = "Hyran är 410 tkr [1], se avsnittet "
    assert "years_agree" not in refused_by(draft(f"{said}{heading}.", there))
    assert "years_agree" in refused_by(draft(f"{said}Utblick 2031.", there))
