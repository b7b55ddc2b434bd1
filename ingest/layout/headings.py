"""Which lines are headings, and how they rank: by size, weight and colour against the body text."""

import re
from collections.abc import Iterable, Sequence

from ingest.layout.paragraphs import Paragraph, is_item

LONGEST = 130
"""Characters that a heading has at most."""
LARGER = 1.18
"""Times the body size from which text is a heading by size alone."""

_UNIT_LINE = re.compile(r"\(?(?:alla )?belopp(?:en)?(?: anges)? (?:i|är i) [\w ]+\)?", re.IGNORECASE)
"""A line over or under a table that only says what its amounts are in."""

Rank = tuple[float, bool, bool]


def is_heading(paragraph: Paragraph, body: float) -> bool:
    """Whether a paragraph is set as a heading on a page whose body text has `body` points."""
    text = paragraph.text
    if len(text) > LONGEST or not any(c.isalpha() for c in text) or text.endswith((":", ",", ";")):
        return False
    if _UNIT_LINE.fullmatch(text):
        return False
    if text.endswith((".", "%")) or is_item(text) or len(paragraph.lines) > 3:
        return False
    larger = paragraph.style.size >= LARGER * body
    letters = [c for c in text if c.isalpha()]
    marked = all(c.isupper() for c in letters) and len(letters) > 3
    return larger or (paragraph.bold and len(text) < 90 and paragraph.style.size >= (0.75 if marked else 0.95) * body)


def rank(paragraph: Paragraph) -> Rank:
    """What orders a heading among the document's headings: larger first, then capitals, then bold."""
    letters = [c for c in paragraph.text if c.isalpha()]
    return (-round(paragraph.style.size * 2) / 2, not all(c.isupper() for c in letters), not paragraph.bold)


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


def body_of(paragraphs: Sequence[Paragraph]) -> float:
    """The size that most of the text in these paragraphs is set in, in points; 10 where there is none."""
    sizes: dict[float, int] = {}
    for paragraph in paragraphs:
        for line in paragraph.lines:
            sizes[line.style.size] = sizes.get(line.style.size, 0) + len(line.text)
    return max(sizes, key=lambda size: sizes[size]) if sizes else 10.0
