"""Reads plain text, such as was extracted from a PDF: the order and the white space may be damaged."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from ingest.amounts import amounts_in
from ingest.errors import EmptyDocument
from ingest.layout.paragraphs import BULLET, is_item
from ingest.owner_headings import is_theme
from ingest.pages import Block, BlockKind, Document, table_block
from ingest.ports import Progress
from ingest.readers.decoding import plain, read_text
from ingest.readers.text_chunks import Line, chunks_of, lines_of
from ingest.readers.text_columns import with_columns_joined
from ingest.readers.text_rows import column_names, is_column_head, is_row, is_year_header
from ingest.readers.text_tables import table_rows, table_span
from ingest.repair.document_repair import DocumentRepair
from ingest.table_families import are_alike
from ingest.table_reading import stated_unit

LONGEST_HEADING = 90


class TextReader:
    """Reads plain text files."""

    suffixes = frozenset({".txt", ".text"})

    def read(self, path: Path, progress: Progress) -> Document:
        """The whole file as blocks; raises UnsupportedFormat or EmptyDocument."""
        lines = lines_of(plain(read_text(path)))
        if not lines:
            raise EmptyDocument(str(path))
        repair = DocumentRepair(lines)
        pages = [list(_blocks(page, repair)) for page in _pages(lines)]
        progress(1, 1)
        pages = [with_columns_joined(page) for page in pages]
        titles = _titles(pages)
        tables = [block for page in pages for block in page if block.kind is BlockKind.TABLE]
        return Document(tuple(block for page in pages for block in _ordered(page, titles, tables)), None)


def _pages(lines: Sequence[Line]) -> list[list[Line]]:
    pages: list[list[Line]] = []
    for line in lines:
        if line.opens_page or not pages:
            pages.append([])
        pages[-1].append(line)
    return pages


def _blocks(lines: Sequence[Line], repair: DocumentRepair) -> Iterator[Block]:
    index, pending = 0, 0
    while index < len(lines):
        end = table_span(lines, index)
        if end > index:
            yield from _prose(lines[pending:index], repair)
            yield _table(table_rows(lines[index:end]), repair)
            index = pending = end
        else:
            index += 1
    yield from _prose(lines[pending:], repair)


def _prose(lines: Sequence[Line], repair: DocumentRepair) -> Iterator[Block]:
    for chunk in chunks_of(lines):
        if len(chunk) == 1 and is_column_head(chunk[0].text):
            yield _table((column_names(chunk[0].text),), repair)
            continue
        text, original = repair.paragraph(chunk)
        if is_item(text):
            item = BULLET.sub("• ", text, count=1) if BULLET.match(text) else text
            yield Block(BlockKind.ITEM, item, original=original)
        elif _is_heading(chunk, text):
            yield Block(BlockKind.HEADING, text, 2 if text.isupper() else 3, original=original)
        else:
            yield Block(BlockKind.PARAGRAPH, text, original=original)


def _table(rows: tuple[tuple[str, ...], ...], repair: DocumentRepair) -> Block:
    """A table's block with the words of its cells made whole."""
    before, block = table_block(rows), table_block(tuple(tuple(map(repair.restored, row)) for row in rows))
    return block if block.text == before.text else replace(block, original=before.text)


def _is_heading(chunk: Sequence[Line], text: str) -> bool:
    if len(chunk) > 3 or len(text) > LONGEST_HEADING or len(text) < 3 or not text[0].isalnum():
        return False
    if text[0].islower() or text.endswith((".", ",", ":", ";", "!", "?", "%")) or "://" in text or text.isdigit():
        return False
    if amounts_in(text) or stated_unit([text]) is not None or re.search(r"\d,\d", text):
        return False
    return not is_row(text) and not is_year_header(text) and len(text.split()) <= 12 and any(c.isalpha() for c in text)


def _titles(pages: Sequence[Sequence[Block]]) -> frozenset[str]:
    """Headings left at the end of a page with nothing under them: extracted text puts a slide's title there."""
    last = [page[-1] for page in pages if len(page) > 1 and page[-1].kind is BlockKind.HEADING]
    return frozenset(block.text for block in last)


def _ordered(page: Sequence[Block], titles: frozenset[str], tables: Sequence[Block]) -> list[Block]:
    """A page with its title put first; tables that several of its headings could own know them, and go right under it.

    These are tables of one form with any other of the document's `tables`: the order of extracted text is no guide.
    """
    known = [b for b in page if b.kind is BlockKind.HEADING and b.text in titles]
    head = [replace(known[-1], level=1)] if known else []
    rest = [b for b in page if not known or b != known[-1]]
    rivals = _possible_owners(rest)
    alike = any(are_alike(b.rows, o.rows) for b in rest for o in tables if b.kind is BlockKind.TABLE and o is not b)
    if len(rivals) < 2 or not alike:
        return head + rest
    owned = [replace(b, rivals=rivals) if b.kind is BlockKind.TABLE else b for b in rest]
    return head + sorted(owned, key=lambda b: bool(head) and b.kind is not BlockKind.TABLE)


def _possible_owners(page: Sequence[Block]) -> tuple[str, ...]:
    """The outermost headings of a page that can name a unit."""
    headings = [b for b in page if b.kind is BlockKind.HEADING and not is_theme(b.text)]
    return tuple(b.text for b in headings if b.level == min(other.level for other in headings))
