"""The printed cells of a sheet become headings, text and tables: empty rows and columns part them."""

import re
from collections.abc import Iterator, Sequence

from ingest.amounts import parse_cell
from ingest.column_heads import is_year
from ingest.layout.paragraphs import is_item
from ingest.pages import Block, BlockKind, table_block

Row = dict[int, str]
"""The text of a row's cells by their column."""

LONGEST_HEADING = 90
SIDES_OF_A_RESULT = re.compile(
    r"(?:verksamhetens\s)?(?:intäkter|kostnader|inkomster|utgifter|tillgångar|skulder)\b", re.IGNORECASE
)
"""Lines that head rows of the table that goes on after them, and no table of their own."""


def sheet_blocks(rows: dict[int, Row]) -> Iterator[Block]:
    """The blocks of one sheet, given its rows by their number.

    A part without a head of its own goes on with the table before it, or has its head where a heading parts them.
    """
    header: tuple[Row, ...] = ()
    body: list[Row] = []
    parts = list(_parts(rows))
    for number, part in enumerate(parts, 1):
        for side in _sides(part):
            lines, table, notes = _lines_and_table(side)
            goes_on = bool(header) and bool(table) and not _head(table) and _columns(table) <= _columns(header)
            if goes_on and all(SIDES_OF_A_RESULT.match(line) for row in lines for line in row.values()):
                body += [*lines, *table]
                lines, table = [], []
            if lines or table or notes:
                yield from _flush(body)
                body = []
            yield from _told(lines, leads=bool(table) or number < len(parts))
            if table:
                header = header if goes_on else tuple(_head(table))
                body = [*header, *table] if goes_on else list(table)
            if notes:
                yield from _flush(body)
                body = []
                yield from (_text(row) for row in notes)
    yield from _flush(body)


def _flush(body: Sequence[Row]) -> Iterator[Block]:
    used = sorted({column for row in body for column in row})
    if body:
        yield table_block(tuple(tuple(row.get(column, "") for column in used) for row in body))


def _parts(rows: dict[int, Row]) -> Iterator[list[Row]]:
    part: list[Row] = []
    last = 0
    for number in sorted(rows):
        if part and number > last + 1:
            yield part
            part = []
        part.append(rows[number])
        last = number
    if part:
        yield part


def _sides(part: list[Row]) -> list[list[Row]]:
    """The tables that stand beside each other: an empty column between them, and labels at the left of each."""
    groups: list[list[int]] = []
    for column in sorted(_columns(part)):
        if groups and column == groups[-1][-1] + 1:
            groups[-1].append(column)
        else:
            groups.append([column])
    sides: list[list[int]] = []
    for group in groups:
        if sides and not (len(group) > 1 and len(sides[-1]) > 1 and _has_labels(part, group[0])):
            sides[-1] += group
        else:
            sides.append(list(group))
    if len(sides) < 2:
        return [part]
    found = [[{c: row[c] for c in side if c in row} for row in part] for side in sides]
    return [[row for row in side if row] for side in found]


def _has_labels(part: Sequence[Row], column: int) -> bool:
    cells = [row[column] for row in part if column in row]
    return sum(parse_cell(cell) is None for cell in cells) > len(cells) / 2


def _columns(rows: Sequence[Row]) -> set[int]:
    return {column for row in rows for column in row}


def _lines_and_table(part: list[Row]) -> tuple[list[Row], list[Row], list[Row]]:
    """The rows of one cell before a table, the table, and the sentences after it."""
    if len(_columns(part)) == 1 and not any(parse_cell(text) is not None for row in part for text in row.values()):
        return part, [], []
    first = next((n for n, row in enumerate(part) if len(row) > 1), len(part))
    last = max((n for n, row in enumerate(part) if len(row) > 1), default=-1)
    after = [row for row in part[last + 1 :] if last >= 0]
    closing = bool(after) and all(_is_sentence(row) for row in after)
    end = last + 1 if closing else len(part)
    return part[:first], part[first:end], after if closing else []


def _is_sentence(row: Row) -> bool:
    (text,) = row.values()
    return len(text) > LONGEST_HEADING / 2 or text.endswith(".")


def _head(table: Sequence[Row]) -> list[Row]:
    """The rows at the top that name the columns: years or words where the rows below have amounts."""
    found: list[Row] = []
    first = min(_columns(table))
    for row in table[:3]:
        cells = [text for column, text in row.items() if column != first]
        if not cells or any(parse_cell(text) is not None and not is_year(text) for text in cells):
            break
        found.append(row)
    return found if len(found) < len(table) else found[:1]


def _told(lines: Sequence[Row], *, leads: bool) -> Iterator[Block]:
    """Rows of one cell: headings where something follows them, list items, or text."""
    for index, row in enumerate(lines):
        (text,) = row.values()
        follows = index + 1 < len(lines) or leads
        point = is_item(text) and (len(lines) > 1 or not text[0].isdigit())
        if follows and len(text) < LONGEST_HEADING and not text.endswith((".", ":", ";", ",")) and not point:
            yield Block(BlockKind.HEADING, text, 2)
        else:
            yield _text(row)


def _text(row: Row) -> Block:
    (text,) = row.values()
    return Block(BlockKind.ITEM if is_item(text) else BlockKind.PARAGRAPH, text)
