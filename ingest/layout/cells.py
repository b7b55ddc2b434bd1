"""A table's cells: their texts and where they stand."""

from collections.abc import Sequence
from dataclasses import dataclass

from ingest.layout.boxes import around
from ingest.layout.lines import Segment
from ingest.layout.paragraphs import join_lines
from ingest.model import BoundingBox

Cell = list[Segment]
"""The segments of one cell, top to bottom."""


@dataclass(frozen=True, slots=True)
class Cells:
    """Rows of cell texts, and in the same form the rectangle around each cell's text, null for an empty cell."""

    rows: tuple[tuple[str, ...], ...]
    boxes: tuple[tuple[BoundingBox | None, ...], ...]


def cells_of(rows: Sequence[Sequence[Cell]]) -> Cells:
    """Rows of segments as texts and rectangles; rows without any text are left out."""
    kept = [row for row in rows if any(row)]
    texts = tuple(tuple(join_lines([piece.text for piece in cell]) for cell in row) for row in kept)
    boxes = tuple(tuple(around(piece.box for piece in cell) if cell else None for cell in row) for row in kept)
    return Cells(texts, boxes)
