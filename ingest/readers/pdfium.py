"""PDF pages as words and shapes, through pypdfium2."""

import ctypes
import unicodedata
from collections.abc import Callable, Iterator
from pathlib import Path

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from ingest.errors import DamagedDocument, EncryptedDocument
from ingest.model import BoundingBox
from ingest.pages import PageContent, Shape, Style, Word

HYPHENS = "\u00ad\u2010\u0002"
"""Characters that stand for a hyphen at a line end; pdfium reports one that it has joined as U+0002."""
GAP = 0.28
"""White between two characters, in sizes of the font, from which they belong to two words."""

FINE, FAR = 1000, 100_000
"""Steps of a point, and the length of the unit vectors in points, that a page's placing is measured in."""

Glyph = tuple[str, BoundingBox, Style]
Placing = Callable[[float, float, float, float], BoundingBox]


def open_pdf(path: Path) -> pdfium.PdfDocument:
    """Open a PDF; raises EncryptedDocument or DamagedDocument."""
    try:
        return pdfium.PdfDocument(path)
    except pdfium.PdfiumError as exc:
        if "password" in str(exc).lower() or "security" in str(exc).lower():
            raise EncryptedDocument(str(path)) from exc
        raise DamagedDocument(str(path)) from exc


def information(document: pdfium.PdfDocument) -> tuple[str, str]:
    """Title and author as the file's own metadata say; empty where it says nothing."""
    known = document.get_metadata_dict()
    return known.get("Title", "").strip(), known.get("Author", "").strip()


def read_page(document: pdfium.PdfDocument, number: int, path: Path) -> PageContent:
    """Read page `number` (1-based); raises DamagedDocument naming the page."""
    try:
        page = document[number - 1]
        width, height = page.get_size()
        placed = _placing(page, width, height)
        words = tuple(_words(_glyphs(page.get_textpage(), placed)))
        return PageContent(number, width, height, words, tuple(_shapes(page, placed)))
    except pdfium.PdfiumError as exc:
        raise DamagedDocument(str(path), f"page {number}") from exc


def _placing(page: pdfium.PdfPage, width: float, height: float) -> Placing:
    """How the file's coordinates become those of the page as it is shown, turned and cropped."""
    x, y = ctypes.c_int(), ctypes.c_int()

    def shown(at: tuple[int, int]) -> tuple[float, float]:
        raw.FPDF_PageToDevice(page, 0, 0, round(width * FINE), round(height * FINE), 0, *at, x, y)
        return x.value / FINE, y.value / FINE

    (x0, y0), (xr, yr), (xu, yu) = shown((0, 0)), shown((FAR, 0)), shown((0, FAR))
    right_x, right_y, up_x, up_y = (step / FAR for step in (xr - x0, yr - y0, xu - x0, yu - y0))

    def placed(left: float, bottom: float, right: float, top: float) -> BoundingBox:
        xa, xb = x0 + right_x * left + up_x * bottom, x0 + right_x * right + up_x * top
        ya, yb = y0 + right_y * left + up_y * bottom, y0 + right_y * right + up_y * top
        return BoundingBox(min(xa, xb), min(ya, yb), max(xa, xb), max(ya, yb))

    return placed


def _glyphs(textpage: pdfium.PdfTextPage, placed: Placing) -> Iterator[Glyph | None]:
    """Each visible character with its box and style; None where the file says that a word ends."""
    handle = textpage.raw
    rectangle = raw.FS_RECTF()
    styles: dict[int, Style] = {}
    for index in range(raw.FPDFText_CountChars(handle)):
        char = chr(raw.FPDFText_GetUnicode(handle, index) or 0xFFFD)
        if char.isspace() or raw.FPDFText_IsGenerated(handle, index) == 1 or char in "\x00\ufffe\uffff":
            yield None
            continue
        raw.FPDFText_GetLooseCharBox(handle, index, rectangle)
        box = placed(rectangle.left, rectangle.bottom, rectangle.right, rectangle.top)
        text_object = raw.FPDFText_GetTextObject(handle, index)
        address = ctypes.cast(text_object, ctypes.c_void_p).value or 0
        if address not in styles:
            styles[address] = _style(handle, index)
        yield "-" if char in HYPHENS else unicodedata.normalize("NFKC", char), box, styles[address]


def _style(handle: raw.FPDF_TEXTPAGE, index: int) -> Style:
    matrix = raw.FS_MATRIX()
    raw.FPDFText_GetMatrix(handle, index, matrix)
    scale = (matrix.b**2 + matrix.d**2) ** 0.5 or 1.0
    size = raw.FPDFText_GetFontSize(handle, index) * scale
    name = ctypes.create_string_buffer(128)
    raw.FPDFText_GetFontInfo(handle, index, name, 128, None)
    bold = raw.FPDFText_GetFontWeight(handle, index) >= 600 or any(
        mark in name.value.lower() for mark in (b"bold", b"black", b"heavy")
    )
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    raw.FPDFText_GetFillColor(handle, index, red, green, blue, alpha)
    return Style(round(size, 1), bold, (red.value, green.value, blue.value))


def _words(glyphs: Iterator[Glyph | None]) -> Iterator[Word]:
    run: list[Glyph] = []
    for glyph in glyphs:
        if run and (glyph is None or not _continues(run[-1], glyph)):
            yield _word(run)
            run = []
        if glyph is not None:
            run.append(glyph)
    if run:
        yield _word(run)


def _continues(last: Glyph, following: Glyph) -> bool:
    size = max(last[2].size, 1.0)
    gap = following[1].x0 - last[1].x1
    same_line = abs(last[1].bottom - following[1].bottom) < 0.5 * size
    return same_line and gap < GAP * size and following[1].x0 > last[1].x0 - 0.3 * size


def _word(run: list[Glyph]) -> Word:
    boxes = [box for _, box, _ in run]
    around = BoundingBox(
        min(b.x0 for b in boxes), min(b.top for b in boxes), max(b.x1 for b in boxes), max(b.bottom for b in boxes)
    )
    units = "".join(text for text, _, _ in run).encode("utf-16-le", "surrogatepass")
    return Word(units.decode("utf-16-le", "replace"), around, run[0][2])


def _shapes(page: pdfium.PdfPage, placed: Placing) -> Iterator[Shape]:
    for item in page.get_objects(filter=[raw.FPDF_PAGEOBJ_PATH], max_depth=5):
        box = placed(*item.get_bounds())
        fill, stroke = ctypes.c_int(), ctypes.c_int()
        raw.FPDFPath_GetDrawMode(item.raw, fill, stroke)
        if fill.value or stroke.value:
            yield Shape(box, bool(fill.value))
