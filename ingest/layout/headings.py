"""Which lines are headings, and how they rank: by size, weight and colour against the body text."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from ingest.layout.paragraphs import HEADING_LINES, NUMBERED, Paragraph, is_coloured, is_item
from ingest.pages import Style

LONGEST = 130
"""Characters that a heading has at most."""
LARGER = 1.18
"""Times the body size from which text is a heading by size alone."""

_UNIT_LINE = re.compile(r"\(?(?:alla )?belopp(?:en)?(?: anges)? (?:i|är i) [\w ]+\)?", re.IGNORECASE)
"""A line over or under a table that only says what its amounts are in."""

_ADDRESS = re.compile(r"https?:|www\.|@|\w\.(?:se|com|nu|org|eu)\b")
_SHORT_FORM = re.compile(r"[A-ZÅÄÖ]{2,5}")
_PARTS = re.compile(r"(\d{1,2}(?:\.\d{1,2})*)\.?\s+(?=[^\W\d_])")

Rank = tuple[float, bool, bool, int]


def is_heading(paragraph: Paragraph, body: Style) -> bool:
    """Whether a paragraph is set as a heading on a page whose text is mostly set like `body`."""
    text = paragraph.text
    if len(text) > LONGEST or not any(c.isalpha() for c in text) or text.endswith((":", ",", ";")):
        return False
    if _UNIT_LINE.fullmatch(text):
        return False
    if text.endswith((".", "%")) or len(paragraph.lines) > 3:
        return False
    larger = paragraph.style.size >= LARGER * body.size
    if is_item(text) and not (NUMBERED.match(text) and (larger or paragraph.bold)):
        return False
    letters = [c for c in text if c.isalpha()]
    marked = all(c.isupper() for c in letters) and len(letters) > 3
    if larger or (paragraph.bold and len(text) < 90 and paragraph.style.size >= (0.75 if marked else 0.95) * body.size):
        return True
    short = len(paragraph.lines) == 1 or (marked and len(paragraph.lines) <= HEADING_LINES)
    coloured = paragraph.style.color != body.color and is_coloured(paragraph.style) and short
    return coloured and len(text) < 70 and paragraph.style.size >= body.size and not _ADDRESS.search(text)


def rank(paragraph: Paragraph) -> Rank:
    """What orders a heading among the document's: larger first, then capitals, bold, and its number's parts."""
    letters = [c for c in paragraph.text if c.isalpha()]
    number = _PARTS.match(paragraph.text)
    parts = number[1].count(".") + 1 if number else 1
    return (-round(paragraph.style.size * 2) / 2, not all(c.isupper() for c in letters), not paragraph.bold, parts)


def without_short_capitals(headings: Sequence[tuple[str, Rank]]) -> list[Rank]:
    """The ranks of headings given with their texts, a short form ranked as other words where no heading is in capitals.

    "EKB" among the terms that a plan explains is no higher than "Upphandling" beside it.
    """
    capitals = {(r[0], r[2]) for text, r in headings if not r[1] and not _SHORT_FORM.fullmatch(text)}
    return [
        (size, True, plain, parts)
        if _SHORT_FORM.fullmatch(text) and (size, plain) not in capitals
        else (size, own, plain, parts)
        for text, (size, own, plain, parts) in headings
    ]


def levels(ranks: Iterable[Rank]) -> dict[Rank, int]:
    """Heading levels, 1 the outermost; sizes within one point of each other and set alike share one."""
    found: dict[Rank, int] = {}
    first: Rank | None = None
    level = 0
    for current in sorted(set(ranks)):
        if first is None or current[0] - first[0] > 1.0 or current[1:] != first[1:]:
            level, first = level + 1, current
        found[current] = level
    return found


def body_of(paragraphs: Sequence[Paragraph]) -> Style:
    """How most of the text in these paragraphs is set; black and 10 points where there is none."""
    sizes: Counter[float] = Counter()
    colours: Counter[tuple[int, int, int]] = Counter()
    for paragraph in paragraphs:
        for line in paragraph.lines:
            sizes[line.style.size] += len(line.text)
            colours[line.style.color] += len(line.text)
    if not sizes:
        return Style(10.0, bold=False, color=(0, 0, 0))
    return Style(sizes.most_common(1)[0][0], bold=False, color=colours.most_common(1)[0][0])
