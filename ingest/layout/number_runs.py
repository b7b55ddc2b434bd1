"""Numbers that stand no farther apart than thousands do: the rows around them tell where one ends."""

import re
from collections.abc import Sequence
from itertools import pairwise

from ingest.layout.boxes import around, height, overlap_x
from ingest.layout.lines import Segment, segment
from ingest.model import BoundingBox
from ingest.pages import Word

EDGE = 2.5
"""Points that the right edges of a column's numbers may differ by."""
REACH = 4.0
"""Line heights that may lie between two rows that tell of each other's columns."""

_NUMERIC = re.compile(r"[-–−+]?\(?\d[\d.]*(?:,\d+)?\)?%?|[-–−+%]")
_OPEN = re.compile(r"[-–−+]?\(?\d{1,3}|[-–−+]")
"""What a following group of three digits can belong to."""
_SMALL = re.compile(r"\d{1,2}")
"""What a plus may follow within one cell: "1 + 4" is how many there are of two kinds."""
_THOUSANDS = re.compile(r"\d{3}(?:,\d+)?\)?%?")

Run = list[list[Word]]


def parted(segments: Sequence[Segment]) -> list[Segment]:
    """The segments, those of several numbers cut where the columns of the rows over and under them end."""
    runs = [s for s in segments if all(_NUMERIC.fullmatch(word.text) for word in s.words)]
    if all(len(run.words) == 1 for run in runs):
        return list(segments)
    cut: dict[int, Run] = {}
    for block in _blocks(runs):
        cut |= _cuts(block)
    return [part for s in segments for part in _parts(s, cut.get(id(s)))]


def _parts(piece: Segment, cut: Run | None) -> list[Segment]:
    return [piece] if cut is None or len(cut) == 1 else [segment(words) for words in cut]


def _blocks(runs: Sequence[Segment]) -> list[list[Segment]]:
    """Runs linked by standing over one another or on one line."""
    blocks: list[list[Segment]] = []
    for run in sorted(runs, key=lambda s: s.box.top):
        near = [block for block in blocks if any(_linked(other.box, run.box) for other in block[-12:])]
        merged = [*(other for block in near for other in block), run]
        blocks = [block for block in blocks if all(block is not other for other in near)]
        blocks.append(sorted(merged, key=lambda s: s.box.top))
    return blocks


def _linked(upper: BoundingBox, lower: BoundingBox) -> bool:
    return overlap_x(upper, lower) > 0 and lower.top - upper.bottom < REACH * height(lower)


def _cuts(block: Sequence[Segment]) -> dict[int, Run]:
    """Each run's numbers, by the identity of the run."""
    sure = {id(run): _numbers(run.words) for run in block}
    lines: list[list[Segment]] = []
    for run in block:
        if lines and abs(lines[-1][0].box.bottom - run.box.bottom) < 0.4 * height(run.box):
            lines[-1].append(run)
        else:
            lines.append([run])
    counts = [sum(len(sure[id(run)]) for run in line) for line in lines]
    most = max(counts)
    if most < 2:
        return sure
    full = [
        sorted((around(w.box for w in number) for run in line for number in sure[id(run)]), key=lambda b: b.x0)
        for line, count in zip(lines, counts, strict=True)
        if count == most
    ]
    columns = [around(line[n] for line in full) for n in range(most)]
    for line, count in zip(lines, counts, strict=True):
        if count < most:
            sure |= {id(run): _fitted(run, sure[id(run)], columns) for run in line}
    return sure


def _numbers(words: Sequence[Word]) -> Run:
    """Words as numbers, parted only where one cannot go on."""
    found: Run = [[words[0]]]
    for last, word in pairwise(words):
        sign = last.text in "-–−+"
        thousands = _OPEN.fullmatch(found[-1][0].text) and _THOUSANDS.fullmatch(word.text) and last.text.isdecimal()
        first = len(found[-1]) == 1 and _OPEN.fullmatch(last.text) and _THOUSANDS.fullmatch(word.text)
        crew = word.text == "+" and len(found[-1]) == 1 and _SMALL.fullmatch(last.text)
        if word.text == "%" or (sign and word.text not in "-–−+") or thousands or first or crew:
            found[-1].append(word)
        else:
            found.append([word])
    return found


def _fitted(run: Segment, sure: Run, columns: Sequence[BoundingBox]) -> Run:
    """A run parted at the columns that it lies over: at their right edges, else nearest the middle between two."""
    over = [c for c in columns if run.box.x0 - EDGE < (c.x0 + c.x1) / 2 < run.box.x1 + EDGE]
    if len(over) <= len(sure) or len(run.words) == 1:
        return sure
    edges = [c.x1 for c in over[:-1]]
    exact = _split(run.words, [any(abs(w.box.x1 - edge) < EDGE for edge in edges) for w in run.words])
    if len(exact) == len(over) and _whole(exact):
        return exact
    middles = [(a.x1 + b.x0) / 2 for a, b in pairwise(over)]
    gaps = [(a.box.x1 + b.box.x0) / 2 for a, b in pairwise(run.words)]
    chosen = {min(range(len(gaps)), key=lambda n: abs(gaps[n] - middle)) for middle in middles}
    nearest = _split(run.words, [n in chosen for n in range(len(run.words))])
    return nearest if _whole(nearest) else sure


def _split(words: Sequence[Word], ends: Sequence[bool]) -> Run:
    found: Run = [[]]
    for word, end in zip(words, ends, strict=True):
        found[-1].append(word)
        if end:
            found.append([])
    return [part for part in found if part]


def _whole(run: Run) -> bool:
    """Whether each part is one number as it would be written."""
    return all(len(_numbers(part)) == 1 and not re.fullmatch(r"0\d+", part[0].text) for part in run)
