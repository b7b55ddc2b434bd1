"""Reads workbooks through openpyxl: each sheet that shows is a section, each block of rows a table."""

import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING
from xml.etree.ElementTree import ParseError

from ingest.errors import DamagedDocument, EmptyDocument
from ingest.pages import Block, BlockKind, Document
from ingest.ports import Progress
from ingest.readers.cell_formats import printed
from ingest.readers.decoding import cleaned
from ingest.readers.office_package import require_package
from ingest.readers.sheet_parts import sheet_blocks

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet


LONGEST_NAME = 31
"""Characters that Excel allows in a sheet's name."""


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
        except (InvalidFileException, zipfile.BadZipFile, KeyError, ValueError, TypeError, ParseError) as exc:
            raise DamagedDocument(str(path)) from exc
        sheets = [sheet for sheet in workbook.worksheets if sheet.sheet_state == "visible"]
        blocks = tuple(block for sheet in sheets for block in _blocks(sheet))
        progress(1, 1)
        if all(block.kind is BlockKind.HEADING for block in blocks):
            raise EmptyDocument(str(path))
        properties = workbook.properties
        return Document(blocks, None, properties.title or "", properties.creator or "")


def _blocks(sheet: "Worksheet") -> Iterator[Block]:
    rows = _rows(sheet)
    yield Block(BlockKind.HEADING, _title(sheet.title, rows), 1)
    yield from sheet_blocks(rows)
    for _, cell in sorted(sheet._cells.items()):
        if cell.comment is not None and cell.comment.text.strip():
            yield Block(BlockKind.PARAGRAPH, cleaned(cell.comment.text))


def _title(name: str, rows: dict[int, dict[int, str]]) -> str:
    """The sheet's name, or its first line where the name is that, cut at what Excel allows; the line goes then."""
    first = next(iter(rows), 0)
    line = next(iter(rows.get(first, {}).values()), "")
    alone = len(rows.get(first, {})) == 1 and len(name) >= LONGEST_NAME - 1
    if not alone or not _letters(line).startswith(_letters(name)):
        return name
    del rows[first]
    return line


def _letters(text: str) -> str:
    return "".join(letter for letter in text.casefold() if letter.isalnum())


def _rows(sheet: "Worksheet") -> dict[int, dict[int, str]]:
    """What is printed by row and column; only cells that are kept are looked at: a sheet can claim more."""
    hidden = {
        column
        for dimension in sheet.column_dimensions.values()
        if dimension.hidden
        for column in range(dimension.min or 1, min(dimension.max or 1, sheet.max_column) + 1)
    }
    shown: dict[int, dict[int, str]] = {}
    for (row, column), cell in sorted(sheet._cells.items()):
        if column in hidden or (row in sheet.row_dimensions and sheet.row_dimensions[row].hidden):
            continue
        text = printed(cell.value, cell.number_format)
        if text:
            shown.setdefault(row, {})[column] = text
    return shown
