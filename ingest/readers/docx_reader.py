"""Reads Word documents through python-docx: headings by style, paragraphs, lists and tables in document order."""

import re
import zipfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from ingest.errors import DamagedDocument, EmptyDocument
from ingest.layout.paragraphs import is_item
from ingest.pages import Block, BlockKind, Document, table_block
from ingest.ports import Progress
from ingest.readers.decoding import cleaned
from ingest.readers.office_package import require_package

if TYPE_CHECKING:
    from docx.document import Document as WordDocument
    from docx.table import Table
    from docx.text.paragraph import Paragraph

_HEADING = re.compile(r"(?:heading|rubrik)\s*(\d)", re.IGNORECASE)
_LIST = re.compile(r"list|punkt", re.IGNORECASE)


class DocxReader:
    """Reads DOCX files."""

    suffixes = frozenset({".docx"})

    def read(self, path: Path, progress: Progress) -> Document:
        """The whole file as blocks; raises UnsupportedFormat, EncryptedDocument, DamagedDocument or EmptyDocument."""
        import docx
        from docx.opc.exceptions import PackageNotFoundError

        require_package(path, "DOCX")
        try:
            document = docx.Document(str(path))
            blocks = tuple(_blocks(document))
        except (PackageNotFoundError, zipfile.BadZipFile, KeyError, ValueError, SyntaxError) as exc:
            raise DamagedDocument(str(path)) from exc
        progress(1, 1)
        if not blocks:
            raise EmptyDocument(str(path))
        properties = document.core_properties
        return Document(blocks, None, properties.title or "", properties.author or "")


def _blocks(document: "WordDocument") -> Iterator[Block]:
    from docx.table import Table

    for item in document.iter_inner_content():
        if isinstance(item, Table):
            rows = _rows(item)
            if rows:
                yield table_block(rows)
        else:
            block = _block(item)
            if block.text:
                yield block


def _block(paragraph: "Paragraph") -> Block:
    text = cleaned(paragraph.text)
    style = (paragraph.style.name if paragraph.style is not None else "") or ""
    heading = _HEADING.match(style)
    if heading is not None:
        return Block(BlockKind.HEADING, text, int(heading[1]))
    if style.casefold() in {"title", "rubrik"}:
        return Block(BlockKind.HEADING, text, 1)
    if text and (_LIST.search(style) or is_item(text)):
        return Block(BlockKind.ITEM, text if is_item(text) else f"• {text}")
    return Block(BlockKind.PARAGRAPH, text)


def _rows(table: "Table") -> tuple[tuple[str, ...], ...]:
    """The cells of each row; a merged cell's text stands once, in its first place."""
    rows = []
    for row in table.rows:
        cells: list[str] = []
        seen: Sequence[object] = ()
        for cell in row.cells:
            cells.append("" if any(cell._tc is other for other in seen) else cleaned(cell.text))
            seen = (*seen, cell._tc)
        if any(cells):
            rows.append(tuple(cells))
    return tuple(rows)
