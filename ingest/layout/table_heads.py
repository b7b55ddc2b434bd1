"""What stands over the columns of a table without rules."""

from collections.abc import Sequence
from itertools import pairwise

from ingest.column_heads import is_year
from ingest.layout.boxes import height, overlap_x
from ingest.layout.cells import Cell
from ingest.layout.lines import Segment, segment
from ingest.layout.table_rows import Line, lines_of
from ingest.model import BoundingBox

NEAR = 2.2
"""Line heights between the rows and the first line over them."""
STACKED = 0.9
"""Line heights between two lines of one head."""
LARGER = 1.15
"""Times the size of the rows from which words over them are a heading."""
NEAR_YEARS = 1.6
"""Line heights between years below a table and the words that go with them."""
LONGEST = 40
"""Characters of a column's name."""
EDGE = 2.5
"""Points that the edge of a name may lie from its column's."""


def head_lines(places: Sequence[BoundingBox], top: float, size: float, segments: Sequence[Segment]) -> list[Line]:
    """The lines over the columns at `places`, the label's first, down to the rows, which begin at `top`.

    `size` is what the rows are set in, in points.
    """
    over = [s for s in segments if s.box.bottom <= top + 1 and places[0].x0 - 12 <= s.box.x0 < places[-1].x1 + 2]
    found: list[Line] = []
    reach = NEAR
    lines = [[part for piece in whole for part in _parts(piece, places)] for whole in lines_of(over)]
    for index in range(len(lines) - 1, -1, -1):
        line = lines[index]
        larger = any(piece.style.size > LARGER * size for piece in line)
        sub_heading = not found and index > 0 and _is_sub_heading(line, lines[index - 1], places)
        far = top - line[0].box.bottom > reach * height(line[0].box)
        if larger or far or not (sub_heading or _names(line, places)):
            break
        found.append(line)
        top, reach = min(piece.box.top for piece in line), NEAR if sub_heading else STACKED
    return found[::-1]


def _is_sub_heading(line: Line, over: Line, places: Sequence[BoundingBox]) -> bool:
    """Whether a line is the first rows' sub-heading: one label, with a name for each column of amounts over it."""
    if not _is_label(line, places) or len(line[0].text) > LONGEST or line[0].text.endswith((".", ":")):
        return False
    named = [piece for piece in over if piece.box.x1 > places[1].x0]
    all_named = all(any(overlap_x(piece.box, place) > 0 for piece in named) for place in places[1:])
    return all_named and len(named) == len(places) - 1 and _names(over, places)


def _is_label(line: Line, places: Sequence[BoundingBox]) -> bool:
    return len(line) == 1 and line[0].box.x1 <= places[1].x0


def years_below(row: Sequence[Line], places: Sequence[BoundingBox], segments: Sequence[Segment]) -> list[Segment]:
    """The words that stand right over or under a last row of years, as many as there are columns: "Utfall", "Plan"."""
    values = [piece for line in row for piece in line if piece.box.x0 >= places[1].x0 - 2]
    if not values or not all(is_year(piece.text) for piece in values):
        return []
    tall = height(values[0].box)
    near = [s for s in segments if 2 < abs(s.box.bottom - values[0].box.bottom) < NEAR_YEARS * tall]
    for line in lines_of([s for s in near if s.box.x0 >= places[0].x1 - 1]):
        over = [place for place in places[1:] if any(overlap_x(piece.box, place) > 0 for piece in line)]
        if len(line) == len(over) == len(places) - 1:
            return line
    return []


def _names(line: Line, places: Sequence[BoundingBox]) -> bool:
    """Whether a line holds names of columns: something over the amounts, and nothing that reads on into them."""
    values = [piece for piece in line if piece.box.x1 > places[1].x0]
    if not any(overlap_x(piece.box, place) > 0 for piece in values for place in places[1:]):
        return False
    if any(piece.box.x0 < places[0].x1 - 1 for piece in values):
        return False
    return all(len(piece.text) <= LONGEST for piece in values) and not any(piece.text.endswith(".") for piece in line)


def head_rows(lines: Sequence[Line], places: Sequence[BoundingBox]) -> list[list[Cell]]:
    """Lines over the columns as rows of cells; lines of the same names are one row."""
    found: list[list[Cell]] = []
    for block in _blocks(lines, places):
        rows = [_row(line, places) for line in block]
        if not _wrapped(rows):
            found += rows
            continue
        for row in rows[1:]:
            _append(rows[0], row)
        found.append(rows[0])
    return found


def _wrapped(rows: Sequence[Sequence[Cell]]) -> bool:
    """Whether rows are lines of the same names: not each has all of them, or one goes on in lower case."""
    named = {tuple(bool(cell) for cell in row[1:]) for row in rows}
    return len(named) > 1 or any(piece.text[0].islower() for row in rows[1:] for cell in row[1:] for piece in cell)


def _blocks(lines: Sequence[Line], places: Sequence[BoundingBox]) -> list[list[Line]]:
    """Lines close under one another, those with names over several columns apart from those of single ones."""
    blocks: list[list[Line]] = []
    spans: list[bool] = []
    for line in lines:
        spanning = any(_covered(piece, places) > 1 for piece in line)
        if blocks and _is_label(line, places):
            blocks.append([line])
            spans.append(spanning)
            continue
        near = blocks and line[0].box.top - blocks[-1][-1][0].box.bottom < STACKED * height(line[0].box)
        if near and spans[-1] == spanning:
            blocks[-1].append(line)
        else:
            blocks.append([line])
            spans.append(spanning)
    return blocks


def _append(upper: Sequence[Cell], lower: Sequence[Cell]) -> None:
    """Add names to those that they stand under, in their own column or in the one that a wider name starts in."""
    for column, cell in enumerate(lower):
        for piece in cell:
            middle = (piece.box.x0 + piece.box.x1) / 2
            over = [n for n, above in enumerate(upper) if any(p.box.x0 <= middle <= p.box.x1 for p in above)]
            upper[over[0] if over and not upper[column] else column].append(piece)


def _covered(piece: Segment, places: Sequence[BoundingBox]) -> int:
    return sum(overlap_x(piece.box, place) > 0.3 * (place.x1 - place.x0) for place in places)


def _row(line: Line, places: Sequence[BoundingBox]) -> list[Cell]:
    cells: list[Cell] = [[] for _ in places]
    for piece in line:
        inside = [n for n in range(len(places)) if overlap_x(piece.box, places[n]) > 0]
        best = max(range(len(places)), key=lambda n: overlap_x(piece.box, places[n]))
        cells[inside[0] if _covered(piece, places) > 1 else best].append(piece)
    return cells


def _parts(piece: Segment, places: Sequence[BoundingBox]) -> list[Segment]:
    """A run of names cut where its words end or begin with the columns under them; whole where one does not."""
    under = [place for place in places if overlap_x(piece.box, place) > 0]
    for after in (
        [any(abs(word.box.x1 - place.x1) < EDGE for place in under[:-1]) for word in piece.words[:-1]],
        [any(abs(word.box.x0 - place.x0) < EDGE for place in under[1:]) for word in piece.words[1:]],
    ):
        if len(under) > 1 and sum(after) == len(under) - 1:
            bounds = [0, *(n + 1 for n, cut in enumerate(after) if cut), len(piece.words)]
            return [segment(piece.words[a:b]) for a, b in pairwise(bounds)]
    return [piece]
