"""Lines of a table without rules become rows: labels over several lines are one with the amounts beside them."""

import re
from collections.abc import Collection, Sequence
from itertools import pairwise

from ingest.layout.boxes import height
from ingest.layout.lines import Segment

TIGHT = 0.9
"""Part of the distance between rows below which two lines are one row's."""
RULED = 0.6
"""Part of the bands between rules that hold one line of amounts each, where the rules part rows."""

_GOES_ON = re.compile(r"(?:[,\-–/(]|\b(?:av|för|från|genom|hos|i|inkl|inom|med|och|om|på|samt|till|under|vid))$")
"""What no label ends with."""

Line = list[Segment]


def lines_of(taken: Sequence[Segment]) -> list[Line]:
    """Segments on one base line each, top to bottom and left to right."""
    lines: list[Line] = []
    for piece in sorted(taken, key=lambda s: (s.box.bottom, s.box.x0)):
        if lines and abs(lines[-1][0].box.bottom - piece.box.bottom) < 0.4 * height(piece.box):
            lines[-1].append(piece)
        else:
            lines.append([piece])
    return [sorted(line, key=lambda s: s.box.x0) for line in lines]


def rows_of_lines(lines: Sequence[Line], labels: Collection[int], edges: Sequence[float]) -> list[list[Line]]:
    """Lines grouped to rows; `labels` are the identities of what is no amount, `edges` the heights of rules."""
    rows: list[list[Line]] = []
    for band in _bands(lines, labels, edges):
        whole = edges and _anchors(band, labels) <= 1 and _set_alike(band, labels)
        rows += [band] if whole else _by_leading(band, labels)
    return rows


def _set_alike(lines: Sequence[Line], labels: Collection[int]) -> bool:
    """Whether no line of words is bold beside one that is not, as a sub-heading is."""
    return len({piece.bold for line in lines for piece in line if id(piece) in labels}) < 2


def _anchors(lines: Sequence[Line], labels: Collection[int]) -> int:
    return sum(_has_values(line, labels) for line in lines)


def _has_values(line: Line, labels: Collection[int]) -> bool:
    return any(id(piece) not in labels for piece in line)


def _bands(lines: Sequence[Line], labels: Collection[int], edges: Sequence[float]) -> list[list[Line]]:
    """Lines between two rules, where most of such bands hold one line of amounts; else all lines together."""
    bands: dict[int, list[Line]] = {}
    for line in lines:
        middle = (line[0].box.top + line[0].box.bottom) / 2
        bands.setdefault(sum(edge < middle for edge in edges), []).append(line)
    single = sum(_anchors(band, labels) == 1 for band in bands.values())
    return list(bands.values()) if single >= RULED * len(bands) else [list(lines)]


def _by_leading(lines: Sequence[Line], labels: Collection[int]) -> list[list[Line]]:
    """Lines nearer to each other than rows are, or whose words go on from one to the next, are one row."""
    steps = sorted(
        b[0].box.bottom - a[0].box.bottom
        for a, b in pairwise(lines)
        if _has_values(a, labels) and _has_values(b, labels)
    )
    pitch = steps[len(steps) // 2] if steps else 0.0
    rows: list[list[Line]] = []
    for line in lines:
        if rows and _one_row(rows[-1], line, labels, pitch):
            rows[-1].append(line)
        else:
            rows.append([line])
    return rows


def _one_row(row: Sequence[Line], line: Line, labels: Collection[int], pitch: float) -> bool:
    last = row[-1]
    if _anchors([*row, line], labels) > 1:
        return False
    above = [p for other in row for p in other if id(p) in labels]
    own = [p for p in line if id(p) in labels]
    if above and own and above[0].bold != own[0].bold:
        return False
    step = line[0].box.bottom - last[0].box.bottom
    if step < TIGHT * pitch:
        return True
    if not above or not own or step > 1.6 * max(pitch, height(own[0].box)):
        return False
    goes_on = _GOES_ON.search(above[-1].text) is not None and not any(_has_values(other, labels) for other in row)
    return own[0].text[:1].islower() or goes_on
