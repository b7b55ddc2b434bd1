"""Reads workbooks through openpyxl: each sheet is a section, each block of rows without a gap a table."""

import zipfile
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING
from xml.etree.ElementTree import ParseError

from ingest.errors import DamagedDocument, EmptyDocument
from ingest.pages import Block, BlockKind, Document, table_block
from ingest.ports import Progress
from ingest.readers.office_package import require_package

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet


class XlsxReader:
    """Reads XLSX files: the values that the formulas had when the workbook was saved."""

    suffixes = frozenset({".xlsx"})

    def read(self, path: Path, progress: Progress) -> Document:
        """All sheets as blocks; raises UnsupportedFormat, EncryptedDocument, DamagedDocument or EmptyDocument."""
        import openpyxl
        from openpyxl.utils.exceptions import InvalidFileException

        require_package(path, "XLSX")
        try:
            workbook = openpyxl.load_workbook(path, data_only=True)
        except (InvalidFileException, zipfile.BadZipFile, KeyError, ValueError, ParseError) as exc:
            raise DamagedDocument(str(path)) from exc
        blocks = tuple(block for sheet in workbook.worksheets for block in _blocks(sheet))
        progress(1, 1)
        if all(block.kind is BlockKind.HEADING for block in blocks):
            raise EmptyDocument(str(path))
        properties = workbook.properties
        return Document(blocks, None, properties.title or "", properties.creator or "")


def _blocks(sheet: "Worksheet") -> Iterator[Block]:
    yield Block(BlockKind.HEADING, sheet.title, 1)
    rows: list[tuple[str, ...]] = []
    for row in [*sheet.iter_rows(), ()]:
        cells = tuple(_printed(cell.value, cell.number_format) for cell in row)
        if any(cells):
            rows.append(cells)
            continue
        yield from _part(rows)
        rows = []


def _part(rows: list[tuple[str, ...]]) -> Iterator[Block]:
    """Rows without a gap: leading rows with one cell are headings or text, the rest is a table."""
    while rows and sum(1 for cell in rows[0] if cell) == 1 and len(rows[0]) > 1:
        text = next(cell for cell in rows.pop(0) if cell)
        yield Block(BlockKind.HEADING if rows and len(text) < 90 else BlockKind.PARAGRAPH, text, 2)
    used = [index for index in range(max(map(len, rows), default=0)) if any(row[index] for row in rows)]
    if rows:
        table = tuple(tuple(row[index] for index in used) for row in rows)
        yield table_block(table)


def _printed(value: object, number_format: str) -> str:
    """A cell as a Swede writes it: decimal comma, shares in per cent where the sheet shows them so, dates as ISO."""
    if value is None:
        return ""
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        share = "%" in number_format
        number = f"{value * 100 if share else value:.15g}".replace(".", ",")
        return f"{number} %" if share else number
    if isinstance(value, (datetime, date)):
        return value.isoformat()[:10]
    return " ".join(str(value).split())
