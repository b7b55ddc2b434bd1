"""Reads plain text, such as was extracted from a PDF: the order and the white space may be damaged."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from ingest.errors import EmptyDocument
from ingest.layout.paragraphs import BULLET, is_item
from ingest.owner_headings import is_theme
from ingest.pages import Block, BlockKind, Document, table_block
from ingest.ports import Progress
from ingest.readers.decoding import plain, read_text
from ingest.readers.text_chunks import Line, chunks_of, lines_of
from ingest.readers.text_columns import with_columns_joined
from ingest.readers.text_headings import TITLE, Headings, headings_of, with_close_levels, with_goal_levels
from ingest.readers.text_rows import column_names, is_column_head
from ingest.readers.text_running import TextPage, without_running_lines
from ingest.readers.text_stacked_heads import with_stacked_heads
from ingest.readers.text_tables import table_rows, table_span
from ingest.readers.text_titles import PageBlocks, are_displaced, with_titles_first
from ingest.repair.document_repair import DocumentRepair
from ingest.table_families import are_alike


class TextReader:
    """Reads plain text files."""

    suffixes = frozenset({".txt", ".text"})

    def read(self, path: Path, progress: Progress) -> Document:
        """The whole file as blocks; raises UnsupportedFormat or EmptyDocument."""
        text = plain(read_text(path))
        lines = with_stacked_heads(lines_of(text))
        if not lines:
            raise EmptyDocument(str(path))
        repair, headings = DocumentRepair(lines), headings_of(text, lines)
        pages = _page_blocks(without_running_lines(_pages(lines)), repair, headings)
        progress(1, 1)
        titled = with_titles_first(pages)
        tables = [block for page in titled for block in page if block.kind is BlockKind.TABLE]
        blocks = [block for page in titled for block in _ordered(page, tables)]
        return Document(tuple(with_close_levels(blocks if are_displaced(pages) else with_goal_levels(blocks))), None)


def _pages(lines: Sequence[Line]) -> list[list[Line]]:
    pages: list[list[Line]] = []
    for line in lines:
        if line.opens_page or not pages:
            pages.append([])
        pages[-1].append(line)
    return pages


def _page_blocks(pages: Sequence[TextPage], repair: DocumentRepair, headings: Headings) -> list[PageBlocks]:
    tabs = any(page.chapter is not None for page in pages)
    found = []
    for page, before in zip(pages, [None, *pages], strict=False):
        frames = [
            [_tab(frame, repair)] if n == page.tab else with_columns_joined(list(_blocks(frame, repair, headings)))
            for n, frame in enumerate(page.frames)
        ]
        opens = before is None or page.chapter != before.chapter
        found.append(PageBlocks(tuple(map(tuple, frames)), opens if tabs else None))
    return found


def _tab(lines: Sequence[Line], repair: DocumentRepair) -> Block:
    text, original = repair.paragraph(lines)
    return Block(BlockKind.PARAGRAPH, text, original=original)


def _blocks(lines: Sequence[Line], repair: DocumentRepair, headings: Headings) -> Iterator[Block]:
    index, pending = 0, 0
    while index < len(lines):
        end = table_span(lines, index)
        if end > index:
            yield from _prose(lines[pending:index], repair, headings)
            yield _table(table_rows(lines[index:end]), repair)
            index = pending = end
        else:
            index += 1
    yield from _prose(lines[pending:], repair, headings)


def _prose(lines: Sequence[Line], repair: DocumentRepair, headings: Headings) -> list[Block]:
    chunks = list(chunks_of(lines))
    found: list[Block] = []
    close = False
    for chunk, following in zip(chunks, [*chunks[1:], None][: len(chunks)], strict=True):
        if len(chunk) == 1 and is_column_head(chunk[0].text):
            found.append(_table((column_names(chunk[0].text),), repair))
            continue
        text, original = repair.paragraph(chunk)
        after = following[0] if following else None
        if headings.is_heading(chunk, text, found[-1].kind if found else None, after):
            if close and found and found[-1].kind is BlockKind.HEADING:
                over = found[-1]
                found[-1] = replace(over, level=headings.level_of(over.text, over=True))
            found.append(Block(BlockKind.HEADING, text, headings.level_of(text, over=False), original=original))
        elif is_item(text):
            item = BULLET.sub("• ", text, count=1) if BULLET.match(text) else text
            found.append(Block(BlockKind.ITEM, item, original=original))
        else:
            found.append(Block(BlockKind.PARAGRAPH, text, original=original))
        close = after is not None and after.blank == 0
    return found


def _table(rows: tuple[tuple[str, ...], ...], repair: DocumentRepair) -> Block:
    """A table's block with the words of its cells made whole."""
    before, block = table_block(rows), table_block(tuple(tuple(map(repair.restored, row)) for row in rows))
    return block if block.text == before.text else replace(block, original=before.text)


def _ordered(page: Sequence[Block], tables: Sequence[Block]) -> list[Block]:
    """A page whose tables know the headings that could own them; under a title they go right after it.

    These are tables of one form with any other of the document's `tables`: the order of extracted text is no guide.
    """
    head = [block for block in page[:1] if block.kind is BlockKind.HEADING and block.level == TITLE]
    rest = page[len(head) :]
    rivals = _possible_owners(rest)
    alike = any(are_alike(b.rows, o.rows) for b in rest for o in tables if b.kind is BlockKind.TABLE and o is not b)
    if len(rivals) < 2 or not alike:
        return list(page)
    owned = [replace(b, rivals=rivals) if b.kind is BlockKind.TABLE else b for b in rest]
    return head + sorted(owned, key=lambda b: bool(head) and b.kind is not BlockKind.TABLE)


def _possible_owners(page: Sequence[Block]) -> tuple[str, ...]:
    """The outermost headings of a page that can name a unit."""
    headings = [b for b in page if b.kind is BlockKind.HEADING and not is_theme(b.text)]
    return tuple(b.text for b in headings if b.level == min(other.level for other in headings))
