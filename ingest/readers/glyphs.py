"""Characters in the order of a content stream become runs without white space, whichever way they are set."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache

from ingest.pages import Style
from ingest.readers.decoding import plain

GAP = 0.28
"""White between two characters, in sizes of the font, from which they belong to two words."""
RAISED, SMALL = 0.15, 0.8
"""Parts of a run's height: how high a mark of a note stands over its base line, and how tall it is at most."""
SLANT = None
"""The direction of text that is set at a slant."""

_HYPHENS = "\u00ad\u2010\u0002"
"""Characters that stand for a hyphen at a line end; pdfium reports one that it has joined as U+0002."""
_SUPERSCRIPT = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_MARKS = frozenset(map(ord, "0123456789)*"))

Rectangle = tuple[float, float, float, float]
"""Left, bottom, right and top in the file's coordinates."""


@dataclass(slots=True)
class Run:
    """Characters with no white space between them; `quarter` is their direction in quarter turns to the left.

    `start` and `end` are the last character's along the line, `base` and `tall` the first one's across it.
    """

    style: Style
    quarter: int | None
    box: Rectangle
    text: list[str] = field(default_factory=list)
    start: float = 0.0
    end: float = 0.0
    base: float = 0.0
    tall: float = 0.0

    def add(self, char: str, box: Rectangle, start: float, end: float) -> None:
        """Append a character that reaches from `start` to `end` along the line."""
        left, bottom, right, top = self.box
        if box[0] < left or box[1] < bottom or box[2] > right or box[3] > top:
            self.box = (min(left, box[0]), min(bottom, box[1]), max(right, box[2]), max(top, box[3]))
        self.text.append(char)
        self.start, self.end = start, end

    @property
    def characters(self) -> str:
        """The text; halves of surrogate pairs made whole."""
        text = "".join(self.text)
        if max(text) < "\ud800":
            return text
        return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def along(box: Rectangle, quarter: int | None) -> tuple[float, float, float, float]:
    """Where a rectangle begins and ends along its line, its base line and its height across the line."""
    left, bottom, right, top = box
    if not quarter:
        return left, right, bottom, top - bottom
    if quarter == 1:
        return bottom, top, -right, right - left
    if quarter == 2:
        return -right, -left, -top, top - bottom
    return -top, -bottom, left, right - left


def goes_on(run: Run, start: float, base: float, gap: float = GAP) -> bool:
    """Whether a character that begins at `start` on the line `base`, less than `gap` sizes on, belongs to the run."""
    if run.quarter is SLANT:
        return True
    size = max(run.style.size, 1.0)
    return abs(base - run.base) < 0.5 * size and start - run.end < gap * size and start > run.start - 0.3 * size


def is_raised(run: Run, code: int, start: float, base: float, tall: float) -> bool:
    """Whether a character is set as the mark of a note, or as a power, right after the run, white space or not."""
    small = code in _MARKS and tall < SMALL * run.tall and base - run.base > RAISED * run.tall
    return small and -0.3 * run.style.size < start - run.end < 2 * GAP * run.style.size


@cache
def written(code: int) -> str:
    """A character as it is kept: ligatures taken apart, hyphens alike."""
    char = chr(code)
    return "-" if char in _HYPHENS else plain(char)


def superscript(text: str) -> str:
    """Digits as raised ones: "1" → "¹"."""
    return text.translate(_SUPERSCRIPT)


def main_direction(runs: Iterable[Run]) -> int:
    """The direction of most characters that are not set at a slant."""
    counts = [0, 0, 0, 0]
    for run in runs:
        if run.quarter is not SLANT:
            counts[run.quarter] += len(run.text)
    return counts.index(max(counts))
