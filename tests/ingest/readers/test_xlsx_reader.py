from collections.abc import Sequence
from pathlib import Path

import openpyxl
import pytest

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
