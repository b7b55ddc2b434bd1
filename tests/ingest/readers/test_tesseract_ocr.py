import sys
from collections import Counter

import pytest

from ingest.model import Plan
from ingest.readers.tesseract_ocr import TesseractRecogniser
from ingest.reading import read_plan
from tests.ingest.printed import Sheet
from tests.ingest.scans import scanned

MISSING = TesseractRecogniser().lacking()
needs_tesseract = pytest.mark.skipif(bool(MISSING), reason=f"text recognition needs {MISSING}")

PROSE = (
    "Norrviks kommun budgeterar för 2025 ett överskott. Förvaltningen ska",
    "tillgodose invånarnas behov av vård och omsorg, och kommunens avgifter",
    "räknas upp med 2,5 % årligen. Äldre människor ska få stöd i sitt hem så",
    "länge som möjligt. Skolan får två nya lärare och en ny kurator, och",
    "biblioteket håller öppet även på söndagar under hela året.",
)
ROWS = (
    ("tkr", "2025", "2026"),
    ("Medlemsavgifter", "1 376 628", "1 373 544"),
    ("Övriga intäkter", "250 000", "260 500"),
    ("Summa intäkter", "1 626 628", "1 634 044"),
    ("Personal", "-877 394", "-902 118"),
    ("Hyra", "-31 652", "-32 940"),
)


@pytest.fixture(scope="module")
def read_twice(tmp_path_factory: pytest.TempPathFactory) -> tuple[Plan, Plan]:
    """A page as printed, and as its picture is read."""
    folder = tmp_path_factory.mktemp("scans")
    sheet = Sheet()
    sheet.at(60, 80, "Norrviks kommun: budget 2025", 20, bold=True)
    sheet.prose(60, 130, PROSE)
    sheet.at(60, 240, "Driftbudget", 14, bold=True)
    sheet.unruled(60, 270, ROWS, (330, 430))
    printed = sheet.saved(folder / "norrvik-budget-2025.pdf")
    return read_plan(printed), read_plan(scanned(printed, folder / "inskannad-2025.pdf"))


@needs_tesseract
def test_at_least_95_of_100_words_of_a_scanned_page_are_read(read_twice: tuple[Plan, Plan]) -> None:
    printed, read = (Counter(" ".join(s.text for s in plan.sections).split()) for plan in read_twice)
    assert (printed & read).total() >= 0.95 * printed.total()
    assert (printed & read).total() >= 0.95 * read.total()


@needs_tesseract
def test_the_figures_of_a_scanned_page_are_those_printed(read_twice: tuple[Plan, Plan]) -> None:
    printed, read = (
        [(f.label, f.value, f.unit, f.year, f.as_printed) for f in plan.figures if f.source.table is not None]
        for plan in read_twice
    )
    assert read == printed
    assert len(read) == 10


@needs_tesseract
def test_headings_are_found_by_their_size_on_a_scanned_page_too(read_twice: tuple[Plan, Plan]) -> None:
    assert [section.path[-1] for section in read_twice[1].sections] == [s.path[-1] for s in read_twice[0].sections]


@needs_tesseract
def test_a_figure_of_a_scanned_page_has_its_place_on_it(read_twice: tuple[Plan, Plan]) -> None:
    boxes = [
        next(f.source.bbox for f in plan.figures if f.value == 1376628 and f.source.bbox is not None)
        for plan in read_twice
    ]
    assert abs(boxes[0].x0 - boxes[1].x0) < 4
    assert abs(boxes[0].bottom - boxes[1].bottom) < 4


@needs_tesseract
def test_a_recognised_page_is_marked(read_twice: tuple[Plan, Plan]) -> None:
    assert [f.rule for f in read_twice[0].findings if "page" in f.rule] == []
    assert [f.rule for f in read_twice[1].findings if "page" in f.rule] == ["recognised-page"]


def test_without_the_extra_its_name_is_what_is_lacking(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pytesseract", None)
    assert TesseractRecogniser().lacking() == "plansvar[ocr]"


def test_with_the_extra_but_not_the_program_that_is_what_is_lacking(monkeypatch: pytest.MonkeyPatch) -> None:
    pytesseract = pytest.importorskip("pytesseract", reason="needs the extra ocr")
    monkeypatch.setattr(pytesseract.pytesseract, "tesseract_cmd", "no-such-program")
    assert TesseractRecogniser().lacking() == "tesseract-ocr"


def test_with_the_program_but_not_swedish_that_is_what_is_lacking(monkeypatch: pytest.MonkeyPatch) -> None:
    pytesseract = pytest.importorskip("pytesseract", reason="needs the extra ocr")
    monkeypatch.setattr(pytesseract, "get_languages", lambda: ["eng"])
    assert TesseractRecogniser().lacking() == "tesseract-ocr-swe"
