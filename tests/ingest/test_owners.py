import pytest

from ingest.running_text import as_written, running_text
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
        ("3.2 Kansli", "Alla på kansliet.", "Kansli"),
    ],
)
def test_capitals_are_written_as_running_text_writes_them(capitals: str, text: str, written: str) -> None:
    assert as_written(capitals, running_text(text)) == written


def test_what_decided_the_owner_is_kept() -> None:
    made = plan(
        heading("Budget"),
        heading("Kommunens samlade verksamhet", 2),
        grid(budget("30", "30")),
        heading("Kansli", 2),
        grid(budget("10", "10")),
        heading("Museum", 2),
        grid(budget("20", "20")),
    )
    assert [table.owner_evidence for table in made.tables] == [
        ("parts-sum",),
        ("place", "parts-sum"),
        ("place", "parts-sum"),
    ]


def test_a_thematic_heading_inside_a_units_chapter_does_not_hide_the_unit() -> None:
    made = plan(
        heading("Kansli"),
        heading("Budget 2025", 2),
        grid(budget("10", "10")),
        heading("Museum"),
        heading("Budget 2025", 2),
        grid(budget("25", "20")),
    )
    assert [table.owner for table in made.tables] == ["Kansli", "Museum"]


def test_a_table_whose_rows_are_bodies_is_the_organisations_under_any_heading() -> None:
    over: Rows = [YEARS, ("Kulturnämnden", "5", "4"), ("Byggnadsnämnden", "3", "2"), ("Summa", "8", "6")]
    made = plan(heading("Kommunstyrelsen"), paragraph("Text."), grid(over))
    assert [(table.owner, table.owner_evidence) for table in made.tables] == [("Norrviks kommun", ("label",))]


def test_a_body_is_the_owner_of_the_one_table_under_its_heading() -> None:
    made = plan(heading("Plan- och byggnadsnämnden"), grid(budget("10", "10")))
    assert [table.owner for table in made.tables] == ["Plan- och byggnadsnämnden"]


def test_a_unit_of_which_nothing_tells_that_it_is_one_is_left_open_among_units() -> None:
    made = plan(
        heading("Budget"),
        heading("Kansli", 2),
        grid(budget("10", "10")),
        heading("Museum", 2),
        grid(budget("25", "20")),
        heading("Fritid", 2),
        grid([YEARS, ("Badhus", "5", "6"), ("Skidspår", "1", "2")]),
    )
    assert [table.owner for table in made.tables] == ["Kansli", "Museum", None]


def test_a_units_table_without_its_heading_is_not_the_wholes() -> None:
    made = plan(
        heading("Budget"),
        grid(budget("7", "10")),
        heading("Kansli", 2),
        grid(budget("10", "10")),
        heading("Museum", 2),
        grid(budget("25", "20")),
    )
    assert [table.owner for table in made.tables] == [None, "Kansli", "Museum"]


def test_on_a_page_of_several_units_the_text_decides() -> None:
    rivals = ("Kansli", "Museum")
    made = plan(
        heading("Budget"),
        grid(budget("20", "11"), rivals=rivals),
        grid(budget("30", "13"), rivals=rivals),
        heading("Kansli", 2),
        paragraph("Avgiften är 30 tkr."),
        heading("Museum", 2),
        paragraph("Vi visar."),
    )
    assert [(table.owner, table.owner_evidence) for table in made.tables] == [
        ("Museum", ("elimination",)),
        ("Kansli", ("amount-in-text",)),
    ]


def test_tables_of_one_form_and_years_under_several_themes_cannot_all_be_the_whole_s() -> None:
    same = [heading("Intäkter"), grid(budget("10", "10")), heading("Resultat"), grid(budget("20", "20"))]
    assert [table.owner for table in plan(heading("Budget"), *same).tables] == [None, None]
    twice = [heading("Intäkter"), grid(budget("10", "10")), heading("Resultat"), grid(budget("10", "10"))]
    assert {table.owner for table in plan(heading("Budget"), *twice).tables} == {"Norrviks kommun"}


def test_a_table_of_a_body_that_its_heading_does_not_name_is_the_named_one_s_over_it_or_nobody_s() -> None:
    under = plan(heading("Kulturnämnden"), heading("Nämndens ekonomi", 2), grid(budget("10", "10")))
    alone = plan(heading("Fakta"), heading("Nämndens ekonomi", 2), grid(budget("10", "10")))
    assert [under.tables[0].owner, alone.tables[0].owner] == ["Kulturnämnden", None]


def test_a_table_with_remarks_is_the_body_s_that_it_stands_under() -> None:
    rows = [("", "2025", "Not"), ("Lön", "10", "Enligt avtal"), ("Hyra", "5", "Nytt hus")]
    assert plan(heading("Kulturnämnden"), paragraph("Text."), grid(rows)).tables[0].owner == "Kulturnämnden"


def test_a_table_under_a_heading_of_loans_is_no_units_though_units_have_tables_of_its_form() -> None:
    rows = [("Kr", "2024", "2025"), ("Intäkter", "40", "50"), ("Personal", "30", "35"), ("Resultat", "10", "15")]
    other = [rows[0], ("Intäkter", "41", "52"), ("Personal", "30", "36"), ("Resultat", "11", "16")]
    third = [rows[0], ("Intäkter", "44", "55"), ("Personal", "30", "36"), ("Resultat", "14", "19")]
    made = plan(heading("Lån och likviditet"), grid(rows), heading("Bad"), grid(other), heading("Bio"), grid(third))
    assert [table.owner for table in made.tables] == [None, "Bad", "Bio"]
