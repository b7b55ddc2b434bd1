"""The columns of words beside a table's amounts: its labels, and what else stands row by row."""

from collections.abc import Callable, Sequence
from itertools import pairwise

from ingest.layout.amount_columns import FEWEST, Column, is_value
from ingest.layout.boxes import around, overlap_x, overlap_y
from ingest.layout.lines import Segment, segment
from ingest.model import BoundingBox

INDENT = 40.0
"""Points that a label may begin to the left of most labels; farther left stands something else than the table."""
APART = 4.0
"""Points of white between two columns of words."""
TIGHT = 0.9
"""Part of the distance between rows below which two lines are one label's."""
MOST = 0.6
"""Part of a table's rows that a column of words must have a cell in."""


def labels_beside(numbers: Sequence[Segment], span: BoundingBox, segments: Sequence[Segment]) -> list[Segment]:
    """Words to the left of the amounts, from the first row to the last, no farther left than the rows' own labels."""
    words = [s for s in segments if not is_value(s.text)]
    beside = []
    for number in numbers:
        left = [s for s in words if overlap_y(s.box, number.box) > 2 and s.box.x1 < number.box.x0]
        if left:
            beside.append(max(left, key=lambda s: s.box.x1))
    if len({id(s) for s in beside}) < FEWEST:
        return []
    starts = sorted(s.box.x0 for s in beside)
    edge = min(x for x in starts if x > starts[len(starts) // 2] - INDENT)
    labels = [
        s
        for s in words
        if (edge - 2 <= s.box.x0 or (edge - INDENT <= s.box.x0 and s.box.x1 > edge))
        and (s.box.x1 < span.x0 + 2 or (_alone(s, numbers) and not _beside_another(s, span, words)))
        and span.top - 2 <= (s.box.top + s.box.bottom) / 2 <= span.bottom + 2
    ]
    return [*labels, *_reaching_out(labels, numbers, words)]


def _reaching_out(labels: Sequence[Segment], numbers: Sequence[Segment], words: Sequence[Segment]) -> list[Segment]:
    """Lines of the first label over the first amounts, and of the last one under the last, nearer than rows are."""
    bases = _bases(numbers)
    steps = sorted(b - a for a, b in pairwise(bases))
    if not steps or not labels:
        return []
    pitch = steps[len(steps) // 4]
    start, reach = min(number.box.x0 for number in numbers), max(number.box.x1 for number in numbers)
    lines = [s for s in words if s.box.x0 < reach]
    known = {id(s) for s in labels}
    found = []
    for step, last in ((-1, min(labels, key=lambda s: s.box.bottom)), (1, max(labels, key=lambda s: s.box.bottom))):
        while True:
            beside = [s for s in lines if 1 < step * (s.box.bottom - last.box.bottom) < pitch and id(s) not in known]
            if len(beside) != 1 or not _same_label(last, beside[0], start):
                break
            lower = (beside[0] if step > 0 else last).text[:1].islower()
            if not lower and abs(beside[0].box.bottom - last.box.bottom) > TIGHT * pitch:
                break
            last = beside[0]
            known.add(id(last))
            found.append(last)
    return found


def _same_label(label: Segment, other: Segment, start: float) -> bool:
    """Whether a line is set as a label is, and ends before the amounts start."""
    alike = label.bold == other.bold and abs(label.style.size - other.style.size) < 0.3
    return alike and abs(label.box.x0 - other.box.x0) < 3 and other.box.x1 < start


def _alone(words: Segment, numbers: Sequence[Segment]) -> bool:
    """Whether words that reach over the amounts have none on their line, as a sub-heading may."""
    return words.box.x1 < max(number.box.x1 for number in numbers) and not any(
        overlap_y(words.box, number.box) > 2 for number in numbers
    )


def _beside_another(name: Segment, span: BoundingBox, words: Sequence[Segment]) -> bool:
    """Whether words over the amounts share their line with others there, as the names of columns do."""
    over = (other for other in words if other is not name and other.box.x1 > span.x0 + 2)
    return any(abs(other.box.bottom - name.box.bottom) < 2 for other in over)


def texts_beside(
    numbers: Sequence[Segment], labels: Sequence[Segment], segments: Sequence[Segment]
) -> list[list[Segment]]:
    """The columns of words of a table whose amounts and nearest labels are given, in no particular order."""
    found = _apart(labels)
    rows = _bases(numbers)
    span = around(piece.box for piece in (*numbers, *labels))
    words = [s for s in segments if not is_value(s.text) and span.top - 2 < s.box.bottom < span.bottom + 14]
    others = [s for s in segments if is_value(s.text) and not span.x0 < s.box.x1 < span.x1 + 1]
    left = span
    while column := _column([s for s in words if s.box.x1 < left.x0 - APART], rows, from_right=True):
        if _before_values(column, span, others):
            break
        found.append(column)
        left = around(piece.box for piece in column)
    found = _with_ordinals(found, rows, segments)
    column = _column([s for s in words if s.box.x0 > span.x1 + APART], rows, from_right=False)
    return [*found, column] if column and not _before_values(column, span, others) else found


def _before_values(column: Sequence[Segment], span: BoundingBox, values: Sequence[Segment]) -> bool:
    """Whether words are the labels of a table beside this one: amounts stand to the right of them, outside it."""
    before = [
        s
        for s in column
        if any(
            overlap_y(s.box, v.box) > 2 and s.box.x1 <= v.box.x0 and (s.box.x0 > span.x0 or v.box.x1 < span.x0)
            for v in values
        )
    ]
    return len(before) >= 0.5 * len(column)


def _apart(labels: Sequence[Segment]) -> list[list[Segment]]:
    """Labels parted where white runs between them from the first row to the last, and most rows have both."""
    found: list[list[Segment]] = []
    reach = 0.0
    for label in sorted(labels, key=lambda s: s.box.x0):
        if not found or label.box.x0 - reach > APART:
            found.append([])
        found[-1].append(label)
        reach = max(reach, label.box.x1)
    rows = len(_bases(labels))
    if all(len(_bases(column)) >= MOST * rows for column in found):
        return found
    return [list(labels)]


def _bases(pieces: Sequence[Segment]) -> list[float]:
    found: list[float] = []
    for base in sorted(piece.box.bottom for piece in pieces):
        if not found or base - found[-1] > 3:
            found.append(base)
    return found


_EDGES: tuple[Callable[[BoundingBox], float], ...] = (
    lambda box: box.x0,
    lambda box: box.x1,
    lambda b: (b.x0 + b.x1) / 2,
)
"""Where the words of a column may be in line: at their starts, at their ends or in their middles."""


def _even(places: Sequence[float]) -> bool:
    middle = sorted(places)[len(places) // 2]
    return sum(abs(x - middle) < 3 for x in places) >= 0.8 * len(places)


def _column(words: Sequence[Segment], rows: Sequence[float], *, from_right: bool) -> list[Segment]:
    """The words next to a table that stand in its rows, begin at one edge and are no running text."""
    on_rows = [s for s in words if any(abs(s.box.bottom - base) < 2 for base in rows)]
    if len(on_rows) < max(FEWEST, MOST * len(rows)):
        return []
    nearest = max(on_rows, key=lambda s: s.box.x1) if from_right else min(on_rows, key=lambda s: s.box.x0)
    column = [s for s in words if overlap_x(s.box, nearest.box) > 0]
    firsts = _first_lines(column, rows)
    even = any(_even([edge(s.box) for s in column]) for edge in _EDGES)
    named = sum(not s.text[:1].islower() for s in firsts) >= 0.7 * len(firsts)
    placed = sum(any(abs(s.box.bottom - base) < 2 for base in rows) for s in firsts)
    return column if even and named and placed >= 0.9 * len(firsts) and placed >= MOST * len(rows) else []


def _first_lines(column: Sequence[Segment], rows: Sequence[float]) -> list[Segment]:
    """The lines of a column of words that begin a cell: the others stand nearer under the line above than rows do."""
    steps = sorted(b - a for a, b in pairwise(rows))
    pitch = steps[len(steps) // 4] if steps else 0.0
    lines = sorted(column, key=lambda s: s.box.bottom)
    return [*lines[:1], *(b for a, b in pairwise(lines) if b.box.bottom - a.box.bottom > TIGHT * pitch)]


def _with_ordinals(columns: Sequence[Column], rows: Sequence[float], segments: Sequence[Segment]) -> list[Column]:
    """The columns of words, with the numbers 1, 2, 3 … that stand before the first of them, and the names of both."""
    first = min(columns, key=lambda column: min(s.box.x0 for s in column))
    start = sorted(s.box.x0 for s in first)[len(first) // 2] - APART
    found = [s for s in segments if s.box.x1 < start and any(abs(s.box.bottom - base) < 2 for base in rows)]
    numbers = [s.text.strip(".") for s in sorted(found, key=lambda s: s.box.bottom)]
    if len(found) < FEWEST or numbers != [str(n) for n in range(1, len(found) + 1)]:
        return list(columns)
    before, inside = list(found), []
    for piece in first:
        words = [word for word in piece.words if word.box.x1 < start]
        before += [segment(words)] if words else []
        inside += [segment(piece.words[len(words) :])] if words and len(words) < len(piece.words) else [piece]
    return [before, inside, *(column for column in columns if column is not first)]
