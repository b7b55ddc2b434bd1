"""Lines become paragraphs and list items; words broken at line ends are joined."""

import re
from collections.abc import Sequence
from itertools import pairwise

from ingest.layout.boxes import around, height
from ingest.layout.lines import Segment
from ingest.model import BoundingBox
from ingest.pages import Style

BULLET = re.compile(r"(?:[•·▪◦‣\uf0b7\uf0a7●○➢✓*]|[-–—](?=\s))\s*")
NUMBERED = re.compile(r"\d{1,2}[.)]\s+(?=\S)")
SHARE_FIRST = re.compile(r"\d{1,3}(?:,\d+)?\s?%\s+(?=[^\W\d_])")
COLOURED = 40
"""Steps between the strongest and the weakest part of a colour from which it is none of the greys."""
HEADING_LINES = 2
"""Coloured lines up to which plain ones after them are another paragraph, theirs to head."""
TIGHT, OFTEN = 0.5, 0.15
"""Line heights of white that part no paragraphs, and the part of all white from which it is the lines' own."""
_ABBREVIATION = re.compile(r"(?<!\w)[A-ZÅÄÖ]{2,}-$")
_BROKEN = re.compile(r"(?<=[^\W\d_])-$")
_HANGING = {"och", "eller", "and", "or"}


def join_lines(lines: Sequence[str]) -> str:
    """One text of several lines; a hyphen at a line end goes when the word continues in lower case.

    "för-" + "bundet" → "förbundet"; "vård-" + "och omsorg", "Göteborg-" + "Borås" and "EU-" + "medel" keep it.
    """
    text = ""
    for line in (re.sub(r"\s+", " ", line).strip() for line in lines):
        if not line:
            continue
        if text.endswith("/"):
            text += line
        elif text and _BROKEN.search(text):
            if line.split()[0].rstrip(",") in _HANGING:
                text += " " + line
            else:
                broken = line[0].islower() and not _ABBREVIATION.search(text)
                text = (text[:-1] if broken else text) + line
        else:
            text = f"{text} {line}".strip()
    return text


def is_item(text: str) -> bool:
    """Whether a line starts a list item: a bullet, a number with a full stop or parenthesis, or a share."""
    return bool(BULLET.match(text) or NUMBERED.match(text) or SHARE_FIRST.match(text))


def is_coloured(style: Style) -> bool:
    """Whether text is set in a colour that is none of the greys."""
    return max(style.color) - min(style.color) > COLOURED


class Paragraph:
    """Lines that belong together, collected while a column is read from top to bottom."""

    def __init__(self, line: Segment) -> None:
        self.lines = [line]

    @property
    def text(self) -> str:
        """The lines joined to one text."""
        return join_lines([line.text for line in self.lines])

    @property
    def box(self) -> BoundingBox:
        """The rectangle around all lines."""
        return around(line.box for line in self.lines)

    @property
    def style(self) -> Style:
        """The style of the first line."""
        return self.lines[0].style

    @property
    def bold(self) -> bool:
        """Whether every line is bold."""
        return all(line.bold for line in self.lines)

    def takes(self, line: Segment, leading: float) -> bool:
        """Whether `line` continues this paragraph; `leading` is the usual white between lines in points."""
        last = self.lines[-1]
        gap = line.box.top - last.box.bottom
        size = max(last.style.size, 1.0)
        same_look = abs(last.style.size - line.style.size) < 0.6 and last.bold == line.bold
        same_look = same_look or (abs(last.style.size - line.style.size) < 0.6 and not self.bold and not line.bold)
        if is_coloured(last.style) and not is_coloured(line.style) and len(self.lines) <= HEADING_LINES:
            return False
        outdented = is_item(self.lines[0].text) and line.box.x0 < self.lines[0].box.x0 - 1
        return same_look and not outdented and not is_item(line.text) and gap < leading + 0.3 * size


def paragraphs_of(lines: Sequence[Segment]) -> list[Paragraph]:
    """Paragraphs of one column's lines, given from top to bottom."""
    leading = _leading(lines)
    found: list[Paragraph] = []
    for line in lines:
        if found and found[-1].takes(line, leading):
            found[-1].lines.append(line)
        else:
            found.append(Paragraph(line))
    return found


def _leading(lines: Sequence[Segment]) -> float:
    """The white between the lines of one paragraph: of two usual kinds of white the smaller, the other parts them."""
    steps = [(b.box.top - a.box.bottom, height(a.box)) for a, b in pairwise(lines)]
    gaps = sorted(gap for gap, tall in steps if gap < tall)
    tight = sorted(gap for gap, tall in steps if gap < TIGHT * tall)
    gaps = tight if len(tight) >= OFTEN * len(gaps) else gaps
    return max(gaps[len(gaps) // 2], 0.0) if gaps else 0.0
