from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from ingest.errors import EmptyDocument, ScannedDocument
from ingest.model import BoundingBox, Severity
from ingest.pages import Document, Style, Word
from ingest.readers.pdf_reader import PdfReader
from ingest.reading import plan_of
from tests.ingest.printed import Sheet
from tests.ingest.scans import as_png, photograph, scanned


class FakeRecogniser:
    """Reads these words on every picture, or lacks something."""

    def __init__(self, text: str | None = "", lacking: str = "") -> None:
        self.text, self._lacking = text, lacking
        self.pictures: list[tuple[int, int, float]] = []

    def lacking(self) -> str:
        return self._lacking

    def words_in(self, picture: Any, scale: float) -> Sequence[Word] | None:
        self.pictures.append((picture.width, picture.height, scale))
        if self.text is None:
            return None
        style = Style(10, False, (0, 0, 0))
        words = enumerate(self.text.split())
        return [Word(word, BoundingBox(60 + 50 * n, 100, 105 + 50 * n, 110), style) for n, word in words]


def three_pages(path: Path) -> Path:
    sheet = Sheet()
    for number in range(3):
        if number:
            sheet.add_page()
        sheet.prose(60, 100, ["Hyran kostar 700 tkr år 2025."] * 12)
    return sheet.saved(path)


def read(path: Path, recogniser: FakeRecogniser) -> Document:
    return PdfReader(recogniser).read(path, lambda done, total: None)


def text(document: Document) -> str:
    return " ".join(block.text for block in document.blocks)


def test_a_scanned_page_among_others_is_told_and_the_others_are_read(tmp_path: Path) -> None:
    path = scanned(three_pages(tmp_path / "p.pdf"), tmp_path / "s.pdf", only={2})
    document = read(path, FakeRecogniser(lacking="tesseract-ocr"))
    assert (document.scanned, document.recognised, document.pages) == ((2,), (), 3)
    assert "Detta är sidan 1. " in text(document)
    (notice,) = [each for each in plan_of(document, path).findings if each.rule == "scanned-page"]
    assert notice.severity is Severity.NOTICE
    assert [source.page for source in notice.sources] == [2]
    assert notice.message.startswith("Sidan 2 är inskannad text som inte har lästs.")
    assert "plansvar[ocr]" in notice.message
    assert "tesseract-ocr-swe" in notice.message


def test_a_recognised_page_is_read_in_its_place_and_marked(tmp_path: Path) -> None:
    path = scanned(three_pages(tmp_path / "p.pdf"), tmp_path / "s.pdf", only={2, 3})
    recogniser = FakeRecogniser("Avgiften är 900 tkr år 2025.")
    document = read(path, recogniser)
    assert (document.scanned, document.recognised) == ((), (2, 3))
    assert [block.page for block in document.blocks if "Avgiften" in block.text] == [2, 3]
    (notice,) = [each for each in plan_of(document, path).findings if each.rule == "recognised-page"]
    assert notice.message.startswith("Sidorna 2–3 är inskannad text som har lästs med textigenkänning")
    figures = plan_of(document, path).figures
    assert [(str(f.value), f.source.page) for f in figures if f.value == 900] == [("900", 2), ("900", 3)]


def test_a_picture_is_drawn_with_three_hundred_dots_to_the_inch(tmp_path: Path) -> None:
    recogniser = FakeRecogniser("Ord")
    read(scanned(three_pages(tmp_path / "p.pdf"), tmp_path / "s.pdf", only={1}), recogniser)
    assert [(round(w / s), round(h / s), round(s * 72)) for w, h, s in recogniser.pictures] == [(595, 842, 300)]


def test_a_document_of_scanned_pages_alone_names_what_reads_it(tmp_path: Path) -> None:
    path = scanned(three_pages(tmp_path / "p.pdf"), tmp_path / "s.pdf")
    with pytest.raises(ScannedDocument, match=r"3 pages, missing: plansvar\[ocr\]") as caught:
        read(path, FakeRecogniser(lacking="plansvar[ocr]"))
    assert "tesseract-ocr-swe" in caught.value.remedy


def test_a_page_that_recognition_gives_up_is_told_as_unread(tmp_path: Path) -> None:
    path = scanned(three_pages(tmp_path / "p.pdf"), tmp_path / "s.pdf", only={3})
    assert read(path, FakeRecogniser(None)).scanned == (3,)


def test_pictures_without_a_word_leave_an_empty_document(tmp_path: Path) -> None:
    with pytest.raises(EmptyDocument):
        read(scanned(three_pages(tmp_path / "p.pdf"), tmp_path / "s.pdf"), FakeRecogniser(""))


def test_a_stamp_on_a_scanned_page_does_not_hide_that_it_is_one(tmp_path: Path) -> None:
    printed = three_pages(tmp_path / "p.pdf")
    sheet = Sheet()
    sheet.prose(60, 100, ["Budgeten är 500 tkr år 2025."] * 9)
    sheet.add_page()
    with_picture = scanned(printed, tmp_path / "s.pdf")
    sheet.image(as_png(_picture(with_picture)), 0, 0, sheet.w, sheet.h)
    sheet.at(400, 30, "Bilaga 1, 2024/123")
    assert read(sheet.saved(tmp_path / "t.pdf"), FakeRecogniser(lacking="x")).scanned == (2,)


def _picture(path: Path) -> Any:
    import pypdfium2

    with pypdfium2.PdfDocument(path) as document:
        return document[0].render(scale=1, grayscale=True).to_pil()


def test_a_photograph_that_fills_a_cover_is_no_scanned_page(tmp_path: Path) -> None:
    sheet = Sheet()
    sheet.image(as_png(photograph()), 0, 0, sheet.w, sheet.h)
    sheet.at(100, 400, "Budget 2025", 30, bold=True)
    sheet.add_page()
    sheet.image(as_png(photograph(seed=2)), 0, 0, sheet.w, sheet.h)
    document = read(sheet.saved(tmp_path / "p.pdf"), FakeRecogniser(lacking="x"))
    assert document.scanned == ()


def test_a_small_picture_or_a_searchable_scan_is_no_scanned_page(tmp_path: Path) -> None:
    printed = three_pages(tmp_path / "p.pdf")
    picture = as_png(_picture(scanned(printed, tmp_path / "s.pdf")))
    sheet = Sheet()
    sheet.image(picture, 100, 100, 200, 280)
    sheet.at(60, 80, "Diagram")
    sheet.add_page()
    sheet.image(picture, 0, 0, sheet.w, sheet.h)
    sheet.prose(60, 100, ["Hyran kostar 700 tkr år 2025."] * 12)
    assert read(sheet.saved(tmp_path / "p2.pdf"), FakeRecogniser(lacking="x")).scanned == ()
