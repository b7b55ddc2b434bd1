import pytest

from ingest.owners import as_written
from tests.ingest.made import Rows, grid, heading, paragraph, plan

YEARS = ("", "2025", "2024")


def budget(income: str, cost: str) -> Rows:
    return [YEARS, ("Avgifter", income, "0"), ("Personal", cost, "0"), ("Hyra", "0", "0"), ("Resultat", "0", "0")]


def test_tables_alike_under_several_headings_are_the_units() -> None:
    made = plan(
        heading("Budget"),
        heading("KANSLI", 2),
        paragraph("Vårt kansli leder."),
        grid(budget("10", "10")),
        heading("Museum", 2),
        paragraph("Huset visar."),
        grid(budget("20", "20")),
    )
    assert [table.owner for table in made.tables] == ["Kansli", "Museum"]


def test_the_table_of_the_whole_is_the_organisations() -> None:
    made = plan(
        heading("Budget"),
        heading("Samlad verksamhet", 2),
        grid(budget("30", "30")),
        heading("Kansli", 2),
        grid(budget("10", "10")),
        heading("Museum", 2),
        grid(budget("20", "20")),
    )
    assert [table.owner for table in made.tables] == ["Norrviks kommun", "Kansli", "Museum"]


def test_a_table_of_its_own_form_is_the_organisations() -> None:
    made = plan(heading("Budget"), grid(budget("1", "1")), heading("Investeringar"), grid([YEARS, ("Bilar", "1", "2")]))
    assert [table.owner for table in made.tables] == ["Norrviks kommun", "Norrviks kommun"]


def test_two_tables_of_one_form_and_years_under_one_heading_are_nobodys() -> None:
    made = plan(heading("Budget"), paragraph("Text."), grid(budget("10", "10")), grid(budget("20", "20")))
    assert [table.owner for table in made.tables] == [None, None]


def test_tables_of_one_form_over_other_years_are_the_organisations() -> None:
    later = [("", "2027", "2026"), *budget("10", "10")[1:]]
    made = plan(heading("Budget"), paragraph("Text."), grid(budget("10", "10")), grid(later))
    assert [table.owner for table in made.tables] == ["Norrviks kommun", "Norrviks kommun"]


def test_prose_and_rows_follow_the_owner() -> None:
    made = plan(
        heading("Budget"),
        heading("Kansli", 2),
        paragraph("Hyran är 500 tkr."),
        grid(budget("10", "10")),
        heading("Museum", 2),
        grid(budget("20", "20")),
        heading("Investeringar", 2),
        grid([YEARS, ("Museum", "", ""), ("Lampor", "5", "6")]),
    )
    assert {(f.label, f.owner) for f in made.figures if f.label in {"Hyran", "Lampor"}} == {
        ("Hyran", "Kansli"),
        ("Lampor", "Museum"),
    }


@pytest.mark.parametrize(
    ("capitals", "text", "written"),
    [
        ("NATURUM NORRA UDDEN", "Besök naturum Norra Udden i sommar.", "Naturum Norra Udden"),
        ("KANSLI", "Alla på kansliet.", "Kansli"),
        ("Museum", "MUSEUM", "Museum"),
        ("KANSLI", "KANSLI", "Kansli"),
    ],
)
def test_capitals_are_written_as_running_text_writes_them(capitals: str, text: str, written: str) -> None:
    assert as_written(capitals, text) == written
