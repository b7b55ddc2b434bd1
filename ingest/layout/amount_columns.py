"""Amounts that stand under one another, and which such columns belong to one table."""

import re
from collections.abc import Sequence

from ingest.column_heads import is_year
from ingest.layout.boxes import around, height, overlap_x, overlap_y
from ingest.layout.lines import Segment

ALIGNED = 3.5
"""Points that edges or middles may differ by within one column."""
REACH = 3.6
"""Line heights that may lie between two rows of one column."""
FAR_REACH = 6.5
"""The same where nothing but labels, a sub-heading or a long one, stands between them."""
AGAIN = 1.5
"""Line heights of white over years that head the same columns once more, from which they begin another table."""
LARGER = 1.1
"""Times the size of amounts from which words are the heading of another table."""
INDENT = 40.0
"""Points that a table's heading may begin to the left of a label."""
FEWEST = 3
"""Numbers that make a column by themselves."""

_DIGITS = r"(?:\d{1,3}(?:[  .]\d{3})*(?:[.,]\d+)?|\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:[.,]\d+)?)"
_AMOUNT = re.compile(
    r"(?:(?:högst|minst|lägst|max)\s)?"
    rf"(?:[-–−+]\s?)?[$€£]?\(?{_DIGITS}\)?\s?(?:%|(?:kr|tkr|kkr|mkr|mnkr|mdkr|st|minuter|timmar|dagar|veckor)\b|[€*]|[¹²³⁴⁵⁶⁷⁸⁹⁰]+\)?)?|[-–−]",
    re.IGNORECASE,
)
_MARK = re.compile(r"[†‡*:x]|\.{1,3}|…|n/?a\.?|i\.?\s?u\.?", re.IGNORECASE)
"""What stands in a cell whose amount is missing."""

Column = list[Segment]


def is_amount(text: str) -> bool:
    """Whether a cell holds nothing but a number, a percentage, a sum of money or a dash."""
    return bool(_AMOUNT.fullmatch(text.strip()))


def is_value(text: str) -> bool:
    """Whether a cell holds an amount or the mark of a missing one."""
    return is_amount(text) or bool(_MARK.fullmatch(text.strip()))


def amount_columns(segments: Sequence[Segment]) -> list[Column]:
    """Values that stand under one another, top to bottom; also of one value only."""
    columns: list[Column] = []
    for piece in sorted((s for s in segments if is_value(s.text)), key=lambda s: s.box.top):
        for column in columns:
            if _under(column[-1], piece, segments) and not _begins_again(column, piece):
                column.append(piece)
                break
        else:
            columns.append([piece])
    return [column for column in columns if any(is_amount(piece.text) for piece in column)]


def _under(last: Segment, piece: Segment, segments: Sequence[Segment]) -> bool:
    a, b = last.box, piece.box
    off = min(abs(a.x1 - b.x1), abs(a.x0 - b.x0), abs(a.x0 + a.x1 - b.x0 - b.x1) / 2)
    if off >= ALIGNED or overlap_x(a, b) <= 0 or b.top - a.bottom <= -height(b):
        return False
    gap = (b.top - a.bottom) / height(b)
    if gap < REACH:
        return gap < 1 or not _heading_between(last, piece, segments)
    return gap < FAR_REACH and _only_labels_between(last, piece, segments)


def _begins_again(column: Column, piece: Segment) -> bool:
    """Whether a column's year is printed once more, well under its last amount, as over the next table of its form."""
    first, last = column[0], column[-1]
    again = is_year(piece.text) and piece.text == first.text and not is_year(last.text)
    return again and piece.box.top - last.box.bottom > AGAIN * height(piece.box)


def _heading_between(last: Segment, piece: Segment, segments: Sequence[Segment]) -> bool:
    """Whether words set larger than both amounts stand between them, over the lower one's label: another's heading."""
    size = LARGER * max(last.style.size, piece.style.size)
    words = [s for s in segments if s.box.x0 < piece.box.x0 and not is_value(s.text)]
    beside = [s for s in words if overlap_y(s.box, piece.box) > 2]
    label = max(beside, key=lambda s: s.box.x1, default=piece)
    return any(
        s.style.size >= size and last.box.bottom - 1 < s.box.top and s.box.bottom < piece.box.top + 1
        for s in words
        if s.box.x0 > label.box.x0 - INDENT
    )


def _only_labels_between(last: Segment, piece: Segment, segments: Sequence[Segment]) -> bool:
    """Whether the rows between two amounts are labels or have amounts in other columns only, and begin no table."""
    if is_year(piece.text) and not is_year(last.text):
        return False
    between = [
        s
        for s in segments
        if s.box.x0 < piece.box.x1 and s.box.top > last.box.bottom - 1 and s.box.bottom < piece.box.top + 1
    ]
    return bool(between) and all(
        s.box.x1 < min(last.box.x0, piece.box.x0) and s.style.size < LARGER * piece.style.size for s in between
    )


def side_by_side(columns: Sequence[Column], segments: Sequence[Segment]) -> list[list[Column]]:
    """Columns that share rows, with no label between them, are one table's, from left to right.

    What goes on under an empty stretch of a column is the same column.
    """
    groups: list[list[Column]] = []
    for column in sorted((c for c in columns if len(c) >= FEWEST), key=lambda c: c[0].box.x0):
        for group in groups:
            same = next((other for other in group if _goes_on(other, column, group)), None)
            if same is not None:
                same += column
                break
            if _shares_rows(group, column) and not _label_between(group[-1], column, segments):
                group.append(column)
                break
        else:
            groups.append([column])
    for group in groups:
        _add_sparse(group, columns, segments)
    return groups


def _goes_on(upper: Column, lower: Column, group: Sequence[Column]) -> bool:
    """Whether two columns are one with an empty stretch, which rows of another column of the table bridge."""
    first, second = sorted((upper, lower), key=lambda c: c[0].box.top)
    if first[-1].box.bottom > second[0].box.top or overlap_x(first[-1].box, second[0].box) <= 0:
        return False
    bridges = (c for c in group if c is not upper)
    return any(c[0].box.top < first[-1].box.bottom and c[-1].box.bottom > second[0].box.top for c in bridges)


def _shares_rows(group: Sequence[Column], column: Column) -> bool:
    left = group[-1]
    shared = sum(any(overlap_y(a.box, b.box) > 2 for b in column) for a in left)
    return shared >= 0.5 * min(len(left), len(column))


def _label_between(left: Column, right: Column, segments: Sequence[Segment]) -> bool:
    edge, start = max(s.box.x1 for s in left), min(s.box.x0 for s in right)
    span = around(s.box for s in (*left, *right))
    between = [
        s
        for s in segments
        if not is_value(s.text) and s.box.x0 >= edge - 1 and s.box.x1 <= start + 1 and overlap_y(s.box, span) > 0
    ]
    return len(between) >= 0.5 * min(len(left), len(right))


def _add_sparse(group: list[Column], columns: Sequence[Column], segments: Sequence[Segment]) -> None:
    """Columns with one or two values only, where these stand in the rows of a table, within a column's width of it."""
    rows = [piece.box for column in group for piece in column]
    for column in sorted((c for c in columns if len(c) < FEWEST), key=lambda c: c[0].box.x0):
        span = around(rows)
        on_rows = all(any(abs(piece.box.bottom - row.bottom) < 2 for row in rows) for piece in column)
        wide = max(60.0, 1.3 * (span.x1 - span.x0) / max(len(group), 1))
        if not on_rows or not span.x0 - 2 <= column[0].box.x0 <= span.x1 + wide:
            continue
        own = next((other for other in group if overlap_x(around(p.box for p in other), column[0].box) > 0), None)
        if own is not None:
            own += column
        elif not any(_label_between(c, column, segments) for c in group if c[0].box.x1 < column[0].box.x0):
            group.append(column)
            group.sort(key=lambda c: c[0].box.x0)
