"""Rows that are shaded or ruled cell by cell, and so drawn apart from one another, are one table where they line up."""

from collections.abc import Sequence
from itertools import pairwise

from ingest.column_heads import is_year
from ingest.layout.amount_columns import is_amount
from ingest.layout.boxes import around, height
from ingest.model import BoundingBox
from ingest.pages import PageContent, Shape, Word

TOUCH = 3.0
"""Points that two edges may lie apart and still be one."""
FEWEST = 3
"""Edges from left to right that make two columns."""
BAND = 5
"""Line heights of rows that may lie between two parts of one table."""
HEADS = 4
"""Line heights over or under a table's shapes that its names of columns, or its last row, may take."""
NEAR = 0.8
"""Line heights of white up to which a line belongs to the row over or under it."""
SPACED = 0.5
"""Line heights of white without words between two parts of one table."""
STEP = 2.4
"""Line heights from one line to the next inside a table."""
LARGER = 1.1
"""Times the size of a table's words from which words between two parts are a heading."""


Group = list[Shape]
Line = list[Word]
Edges = tuple[float, ...]


def joined(groups: Sequence[Group], page: PageContent) -> list[Group]:
    """Groups of shapes that meet, those of the same columns put together with the rows of words between them.

    A joined table also has its names of columns over a first rule, its last row under a last shaded one, and its
    columns drawn from top to bottom.
    """
    alone: list[Group] = []
    tables: list[tuple[Edges, list[Group]]] = []
    for group in sorted(groups, key=lambda group: _box(group).top):
        edges = edges_of(group)
        if len(edges) < FEWEST:
            alone.append(group)
            continue
        last = next((own for known, own in reversed(tables) if _alike(known, edges)), None)
        if last is not None and _one_table(last, group, edges, page.words):
            last.append(group)
        else:
            tables.append((edges, [group]))
    whole = (own if len(own) == 1 else _whole(own, edges, page.words) for edges, own in tables)
    return [*alone, *(group for parts in whole for group in parts)]


def edges_of(group: Sequence[Shape]) -> Edges:
    """The edges of the cells from left to right; those of a group drawn in one piece are its two ends."""
    kept: list[float] = []
    for edge in sorted(x for shape in group for x in (shape.box.x0, shape.box.x1)):
        if not kept or edge - kept[-1] > TOUCH:
            kept.append(edge)
    return tuple(kept)


def _alike(first: Edges, second: Edges) -> bool:
    return len(first) == len(second) and all(abs(a - b) < TOUCH for a, b in zip(first, second, strict=True))


def _whole(parts: Sequence[Group], edges: Edges, words: Sequence[Word]) -> Sequence[Group]:
    """The shapes of one table with a filled area for each column, as far up and down as its rows reach.

    The parts as they are where the line over or under them is a row of amounts: these are rules around sums alone.
    """
    group = [shape for part in parts for shape in part]
    box = _box(group)
    tall = max((height(word.box) for word in words if _in(word, box)), default=0.0)
    over = _lines(BoundingBox(box.x0, box.top - HEADS * tall, box.x1, box.top), words)[::-1]
    under = _lines(BoundingBox(box.x0, box.bottom, box.x1, box.bottom + HEADS * tall), words)
    heads = _next_to(over, box.top, edges) if _is_ruled(parts[0]) else []
    last = [] if _is_ruled(parts[-1]) else _next_to(under, box.bottom, edges)
    rows = (*over[: len(heads) + 1], *under[:1]) if _is_ruled(parts[-1]) else (*over[: len(heads) + 1], *last[1:])
    near = [line for line in rows if _gap(line, box) < NEAR * tall + sum(height(own[0].box) for own in heads)]
    if any(_has_amounts(line, edges) for line in near):
        return parts
    reach = around((box, *(word.box for line in (*heads, *last) for word in line)))
    columns = [Shape(BoundingBox(x0, reach.top - 1, x1, reach.bottom + 1), filled=True) for x0, x1 in pairwise(edges)]
    return [[*group, *columns]]


def _next_to(lines: Sequence[Line], start: float, edges: Edges) -> list[Line]:
    """The first lines over or under a height, each close to the one before, with words in two columns."""
    found: list[Line] = []
    for line in lines:
        box = line[0].box
        if max(box.top - start, start - box.bottom) > NEAR * height(box) or not _names_columns(line, edges):
            break
        found.append(line)
        start = box.top if box.bottom <= start else box.bottom
    return found


def _gap(line: Line, box: BoundingBox) -> float:
    return max(line[0].box.top - box.bottom, box.top - line[0].box.bottom)


def _has_amounts(line: Line, edges: Edges) -> bool:
    """Whether amounts that are no years stand in two of a table's columns, the first left out."""
    return len({_column(word, edges) for word in line if _is_figure(word)} - {1}) > 1


def _is_figure(word: Word) -> bool:
    return is_amount(word.text) and not is_year(word.text)


def _column(word: Word, edges: Edges) -> int:
    return sum(edge <= word.box.x1 - 1 for edge in edges)


def _is_ruled(part: Sequence[Shape]) -> bool:
    return all(height(shape.box) < TOUCH for shape in part)


def _names_columns(line: Line, edges: Edges) -> bool:
    """Whether a line has words in two columns and none across an edge."""
    reached = {sum(edge <= word.box.x0 + 1 for edge in edges) for word in line}
    return len(reached) > 1 and _is_row(line, edges, max(word.style.size for word in line))


def _box(group: Sequence[Shape]) -> BoundingBox:
    return around(shape.box for shape in group)


def _one_table(parts: Sequence[Group], lower: Group, edges: Edges, words: Sequence[Word]) -> bool:
    """Whether nothing but one row stands before another part: lines close to one another, none of them set larger."""
    top, bottom = _box(parts[-1]), _box(lower)
    inside = [word for word in words if _in(word, _box([*parts[0], *lower]))]
    if not inside or bottom.top - top.bottom < -TOUCH:
        return False
    tall, size = height(inside[0].box), max(word.style.size for word in inside)
    lines = _lines(BoundingBox(top.x0, top.bottom, top.x1, bottom.top), words)
    if bottom.top - top.bottom > (BAND if lines else SPACED) * tall:
        return False
    if sum(_has_amounts(line, edges) for line in lines) > 1:
        return False
    heights = [top.bottom - tall, *(line[0].box.top for line in lines), bottom.top]
    close = all(after - before < STEP * tall for before, after in pairwise(heights))
    return close and all(_is_row(line, edges, size) for line in lines)


def _in(word: Word, box: BoundingBox) -> bool:
    x, y = (word.box.x0 + word.box.x1) / 2, (word.box.top + word.box.bottom) / 2
    return box.x0 <= x <= box.x1 and box.top <= y <= box.bottom


def _lines(box: BoundingBox, words: Sequence[Word]) -> list[Line]:
    lines: list[Line] = []
    for word in sorted((word for word in words if _in(word, box)), key=lambda word: word.box.bottom):
        if lines and word.box.bottom - lines[-1][0].box.bottom < 0.5 * height(word.box):
            lines[-1].append(word)
        else:
            lines.append([word])
    return lines


def _is_row(line: Line, edges: Edges, size: float) -> bool:
    """Whether a line is set as the table is and no word of it lies across the edge of two columns."""
    across = any(word.box.x0 < edge - 1 and edge + 1 < word.box.x1 for word in line for edge in edges[1:-1])
    return not across and all(word.style.size < LARGER * size for word in line)
