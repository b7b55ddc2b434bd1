"""PDF pages as words and shapes, through pypdfium2."""

import ctypes
import math
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from pathlib import Path

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from ingest.errors import DamagedDocument, EncryptedDocument
from ingest.layout.boxes import turned
from ingest.model import BoundingBox
from ingest.pages import PageContent, Shape, Style, Word
from ingest.readers.glyphs import GAP, SLANT, Run, along, goes_on, is_raised, main_direction, superscript, written

FINE, FAR = 1000, 100_000
"""Steps of a point, and the length of the unit vectors in points, that a page's placing is measured in."""
UPRIGHT = 0.12
"""Radians that a line may lean from a quarter turn."""
OUTLINED = 400
"""Segments of a path from which it is a picture, of which only the outline counts."""
LINE_ENDS = (10, 13)
"""What pdfium puts where it takes a line to end, at times between the letters of one word."""
CLOSE = 0.1
"""White between two characters with such an end between them, in sizes of the font, up to which they are one word's."""
DRAWN = 20_000
"""Paths of a page from which they are a map or picture and are left out."""

Placing = Callable[[float, float, float, float], BoundingBox]
Matrix = tuple[float, float, float, float, float, float]


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
        across, down = page.get_size()
        shown = _placing(page, across, down)
        runs = list(_runs(page.get_textpage()))
        main = main_direction(runs)
        turn = (main - page.get_rotation() // 90) % 4

        def placed(left: float, bottom: float, right: float, top: float) -> BoundingBox:
            return turned(shown(left, bottom, right, top), turn, across, down)

        place = placed if turn else shown
        width, height = (down, across) if turn % 2 else (across, down)
        words = tuple(w for run in runs if run.quarter == main and _on_page(w := _word(run, place), width, height))
        aside = tuple(_lines([run for run in runs if run.quarter != main], place))
        return PageContent(number, width, height, words, tuple(_shapes(page, place)), turn, aside)
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


def _runs(textpage: pdfium.PdfTextPage) -> Iterator[Run]:
    """The visible characters as runs, in the order of the file."""
    handle = textpage.raw
    rectangle = raw.FS_RECTF()
    unicode_of, box_of = raw.FPDFText_GetUnicode, raw.FPDFText_GetLooseCharBox
    styles: dict[int, tuple[Style, int | None]] = {}
    run: Run | None = None
    parted = broken = False
    for index in range(raw.FPDFText_CountChars(handle)):
        code = unicode_of(handle, index) or 0xFFFD
        if (code <= 32 and code != 2) or code in (0xFFFE, 0xFFFF) or chr(code).isspace():
            parted = parted or code not in LINE_ENDS
            broken = True
            continue
        box_of(handle, index, rectangle)
        box = (rectangle.left, rectangle.bottom, rectangle.right, rectangle.top)
        if run is not None:
            start, end, base, tall = along(box, run.quarter)
            raised = is_raised(run, code, start, base, tall)
            if raised or (not parted and goes_on(run, start, base, CLOSE if broken else GAP)):
                broken = False
                char = written(code)
                run.add(superscript(char) if raised else char, box, start, end)
                continue
            yield run
        address = ctypes.addressof(raw.FPDFText_GetTextObject(handle, index).contents)
        if address not in styles:
            styles[address] = _style(handle, index)
        run, parted, broken = Run(*styles[address], box), False, False
        start, end, run.base, run.tall = along(box, run.quarter)
        run.add(written(code), box, start, end)
    if run is not None:
        yield run


def _style(handle: raw.FPDF_TEXTPAGE, index: int) -> tuple[Style, int | None]:
    """The style of a character, and its direction."""
    matrix = raw.FS_MATRIX()
    raw.FPDFText_GetMatrix(handle, index, matrix)
    scale = (matrix.b**2 + matrix.d**2) ** 0.5 or 1.0
    turns = math.atan2(matrix.b, matrix.a) / (math.pi / 2)
    quarter = round(turns) % 4 if abs(turns - round(turns)) * math.pi / 2 < UPRIGHT else SLANT
    size = raw.FPDFText_GetFontSize(handle, index) * scale
    name = ctypes.create_string_buffer(128)
    raw.FPDFText_GetFontInfo(handle, index, name, 128, None)
    bold = raw.FPDFText_GetFontWeight(handle, index) >= 600 or any(
        mark in name.value.lower() for mark in (b"bold", b"black", b"heavy")
    )
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    raw.FPDFText_GetFillColor(handle, index, red, green, blue, alpha)
    return Style(round(size, 1), bold, (red.value, green.value, blue.value)), quarter


def _word(run: Run, placed: Placing) -> Word:
    return Word(run.characters, placed(*run.box), run.style)


def _on_page(word: Word, width: float, height: float) -> bool:
    x, y = (word.box.x0 + word.box.x1) / 2, (word.box.top + word.box.bottom) / 2
    return -1 <= x <= width + 1 and -1 <= y <= height + 1


def _lines(runs: Sequence[Run], placed: Placing) -> Iterator[Word]:
    """Runs that follow one another on one line, each line as one word."""
    line: list[Run] = []
    for run in runs:
        start, _, base, _ = along(run.box, run.quarter)
        if line and (
            run.quarter != line[-1].quarter
            or (
                run.quarter is not SLANT and (abs(base - line[-1].base) > 1 or not -1 < start - line[-1].end < run.tall)
            )
        ):
            yield _joined(line, placed)
            line = []
        line.append(run)
    if line:
        yield _joined(line, placed)


def _joined(line: Sequence[Run], placed: Placing) -> Word:
    left, bottom, right, top = zip(*(run.box for run in line), strict=True)
    box = placed(min(left), min(bottom), max(right), max(top))
    return Word(" ".join(run.characters for run in line), box, line[0].style)


def _shapes(page: pdfium.PdfPage, placed: Placing) -> Iterator[Shape]:
    """Each drawn path: the sides and areas that a path of straight lines is made of, the outline of any other."""
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    for count, item in enumerate(page.get_objects(filter=[raw.FPDF_PAGEOBJ_PATH], max_depth=5)):
        if count > DRAWN:
            return
        raw.FPDFPath_GetDrawMode(item.raw, fill, stroke)
        if fill.value or stroke.value:
            for box in _outlines(item, bool(fill.value)):
                yield Shape(placed(*in_page(item, box)), bool(fill.value))


def _outlines(item: pdfium.PdfObject, filled: bool) -> Iterator[tuple[float, float, float, float]]:
    """Left, bottom, right and top of what one path draws, in the coordinates of the form or page that holds it."""
    count = raw.FPDFPath_CountSegments(item.raw)
    if not 5 < count < OUTLINED:
        yield item.get_bounds()
        return
    matrix = item.get_matrix().get()
    parts: list[list[tuple[float, float]]] = []
    x, y = ctypes.c_float(), ctypes.c_float()
    for index in range(count):
        piece = raw.FPDFPath_GetPathSegment(item.raw, index)
        raw.FPDFPathSegment_GetPoint(piece, x, y)
        kind = raw.FPDFPathSegment_GetType(piece)
        if kind == raw.FPDF_SEGMENT_BEZIERTO:
            yield item.get_bounds()
            return
        if kind == raw.FPDF_SEGMENT_MOVETO or not parts:
            parts.append([])
        parts[-1].append(_moved((x.value, y.value), matrix))
        if raw.FPDFPathSegment_GetClose(piece):
            parts[-1].append(parts[-1][0])
    for part in parts:
        for points in [part] if filled or len(part) < 2 else pairwise(part):
            xs, ys = zip(*points, strict=True)
            yield min(xs), min(ys), max(xs), max(ys)


def in_page(item: pdfium.PdfObject, box: tuple[float, float, float, float]) -> tuple[float, float, float, float]:
    """A rectangle in a form, in the coordinates of the page that shows the form."""
    form = item.container
    while form is not None:
        matrix = form.get_matrix().get()
        corners = [_moved((x, y), matrix) for x in (box[0], box[2]) for y in (box[1], box[3])]
        xs, ys = zip(*corners, strict=True)
        box = (min(xs), min(ys), max(xs), max(ys))
        form = form.container
    return box


def _moved(point: tuple[float, float], matrix: Matrix) -> tuple[float, float]:
    x, y = point
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f
