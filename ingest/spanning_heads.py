"""Heads that stand once over several columns: which columns each spans."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise, product

from ingest.model import BoundingBox

Boxes = Sequence[Sequence[BoundingBox | None]]
"""Where each cell of a table stands, in the form of its rows; empty where the document has no pages."""


def spread(rows: Sequence[Sequence[str]], index: int, later: Sequence[int], boxes: Boxes) -> list[str]:
    """A line of heads with each over every column that it spans; `later` are the lines of heads below it.

    Only a column that a later line names can be spanned. Where a span may begin before its head, the places on the page
    decide: each head stands over the middle of its span. Without places a head spans to its right.
    """
    width = max(len(row) for row in rows)
    line = list(rows[index]) + [""] * (width - len(rows[index]))
    own = [column for column in range(1, width) if line[column]]
    below = {column: n for n in later for column in range(1, min(width, len(rows[n]))) if rows[n][column]}
    open_ = [column for column in below if not line[column]]
    if not own or not open_:
        return line
    over = min(_readings(own, sorted(open_)), key=lambda reading: _slant(reading, index, below, boxes))
    return [line[over[column]] if column in over else text for column, text in enumerate(line)]


def _readings(own: Sequence[int], open_: Sequence[int]) -> Iterator[Mapping[int, int]]:
    """Every way to give the open columns to the heads beside them, from column to its head; the plainest first."""
    leading = [column for column in open_ if column < own[0]]
    gaps = [[column for column in open_ if a < column < b] for a, b in pairwise(own)]
    last = {column: own[-1] for column in open_ if column > own[-1]}
    columns = sorted([*own, *open_])
    centred = len(own) == 1 and abs(2 * columns.index(own[0]) - len(columns) + 1) <= 1 and len(columns) > 2
    for starts in [leading, []] if centred else [[], leading]:
        for splits in product(*(range(len(gap), -1, -1) for gap in gaps)):
            over = dict.fromkeys(starts, own[0]) | last
            for (left, right), gap, split in zip(pairwise(own), gaps, splits, strict=True):
                over |= dict.fromkeys(gap[:split], left) | dict.fromkeys(gap[split:], right)
            yield over


def _slant(over: Mapping[int, int], index: int, below: Mapping[int, int], boxes: Boxes) -> float:
    """How far in points the heads stand from the middles of their spans; 0 where the places are not known."""
    total = 0.0
    for head in set(over.values()):
        span = [head, *(column for column, at in over.items() if at == head)]
        middles = [_middle(boxes, below.get(column, index), column) for column in span]
        at, known = _middle(boxes, index, head), [middle for middle in middles if middle is not None]
        if at is None or len(known) < len(middles):
            return 0.0
        total += abs(at - (min(known) + max(known)) / 2)
    return total


def _middle(boxes: Boxes, row: int, column: int) -> float | None:
    box = boxes[row][column] if row < len(boxes) and column < len(boxes[row]) else None
    return (box.x0 + box.x1) / 2 if box is not None else None
