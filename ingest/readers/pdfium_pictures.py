"""PDF pages as pictures: how much of a page is one, and the page drawn, through pypdfium2."""

from collections import Counter
from functools import cached_property
from itertools import islice
from typing import Any

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from ingest.readers.pdfium import in_page

PLACES = 20
"""Rows and columns of places on a page that are asked whether a picture covers them."""
MOST_PICTURES = 1000
THUMBNAIL = 120
"""Pixels along the longer side of the small drawing whose tones are counted."""
TONES = 16
MOST_PIXELS = 40_000_000
"""Pixels of the largest drawing; a larger page is drawn more coarsely."""


class PagePicture:
    """One page of an open PDF (1-based) as a picture; the page is loaded when something is asked of it."""

    def __init__(self, document: pdfium.PdfDocument, number: int) -> None:
        self._document, self._number = document, number

    @cached_property
    def _page(self) -> pdfium.PdfPage:
        return self._document[self._number - 1]

    def pictured_share(self) -> float:
        """The share of the page that pictures cover, 0 to 1; 0 where the page is too broken to be looked at again."""
        try:
            boxes = self._pictures()
        except pdfium.PdfiumError:
            return 0.0
        left, bottom, right, top = self._page.get_cropbox()
        across, up = (right - left) / PLACES, (top - bottom) / PLACES
        xs, ys = ([start + (n + 0.5) * step for n in range(PLACES)] for start, step in ((left, across), (bottom, up)))
        covered = sum(any(x0 < x < x1 and y0 < y < y1 for x0, y0, x1, y1 in boxes) for x in xs for y in ys)
        return covered / PLACES**2

    def _pictures(self) -> list[tuple[float, float, float, float]]:
        found = self._page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE], max_depth=5)
        return [in_page(item, item.get_bounds()) for item in islice(found, MOST_PICTURES)]

    def paper_share(self) -> float:
        """The share of the page in its commonest tone: the paper of a written page, little of a photograph."""
        drawing = self._page.render(scale=THUMBNAIL / max(*self._page.get_size(), 1.0), grayscale=True)
        tones: Counter[int] = Counter()
        for value, count in Counter(bytes(drawing.buffer)).items():
            tones[value * TONES // 256] += count
        most = max(tones, key=lambda tone: tones[tone])
        return (tones[most] + max(tones[most - 1], tones[most + 1])) / tones.total()

    def drawn(self, dots_per_inch: int) -> tuple[Any, float]:
        """The page as it is shown, as a Pillow image in greys, and how many of its pixels make a point."""
        width, height = self._page.get_size()
        scale = min(dots_per_inch / 72, (MOST_PIXELS / max(width * height, 1.0)) ** 0.5)
        return self._page.render(scale=scale, grayscale=True).to_pil(), scale
