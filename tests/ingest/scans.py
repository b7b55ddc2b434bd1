"""Printed pages made into pictures of pages, as a scanner makes them."""

import io
from collections.abc import Collection
from pathlib import Path
from random import Random

import pypdfium2
from PIL import Image

from tests.ingest.printed import Sheet


def scanned(printed: Path, path: Path, *, only: Collection[int] = (), dots_per_inch: int = 200) -> Path:
    """A PDF whose pages (all, or `only` these, 1-based) are pictures of the printed one's; the rest say only so."""
    sheet = Sheet()
    with pypdfium2.PdfDocument(printed) as document:
        for number in range(1, len(document) + 1):
            if number > 1:
                sheet.add_page()
            if only and number not in only:
                sheet.prose(60, 100, [f"Detta är sidan {number}.", "Budgeten är 500 tkr år 2025."])
                continue
            page = document[number - 1]
            picture = page.render(scale=dots_per_inch / 72, grayscale=True).to_pil()
            sheet.image(picture, 0, 0, sheet.w, sheet.h)
            page.close()
    return sheet.saved(path)


def photograph(*, seed: int = 1) -> Image.Image:
    """A picture of every tone, as large as a page."""
    random = Random(seed)
    small = Image.frombytes("L", (40, 56), bytes(random.randrange(256) for _ in range(40 * 56)))
    return small.resize((800, 1120), Image.Resampling.BICUBIC)


def as_png(picture: Image.Image) -> io.BytesIO:
    written = io.BytesIO()
    picture.save(written, "PNG")
    written.seek(0)
    return written
