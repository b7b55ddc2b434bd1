"""Bullets that are drawn and not written become words, as if the list had been typed with them."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ingest.layout.boxes import height, width
from ingest.model import BoundingBox
from ingest.pages import PageContent, Word

LEAST, MOST = 0.15, 0.7
"""Parts of the height of its line that a bullet is high at least and at most."""
SQUARE = 0.25
"""Part of its size that a bullet's width and height may differ by."""
NEAR = 2.0
"""Heights of its line that lie at most between a bullet and the first word."""
BULLET = "•"


def with_drawn_bullets(page: PageContent) -> PageContent:
    """The page with a bullet as a word for each small square shape that stands right before a line of words."""
    firsts = _first_words(page.words)
    bullets = [word for shape in page.shapes for word in _bullet(shape.box, firsts)]
    return replace(page, words=(*page.words, *bullets)) if bullets else page


def _first_words(words: Sequence[Word]) -> list[Word]:
    """Words with white to their left: the first of their line or column."""
    ends = sorted((word.box.x1, word.box.top, word.box.bottom) for word in words)
    return [word for word in words if not any(_stands_before(end, word) for end in ends)]


def _stands_before(end: tuple[float, float, float], word: Word) -> bool:
    x1, top, bottom = end
    middle = (word.box.top + word.box.bottom) / 2
    return -1 < word.box.x0 - x1 < 0.8 * height(word.box) and top < middle < bottom


def _bullet(box: BoundingBox, firsts: Sequence[Word]) -> Iterator[Word]:
    size = max(width(box), height(box))
    if size <= 0 or abs(width(box) - height(box)) > SQUARE * size:
        return
    middle = (box.top + box.bottom) / 2
    for word in firsts:
        tall = height(word.box)
        beside = 0 < word.box.x0 - box.x1 < NEAR * tall and abs(middle - (word.box.top + word.box.bottom) / 2) < 0.3 * tall
        if beside and LEAST * tall < size < MOST * tall and any(char.isalpha() for char in word.text):
            yield Word(BULLET, BoundingBox(box.x0, word.box.top, box.x1, word.box.bottom), word.style)
            return
