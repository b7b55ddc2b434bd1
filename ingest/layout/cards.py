"""Cards on a page: boxes of one width that are drawn by their edges alone, each with a name over its text."""

from collections.abc import Sequence

from ingest.layout.boxes import height, holds, width
from ingest.model import BoundingBox
from ingest.pages import PageContent, Word

NARROWEST = 100.0
"""Points that a card is wide at least."""
ALIKE = 3.0
"""Points that the widths of cards may differ by."""
FEWEST_LINES = 3
"""Lines of text in a card at least, its name among them."""


def cards_of(page: PageContent, words: Sequence[Word]) -> list[BoundingBox]:
    """The frames of a page's cards: two or more of one width, with a name on a filled strip or in bold at the top."""
    strips = [shape.box for shape in page.shapes if shape.filled]
    frames = [
        shape.box
        for shape in page.shapes
        if not shape.filled and width(shape.box) > NARROWEST and width(shape.box) < 0.95 * page.width
    ]
    named = [box for box in frames if _is_named(box, [w for w in words if holds(box, w.box, slack=0.0)], strips)]
    alike = [[other for other in named if abs(width(other) - width(box)) < ALIKE] for box in named]
    return [box for box, others in zip(named, alike, strict=True) if _apart(others)]


def _is_named(card: BoundingBox, inside: Sequence[Word], strips: Sequence[BoundingBox]) -> bool:
    lines = sorted({round(word.box.bottom / 4) for word in inside})
    if len(lines) < FEWEST_LINES:
        return False
    first = [word for word in inside if round(word.box.bottom / 4) == lines[0]]
    on_strip = any(
        holds(card, strip) and width(strip) > 0.9 * width(card) and height(strip) < 0.5 * height(card)
        for strip in strips
        if all(holds(strip, word.box) for word in first)
    )
    plain = any(not word.style.bold for word in inside)
    return on_strip or (plain and all(word.style.bold for word in first))


def _apart(cards: Sequence[BoundingBox]) -> bool:
    """Whether there are two cards or more, none inside another."""
    return len(cards) > 1 and not any(holds(a, b) for a in cards for b in cards if a is not b)
