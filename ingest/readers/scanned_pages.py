"""Pages that are pictures: told apart from those that are text, and read where text recognition is installed."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any, Protocol

from ingest.pages import PageContent, Word
from ingest.readers.pdfium_pictures import PagePicture

FEW_WORDS = 10
"""Words that a scanned page may have as text: a stamp, a page number."""
MOST_OF_PAGE = 0.6
"""Share of the page that pictures cover at least."""
PAPER = 0.5
"""Share of the page in one tone; a photograph that fills a page, as on a cover, has none that covers so much."""
DOTS_PER_INCH = 300


class TextRecogniser(Protocol):
    """Reads the words of a picture."""

    def lacking(self) -> str:
        """What must be installed before anything can be recognised, as it is called; empty where nothing is missing."""
        ...

    def words_in(self, picture: Any, scale: float) -> Sequence[Word] | None:
        """The words of a Pillow image and their places in points, each `scale` pixels; None where it was not read."""
        ...


class ScannedPages:
    """The scanned pages of one document, by number, as they are met."""

    def __init__(self, recogniser: TextRecogniser) -> None:
        self.scanned: list[int] = []
        self.recognised: list[int] = []
        self._recogniser = recogniser
        self._lacking: str | None = None

    @property
    def lacking(self) -> str:
        """What must be installed before scanned pages are read; empty where nothing is."""
        if self._lacking is None:
            self._lacking = self._recogniser.lacking()
        return self._lacking

    def read(self, content: PageContent, picture: PagePicture) -> PageContent:
        """The page's content, with the words that the picture shows where it is scanned and they could be read."""
        if not is_scanned(content, picture):
            return content
        words = None if self.lacking else self._recogniser.words_in(*picture.drawn(DOTS_PER_INCH))
        if words is None:
            self.scanned.append(content.number)
            return content
        if words:
            self.recognised.append(content.number)
        return replace(content, words=tuple(words), shapes=(), turn=0, aside=())


def is_scanned(content: PageContent, picture: PagePicture) -> bool:
    """Whether a page is a picture of a written page: covered by it, next to no text, and mostly bare paper."""
    few = len(content.words) + len(content.aside) <= FEW_WORDS
    return few and picture.pictured_share() >= MOST_OF_PAGE and picture.paper_share() >= PAPER
