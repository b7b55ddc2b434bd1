"""Tables and side boxes of a page put under the headings whose area they stand in."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from ingest.layout.boxes import around, height, overlap_x
from ingest.layout.spanning import headings_in_columns, titles_of
from ingest.model import BoundingBox
from ingest.pages import Block, BlockKind

BESIDE = 1.6
"""Line heights that a table may start above the heading beside it."""
NEARER = 0.7
"""Part of the white under a heading that the white over it is at most, where it names what stands over it."""
SAME_EDGE = 6.0
"""Points that blocks of one column may begin to the left of its headings."""


def under_headings(blocks: Sequence[Block]) -> list[Block]:
    """Tables and side boxes moved to the end of the section of the heading whose area they stand in."""
    order = {id(block): n for n, block in enumerate(blocks)}
    titles = titles_of(blocks)
    named = {id(title) for title in titles.values()}
    flow = [b for b in blocks if b.boxed is None and b.kind is not BlockKind.TABLE and id(b) not in named]
    at = {id(block): n for n, block in enumerate(flow)}
    under = _headings_under_tables(blocks)
    starts = [order[id(block)] for block in flow]
    gutter, closed = _gutter(blocks), headings_in_columns(blocks, titles)
    placed: dict[int, list[Block]] = {}
    for first, group in _floats(blocks):
        over = [b for b in flow if not any(b is other for other in closed.get(id(first), ()))]
        head = under.get(id(first)) or _heading_for(group, over, gutter if first.boxed is None else None)
        place = bisect_left(starts, order[id(first)]) - 1
        if head is not None:
            start = at[id(head)]
            end = _end_of_section(flow, start)
            place = place if start <= place <= end else end
        placed.setdefault(place, []).extend([*filter(None, [titles.get(id(first))]), *group])
    ordered = list(placed.get(-1, []))
    for index, block in enumerate(flow):
        ordered += [block, *placed.get(index, [])]
    return ordered


def _headings_under_tables(blocks: Sequence[Block]) -> dict[int, Block]:
    """The heading of each table, by the table's identity, on a page whose tables have their names below them.

    Such a page has tables and headings in turn, the last of them a heading, and each heading stands clearly nearer to
    the table over it than to the one under it.
    """
    run = [block for block in blocks if block.boxed is None]
    first = next((n for n, block in enumerate(run) if block.kind is BlockKind.TABLE), len(run))
    tables, heads = run[first::2], run[first + 1 :: 2]
    if len(heads) < 2 or len(heads) != len(tables) or any(block.box is None for block in run):
        return {}
    if any(t.kind is not BlockKind.TABLE for t in tables) or any(h.kind is not BlockKind.HEADING for h in heads):
        return {}
    gaps = [_white(upper, lower) for upper, lower in pairwise(run[first:])]
    over, below = gaps[::2], gaps[1::2]
    named = min(over) >= 0 and max(over) < NEARER * min(below)
    return {id(table): head for table, head in zip(tables, heads, strict=True)} if named else {}


def _white(upper: Block, lower: Block) -> float:
    """Points of white between two blocks."""
    return lower.box.top - upper.box.bottom if upper.box is not None and lower.box is not None else 0.0


def _floats(blocks: Sequence[Block]) -> list[tuple[Block, list[Block]]]:
    """Each table outside a box, and each side box with its own tables under its own headings; with what comes first."""
    groups = [(block, [block]) for block in blocks if block.boxed is None and block.kind is BlockKind.TABLE]
    boxes: dict[int, list[Block]] = {}
    for block in blocks:
        if block.boxed is not None:
            boxes.setdefault(block.boxed, []).append(block)
    for number, inside in sorted(boxes.items()):
        own = under_headings([replace(block, boxed=None) for block in inside])
        first = next(block for block in inside if block.text == own[0].text)
        groups.append((first, [replace(block, boxed=number) for block in own]))
    return groups


def _end_of_section(flow: Sequence[Block], head: int) -> int:
    end = head
    while end + 1 < len(flow) and flow[end + 1].kind is not BlockKind.HEADING:
        end += 1
    return end


def _heading_for(group: Sequence[Block], flow: Sequence[Block], gutter: float | None) -> Block | None:
    """The nearest heading above or beside a table or box, whose free width reaches over it.

    None reaches over the `gutter` between two columns of text, where there is one.
    """
    area = around(block.box for block in group if block.box is not None)
    places = [(block.box, block) for block in flow if block.kind is BlockKind.HEADING and block.box is not None]
    over = [(box, head) for box, head in places if _covers(box, [other for other, _ in places], area, gutter)]
    return max(over, key=lambda entry: (entry[0].top, entry[0].x0))[1] if over else None


def _covers(head: BoundingBox, heads: Sequence[BoundingBox], table: BoundingBox, gutter: float | None) -> bool:
    if head.top > table.top + BESIDE * height(head):
        return False
    right = [other.x0 for other in heads if abs(other.top - head.top) < height(head) and other.x0 > head.x1]
    right += [gutter] if gutter is not None and head.x1 < gutter <= table.x0 else []
    reach = BoundingBox(head.x0, head.top, min(right, default=1e6), head.bottom)
    return overlap_x(reach, table) > 0.3 * (table.x1 - table.x0)


def _gutter(blocks: Sequence[Block]) -> float | None:
    """Where the right one of a page's two columns of text begins, each with headings and prose of its own.

    Nothing but headings above both reaches over it: the text goes on from the foot of the left to the top of the right.
    """
    placed = [(block, block.box) for block in blocks if block.boxed is None and block.box is not None]
    heads = [box for block, box in placed if block.kind is BlockKind.HEADING]
    prose = [box for block, box in placed if block.kind is BlockKind.PARAGRAPH]
    for start in sorted({box.x0 for box in heads}):
        edge = start - SAME_EDGE
        left = [box for box in (*heads, *prose) if box.x1 < edge]
        right = [box for box in (*heads, *prose) if box.x0 >= edge]
        top = min((box.top for box in right), default=0.0)
        across = [box for _, box in placed if box.x0 < edge < box.x1 and box.bottom > top]
        if not across and all(_has_both(side, heads, prose) for side in (left, right)):
            return edge
    return None


def _has_both(side: Sequence[BoundingBox], heads: Sequence[BoundingBox], prose: Sequence[BoundingBox]) -> bool:
    return any(box in heads for box in side) and any(box in prose for box in side)
