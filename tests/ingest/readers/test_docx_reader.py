from pathlib import Path

import docx
import pytest
from docx.document import Document as WordDocument

from ingest.errors import DamagedDocument, EmptyDocument, EncryptedDocument, UnsupportedFormat
from ingest.pages import BlockKind, Document
from ingest.readers.docx_reader import DocxReader


def read(tmp_path: Path, document: WordDocument) -> Document:
    path = tmp_path / "plan.docx"
    document.save(str(path))
    return DocxReader().read(path, lambda done, total: None)


def test_headings_paragraphs_lists_and_tables_in_document_order(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_heading("Plan", 0)
    document.add_heading("Mål", 2)
    document.add_paragraph("Ett viktigt stycke.")
    document.add_paragraph("Mötas", style="List Bullet")
    table = document.add_table(2, 2)
    for cell, text in zip(
        [*table.rows[0].cells, *table.rows[1].cells], ["", "2025", "Hyra", "1\u00a0670"], strict=True
    ):
        cell.text = text
    document.add_paragraph("Efter tabellen.")
    assert [(block.kind, block.text, block.level) for block in read(tmp_path, document).blocks] == [
        (BlockKind.HEADING, "Plan", 1),
        (BlockKind.HEADING, "Mål", 2),
        (BlockKind.PARAGRAPH, "Ett viktigt stycke.", 0),
        (BlockKind.ITEM, "• Mötas", 0),
        (BlockKind.TABLE, "\t2025\nHyra\t1 670", 0),
        (BlockKind.PARAGRAPH, "Efter tabellen.", 0),
    ]


def test_a_merged_cell_stands_once_and_the_others_stay_in_place(tmp_path: Path) -> None:
    document = docx.Document()
    table = document.add_table(2, 3)
    table.cell(0, 0).merge(table.cell(0, 1)).text = "Intäkter"
    table.cell(0, 2).text = "2025"
    for index, text in enumerate(["Hyra", "x", "10"]):
        table.cell(1, index).text = text
    (block,) = read(tmp_path, document).blocks
    assert block.rows == (("Intäkter", "", "2025"), ("Hyra", "x", "10"))


def test_a_cell_merged_over_rows_keeps_the_others_in_place(tmp_path: Path) -> None:
    document = docx.Document()
    table = document.add_table(2, 2)
    table.cell(0, 0).merge(table.cell(1, 0)).text = "Hyra"
    table.cell(0, 1).text, table.cell(1, 1).text = "1", "2"
    (block,) = read(tmp_path, document).blocks
    assert [row[1] for row in block.rows] == ["1", "2"]


def test_the_files_own_title_and_author(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("Text")
    document.core_properties.title, document.core_properties.author = "Budget 2025", "Norrviks kommun"
    made = read(tmp_path, document)
    assert (made.title, made.author, made.pages) == ("Budget 2025", "Norrviks kommun", None)


def test_a_document_without_text_is_empty(tmp_path: Path) -> None:
    with pytest.raises(EmptyDocument):
        read(tmp_path, docx.Document())


@pytest.mark.parametrize(
    ("content", "error"),
    [
        (b"PK\x03\x04 broken", DamagedDocument),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", EncryptedDocument),
        (b"hello", UnsupportedFormat),
    ],
)
def test_other_content_is_told_apart(tmp_path: Path, content: bytes, error: type[Exception]) -> None:
    path = tmp_path / "plan.docx"
    path.write_bytes(content)
    with pytest.raises(error):
        DocxReader().read(path, lambda done, total: None)
