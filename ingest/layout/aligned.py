"""Tables without rules: amounts that stand under one another, with their labels to the left and years above."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from ingest.column_heads import is_year
from ingest.layout.amount_columns import FEWEST, Column, amount_columns, is_value, side_by_side
from ingest.layout.boxes import around, height, overlap_x, overlap_y, width
from ingest.layout.cells import Cell, Cells, cells_of
from ingest.layout.lines import Segment
from ingest.layout.table_heads import head_lines, head_rows, years_below
from ingest.layout.table_rows import Line, lines_of, rows_of_lines
from ingest.layout.text_columns import labels_beside, texts_beside
from ingest.model import BoundingBox

_YEAR = re.compile(r"(?:19|20)\d\d")
_LEADERS = re.compile(r"(?:\.\s?){4,}$|…{2,}$")
"""Dots that lead from a heading to its page, in a list of contents."""
_CONTENTS = re.compile(r"innehåll(?:sförteckning)?|(?:table of )?contents", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class AlignedTable:
    """A table found by alignment: its rectangle, its cells and the segments that it took."""

    box: BoundingBox
    cells: Cells
    taken: tuple[Segment, ...]


def find_aligned(segments: Sequence[Segment], shapes: Sequence[BoundingBox] = ()) -> list[AlignedTable]:
    """Tables among segments that stand in no grid; the edges of drawn `shapes` part their rows."""
    tables = []
    for group in side_by_side(amount_columns(segments), segments):
        table = _table(group, segments, shapes)
        if table is not None:
            tables.append(table)
    return tables


def _table(group: Sequence[Column], segments: Sequence[Segment], shapes: Sequence[BoundingBox]) -> AlignedTable | None:
    numbers = [piece for column in group for piece in column]
    span = around(piece.box for piece in numbers)
    labels = labels_beside(numbers, span, segments)
    if not labels or _is_contents(group, labels, segments):
        return None
    texts = texts_beside(numbers, labels, segments)
    columns = sorted([*group, *texts], key=lambda column: min(piece.box.x0 for piece in column))
    places = [_place(column, span) for column in columns]
    body = _under_names([piece for column in columns for piece in column], places, segments)
    known = {id(piece) for piece in body}
    top = min(piece.box.top for piece in numbers if id(piece) in known)
    heads = head_lines(places, top, body[0].style.size, [s for s in segments if id(s) not in known])
    words = {id(piece) for column in texts for piece in column}
    rows = rows_of_lines(lines_of(body), words, _edges(around(places), shapes))
    at = {id(piece): n for n, column in enumerate(columns) for piece in column}
    named = [] if heads else years_below(rows[-1], places, [s for s in segments if id(s) not in known])
    body_rows = [_cells(row, at, len(columns)) for row in rows]
    _append(body_rows[-1], named, places)
    cells = [*head_rows(heads, places), *_years_first(body_rows, bare=bool(heads))]
    inside = around(piece.box for piece in (*body, *named, *(piece for line in heads for piece in line)))
    used = {id(piece.words[0]) for line in (*heads, *(line for row in rows for line in row), named) for piece in line}
    taken = [s for s in segments if any(id(word) in used for word in s.words)]
    return AlignedTable(inside, cells_of(cells), tuple(taken))


def _place(column: Column, span: BoundingBox) -> BoundingBox:
    """A column's rectangle, less what reaches out of it over the amounts, as a sub-heading among the labels may."""
    inside = [piece.box for piece in column if piece.box.x1 < span.x0 + 2 or piece.box.x0 >= span.x0]
    return around(inside or [piece.box for piece in column])


def _under_names(
    pieces: Sequence[Segment], places: Sequence[BoundingBox], segments: Sequence[Segment]
) -> list[Segment]:
    """What stands under the last line that has words over the columns of amounts, as where names hold numbers.

    Years with such words right under them are names too.
    """
    known = {id(piece) for piece in pieces}
    over = [
        s.box.bottom
        for s in segments
        if id(s) not in known and not is_value(s.text) and any(overlap_x(s.box, place) > 0 for place in places[1:])
    ]
    top = 0.0
    lines = lines_of(pieces)[: FEWEST + 1]
    for line, following in pairwise(lines):
        base, reach = line[0].box.bottom, 1.6 * height(line[0].box)
        beside = any(abs(bottom - base) < 2 for bottom in over)
        below = [bottom for bottom in over if 2 <= bottom - base < min(reach, following[0].box.bottom - base - 2)]
        if not beside and not (below and _only_years(line)):
            break
        top = max([base, *below]) + 1
    return [piece for piece in pieces if piece.box.bottom > top]


def _only_years(line: Line) -> bool:
    return all(is_year(piece.text) or not is_value(piece.text) for piece in line) and any(
        is_year(piece.text) for piece in line
    )


def _is_contents(group: Sequence[Column], labels: Sequence[Segment], segments: Sequence[Segment]) -> bool:
    """Whether labels and numbers are headings and their pages."""
    led = sum(bool(_LEADERS.search(label.text)) for label in labels)
    if len(group) > 1 or led >= 0.5 * len(labels):
        return led >= 0.5 * len(labels)
    pages = [int(piece.text) if piece.text.isdecimal() else -1 for piece in group[0]]
    return pages == sorted(pages) and pages[0] > 0 and any(_CONTENTS.fullmatch(s.text.strip()) for s in segments)


def _edges(table: BoundingBox, shapes: Sequence[BoundingBox]) -> list[float]:
    """The heights at which something is drawn along most of a table."""
    along = [box for box in shapes if overlap_x(box, table) > 0.7 * width(table) and overlap_y(box, table) > -20]
    return sorted({round(edge, 1) for box in along for edge in (box.top, box.bottom)})


def _cells(row: Sequence[Line], at: dict[int, int], count: int) -> list[Cell]:
    cells: list[Cell] = [[] for _ in range(count)]
    for piece in (piece for line in row for piece in line):
        cells[at[id(piece)]].append(piece)
    return cells


def _append(years: Sequence[Cell], names: Sequence[Segment], places: Sequence[BoundingBox]) -> None:
    """Add what the years below a table stand with to them: "Utfall" over "2024" is one name of a column."""
    for name in names:
        column = max(range(1, len(places)), key=lambda n: overlap_x(name.box, places[n]))
        years[column].append(name)
        years[column].sort(key=lambda piece: piece.box.top)


def _years_first(rows: list[list[Cell]], *, bare: bool) -> list[list[Cell]]:
    """Rows with the years that stand under them moved over them; only with no label of their own where `bare`."""
    last = rows[-1]
    if len(rows) > FEWEST - 1 and _are_years(last) and not _are_years(rows[0]) and not (bare and last[0]):
        return [last, *rows[:-1]]
    return rows


def _are_years(row: Sequence[Cell]) -> bool:
    texts = [" ".join(piece.text for piece in cell) for cell in row[1:]]
    return any(texts) and all(_YEAR.search(text) and len(text) < 24 for text in texts if text)
