from collections.abc import Sequence
from pathlib import Path

import openpyxl
import pytest
from openpyxl.comments import Comment

from ingest.errors import DamagedDocument, EmptyDocument, EncryptedDocument, UnsupportedFormat
from ingest.model import Plan, Unit
from ingest.pages import BlockKind, Document
from ingest.readers.xlsx_reader import XlsxReader
from ingest.reading import read_plan

Sheet = Sequence[Sequence[object]]


def saved(tmp_path: Path, *sheets: Sheet, formats: dict[str, str] | None = None) -> Path:
    workbook = openpyxl.Workbook()
    del workbook["Sheet"]
    for number, rows in enumerate(sheets, 1):
        sheet = workbook.create_sheet(f"Blad{number}")
        for row in rows:
            sheet.append(list(row))
        for cell, form in (formats or {}).items():
            sheet[cell].number_format = form
    path = tmp_path / "norrvik-budget-2025.xlsx"
    workbook.save(path)
    return path


def read(path: Path) -> Document:
    return XlsxReader().read(path, lambda done, total: None)


def plan(path: Path) -> Plan:
    return read_plan(path)


BUDGET = [["tkr", 2025, 2026], ["Hyra", 1670, -1720], ["Lön", 12.5, None], ["Summa", 0.1 + 0.2, 3]]


def test_a_sheet_is_a_section_and_its_rows_a_table(tmp_path: Path) -> None:
    heading, table = read(saved(tmp_path, BUDGET)).blocks
    assert (heading.kind, heading.text) == (BlockKind.HEADING, "Blad1")
    assert table.rows == (
        ("tkr", "2025", "2026"),
        ("Hyra", "1670", "-1720"),
        ("Lön", "12,5", ""),
        ("Summa", "0,3", "3"),
    )


def test_figures_are_read_as_from_any_table(tmp_path: Path) -> None:
    assert [(f.label, str(f.value), f.unit, f.year) for f in plan(saved(tmp_path, BUDGET)).figures[:3]] == [
        ("Hyra", "1670", Unit.TKR, 2025),
        ("Hyra", "-1720", Unit.TKR, 2026),
        ("Lön", "12.5", Unit.TKR, 2025),
    ]


def test_a_share_is_a_share_as_the_sheet_shows_it(tmp_path: Path) -> None:
    rows: Sheet = [["Källa", "Andel"], ["Projekt", 0.39], ["Avgift", 0.205]]
    path = saved(tmp_path, rows, formats={"B2": "0%", "B3": "0.0%"})
    assert [(f.as_printed, str(f.value), f.unit) for f in plan(path).figures] == [
        ("39 %", "39", Unit.PERCENT),
        ("20,5 %", "20.5", Unit.PERCENT),
    ]


def test_a_line_above_a_table_is_a_heading(tmp_path: Path) -> None:
    blocks = read(saved(tmp_path, [["Driftbudget", None, None], *BUDGET])).blocks
    assert [(block.kind, block.text) for block in blocks[:2]] == [
        (BlockKind.HEADING, "Blad1"),
        (BlockKind.HEADING, "Driftbudget"),
    ]


def test_an_empty_row_parts_tables_and_empty_columns_go(tmp_path: Path) -> None:
    rows: Sheet = [["A", None, 1], ["B", None, 2], [None, None, None], ["C", None, 3], ["D", None, 4]]
    assert [block.rows for block in read(saved(tmp_path, rows)).blocks[1:]] == [
        (("A", "1"), ("B", "2")),
        (("C", "3"), ("D", "4")),
    ]


def test_a_part_without_years_of_its_own_keeps_those_of_the_part_above(tmp_path: Path) -> None:
    rows: Sheet = [["tkr", 2025, 2026], ["Avgift", 10, 11], [None] * 3, ["Hyra", 4, 5], ["Lön", 6, 6]]
    (table,) = read(saved(tmp_path, rows)).blocks[1:]
    assert table.rows == (("tkr", "2025", "2026"), ("Avgift", "10", "11"), ("Hyra", "4", "5"), ("Lön", "6", "6"))


def test_income_and_costs_parted_by_an_empty_row_are_one_table(tmp_path: Path) -> None:
    rows: Sheet = [["tkr", 2025], ["Avgift", 10], [None, None], ["Kostnader", None], ["Hyra", 10]]
    (table,) = read(saved(tmp_path, rows)).blocks[1:]
    assert table.rows == (("tkr", "2025"), ("Avgift", "10"), ("Kostnader", ""), ("Hyra", "10"))


def test_a_heading_between_two_parts_parts_them_and_both_have_the_years(tmp_path: Path) -> None:
    rows: Sheet = [["tkr", 2025], ["Hyra", 10], [None, None], ["Kansliet", None], ["Hyra", 4]]
    _, first, heading, second = read(saved(tmp_path, rows)).blocks
    assert (first.rows, heading.text) == ((("tkr", "2025"), ("Hyra", "10")), "Kansliet")
    assert second.rows == (("tkr", "2025"), ("Hyra", "4"))


def test_a_part_with_years_of_its_own_is_a_table_of_its_own(tmp_path: Path) -> None:
    rows: Sheet = [["tkr", 2025], ["Hyra", 10], [None, None], ["tkr", 2026], ["Hyra", 4]]
    assert [block.rows[0] for block in read(saved(tmp_path, rows)).blocks[1:]] == [("tkr", "2025"), ("tkr", "2026")]


def test_tables_side_by_side_are_two(tmp_path: Path) -> None:
    rows: Sheet = [
        ["tkr", 2025, None, "Personal", "Antal"],
        ["Hyra", 10, None, "Chefer", 2],
        ["Lön", 4, None, None, None],
    ]
    assert [block.rows for block in read(saved(tmp_path, rows)).blocks[1:]] == [
        (("tkr", "2025"), ("Hyra", "10"), ("Lön", "4")),
        (("Personal", "Antal"), ("Chefer", "2")),
    ]


def test_hidden_sheets_rows_and_columns_are_left_out(tmp_path: Path) -> None:
    path = saved(tmp_path, [["tkr", 2025, 2026], ["Hyra", 10, 11], ["Hemligt", 4, 4]], [["Dold", 1]])
    workbook = openpyxl.load_workbook(path)
    first, second = workbook.worksheets
    second.sheet_state = "hidden"
    first.row_dimensions[3].hidden = True
    first.column_dimensions["C"].hidden = True
    workbook.save(path)
    assert [block.text for block in read(path).blocks] == ["Blad1", "tkr\t2025\nHyra\t10"]


def test_sentences_after_a_table_and_notes_on_cells_are_text(tmp_path: Path) -> None:
    path = saved(tmp_path, [["tkr", 2025], ["Hyra", 10], ["Hyran räknas upp med index varje år i januari.", None]])
    workbook = openpyxl.load_workbook(path)
    workbook.worksheets[0]["B2"].comment = Comment("Preliminärt belopp", "A")
    workbook.save(path)
    assert [(b.kind, b.text) for b in read(path).blocks[2:]] == [
        (BlockKind.PARAGRAPH, "Hyran räknas upp med index varje år i januari."),
        (BlockKind.PARAGRAPH, "Preliminärt belopp"),
    ]


def test_a_name_that_was_cut_is_whole_in_the_first_line(tmp_path: Path) -> None:
    line = "Kommunfullmäktiges övergripande mål"
    path = saved(tmp_path, [[line, None], ["Mål", "Indikator"], ["Trygghet", "Antal brott"]])
    workbook = openpyxl.load_workbook(path)
    workbook.worksheets[0].title = line[:31]
    workbook.save(path)
    assert [block.text for block in read(path).blocks] == [line, "Mål\tIndikator\nTrygghet\tAntal brott"]


def test_a_merged_cell_stands_once(tmp_path: Path) -> None:
    path = saved(tmp_path, [["Budget", None, None], ["tkr", 2025, 2026], ["Hyra", 10, 11]])
    workbook = openpyxl.load_workbook(path)
    workbook.worksheets[0].merge_cells("A1:C1")
    workbook.save(path)
    assert [block.text for block in read(path).blocks][1] == "Budget"


def test_an_empty_workbook_is_empty(tmp_path: Path) -> None:
    with pytest.raises(EmptyDocument):
        read(saved(tmp_path, []))


@pytest.mark.parametrize(
    ("content", "error"),
    [
        (b"PK\x03\x04 broken", DamagedDocument),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", EncryptedDocument),
        (b"hello", UnsupportedFormat),
    ],
)
def test_other_content_is_told_apart(tmp_path: Path, content: bytes, error: type[Exception]) -> None:
    path = tmp_path / "plan.xlsx"
    path.write_bytes(content)
    with pytest.raises(error):
        read(path)
