"""Tables without rules: numbers that stand under one another, with their labels to the left and years above."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ingest.layout.boxes import around, height, overlap_x, overlap_y
from ingest.layout.lines import Segment
from ingest.layout.paragraphs import join_lines
from ingest.model import BoundingBox

ALIGNED = 3.5
"""Points that right edges may differ by within one column."""
REACH = 3.6
"""Line heights that may lie between two rows of one column."""
INDENT = 40.0
"""Points that a label may begin to the left of most labels; farther left stands something else than the table."""
FEWEST = 3
"""Numbers that make a column."""

_AMOUNT = re.compile(r"[-–−]?\s?\(?\d{1,3}(?:[  .]\d{3})*(?:[.,]\d+)?\)?\s?%?|[-–−]?\d+(?:[.,]\d+)?\s?%?|[-–−]")


@dataclass(frozen=True, slots=True)
class AlignedTable:
    """A table found by alignment: its rectangle, its rows of cell texts and the segments that it took."""

    box: BoundingBox
    rows: tuple[tuple[str, ...], ...]
    taken: tuple[Segment, ...]


def is_amount(text: str) -> bool:
    """Whether a cell holds nothing but a number, a percentage or a dash."""
    return bool(_AMOUNT.fullmatch(text.strip()))


def find_aligned(segments: Sequence[Segment]) -> list[AlignedTable]:
    """Tables among segments that stand in no grid."""
    columns = [column for column in _columns(segments) if len(column) >= FEWEST]
    tables = []
    for group in _side_by_side(columns, segments):
        table = _table(group, segments)
        if table is not None:
            tables.append(table)
    return tables


def _columns(segments: Sequence[Segment]) -> list[list[Segment]]:
    columns: list[list[Segment]] = []
    for piece in sorted((s for s in segments if is_amount(s.text)), key=lambda s: s.box.top):
        for column in columns:
            last = column[-1]
            near = piece.box.top - last.box.bottom < REACH * height(piece.box)
            if near and abs(last.box.x1 - piece.box.x1) < ALIGNED:
                column.append(piece)
                break
        else:
            columns.append([piece])
    return columns


def _side_by_side(columns: Sequence[list[Segment]], segments: Sequence[Segment]) -> list[list[list[Segment]]]:
    """Columns that share rows, with no label between them, are one table's."""
    groups: list[list[list[Segment]]] = []
    for column in sorted(columns, key=lambda c: c[0].box.x0):
        for group in groups:
            if _shares_rows(group[-1], column) and not _label_between(group[-1], column, segments):
                group.append(column)
                break
        else:
            groups.append([column])
    return groups


def _shares_rows(left: Sequence[Segment], right: Sequence[Segment]) -> bool:
    shared = sum(any(overlap_y(a.box, b.box) > 2 for b in right) for a in left)
    return shared >= 0.5 * min(len(left), len(right))


def _label_between(left: Sequence[Segment], right: Sequence[Segment], segments: Sequence[Segment]) -> bool:
    edge, start = max(s.box.x1 for s in left), min(s.box.x0 for s in right)
    span = around(s.box for s in (*left, *right))
    between = [
        s
        for s in segments
        if not is_amount(s.text) and s.box.x0 >= edge - 1 and s.box.x1 <= start + 1 and overlap_y(s.box, span) > 0
    ]
    return len(between) >= 0.5 * min(len(left), len(right))


def _table(group: Sequence[list[Segment]], segments: Sequence[Segment]) -> AlignedTable | None:
    numbers = [piece for column in group for piece in column]
    span = around(piece.box for piece in numbers)
    labels = _labels(numbers, span, segments)
    if not labels:
        return None
    header = _header(group, span, segments)
    taken = [*numbers, *labels, *header]
    places = [around(piece.box for piece in column) for column in group]
    rows = [_row(line, labels, places) for line in _lines(taken)]
    return AlignedTable(around(s.box for s in taken), tuple(map(tuple, _joined(rows))), tuple(taken))


def _labels(numbers: Sequence[Segment], span: BoundingBox, segments: Sequence[Segment]) -> list[Segment]:
    """Text to the left of the numbers, from the first row to the last, no farther left than the rows' own labels."""
    beside = []
    for number in numbers:
        left = [
            s
            for s in segments
            if not is_amount(s.text) and overlap_y(s.box, number.box) > 2 and s.box.x1 < number.box.x0
        ]
        if left:
            beside.append(max(left, key=lambda s: s.box.x1))
    if len({id(s) for s in beside}) < FEWEST:
        return []
    starts = sorted(s.box.x0 for s in beside)
    edge = min(x for x in starts if x > starts[len(starts) // 2] - INDENT)
    return [
        s
        for s in segments
        if not is_amount(s.text)
        and edge - 2 <= s.box.x0
        and s.box.x1 < span.x0 + 2
        and span.top - 2 <= (s.box.top + s.box.bottom) / 2 <= span.bottom + 2
    ]


def _header(group: Sequence[list[Segment]], span: BoundingBox, segments: Sequence[Segment]) -> list[Segment]:
    """What stands over the number columns, within two line heights of the first row."""
    above = []
    for column in group:
        place = around(piece.box for piece in column)
        for s in segments:
            gap = span.top - s.box.bottom
            if -1 <= gap < 2.2 * height(s.box) and overlap_x(s.box, place) > 0 and len(s.text) < 30:
                above.append(s)
    return list({id(s): s for s in above}.values())


def _lines(taken: Sequence[Segment]) -> list[list[Segment]]:
    lines: list[list[Segment]] = []
    for piece in sorted(taken, key=lambda s: (s.box.bottom, s.box.x0)):
        if lines and abs(lines[-1][0].box.bottom - piece.box.bottom) < 0.4 * height(piece.box):
            lines[-1].append(piece)
        else:
            lines.append([piece])
    return lines


def _row(line: Sequence[Segment], labels: Sequence[Segment], places: Sequence[BoundingBox]) -> list[str]:
    cells = [""] * (len(places) + 1)
    known = {id(label) for label in labels}
    for piece in sorted(line, key=lambda s: s.box.x0):
        best = max(range(len(places)), key=lambda n: overlap_x(piece.box, places[n]))
        index = 0 if id(piece) in known else best + 1
        cells[index] = f"{cells[index]} {piece.text}".strip()
    return cells


def _joined(rows: Sequence[list[str]]) -> list[list[str]]:
    """Rows with wrapped labels made whole: a label alone that the next row continues in lower case."""
    found: list[list[str]] = []
    for row in rows:
        alone = found and found[-1][0] and not any(found[-1][1:])
        continues = row[0][:1].islower() or (found and found[-1][0].endswith((",", "-")))
        if alone and continues and row[0]:
            found[-1] = [join_lines([found[-1][0], row[0]]), *row[1:]]
        elif found and row[0] and not any(row[1:]) and row[0][:1].islower():
            found[-1][0] = join_lines([found[-1][0], row[0]])
        else:
            found.append(row)
    return found
