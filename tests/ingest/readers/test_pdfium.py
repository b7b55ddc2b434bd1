from pathlib import Path

import pypdfium2
import pytest

from ingest.pages import PageContent
from ingest.readers.pdfium import information, open_pdf, read_page
from tests.ingest.printed import Sheet


def first_page(path: Path) -> PageContent:
    document = open_pdf(path)
    try:
        return read_page(document, 1, path)
    finally:
        document.close()


def test_words_stand_where_they_were_printed(tmp_path: Path) -> None:
    sheet = Sheet()
    sheet.at(60, 100, "Årets hyra", 10)
    sheet.at(200, 100, "1 670", 14, bold=True)
    made = first_page(sheet.saved(tmp_path / "a.pdf"))
    assert (made.number, round(made.width), round(made.height)) == (1, 595, 842)
    assert [word.text for word in made.words] == ["Årets", "hyra", "1", "670"]
    assert made.words[0].box.x0 == pytest.approx(60, abs=1.5)
    assert made.words[2].box.x0 == pytest.approx(200, abs=1.5)
    assert all(word.box.top < 100 < word.box.bottom + 1 for word in made.words)
    assert [(word.style.size, word.style.bold) for word in made.words[1:3]] == [(10, False), (14, True)]


def test_colour_is_read(tmp_path: Path) -> None:
    sheet = Sheet()
    sheet.set_text_color(200, 10, 20)
    sheet.at(60, 100, "Rött")
    assert first_page(sheet.saved(tmp_path / "a.pdf")).words[0].style.color == (200, 10, 20)


def test_shapes_are_rules_and_areas(tmp_path: Path) -> None:
    sheet = Sheet()
    sheet.at(60, 50, "Text")
    sheet.rect(60, 100, 200, 40, style="F")
    sheet.line(60, 200, 260, 200)
    filled, stroked = first_page(sheet.saved(tmp_path / "a.pdf")).shapes
    assert (filled.filled, stroked.filled) == (True, False)
    assert (filled.box.x0, filled.box.top, filled.box.x1, filled.box.bottom) == pytest.approx(
        (60, 100, 260, 140), abs=1
    )
    assert stroked.box.top == pytest.approx(200, abs=1)


def test_the_order_of_the_content_stream_does_not_matter(tmp_path: Path) -> None:
    sheet = Sheet()
    for x, text in ((120, "tre"), (60, "ett"), (90, "två")):
        sheet.at(x, 100, text)
    words = first_page(sheet.saved(tmp_path / "a.pdf")).words
    assert [word.text for word in sorted(words, key=lambda w: w.box.x0)] == ["ett", "två", "tre"]


def test_letters_set_apart_from_each_other_are_one_word(tmp_path: Path) -> None:
    sheet = Sheet()
    sheet.set_char_spacing(1.2)
    sheet.at(60, 100, "BUDGET")
    assert [word.text for word in first_page(sheet.saved(tmp_path / "a.pdf")).words] == ["BUDGET"]


@pytest.mark.parametrize(("turn", "shown"), [(90, (742, 60)), (180, (535, 742)), (270, (100, 535))])
def test_a_turned_page_is_read_as_it_is_shown(tmp_path: Path, turn: int, shown: tuple[float, float]) -> None:
    sheet = Sheet()
    with sheet.rotation(turn, 60, 100):
        sheet.at(60, 100, "Årets hyra")
        sheet.rect(60, 100, 50, 10, style="F")
    sheet.saved(tmp_path / "a.pdf")
    document = pypdfium2.PdfDocument(tmp_path / "a.pdf")
    document[0].set_rotation(turn)
    document.save(tmp_path / "b.pdf")
    document.close()
    made = first_page(tmp_path / "b.pdf")
    assert [word.text for word in made.words] == ["Årets", "hyra"]
    first, box = made.words[0].box, made.shapes[0].box
    assert (first.x0, first.bottom) == pytest.approx(shown, abs=3)
    assert (box.x0, box.top, box.x1 - box.x0, box.bottom - box.top) == pytest.approx((*shown, 50, 10), abs=1)


def test_a_sign_beyond_the_first_plane_is_one_and_half_of_one_is_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    units = {ord("H"): 0xD83C, ord("L"): 0xDF31, ord("X"): 0xDF31}
    read = pypdfium2.raw.FPDFText_GetUnicode
    monkeypatch.setattr(
        pypdfium2.raw, "FPDFText_GetUnicode", lambda page, at: units.get(found := read(page, at), found)
    )
    sheet = Sheet()
    sheet.at(60, 100, "HL grön X")
    words = [word.text for word in first_page(sheet.saved(tmp_path / "a.pdf")).words]
    assert words == ["\U0001f331", "grön", "\ufffd"]


def test_the_files_own_title_and_author(tmp_path: Path) -> None:
    sheet = Sheet()
    sheet.at(60, 100, "Text")
    sheet.set_title("Budget 2025")
    sheet.set_author("Norrviks kommun")
    document = open_pdf(sheet.saved(tmp_path / "a.pdf"))
    assert information(document) == ("Budget 2025", "Norrviks kommun")
    document.close()
