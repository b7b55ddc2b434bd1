"""Text recognition through pytesseract, the optional extra `ocr`, and the program tesseract with Swedish."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from itertools import pairwise
from statistics import median
from typing import Any

from ingest.model import BoundingBox
from ingest.pages import Style, Word

LANGUAGE = "swe"
SECONDS = 60
"""Seconds that one page may take."""
SURE = 60
"""Per cent of certainty from which marks without a letter or digit are believed; less are specks and rules."""

_NUMBERS = re.compile(r"(x_bboxes|bbox|baseline|x_size|x_wconf) ([-\d. ]+)")
_LINES = frozenset({"ocr_line", "ocr_header", "ocr_caption", "ocr_textfloat"})
_TALL = re.compile(r"[^ÅÄÖÉ]*[A-Zbdfhkl\d][^ÅÄÖÉ]*")
"""Words that reach as high as a line's capitals and digits, and no higher."""
_TALL_HEIGHT = 0.72
"""How high capitals and digits are, in sizes of the font."""
_ASCENT, _DESCENT, _BESIDE = 0.8, 0.2, 0.04
"""How far a word's box reaches above and below the base line and beside its letters, in sizes."""
_GROUPED = 0.66
"""From the middle of a digit to that of the next, in sizes, from which they belong to two groups of three."""
_SEEN = 1.08
"""How many times larger letters are before a reader sees it."""


class TesseractRecogniser:
    """Reads the words of a picture with tesseract."""

    def lacking(self) -> str:
        """The package, program or language that is missing; empty where all are there."""
        try:
            import pytesseract
        except ImportError:
            return "plansvar[ocr]"
        try:
            known = pytesseract.get_languages()
        except (pytesseract.TesseractNotFoundError, pytesseract.TesseractError, OSError):
            return "tesseract-ocr"
        return "" if LANGUAGE in known else f"tesseract-ocr-{LANGUAGE}"

    def words_in(self, picture: Any, scale: float) -> tuple[Word, ...] | None:
        """The words of a Pillow image, with their places in points; None where tesseract gives up."""
        import pytesseract

        try:
            page = pytesseract.image_to_pdf_or_hocr(
                picture, LANGUAGE, f"--dpi {round(72 * scale)} -c hocr_char_boxes=1", extension="hocr", timeout=SECONDS
            )
        except (pytesseract.TesseractError, RuntimeError, OSError):
            return None
        parser = _Lines()
        parser.feed(page.decode("utf-8", "replace"))
        return tuple(_words(parser.lines, scale))


Numbers = dict[str, list[float]]
"""What hOCR tells of a line, word or letter, by name; places in pixels."""


@dataclass(slots=True)
class _Word:
    told: Numbers
    letters: list[tuple[str, Numbers]] = field(default_factory=list)

    @property
    def text(self) -> str:
        return "".join(letter for letter, _ in self.letters)


@dataclass(slots=True)
class _Line:
    told: Numbers
    words: list[_Word] = field(default_factory=list)


class _Lines(HTMLParser):
    """The lines of hOCR with their words and letters."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: list[_Line] = []
        self._letter: Numbers | None = None

    def handle_starttag(self, _tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note a line, a word or a letter that begins."""
        given = dict(attrs)
        told = {
            name: [float(number) for number in row.split()] for name, row in _NUMBERS.findall(given.get("title") or "")
        }
        kind = given.get("class")
        if kind in _LINES:
            self.lines.append(_Line(told))
        elif kind == "ocrx_word":
            self.lines[-1].words.append(_Word(told))
        elif kind == "ocrx_cinfo":
            self._letter = told

    def handle_data(self, data: str) -> None:
        """Note which letter it is."""
        if self._letter is not None:
            self.lines[-1].words[-1].letters.append((data, self._letter))
            self._letter = None


def _words(lines: list[_Line], scale: float) -> Iterator[Word]:
    """The words as if they were set: on straight base lines, those of about one size alike, with white around them."""
    lean = median([line.told["baseline"][0] for line in lines if len(line.words) > 3] or [0.0])
    sizes = _alike([_size(line) / scale for line in lines])
    for line, size in zip(lines, sizes, strict=True):
        x0, _, _, bottom = line.told["bbox"]
        base = (bottom + line.told["baseline"][1] - lean * x0) / scale
        top, low, beside = base - _ASCENT * size, base + _DESCENT * size, _BESIDE * size
        for word in line.words:
            if word.told["x_wconf"][0] >= SURE or any(map(str.isalnum, word.text)):
                for text, left, right in _parts(word, _GROUPED * size * scale):
                    box = BoundingBox(left / scale - beside, top, right / scale + beside, low)
                    yield Word(text, box, Style(size, False, (0, 0, 0)))


def _parts(word: _Word, grouped: float) -> Iterator[tuple[str, float, float]]:
    """A word's text, left and right; a number whose groups of digits tesseract has joined comes in its groups."""
    left, _, right, _ = word.told["bbox"]
    start = 0
    for index, ((one, before), (other, after)) in enumerate(pairwise(word.letters), 1):
        (first, _, end, _), (begin, _, last, _) = before["x_bboxes"], after["x_bboxes"]
        if one.isdecimal() and other.isdecimal() and begin + last - first - end > 2 * grouped:
            yield word.text[start:index], left, end
            start, left = index, begin
    yield word.text[start:], left, right


def _size(line: _Line) -> float:
    """The size of a line's font in pixels, by its tall letters, for its own guess is off where none goes below."""
    x0, _, _, bottom = line.told["bbox"]
    slope, rise = line.told["baseline"]
    tall = [word.told["bbox"] for word in line.words if _TALL.fullmatch(word.text)]
    heights = [bottom + rise + slope * (left - x0) - top for left, top, _, _ in tall]
    return median(heights) / _TALL_HEIGHT if heights else line.told["x_size"][0]


def _alike(sizes: list[float]) -> list[float]:
    """The sizes, those that differ by less than is seen made the same."""
    groups: list[list[float]] = []
    for size in sorted(sizes):
        if groups and size <= groups[-1][0] * _SEEN:
            groups[-1].append(size)
        else:
            groups.append([size])
    same = {size: round(median(group), 1) for group in groups for size in group}
    return [same[size] for size in sizes]
