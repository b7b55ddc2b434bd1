"""Words become segments: runs on one base line without a gap as wide as a column's."""

import re
from collections import Counter
from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from ingest.layout.boxes import around
from ingest.layout.justified import stretched_seams
from ingest.model import BoundingBox
from ingest.pages import Style, Word

GAP = 1.0
"""White between words, in sizes of the font, that parts two segments of text."""
GAP_AT_NUMBER = 0.6
"""The same where one of the two words is a number and the other is not."""
GAP_BETWEEN_NUMBERS = 0.45
"""The same between two numbers; the thousands separator is about half of it."""

_NUMBER = re.compile(r"[-–−+(]?[$€£]?\d[\d.,]*\)?%?|[-–−†‡]")
_MARKER = re.compile(r"[•·▪◦‣●○\uf0b7\uf0a7➢✓*]|\d{1,2}[.)]|\d{1,3}(?:,\d+)?%")


@dataclass(frozen=True, slots=True)
class Segment:
    """Words that follow one another on one base line; `style` is that of most characters, `bold` if every word is."""

    words: tuple[Word, ...]
    box: BoundingBox
    text: str
    style: Style
    bold: bool


def segment(words: Sequence[Word]) -> Segment:
    """One segment of words given in order along the line."""
    box, text = around(word.box for word in words), " ".join(word.text for word in words)
    return Segment(tuple(words), box, text, _main_style(words), all(word.style.bold for word in words))


def _main_style(words: Sequence[Word]) -> Style:
    first = words[0].style
    if all(word.style is first for word in words):
        return first
    counts: Counter[Style] = Counter()
    for word in words:
        counts[word.style] += len(word.text)
    return counts.most_common(1)[0][0]


def rows_of(words: Iterable[Word]) -> list[list[Word]]:
    """Words grouped by base line, top to bottom, each row from left to right."""
    rows: list[list[Word]] = []
    for word in sorted(words, key=lambda w: (w.box.bottom, w.box.x0)):
        if rows and abs(_base(rows[-1]) - word.box.bottom) < 0.4 * max(word.style.size, 4.0):
            rows[-1].append(word)
        else:
            rows.append([word])
    return [sorted(row, key=lambda w: w.box.x0) for row in rows]


def _base(row: Sequence[Word]) -> float:
    return sum(word.box.bottom for word in row) / len(row)


def segments_of(words: Iterable[Word]) -> list[Segment]:
    """All segments, top to bottom and left to right."""
    lines = rows_of(words)
    seams = stretched_seams(lines)
    rows = [_split(row, seams) for row in lines]
    found: list[Segment] = []
    for index, row in enumerate(rows):
        below = [s for later in rows[index + 1 : index + 4] for s in later]
        run = row[0]
        for piece in row[1:]:
            if _stretched(run, piece, below):
                run = segment((*run.words, *piece.words))
            else:
                found.append(run)
                run = piece
        found.append(run)
    return found


def _split(row: Sequence[Word], seams: Container[int]) -> list[Segment]:
    runs = [[row[0]]]
    for word in row[1:]:
        if id(runs[-1][-1]) not in seams and _parted(runs[-1][-1], word) and not _marked(runs, word):
            runs.append([])
        runs[-1].append(word)
    return [segment(run) for run in runs]


def _marked(runs: Sequence[Sequence[Word]], word: Word) -> bool:
    """Whether the row's last run is only the bullet, number or share of the list item that `word` begins.

    A share, "75%", begins an item only as the first thing in its row.
    """
    text, end = "".join(mark.text for mark in runs[-1]), runs[-1][-1].box.x1
    marker = len(runs[-1]) < 3 and bool(_MARKER.fullmatch(text)) and (len(runs) == 1 or text[-1] != "%")
    number = _NUMBER.fullmatch(word.text) and text[-1] in "%.)0123456789*✓"
    return marker and word.box.x0 - end < 3 * word.style.size and not number


def _stretched(left: Segment, right: Segment, below: Sequence[Segment]) -> bool:
    """Whether the white between two segments is a justified line's, not a gutter's: the next line runs across it."""
    tall = left.box.bottom - left.box.top
    if any(_NUMBER.fullmatch(word.text) for word in (left.words[-1], right.words[0])):
        return False
    if abs(left.style.size - right.style.size) > 0.5 or right.box.x0 - left.box.x1 > 4 * left.style.size:
        return False
    return any(
        0 <= s.box.top - left.box.bottom + 0.3 * tall < 0.9 * tall
        and abs(s.style.size - left.style.size) <= 0.5
        and _runs_across(s, left.box.x1, right.box.x0)
        for s in below
    )


def _runs_across(piece: Segment, start: float, end: float) -> bool:
    """Whether words with spaces of usual width between them run from `start` to `end`."""
    tight = all(
        b.box.x0 - a.box.x1 < GAP * a.style.size
        for a, b in pairwise(piece.words)
        if a.box.x1 <= end and b.box.x0 >= start
    )
    return tight and piece.box.x0 <= start + 1 and piece.box.x1 >= end - 1


def _parted(left: Word, right: Word) -> bool:
    gap = (right.box.x0 - left.box.x1) / max(left.style.size, right.style.size, 1.0)
    numbers = [bool(_NUMBER.fullmatch(word.text)) for word in (left, right)]
    limit = GAP_BETWEEN_NUMBERS if all(numbers) else GAP_AT_NUMBER if any(numbers) else GAP
    return gap > limit
