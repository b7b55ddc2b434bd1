"""Tables that reach over two columns of text: the line that names them, and the headings that they are not under."""

from collections.abc import Iterator, Mapping, Sequence

from ingest.layout.boxes import height, overlap_x, overlap_y
from ingest.model import BoundingBox
from ingest.pages import Block, BlockKind
from ingest.table_titles import title_in

NEAR = 14.0
"""Points of white between a table and the line right above it that names it, at most."""
SAME_EDGE = 6.0
"""Points that what stands in one column may begin to the left of the others."""

Placed = Sequence[tuple[Block, BoundingBox]]


def titles_of(blocks: Sequence[Block]) -> Mapping[int, Block]:
    """The line right above each table that may be its title, by the table's identity, where one stands there alone."""
    placed = [(block, block.box) for block in blocks if block.boxed is None and block.box is not None]
    found: dict[int, Block] = {}
    for table, area in placed:
        if table.kind is not BlockKind.TABLE:
            continue
        over = [(b, box) for b, box in placed if b is not table and -2 < area.top - box.bottom < NEAR]
        near = [(b, box) for b, box in over if overlap_x(box, area) > 0]
        if len(near) == 1 and _is_title(*near[0], area):
            found[id(table)] = near[0][0]
    return found


def _is_title(block: Block, box: BoundingBox, table: BoundingBox) -> bool:
    inside = table.x0 - SAME_EDGE < box.x0 and box.x1 < table.x1 + SAME_EDGE
    return block.kind is BlockKind.PARAGRAPH and inside and bool(title_in(block.text))


def headings_in_columns(blocks: Sequence[Block], titles: Mapping[int, Block]) -> Mapping[int, Sequence[Block]]:
    """For each table by its identity the headings of two columns of text that end above it or above a table over it.

    What spans both columns belongs to the section that they stand in, and not to the last heading of one of them; a
    heading that all the text of both columns stands under is none of these.
    """
    names = {id(title) for title in titles.values()}
    whole = [block for block in blocks if block.boxed is None and id(block) not in names]
    placed = [(block, block.box) for block in whole if block.box is not None]
    tables = [(block, box) for block, box in placed if block.kind is BlockKind.TABLE]
    ended = [(box, list(_closed(box, placed))) for _, box in tables]
    return {
        id(table): [head for box, heads in ended if box.top <= area.top for head in heads] for table, area in tables
    }


def _closed(area: BoundingBox, placed: Placed) -> Iterator[Block]:
    """The headings of the columns of text right above what spans them."""
    over = [(block, box) for block, box in placed if box.bottom <= area.top + 2]
    for start in sorted({box.x0 for _, box in over}):
        edge = start - SAME_EDGE
        if not area.x0 + SAME_EDGE < edge < area.x1 - SAME_EDGE:
            continue
        floor = max((box.bottom for _, box in over if box.x0 < edge < box.x1), default=0.0)
        below = [(block, box) for block, box in over if box.top >= floor - 2]
        right = [(block, box) for block, box in below if box.x0 >= edge]
        top = min((box.top for _, box in right), default=0.0)
        left = [(block, box) for block, box in below if box.x1 < edge and box.bottom > top + 2]
        if _side_by_side(left, right):
            yield from _below_the_first(left, right)
            return


def _side_by_side(left: Placed, right: Placed) -> bool:
    """Whether prose stands in both columns, some of it beside some of the other."""
    prose = [[box for block, box in side if block.kind is not BlockKind.HEADING] for side in (left, right)]
    return any(overlap_y(a, b) > 0.5 * min(height(a), height(b)) for a in prose[0] for b in prose[1])


def _below_the_first(left: Placed, right: Placed) -> Iterator[Block]:
    """The headings of two columns, but none where the only one is at the top of the first."""
    heads = [block for block, _ in (*left, *right) if block.kind is BlockKind.HEADING]
    first = min(left, key=lambda entry: entry[1].top)[0]
    if len(heads) > 1 or (heads and heads[0] is not first):
        yield from heads
