"""Tables without rules: amounts that stand under one another, with their labels to the left and years above."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ingest.layout.amount_columns import FEWEST, Column, amount_columns, is_value, side_by_side
from ingest.layout.boxes import around, overlap_x, overlap_y, width
from ingest.layout.cells import Cell, Cells, cells_of
from ingest.layout.lines import Segment
from ingest.layout.table_heads import head_lines, head_rows
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
    cells = [*head_rows(heads, places), *_years_first([_cells(row, at, len(columns)) for row in rows])]
    inside = around(piece.box for piece in (*body, *(piece for line in heads for piece in line)))
    taken = [s for s in segments if id(s) in known or any(_holds_part(s, line) for line in heads)]
    return AlignedTable(inside, cells_of(cells), tuple(taken))


def _holds_part(whole: Segment, line: Line) -> bool:
    return any(word is other for piece in line for word in piece.words[:1] for other in whole.words)


def _place(column: Column, span: BoundingBox) -> BoundingBox:
    """A column's rectangle, less what reaches out of it over the amounts, as a sub-heading among the labels may."""
    inside = [piece.box for piece in column if piece.box.x1 < span.x0 + 2 or piece.box.x0 >= span.x0]
    return around(inside or [piece.box for piece in column])


def _under_names(
    pieces: Sequence[Segment], places: Sequence[BoundingBox], segments: Sequence[Segment]
) -> list[Segment]:
    """What stands under the last line that has words over the columns of amounts, as where names hold numbers."""
    known = {id(piece) for piece in pieces}
    over = [s for s in segments if id(s) not in known and any(overlap_x(s.box, place) > 0 for place in places[1:])]
    top = 0.0
    for line in lines_of(pieces)[:FEWEST]:
        base = line[0].box.bottom
        if not any(abs(s.box.bottom - base) < 2 and not is_value(s.text) for s in over):
            break
        top = base + 1
    return [piece for piece in pieces if piece.box.bottom > top]


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


def _years_first(rows: list[list[Cell]]) -> list[list[Cell]]:
    """Rows with the years that stand under them moved over them."""
    if len(rows) > FEWEST - 1 and _are_years(rows[-1]) and not _are_years(rows[0]):
        return [rows[-1], *rows[:-1]]
    return rows


def _are_years(row: Sequence[Cell]) -> bool:
    texts = [piece.text for cell in row[1:] for piece in cell]
    return bool(texts) and all(_YEAR.search(text) and len(text) < 24 for text in texts) and not row[0]
