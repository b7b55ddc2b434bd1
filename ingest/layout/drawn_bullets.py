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
    """The page with a bullet as a word for each small square shape that stands right before a line of words.

    A line that begins with a number has one only in a list where others begin with words.
    """
    squares = [shape.box for shape in page.shapes if _is_square(shape.box)]
    found = [(box, word) for box in squares for word in _first_word(box, page.words)]
    lists = {round(box.x0) for box, word in found if any(char.isalpha() for char in word.text)}
    bullets = [_bullet(box, word) for box, word in found if round(box.x0) in lists]
    return replace(page, words=(*page.words, *bullets)) if bullets else page


def _is_square(box: BoundingBox) -> bool:
    size = max(width(box), height(box))
    return size > 0 and abs(width(box) - height(box)) <= SQUARE * size


def _first_word(box: BoundingBox, words: Sequence[Word]) -> Iterator[Word]:
    """The word that the shape stands right before, where it is the first of its line or column."""
    for word in words:
        if _stands_at(box, word) and not any(_stands_before(other.box, word) for other in words):
            yield word
            return


def _bullet(box: BoundingBox, word: Word) -> Word:
    return Word(BULLET, BoundingBox(box.x0, word.box.top, box.x1, word.box.bottom), word.style)


def _stands_at(box: BoundingBox, word: Word) -> bool:
    tall, size = height(word.box), max(width(box), height(box))
    level = abs((box.top + box.bottom) - (word.box.top + word.box.bottom)) < 0.6 * tall
    beside = 0 < word.box.x0 - box.x1 < NEAR * tall
    return level and beside and LEAST * tall < size < MOST * tall


def _stands_before(end: BoundingBox, word: Word) -> bool:
    """Whether something ends right before the word: the word is not the first of its line or column."""
    middle = (word.box.top + word.box.bottom) / 2
    return -1 < word.box.x0 - end.x1 < 0.8 * height(word.box) and end.top < middle < end.bottom
