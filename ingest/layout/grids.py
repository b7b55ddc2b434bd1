"""Ruled tables: lines and filled cells that share edges form a lattice, the words fall into its cells."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from ingest.layout.amount_columns import is_amount
from ingest.layout.boxes import around, height, holds, width
from ingest.layout.cells import Cells, cells_of
from ingest.layout.lines import Segment, segment, segments_of
from ingest.layout.striped import joined
from ingest.model import BoundingBox
from ingest.pages import PageContent, Shape, Word

THIN = 2.5
"""Points up to which a filled rectangle is a rule and no area."""
TOUCH = 3.0
"""Points that two edges may lie apart and still meet."""


@dataclass(frozen=True, slots=True)
class Grid:
    """A lattice on a page: the places of its vertical and horizontal edges, and its vertical rules."""

    box: BoundingBox
    xs: tuple[float, ...]
    ys: tuple[float, ...]
    edges: tuple[BoundingBox, ...]


def find_grids(page: PageContent) -> list[Grid]:
    """Lattices with at least two columns and two rows, top to bottom."""
    useful = sorted((s for s in page.shapes if _useful(s, page)), key=lambda s: (s.box.top, s.box.x0))
    tops = [shape.box.top for shape in useful]
    pieces = [shape for shape in useful if not _surrounds(shape.box, useful, tops)]
    grids = [grid for group in joined(_connected(pieces), page) if (grid := _grid(group)) is not None]
    return sorted(grids, key=lambda grid: (grid.box.top, grid.box.x0))


def _useful(shape: Shape, page: PageContent) -> bool:
    across, down = width(shape.box), height(shape.box)
    large = across * down > 0.5 * page.width * page.height or down > 0.6 * page.height > THIN < across
    bleeding = shape.box.x0 <= 1 or shape.box.x1 >= page.width - 1
    return not large and not bleeding and max(across, down) > 6


def _surrounds(outer: BoundingBox, shapes: Sequence[Shape], tops: Sequence[float]) -> bool:
    """Whether an area surrounds another with a margin: a box drawn around content, not a cell.

    `shapes` are given from top to bottom, and where each begins.
    """
    if height(outer) <= 2 * TOUCH or width(outer) <= 2 * TOUCH:
        return False
    inner = shapes[bisect_right(tops, outer.top + TOUCH) : bisect_left(tops, outer.bottom - TOUCH)]
    return any(
        other.box.x0 - outer.x0 > TOUCH < outer.x1 - other.box.x1 and outer.bottom - other.box.bottom > TOUCH
        for other in inner
    )


def _connected(shapes: Sequence[Shape]) -> list[list[Shape]]:
    """Shapes that meet, given from top to bottom."""
    closed: list[list[Shape]] = []
    open_groups: list[tuple[BoundingBox, list[Shape]]] = []
    for shape in shapes:
        extent, merged, apart = shape.box, [shape], []
        for box, group in open_groups:
            if box.bottom < shape.box.top - TOUCH:
                closed.append(group)
            elif _touch(box, shape.box) and any(_touch(shape.box, other.box) for other in reversed(group)):
                extent, merged = around((extent, box)), [*group, *merged]
            else:
                apart.append((box, group))
        open_groups = [*apart, (extent, merged)]
    return [*closed, *(group for _, group in open_groups)]


def _touch(a: BoundingBox, b: BoundingBox) -> bool:
    return a.x0 < b.x1 + TOUCH and b.x0 < a.x1 + TOUCH and a.top < b.bottom + TOUCH and b.top < a.bottom + TOUCH


def _grid(group: Sequence[Shape]) -> Grid | None:
    edges: list[BoundingBox] = []
    xs: list[float] = []
    ys: list[float] = []
    for shape in group:
        box = shape.box
        if height(box) > THIN:
            xs += [box.x0, box.x1]
            edges += [BoundingBox(x, box.top, x, box.bottom) for x in (box.x0, box.x1)]
        if width(box) > THIN:
            ys += [box.top, box.bottom]
    box = around(shape.box for shape in group)
    columns, rows = _distinct([*xs, box.x0, box.x1] if xs else []), _distinct(ys)
    if len(columns) < 3 or len(rows) < 3:
        return None
    return Grid(box, columns, rows, tuple(edges))


def _distinct(values: Sequence[float]) -> tuple[float, ...]:
    kept: list[float] = []
    for value in sorted(values):
        if not kept or value - kept[-1] > 5.0:
            kept.append(value)
    return tuple(kept)


def cells(grid: Grid, words: Sequence[Word]) -> tuple[Cells, list[Word]]:
    """The cells, empty rows and columns left out, and the words that were used."""
    inside = [word for word in words if holds(grid.box, word.box, slack=0.0)]
    table: list[list[list[Segment]]] = [[[] for _ in grid.xs[1:]] for _ in grid.ys[1:]]
    for piece in (part for run in segments_of(inside) for part in _split(run, grid)):
        middle = (piece.box.top + piece.box.bottom) / 2
        row, column = between(grid.ys, middle), between(grid.xs, piece.box.x0 + 1.0)
        table[row][column].append(piece)
    used = [index for index in range(len(grid.xs) - 1) if any(band[index] for band in table)]
    rows = [row for band in table for row in _rows_in([band[index] for index in used])]
    return cells_of(rows), inside


def _rows_in(band: Sequence[list[Segment]]) -> list[list[list[Segment]]]:
    """The rows between two rules: several where every cell after the label's holds nothing but amounts, line by line.

    A label over several lines stands with the amount that it ends at.
    """
    numbers = sorted((piece for cell in band[1:] for piece in cell), key=lambda piece: piece.box.bottom)
    bases: list[float] = []
    for piece in numbers:
        if not bases or piece.box.bottom - bases[-1] > 0.5 * height(piece.box):
            bases.append(piece.box.bottom)
    if len(bases) < 2 or not all(is_amount(piece.text) for piece in numbers):
        return [list(band)]
    rows: list[list[list[Segment]]] = [[[] for _ in band] for _ in bases]
    for column, cell in enumerate(band):
        for piece in cell:
            reached = (n for n, base in enumerate(bases) if base > piece.box.bottom - 0.5 * height(piece.box))
            rows[next(reached, len(bases) - 1)][column].append(piece)
    return rows


def _split(run: Segment, grid: Grid) -> list[Segment]:
    middle = (run.box.top + run.box.bottom) / 2
    cuts = sorted(
        edge.x0
        for edge in grid.edges
        if edge.top <= middle <= edge.bottom and run.box.x0 + 2 < edge.x0 < run.box.x1 - 2
    )
    parts: list[list[Word]] = [[]]
    for word in run.words:
        while cuts and (word.box.x0 + word.box.x1) / 2 > cuts[0]:
            cuts.pop(0)
            parts.append([])
        parts[-1].append(word)
    return [segment(part) for part in parts if part]


def is_shaded(grid: Grid, shapes: Sequence[Shape]) -> bool:
    """Whether a lattice is made of filled cells only, with no rule along or between them."""
    inside = [shape for shape in shapes if holds(grid.box, shape.box)]
    return all(shape.filled and min(height(shape.box), width(shape.box)) > THIN for shape in inside)


def between(places: Sequence[float], value: float) -> int:
    """Between which two of the rising `places` a value lies, the outer ones taken to reach beyond them."""
    below = sum(1 for place in places if place <= value)
    return min(max(below - 1, 0), len(places) - 2)
