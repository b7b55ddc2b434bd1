"""One page's words and shapes become pieces in reading order: paragraphs and tables, inside and outside side boxes."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ingest.layout.aligned import find_aligned
from ingest.layout.amount_columns import is_amount
from ingest.layout.boxes import around, height, holds, overlap_y, width
from ingest.layout.cards import cards_of
from ingest.layout.cells import Cells
from ingest.layout.grids import Grid, between, cells, find_grids, is_shaded
from ingest.layout.lines import Segment, segment, segments_of
from ingest.layout.number_runs import parted
from ingest.layout.paragraphs import Paragraph, paragraphs_of
from ingest.layout.reading_order import columns
from ingest.model import BoundingBox
from ingest.pages import PageContent, Word


@dataclass(frozen=True, slots=True)
class Piece:
    """A paragraph or a table's cells on a page; `boxed` is the number of its side box on the page.

    `aside` is a line that is set another way than the page's text.
    """

    box: BoundingBox
    paragraph: Paragraph | None = None
    cells: Cells | None = None
    boxed: int | None = None
    aside: bool = False


def pieces_of(page: PageContent, words: Sequence[Word], aside: Sequence[Word] = ()) -> list[Piece]:
    """Everything that stands on the page, furniture already taken out of `words` and `aside`, in reading order."""
    tables, left = _ruled(page, words)
    frames = _side_boxes(page, tables, left)
    drawn = [shape.box for shape in page.shapes]
    atoms: list[list[Piece]] = [[table] for table in tables if not any(holds(f, table.box) for f in frames)]
    for number, frame in enumerate(frames):
        inside = [word for word in left if holds(frame, word.box, slack=0.0)]
        own = [[table] for table in tables if holds(frame, table.box)]
        inner = [_in_box(piece, number) for piece in _flow(inside, own, drawn)]
        left = [word for word in left if not holds(frame, word.box, slack=0.0)]
        if inner:
            atoms.append(inner)
    return [*_flow(left, atoms, drawn), *(Piece(line.box, Paragraph(segment([line])), aside=True) for line in aside)]


def _ruled(page: PageContent, words: Sequence[Word]) -> tuple[list[Piece], list[Word]]:
    tables, left = [], list(words)
    for grid in find_grids(page):
        found, used = cells(grid, left)
        whole = len(found.rows) > 1 and len(found.rows[0]) > 1 and _filled(found.rows)
        if whole and not (is_shaded(grid, page.shapes) and _goes_on(grid, used, left)):
            tables.append(Piece(_extent(grid, used), cells=found))
            taken = {id(word) for word in used}
            left = [word for word in left if id(word) not in taken]
    return tables, left


def _goes_on(grid: Grid, used: Sequence[Word], words: Sequence[Word]) -> bool:
    """Whether the next line over or under shaded cells has amounts in two of their columns: they are not all of it."""
    inside = {id(word) for word in used}
    tall = height(used[0].box) if used else 0.0
    near = [
        word
        for word in words
        if id(word) not in inside
        and is_amount(word.text)
        and (-tall < word.box.top - grid.box.bottom < tall or -tall < grid.box.top - word.box.bottom < tall)
    ]
    reached = {
        between(grid.xs, (word.box.x0 + word.box.x1) / 2) for word in near if grid.box.x0 < word.box.x0 < grid.box.x1
    }
    return len(reached - {0}) > 1


def _extent(grid: Grid, used: Sequence[Word]) -> BoundingBox:
    inner = around(word.box for word in used)
    return BoundingBox(grid.box.x0, min(grid.box.top, inner.top), grid.box.x1, max(grid.box.bottom, inner.bottom))


def _filled(rows: Sequence[Sequence[str]]) -> bool:
    """A lattice of boxes with prose in them is no table: at least half of its rows use two cells."""
    return sum(sum(1 for cell in row if cell) > 1 for row in rows) >= 0.5 * len(rows)


def _side_boxes(page: PageContent, tables: Sequence[Piece], words: Sequence[Word]) -> list[BoundingBox]:
    """Filled areas with at least two lines of text, and cards, that no larger such area holds, top to bottom."""
    candidates = [box for box in cards_of(page, words) if not any(holds(box, table.box) for table in tables)]
    for shape in page.shapes:
        box = shape.box
        bleeding = box.x0 <= 1 and box.x1 >= page.width - 1
        cell = any(holds(table.box, box) for table in tables)
        sized = width(box) > 60 and height(box) > 30 and width(box) * height(box) < 0.6 * page.width * page.height
        if shape.filled and sized and not bleeding and not cell:
            inside = [word for word in words if holds(box, word.box, slack=0.0)]
            if len({round(word.box.bottom / 4) for word in inside}) >= 2:
                candidates.append(box)
    candidates.sort(key=lambda b: -width(b) * height(b))
    outer: list[BoundingBox] = []
    for box in candidates:
        if not any(holds(kept, box) for kept in outer):
            outer.append(box)
    return sorted(outer, key=lambda b: (b.top, b.x0))


def _in_box(piece: Piece, number: int) -> Piece:
    return Piece(piece.box, piece.paragraph, piece.cells, number)


def _flow(words: Sequence[Word], atoms: Sequence[list[Piece]], drawn: Sequence[BoundingBox]) -> Iterator[Piece]:
    """Words and ready-made pieces in reading order; unruled tables among the words are found here."""
    segments = parted(segments_of(words))
    tables = find_aligned(segments, drawn)
    taken = {id(s) for table in tables for s in table.taken}
    loose = [s for s in segments if id(s) not in taken]
    ready = [*atoms, *([Piece(table.box, cells=table.cells)] for table in tables)]
    boxes = [around(piece.box for piece in atom) for atom in ready] + [s.box for s in loose]
    for group in columns(boxes):
        lines: list[Segment] = []
        for index in group:
            if index >= len(ready):
                lines.append(loose[index - len(ready)])
                continue
            yield from _paragraphs(lines)
            lines = []
            yield from ready[index]
        yield from _paragraphs(lines)


def _paragraphs(pieces: Sequence[Segment]) -> Iterator[Piece]:
    lines: list[list[Segment]] = []
    for piece in pieces:
        if lines and overlap_y(lines[-1][0].box, piece.box) > 0.6 * height(piece.box):
            lines[-1].append(piece)
        else:
            lines.append([piece])
    whole = [segment([w for s in sorted(line, key=lambda s: s.box.x0) for w in s.words]) for line in lines]
    for paragraph in _labelled(paragraphs_of(whole)):
        yield Piece(paragraph.box, paragraph=paragraph)


def _labelled(paragraphs: Sequence[Paragraph]) -> list[Paragraph]:
    """A number that stands alone right under a short label belongs to the label, as beside a slice of a pie."""
    found: list[Paragraph] = []
    for paragraph in paragraphs:
        last = found[-1] if found else None
        short = last is not None and len(last.text) < 60 and not last.text.endswith((".", ":"))
        if (
            last is not None
            and short
            and is_amount(paragraph.text)
            and paragraph.box.top - last.box.bottom < height(paragraph.box)
        ):
            last.lines += paragraph.lines
        else:
            found.append(paragraph)
    return found
