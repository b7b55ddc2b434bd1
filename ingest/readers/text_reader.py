"""Reads plain text, such as was extracted from a PDF: the order and the white space may be damaged."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from ingest.amounts import amounts_in
from ingest.errors import EmptyDocument
from ingest.layout.paragraphs import BULLET, is_item, join_lines
from ingest.pages import Block, BlockKind, Document, table_block
from ingest.ports import Progress
from ingest.readers.decoding import read_text
from ingest.readers.text_chunks import Line, chunks_of, keeps_wraps, lines_of, mended, vocabulary_of
from ingest.readers.text_columns import with_columns_joined
from ingest.readers.text_rows import column_names, is_column_head, is_row, is_year_header
from ingest.readers.text_tables import table_rows, table_span
from ingest.table_reading import stated_unit

LONGEST_HEADING = 90


class TextReader:
    """Reads plain text files."""

    suffixes = frozenset({".txt", ".text"})

    def read(self, path: Path, progress: Progress) -> Document:
        """The whole file as blocks; raises UnsupportedFormat or EmptyDocument."""
        text = unicodedata.normalize("NFKC", read_text(path).replace("\u00ad", ""))
        lines = lines_of(text)
        if not lines:
            raise EmptyDocument(str(path))
        vocabulary, keeps = vocabulary_of(text), keeps_wraps(lines)
        pages = [list(_blocks(page, vocabulary, keeps=keeps)) for page in _pages(lines)]
        progress(1, 1)
        pages = [with_columns_joined(page) for page in pages]
        titles = _titles(pages)
        return Document(tuple(block for page in pages for block in _ordered(page, titles)), None)


def _pages(lines: Sequence[Line]) -> list[list[Line]]:
    pages: list[list[Line]] = []
    for line in lines:
        if line.opens_page or not pages:
            pages.append([])
        pages[-1].append(line)
    return pages


def _blocks(lines: Sequence[Line], vocabulary: Counter[str], *, keeps: bool) -> Iterator[Block]:
    index, pending = 0, 0
    while index < len(lines):
        end = table_span(lines, index)
        if end > index:
            yield from _prose(lines[pending:index], vocabulary, keeps=keeps)
            rows = table_rows(lines[index:end])
            yield table_block(rows)
            index = pending = end
        else:
            index += 1
    yield from _prose(lines[pending:], vocabulary, keeps=keeps)


def _prose(lines: Sequence[Line], vocabulary: Counter[str], *, keeps: bool) -> Iterator[Block]:
    for chunk in chunks_of(lines):
        if len(chunk) == 1 and is_column_head(chunk[0].text):
            rows = (column_names(chunk[0].text),)
            yield table_block(rows)
            continue
        text = " ".join(join_lines(mended(chunk, vocabulary, keeps_wraps=keeps)).split())
        if is_item(text):
            yield Block(BlockKind.ITEM, BULLET.sub("• ", text, count=1) if BULLET.match(text) else text)
        elif _is_heading(chunk, text):
            yield Block(BlockKind.HEADING, text, 2 if text.isupper() else 3)
        else:
            yield Block(BlockKind.PARAGRAPH, text)


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


def _ordered(page: Sequence[Block], titles: frozenset[str]) -> list[Block]:
    """A page with its title put first; tables that several of its headings could own go right under the title."""
    known = [b for b in page if b.kind is BlockKind.HEADING and b.text in titles]
    head = [replace(known[-1], level=1)] if known else []
    rest = [b for b in page if not known or b != known[-1]]
    tables = [b for b in rest if b.kind is BlockKind.TABLE]
    units = [b for b in rest if b.kind is BlockKind.HEADING]
    if len(units) < 2 or not _alike(tables):
        return head + rest
    rivals = tuple(block.text for block in units)
    return head + [replace(b, rivals=rivals) for b in tables] + [b for b in rest if b.kind is not BlockKind.TABLE]


def _alike(tables: Sequence[Block]) -> bool:
    """Whether two tables have mostly the same row labels, as the budgets of two units have."""
    labels = [{row[0].casefold() for row in table.rows[1:] if any(row[1:])} for table in tables]
    pairs = [(a, b) for index, a in enumerate(labels) for b in labels[index + 1 :]]
    return any(len(a & b) >= 0.6 * max(len(a | b), 1) for a, b in pairs)
