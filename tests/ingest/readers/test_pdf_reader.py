"""Small printed plans, read from the file to the figures."""

from pathlib import Path

import pytest

from ingest.model import Plan
from ingest.reading import read_plan
from tests.ingest.printed import Sheet

ROWS = [
    ("", "2025", "2026"),
    ("Hyra", "1 670", "1 720"),
    ("Personal", "-8 374", "-8 597"),
    ("Summa tkr", "-6 704", "-6 877"),
]


def read(sheet: Sheet, folder: Path) -> Plan:
    return read_plan(sheet.saved(folder / "norrvik-budget-2025-2026.pdf"))


def triples(plan: Plan) -> list[tuple[str, str, int | None]]:
    return [(figure.label, str(figure.value), figure.year) for figure in plan.figures]


EXPECTED = [
    ("Hyra", "1670", 2025),
    ("Hyra", "1720", 2026),
    ("Personal", "-8374", 2025),
    ("Personal", "-8597", 2026),
    ("Summa", "-6704", 2025),
    ("Summa", "-6877", 2026),
]


@pytest.mark.parametrize("ruled", [True, False])
def test_a_table_is_read_with_and_without_rules(tmp_path: Path, ruled: bool) -> None:
    sheet = Sheet()
    sheet.at(60, 130, "Budget", 18, bold=True)
    sheet.prose(60, 160, ["Tabellen visar budgeten.", "Belopp i tusental kronor."])
    if ruled:
        sheet.ruled(60, 200, ROWS, (150, 80, 80))
    else:
        sheet.unruled(60, 213, ROWS, (290, 370))
    plan = read(sheet, tmp_path)
    assert triples(plan) == EXPECTED
    assert [section.path for section in plan.sections] == [("Budget",)]
    assert plan.findings == ()


def test_an_unruled_table_of_two_columns(tmp_path: Path) -> None:
    sheet = Sheet()
    sheet.at(60, 130, "Budget 2025", 18, bold=True)
    sheet.unruled(60, 170, [("Hyra", "1 670"), ("Personal", "8 374"), ("Summa", "10 044")], (300,))
    assert triples(read(sheet, tmp_path)) == [
        ("Hyra", "1670", 2025),
        ("Personal", "8374", 2025),
        ("Summa", "10044", 2025),
    ]


@pytest.mark.parametrize("ruled", [True, False])
def test_tables_side_by_side_keep_their_rows_and_owners(tmp_path: Path, ruled: bool) -> None:
    sheet = Sheet()
    sheet.at(60, 110, "Budget", 20, bold=True)
    for x, name, first in ((60, "Kansli", "10"), (320, "Museum", "77")):
        rows = [("", "2025", "2024"), ("Hyra", first, "9"), ("Personal", "20", "21"), ("Summa", "30", "30")]
        sheet.at(x, 150, name, 14, bold=True)
        if ruled:
            sheet.ruled(x, 170, rows, (90, 60, 60))
        else:
            sheet.unruled(x, 183, rows, (x + 150, x + 210))
    plan = read(sheet, tmp_path)
    assert [(f.owner, str(f.value)) for f in plan.figures if f.label == "Hyra"] == [
        ("Kansli", "10"),
        ("Kansli", "9"),
        ("Museum", "77"),
        ("Museum", "9"),
    ]


@pytest.mark.parametrize("ruled", [True, False])
def test_a_table_to_the_right_of_its_heading_is_its(tmp_path: Path, ruled: bool) -> None:
    sheet = Sheet()
    sheet.at(60, 110, "Budget", 20, bold=True)
    for y, name, first in ((160, "Kansli", "10"), (400, "Museum", "77")):
        rows = [("", "2025", "2024"), ("Hyra", first, "9"), ("Personal", "20", "21"), ("Summa", "30", "30")]
        sheet.at(60, y, name, 14, bold=True)
        sheet.prose(60, y + 22, ["Enheten leder arbetet", "och har fem anställda.", "Lokalerna hyrs."])
        if ruled:
            sheet.ruled(320, y - 14, rows, (90, 60, 60))
        else:
            sheet.unruled(320, y, rows, (470, 530))
    plan = read(sheet, tmp_path)
    assert [(f.owner, str(f.value)) for f in plan.figures if f.label == "Hyra" and f.year == 2025] == [
        ("Kansli", "10"),
        ("Museum", "77"),
    ]


def test_two_columns_of_prose_are_read_one_after_the_other(tmp_path: Path) -> None:
    sheet = Sheet()
    sheet.at(60, 130, "Samverkan", 18, bold=True)
    for n in range(6):
        sheet.at(60, 170 + 13 * n, f"rad {n} i den vänstra spalten som är")
        sheet.at(320, 170 + 13 * n, f"rad {n} i den högra spalten som är")
    (section,) = read(sheet, tmp_path).sections
    assert section.text.index("rad 5 i den vänstra") < section.text.index("rad 0 i den högra")


def test_a_sentence_over_a_page_break_is_whole_and_cited_where_it_begins(tmp_path: Path) -> None:
    sheet = Sheet()
    sheet.prose(
        60,
        730,
        [
            "Hyran för de nya lokalerna är",
        ],
    )
    sheet.add_page()
    sheet.prose(60, 130, ["500 tkr om året."])
    (figure,) = read(sheet, tmp_path).figures
    assert (figure.quote, figure.source.page) == ("Hyran för de nya lokalerna är 500 tkr om året.", 1)


def test_page_numbers_and_running_heads_are_no_text(tmp_path: Path) -> None:
    sheet = Sheet()
    for number in range(1, 5):
        if number > 1:
            sheet.add_page()
        sheet.at(60, 40, "Norrviks budget 2025", 8)
        sheet.at(290, 815, f"Sida {number} (4)", 8)
        sheet.prose(60, 200, [f"Sidans egen text nummer {number}."])
    text = "\n".join(section.text for section in read(sheet, tmp_path).sections)
    assert text.split() == " ".join(f"Sidans egen text nummer {n}." for n in range(1, 5)).split()


def test_a_table_goes_on_over_a_page_break(tmp_path: Path) -> None:
    sheet = Sheet()
    sheet.at(60, 130, "Budget", 18, bold=True)
    sheet.ruled(60, 700, ROWS[:2], (150, 80, 80))
    sheet.add_page()
    sheet.ruled(60, 60, [ROWS[0], *ROWS[2:]], (150, 80, 80))
    plan = read(sheet, tmp_path)
    assert triples(plan) == EXPECTED
    assert [figure.source.page for figure in plan.figures] == [1, 1, 2, 2, 2, 2]
