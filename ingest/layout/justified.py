"""Lines set to the full width of their column: white between words as wide as a column's, and the same all along."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from ingest.layout.boxes import height
from ingest.pages import Word

FEWEST = 4
"""Words of a stretched line at least."""
EVEN = 0.06
"""Sizes of the font that the white between its words may differ by."""
WIDEST = 4.0
"""Sizes of the font that the white may be."""
TIGHT = 1.0
"""Sizes of the font below which white is that of usual running text."""
EDGE = 2.0
"""Points that the edges of a column's lines may differ by."""
REACH = 5.0
"""Line heights from a stretched line to one of its column that is not."""


def stretched_seams(rows: Sequence[Sequence[Word]]) -> set[int]:
    """The words, by identity, after which a justified line goes on, whatever the white.

    Such a line has its white spread evenly, and ends and begins where a line of usual running text near it does.
    """
    found: set[int] = set()
    for index, row in enumerate(rows):
        for run in _even_runs(row):
            if any(_is_line_of(other, run) for other in rows[max(0, index - 5) : index + 6] if other is not row):
                found |= {id(word) for word in run[:-1]}
    return found


def _even_runs(row: Sequence[Word]) -> Iterator[list[Word]]:
    """The longest runs of a row's words with the same white between them, where most have letters."""
    run: list[Word] = []
    gaps: list[float] = []
    for left, right in pairwise(row):
        gap = right.box.x0 - left.box.x1
        even = all(abs(gap - other) < EVEN * left.style.size for other in gaps)
        if not (run and even and 0 < gap < WIDEST * left.style.size):
            if _is_text(run):
                yield run
            run, gaps = [left], []
        run.append(right)
        gaps.append(gap)
    if _is_text(run):
        yield run


def _is_text(run: Sequence[Word]) -> bool:
    return len(run) >= FEWEST and sum(any(c.isalpha() for c in word.text) for word in run) > 0.5 * len(run)


def _is_line_of(row: Sequence[Word], run: Sequence[Word]) -> bool:
    """Whether a row has a line of usual running text as wide as a stretched one, and near it."""
    start, end, tall = run[0].box.x0, run[-1].box.x1, height(run[0].box)
    inside = [word for word in row if word.box.x1 > start - EDGE and word.box.x0 < end + EDGE]
    if not _is_text(inside) or abs(inside[0].box.bottom - run[0].box.bottom) > REACH * tall:
        return False
    tight = all(b.box.x0 - a.box.x1 < TIGHT * a.style.size for a, b in pairwise(inside))
    return tight and abs(inside[0].box.x0 - start) < EDGE and abs(inside[-1].box.x1 - end) < EDGE
