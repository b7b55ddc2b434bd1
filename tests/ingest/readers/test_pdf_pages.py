"""Invented pages whose furniture, direction or make is unlike the plain one."""

from collections.abc import Callable
from pathlib import Path

import pypdfium2
import pytest
from fpdf import FPDF

from ingest.pages import Block, BlockKind, Document
from ingest.readers.pdf_reader import PdfReader
from ingest.samples.fpdf2_pages import find_fonts
from tests.ingest.printed import Sheet

ROWS = [
    ("", "2025", "2026"),
    ("Hyra", "1 670", "1 720"),
    ("Personal", "-8 374", "-8 597"),
    ("Summa", "-6 704", "-6 877"),
]
CHAPTERS = ("Inledning", "Inledning", "Ekonomi", "Ekonomi", "Mål och uppdrag", "Investeringar", "Personal", "Personal")


def read(path: Path) -> Document:
    return PdfReader().read(path, lambda _done, _total: None)


def tables(document: Document) -> list[Block]:
    return [block for block in document.blocks if block.kind is BlockKind.TABLE]


def number_below(sheet: Sheet, number: int) -> None:
    sheet.at(290, 815, f"Sida {number} (8)", 8)


def title_and_number_above(sheet: Sheet, number: int) -> None:
    sheet.at(60, 40, "Norrviks kommun - Budget 2025", 9)
    sheet.ending_at(535, 40, str(number), 9)
    sheet.line(60, 46, 535, 46)


def chapter_outside_and_number_inside(sheet: Sheet, number: int) -> None:
    chapter = CHAPTERS[number - 1]
    if number % 2:
        sheet.at(60, 40, chapter, 8)
        sheet.at(60, 815, str(number), 8)
    else:
        sheet.ending_at(535, 40, chapter, 8)
        sheet.ending_at(535, 815, str(number), 8)


def chapter_number_and_day_below(sheet: Sheet, number: int) -> None:
    sheet.at(60, 800, CHAPTERS[number - 1], 8)
    sheet.at(300, 800, f"{number} (8)", 8)
    sheet.ending_at(535, 800, "2024-11-20", 8)


def number_in_the_side_margin(sheet: Sheet, number: int) -> None:
    sheet.at(20, 420, str(number), 9)


@pytest.mark.parametrize(
    "furnish",
    [
        number_below,
        title_and_number_above,
        chapter_outside_and_number_inside,
        chapter_number_and_day_below,
        number_in_the_side_margin,
    ],
    ids=lambda furnish: furnish.__name__,
)
def test_furniture_is_no_text(tmp_path: Path, furnish: Callable[[Sheet, int], None]) -> None:
    sheet = Sheet()
    expected = []
    for number, chapter in enumerate(CHAPTERS, 1):
        if number > 1:
            sheet.add_page()
        if chapter not in CHAPTERS[: number - 1]:
            sheet.at(60, 100, chapter, 18, bold=True)
            expected.append(chapter)
        sheet.prose(60, 140, [f"Sidans egen text nummer {number} om verksamheten."])
        expected.append(f"Sidans egen text nummer {number} om verksamheten.")
        furnish(sheet, number)
    assert [block.text for block in read(sheet.saved(tmp_path / "a.pdf")).blocks] == expected


def test_like_lines_at_the_top_of_every_page_stay(tmp_path: Path) -> None:
    sheet = Sheet()
    for number in range(1, 7):
        if number > 1:
            sheet.add_page()
        sheet.prose(60, 70, [f"Nämnd {number} ansvarar för sitt område."])
    texts = [block.text for block in read(sheet.saved(tmp_path / "a.pdf")).blocks]
    assert texts == [f"Nämnd {number} ansvarar för sitt område." for number in range(1, 7)]


def test_the_last_rows_of_tables_that_end_in_the_margin_stay(tmp_path: Path) -> None:
    sheet = Sheet()
    for number in range(1, 5):
        if number > 1:
            sheet.add_page()
        sheet.at(60, 650, f"Nämnd {number}", 16, bold=True)
        sheet.unruled(
            60, 700, [("", "2025", "2026"), *[(f"Post {n}", str(n), str(n * number)) for n in range(1, 7)]], (300, 380)
        )
    assert [len(table.rows) for table in tables(read(sheet.saved(tmp_path / "a.pdf")))] == [7] * 4


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_a_page_set_sideways_is_read_and_keeps_its_places(tmp_path: Path, turn: int) -> None:
    sheet = Sheet()
    with sheet.rotation(90, 300, 400):
        sheet.unruled(60, 150, ROWS, (300, 380))
        sheet.prose(60, 260, ["Text under tabellen."])
    sheet.saved(tmp_path / "a.pdf")
    made = pypdfium2.PdfDocument(tmp_path / "a.pdf")
    made[0].set_rotation(turn)
    made.save(tmp_path / "b.pdf")
    made.close()
    table, paragraph = read(tmp_path / "b.pdf").blocks
    assert list(table.rows) == ROWS
    assert paragraph.text == "Text under tabellen."
    assert table.box is not None
    first, last = table.cell_boxes[1][0], table.cell_boxes[3][2]
    assert first is not None
    assert last is not None
    width, height = (842, 595) if turn % 180 else (595, 842)
    assert 0 <= table.box.x0 < table.box.x1 <= width
    assert 0 <= table.box.top < table.box.bottom <= height
    upright = turn == 90
    assert (first.x1 - first.x0 > first.bottom - first.top) is (turn % 180 == 90)
    assert (first.x0 < last.x0 and first.top < last.top) is upright


def test_words_aside_and_aslant_stay_out_of_the_text_that_they_cross(tmp_path: Path) -> None:
    sheet = Sheet()
    sheet.at(60, 90, "Budget", 18, bold=True)
    sheet.unruled(60, 150, ROWS, (300, 380))
    with sheet.rotation(90, 40, 400):
        sheet.at(40, 400, "Kommunens plan i marginalen")
    with sheet.rotation(45, 200, 170):
        sheet.at(140, 170, "UTKAST", 40)
    blocks = read(sheet.saved(tmp_path / "a.pdf")).blocks
    assert [list(block.rows) or block.text for block in blocks] == [
        "Budget",
        ROWS,
        "Kommunens plan i marginalen",
        "UTKAST",
    ]
    assert [block.kind for block in blocks[2:]] == [BlockKind.PARAGRAPH] * 2


def test_a_watermark_on_every_page_is_furniture(tmp_path: Path) -> None:
    sheet = Sheet()
    for number in range(1, 5):
        if number > 1:
            sheet.add_page()
        sheet.prose(60, 200, [f"Sidans text nummer {number}."])
        with sheet.rotation(45, 200, 170):
            sheet.at(140, 170, "UTKAST", 40)
    texts = [block.text for block in read(sheet.saved(tmp_path / "a.pdf")).blocks]
    assert texts == [f"Sidans text nummer {number}." for number in range(1, 5)]


def test_what_a_form_draws_stands_where_the_form_is_shown(tmp_path: Path) -> None:
    sheet = Sheet()
    sheet.ruled(60, 150, ROWS, (150, 80, 80))
    source = pypdfium2.PdfDocument(sheet.saved(tmp_path / "a.pdf"))
    made = pypdfium2.PdfDocument.new()
    form = source.page_as_xobject(0, made).as_pageobject()
    form.set_matrix(pypdfium2.PdfMatrix().scale(0.8, 0.8).translate(30, 100))
    page = made.new_page(595, 842)
    page.insert_obj(form)
    page.gen_content()
    made.save(tmp_path / "b.pdf")
    made.close()
    source.close()
    (table,) = read(tmp_path / "b.pdf").blocks
    assert list(table.rows) == ROWS
    assert table.box is not None
    assert (table.box.x0, table.box.x1) == pytest.approx((78, 326), abs=2)


def test_ligatures_soft_hyphens_and_narrow_spaces_are_written_plainly(tmp_path: Path) -> None:
    path = find_fonts()[0].with_name("DejaVuSans.ttf")
    font = path if path.is_file() else Path("/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf")
    if not font.is_file():
        pytest.skip("DejaVu Sans, which has thin spaces, is not installed")
    pdf = FPDF(unit="pt", format="A4")
    pdf.add_page()
    pdf.add_font("wide", "", str(font))
    pdf.set_font("wide", "", 10)
    rows = [
        ("", "2025", "2026"),
        ("Di\ufb00erens o\ufb03ciell", "1\u2009670", "1\u00a0720"),
        ("Kommunal\u00ad", "", ""),
        ("förbund", "\u22128\u202f374", "\u20138\u2009597"),
        ("Vård- och omsorg", "5", "6"),
    ]
    for number, cells in enumerate(rows):
        for cell, edge in zip(cells[1:], (300, 380), strict=True):
            pdf.text(edge - pdf.get_string_width(cell), 150 + 14 * number, cell)
        pdf.text(60, 150 + 14 * number, cells[0])
    pdf.output(str(tmp_path / "a.pdf"))
    (table,) = read(tmp_path / "a.pdf").blocks
    assert list(table.rows) == [
        ("", "2025", "2026"),
        ("Differens officiell", "1 670", "1 720"),
        ("Kommunalförbund", "\u22128 374", "\u20138 597"),
        ("Vård- och omsorg", "5", "6"),
    ]


def test_headings_rank_by_size_number_and_colour(tmp_path: Path) -> None:
    sheet = Sheet()
    y = 90
    for text, size, bold in (
        ("3 Ekonomi", 18, True),
        ("3.2 Budget för kommunens", 14, True),
        ("samlade verksamhet", 14, True),
        ("3.2.1 Drift", 10, True),
        ("3.3 Investeringar", 14, True),
    ):
        sheet.at(60, y, text, size, bold=bold)
        y += 17
        if not text.endswith("kommunens"):
            sheet.prose(
                60, y, ["Löpande text om det som rubriken säger, i två rader", "så att den är längst på sidan."]
            )
            y += 50
    sheet.set_text_color(0, 80, 160)
    sheet.at(60, y, "Lån")
    sheet.set_text_color(0, 0, 0)
    sheet.prose(60, y + 30, ["Text om lån."])
    heads = [
        (block.level, block.text)
        for block in read(sheet.saved(tmp_path / "a.pdf")).blocks
        if block.kind is BlockKind.HEADING
    ]
    assert heads == [
        (1, "3 Ekonomi"),
        (2, "3.2 Budget för kommunens samlade verksamhet"),
        (3, "3.2.1 Drift"),
        (2, "3.3 Investeringar"),
        (4, "Lån"),
    ]
