"""Tables that go on over a page break or in the next column become one, with the page of each row."""

from collections.abc import Sequence
from dataclasses import replace

from ingest.column_heads import is_year
from ingest.layout.amount_columns import is_amount
from ingest.layout.boxes import around, height
from ingest.model import BoundingBox
from ingest.pages import Block, BlockKind, table_block

SAME_EDGE = 6.0
"""Points that the edge of a column may differ by from page to page."""
HIGHER = 2
"""Rows of a table by which what goes on with it in the next column stands higher, at least."""

Row = tuple[str, ...]


def whole_tables(pages: Sequence[Sequence[Block]]) -> list[list[Block]]:
    """The blocks of each page; a table that goes on with the last one of the page or column before is added to that."""
    found = [_over_columns(page) for page in pages]
    opened: tuple[int, int] | None = None
    for number, page in enumerate(found):
        first = _outermost(page, first=True)
        if opened is not None and first is not None:
            table = found[opened[0]][opened[1]]
            if _goes_on(table, page[first]):
                found[opened[0]][opened[1]] = _joined(table, page[first])
                del page[first]
                if not page:
                    continue
        last = _outermost(page, first=False)
        opened = None if last is None else (number, last)
    return found


def _over_columns(page: Sequence[Block]) -> list[Block]:
    """A page's blocks in reading order, with the rows at the top of a column added to the table that ends the last."""
    found: list[Block] = []
    for block in page:
        if found and _goes_on_beside(found[-1], block):
            found[-1] = _joined(found[-1], block)
        else:
            found.append(block)
    return found


def _goes_on_beside(table: Block, part: Block) -> bool:
    """Whether rows without a head stand to the right and higher, in columns as far apart as the table's are."""
    if table.kind is not BlockKind.TABLE or part.kind is not BlockKind.TABLE or table.boxed != part.boxed:
        return False
    if table.box is None or part.box is None or part.box.x0 < table.box.x1:
        return False
    if part.box.top > table.box.top - HIGHER * height(table.box) / len(table.rows):
        return False
    upper, lower = _columns(table), _columns(part)
    pairs = [(a, b) for a, b in zip(upper, lower, strict=False) if a is not None and b is not None]
    shift = part.box.x1 - table.box.x1
    same = all(abs(a.x0 + shift - b.x0) < SAME_EDGE or abs(a.x1 + shift - b.x1) < SAME_EDGE for a, b in pairs)
    return (
        len(upper) == len(lower) == len(pairs) > 1
        and same
        and _is_head(table.rows[0])
        and _has_amounts(table.rows)
        and _has_amounts(part.rows[:1])
    )


def _outermost(page: Sequence[Block], *, first: bool) -> int | None:
    """The index of what stands before or after all else on a page, if that is a table without a heading beside it."""
    places = [(n, block, block.box) for n, block in enumerate(page) if block.box is not None]
    if not places:
        return None
    index, block, box = min(places, key=lambda p: p[2].top) if first else max(places, key=lambda p: p[2].bottom)
    headed = first and any(b.kind is BlockKind.HEADING and place.top < box.bottom for _, b, place in places)
    return index if block.kind is BlockKind.TABLE and block.boxed is None and not headed else None


def _goes_on(table: Block, part: Block) -> bool:
    """Whether a table's columns are another's: at the same places, under the same names or none."""
    upper, lower = _columns(table), _columns(part)
    if len(upper) != len(lower) or (table.page or 0) >= (part.page or 0):
        return False
    pairs = [(a, b) for a, b in zip(upper, lower, strict=True) if a is not None and b is not None]
    same = all(abs(a.x0 - b.x0) < SAME_EDGE or abs(a.x1 - b.x1) < SAME_EDGE for a, b in pairs)
    if not same or len(pairs) < 2:
        return False
    repeated = _repeated(table, part)
    return repeated > 0 or (_has_amounts(table.rows) and not _is_head(part.rows[0]))


def _columns(table: Block) -> list[BoundingBox | None]:
    columns = [[box for box in column if box is not None] for column in zip(*table.cell_boxes, strict=True)]
    return [around(column) if column else None for column in columns]


def _repeated(table: Block, part: Block) -> int:
    """How many rows at the top of both are the same, as a head that is printed on each page."""
    count = 0
    for upper, lower in zip(table.rows, part.rows, strict=False):
        if upper != lower or not _is_head(upper):
            break
        count += 1
    return count


def _is_head(row: Row) -> bool:
    """Whether a row names columns: words or years, and no amounts, in more than its first cell."""
    cells = [cell for cell in row[1:] if cell]
    return bool(cells) and all(is_year(cell) or not is_amount(cell) for cell in cells)


def _has_amounts(rows: Sequence[Row]) -> bool:
    return any(is_amount(cell) and not is_year(cell) for row in rows for cell in row[1:])


def _joined(table: Block, part: Block) -> Block:
    skipped = _repeated(table, part)
    rows = (*table.rows, *part.rows[skipped:])
    pages = (*(table.row_pages or _pages(table)), *_pages(part)[skipped:])
    return replace(
        table_block(rows),
        page=table.page,
        box=table.box,
        cell_boxes=(*table.cell_boxes, *part.cell_boxes[skipped:]),
        row_pages=pages,
    )


def _pages(table: Block) -> tuple[int, ...]:
    return (table.page or 1,) * len(table.rows)
