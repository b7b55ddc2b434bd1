"""Invented tables, printed in all the ways that plans print them, read to the exact rows."""

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from fpdf.drawing import PaintedPath

from ingest.pages import Block, BlockKind, Document
from ingest.readers.pdf_reader import PdfReader
from tests.ingest.printed import Sheet

Rows = list[tuple[str, ...]]

YEARS = ("", "2025", "2026")
BODY: Rows = [("Hyra", "1 670", "1 720"), ("Personal", "-8 374", "-8 597"), ("Summa", "-6 704", "-6 877")]
EDGES = (300.0, 380.0)


def read(sheet: Sheet, folder: Path) -> Document:
    return PdfReader().read(sheet.saved(folder / "a.pdf"), lambda _done, _total: None)


def tables(document: Document) -> list[Block]:
    return [block for block in document.blocks if block.kind is BlockKind.TABLE]


def headed(text: str = "Budget") -> Sheet:
    sheet = Sheet()
    sheet.at(60, 90, text, 18, bold=True)
    return sheet


def plain(sheet: Sheet) -> Rows:
    sheet.unruled(60, 150, [YEARS, *BODY], EDGES)
    return [YEARS, *BODY]


def years_below(sheet: Sheet) -> Rows:
    sheet.unruled(60, 150, [*BODY, YEARS], EDGES)
    return [YEARS, *BODY]


def unit_in_the_corner(sheet: Sheet) -> Rows:
    rows = [("Belopp (tkr)", "Budget 2025", "Plan 2026"), *BODY]
    sheet.unruled(60, 150, rows, EDGES)
    return rows


def two_lines_of_names(sheet: Sheet) -> Rows:
    rows = [("", "Budget", "Plan"), ("Belopp (tkr)", "2025", "2026"), *BODY]
    sheet.unruled(60, 150, rows, EDGES)
    return rows


def names_over_several_lines(sheet: Sheet) -> Rows:
    for edge, lines in zip(EDGES, (("Utfall", "föregående", "år"), ("Budget", "i år")), strict=True):
        for number, text in enumerate(reversed(lines)):
            sheet.ending_at(edge, 134 - 11 * number, text)
    sheet.unruled(60, 150, BODY, EDGES)
    return [("", "Utfall föregående år", "Budget i år"), *BODY]


def a_name_over_two_columns(sheet: Sheet) -> Rows:
    sheet.at(290, 118, "Nämndens ram", 10)
    sheet.unruled(60, 134, [YEARS, *BODY], EDGES)
    return [("", "Nämndens ram", ""), YEARS, *BODY]


def the_gap_of_thousands_between_columns(sheet: Sheet) -> Rows:
    rows = [("Löner", "249 897", "203 000"), ("Lokaler", "19 897", "13 000"), ("Summa", "269 794", "216 000")]
    sheet.set_font("helvetica", "", 10)
    left = 300 - sheet.get_string_width("203 000 ")
    sheet.unruled(60, 134, [YEARS, *rows], (left, 300))
    return [YEARS, *rows]


def sub_headings_and_indented_rows(sheet: Sheet) -> Rows:
    rows: Rows = [
        YEARS,
        ("INTÄKTER", "", ""),
        ("Medlemsavgifter", "1 000", "1 100"),
        ("Övrigt", "50", "60"),
        ("Summa intäkter tkr", "1 050", "1 160"),
        ("KOSTNADER", "", ""),
        ("Personal", "-800", "-850"),
        ("varav chefer", "-200", "-210"),
        ("varav övriga", "-600", "-640"),
        ("Lokaler", "-", "-100"),
        ("Resor", "", "-5"),
        ("Summa kostnader tkr", "-800", "-955"),
    ]
    for number, (label, *amounts) in enumerate(rows):
        inner = 14 if label.startswith("varav") else 0
        sheet.at(60 + inner, 150 + 16 * number, label, bold=label.isupper())
        for amount, edge in zip(amounts, EDGES, strict=True):
            sheet.ending_at(edge, 150 + 16 * number, amount)
    return rows


def words_beside_the_amounts(sheet: Sheet) -> Rows:
    rows: Rows = [
        ("Insats", "Ansvarig", "2025", "2026", "Kommentar"),
        ("Ny webb", "Kansliet", "100", "200", "Avser upphandling"),
        ("Mässa", "Museet", "50", "60", "Ny lokal"),
        ("Resor", "Kansliet", "5", "6", ""),
        ("Kurser", "Museet", "15", "16", "Två dagar"),
    ]
    for number, (label, who, first, second, remark) in enumerate(rows):
        y = 150 + 16 * number
        sheet.at(60, y, label)
        sheet.at(160, y, who)
        sheet.ending_at(300, y, first)
        sheet.ending_at(360, y, second)
        sheet.at(380, y, remark)
    return rows


def columns_that_begin_at_one_edge(sheet: Sheet) -> Rows:
    rows = [YEARS, *BODY, ("Bilar", "5", "6")]
    for number, (label, *amounts) in enumerate(rows):
        sheet.at(60, 150 + 16 * number, label)
        for amount, x in zip(amounts, EDGES, strict=True):
            sheet.at(x, 150 + 16 * number, amount)
    return rows


def columns_set_around_their_middle(sheet: Sheet) -> Rows:
    rows = [YEARS, *BODY, ("Bilar", "5", "6")]
    for number, (label, *amounts) in enumerate(rows):
        sheet.at(60, 150 + 16 * number, label)
        for amount, x in zip(amounts, EDGES, strict=True):
            sheet.at(x - sheet.get_string_width(amount) / 2, 150 + 16 * number, amount)
    return rows


def units_in_the_cells(sheet: Sheet) -> Rows:
    rows = [YEARS, *((label, *(f"{amount} tkr" for amount in amounts)) for label, *amounts in BODY)]
    sheet.unruled(60, 150, rows, EDGES)
    return rows


def a_column_with_an_empty_stretch(sheet: Sheet) -> Rows:
    rows: Rows = [("", "2024", "2025", "2026")]
    rows += [
        (f"Post {c}", str(10 + n), str(20 + n) if n < 2 or n > 6 else "", str(30 + n))
        for n, c in enumerate("ABCDEFGHI")
    ]
    sheet.unruled(60, 150, rows, (250, 300, 380))
    return rows


def a_column_with_one_amount(sheet: Sheet) -> Rows:
    rows: Rows = [("", "2024", "2025", "2026"), ("Hyra", "1", "2", ""), ("El", "4", "5", ""), ("Bil", "6", "7", "8")]
    sheet.unruled(60, 150, rows, (250, 300, 380))
    return rows


def shaded_rows(sheet: Sheet) -> Rows:
    sheet.set_fill_color(230, 230, 230)
    for number in range(0, 4, 2):
        sheet.rect(55, 139 + 16 * number, 330, 16, style="F")
    return plain(sheet)


def shaded_cells(sheet: Sheet) -> Rows:
    sheet.set_fill_color(225, 225, 235)
    for number in range(4):
        for x, wide in ((60, 148), (210, 78), (290, 78)):
            sheet.rect(x, 137 + 18 * number, wide, 16, style="F")
    for number, (label, *amounts) in enumerate([YEARS, *BODY]):
        sheet.at(64, 150 + 18 * number, label)
        for amount, edge in zip(amounts, (286, 366), strict=True):
            sheet.ending_at(edge, 150 + 18 * number, amount)
    return [YEARS, *BODY]


def a_note_under_the_table(sheet: Sheet) -> Rows:
    rows = plain(sheet)
    sheet.at(60, 216, "1) Avser hela året, 5 av 12 månader.", 8)
    return rows


def all_rules_in_one_path(sheet: Sheet) -> Rows:
    path = PaintedPath()
    path.style.fill_color = None
    for y in range(137, 210, 18):
        path.move_to(60, y)
        path.line_to(370, y)
    for x in (60, 210, 290, 370):
        path.move_to(x, 137)
        path.line_to(x, 209)
    with sheet.drawing_context() as drawing:
        drawing.add_item(path)
    for number, (label, *amounts) in enumerate([YEARS, *BODY]):
        sheet.at(64, 150 + 18 * number, label)
        for amount, edge in zip(amounts, (286, 366), strict=True):
            sheet.ending_at(edge, 150 + 18 * number, amount)
    return [YEARS, *BODY]


def lines_in_any_order(sheet: Sheet) -> Rows:
    for number in (2, 0, 3, 1):
        label, *amounts = [YEARS, *BODY][number]
        for amount, edge in zip(reversed(amounts), reversed(EDGES), strict=True):
            sheet.ending_at(edge, 150 + 16 * number, amount)
        sheet.at(60, 150 + 16 * number, label)
    return [YEARS, *BODY]


def marks_of_notes(sheet: Sheet) -> Rows:
    for number, (label, *amounts) in enumerate([YEARS, *BODY]):
        sheet.at(60, 150 + 16 * number, label)
        if label == "Personal":
            sheet.at(60 + sheet.get_string_width(label), 146 + 16 * number, "1", 6)
        for amount, edge in zip(amounts, EDGES, strict=True):
            sheet.ending_at(edge, 150 + 16 * number, amount)
            if label == "Hyra":
                sheet.at(edge, 146 + 16 * number, "2", 6)
    return [YEARS, ("Hyra", "1 670²", "1 720²"), ("Personal¹", "-8 374", "-8 597"), BODY[-1]]


LAYOUTS: Sequence[Callable[[Sheet], Rows]] = (
    plain,
    years_below,
    unit_in_the_corner,
    two_lines_of_names,
    names_over_several_lines,
    a_name_over_two_columns,
    the_gap_of_thousands_between_columns,
    sub_headings_and_indented_rows,
    words_beside_the_amounts,
    columns_that_begin_at_one_edge,
    columns_set_around_their_middle,
    units_in_the_cells,
    a_column_with_an_empty_stretch,
    a_column_with_one_amount,
    shaded_rows,
    shaded_cells,
    a_note_under_the_table,
    all_rules_in_one_path,
    lines_in_any_order,
    marks_of_notes,
)


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.__name__)
def test_a_table_is_read_to_the_exact_rows(tmp_path: Path, layout: Callable[[Sheet], Rows]) -> None:
    sheet = headed()
    expected = layout(sheet)
    (table,) = tables(read(sheet, tmp_path))
    assert list(table.rows) == expected
    assert [[box is not None for box in boxes] for boxes in table.cell_boxes] == [
        [bool(cell) for cell in row] for row in expected
    ]


@pytest.mark.parametrize("ruled", [False, True], ids=["spaced", "between rules"])
@pytest.mark.parametrize("at", ["first", "middle", "last"])
def test_a_wrapped_label_is_one_wherever_its_amounts_stand(tmp_path: Path, at: str, ruled: bool) -> None:
    sheet, y = headed(), 170
    rows: list[tuple[list[str], str, str]] = [
        (["Hyra"], "1 670", "1 720"),
        (["Ersättning till politiskt", "valda Ledamöter i", "Direktionen"], "-283", "-291"),
        (["Personal"], "-8 374", "-8 597"),
        (["Bidrag till", "Kulturskolan i länet"], "55", "60"),
        (["Summa"], "1", "2"),
    ]
    for edge, year in zip(EDGES, ("2025", "2026"), strict=True):
        sheet.ending_at(edge, 150, year)
    if ruled:
        sheet.line(60, 156, 380, 156)
    for label, *amounts in rows:
        down = {"first": 0.0, "middle": 6.0 * (len(label) - 1), "last": 12.0 * (len(label) - 1)}[at]
        for number, text in enumerate(label):
            sheet.at(60, y + 12 * number, text)
        for amount, edge in zip(amounts, EDGES, strict=True):
            sheet.ending_at(edge, y + down, amount)
        y += 12 * (len(label) - 1)
        if ruled:
            sheet.line(60, y + 4, 380, y + 4)
        y += 15 if ruled else 20
    (table,) = tables(read(sheet, tmp_path))
    assert [row for row in table.rows if row[0]] == [(" ".join(label), *amounts) for label, *amounts in rows]


@pytest.mark.parametrize("head", [True, False], ids=["with its head repeated", "without its head"])
@pytest.mark.parametrize("ruled", [True, False], ids=["ruled", "unruled"])
def test_a_table_that_goes_on_over_pages_is_one(tmp_path: Path, ruled: bool, head: bool) -> None:
    sheet = headed()
    rest: Rows = [("El", "5", "6"), ("Gas", "7", "8"), ("Summa", "9", "9")]
    for number, rows in enumerate(([YEARS, *BODY], [YEARS, *rest] if head else rest)):
        if number:
            sheet.add_page()
        if ruled:
            sheet.ruled(60, 60 if number else 700, rows, (150, 80, 80))
        else:
            sheet.unruled(60, 60 if number else 700, rows, EDGES)
    sheet.prose(60, 160, ["Text efter tabellen."])
    (table,) = tables(read(sheet, tmp_path))
    assert list(table.rows) == [YEARS, *BODY, *rest]
    assert table.row_pages == (1, 1, 1, 1, 2, 2, 2)


def test_a_table_under_a_heading_on_the_next_page_is_another(tmp_path: Path) -> None:
    sheet = headed("Kansli")
    sheet.unruled(60, 700, [YEARS, *BODY], EDGES)
    sheet.add_page()
    sheet.at(60, 60, "Museum", 18, bold=True)
    sheet.unruled(60, 90, [YEARS, *BODY], EDGES)
    assert [table.page for table in tables(read(sheet, tmp_path))] == [1, 2]


def test_headings_printed_below_their_tables_come_before_them(tmp_path: Path) -> None:
    sheet = headed()
    for number, name in enumerate(("Kansli", "Museum", "Teater")):
        sheet.unruled(60, 130 + 130 * number, [YEARS, *BODY], EDGES)
        sheet.at(60, 200 + 130 * number, name, 12, bold=True)
    kinds = [block.text if block.kind is BlockKind.HEADING else block.kind for block in read(sheet, tmp_path).blocks]
    assert kinds == ["Budget", "Kansli", BlockKind.TABLE, "Museum", BlockKind.TABLE, "Teater", BlockKind.TABLE]


@pytest.mark.parametrize("x", [60, 320], ids=["left", "right"])
def test_a_table_in_one_of_two_columns_leaves_the_other_alone(tmp_path: Path, x: int) -> None:
    sheet = headed()
    for number in range(30):
        sheet.at(380 - x, 130 + 13 * number, f"Rad {number} handlar om annat än tal")
    sheet.prose(x, 130, [f"Rad {number} i spalten om saker" for number in range(6)])
    sheet.unruled(x, 234, [YEARS, *BODY], (x + 140, x + 210))
    sheet.prose(x, 320, [f"Rad {number} i spalten igen" for number in range(6)])
    (table,) = tables(read(sheet, tmp_path))
    assert list(table.rows) == [YEARS, *BODY]


def test_a_table_in_a_side_box_is_the_box_s(tmp_path: Path) -> None:
    sheet = headed()
    sheet.prose(60, 130, [f"Löpande text i spalten rad {number}" for number in range(12)])
    sheet.set_fill_color(220, 230, 240)
    sheet.rect(330, 120, 220, 110, style="F")
    sheet.at(340, 138, "Fakta", 12, bold=True)
    sheet.unruled(340, 158, [("Personal", "2025"), ("Chefer", "2"), ("Övriga", "17"), ("Summa", "19")], (540,))
    (table,) = tables(read(sheet, tmp_path))
    assert table.boxed is not None
    assert table.rows == (("Personal", "2025"), ("Chefer", "2"), ("Övriga", "17"), ("Summa", "19"))


@pytest.mark.parametrize("dots", [True, False], ids=["with dots", "without"])
def test_a_list_of_contents_is_no_table(tmp_path: Path, dots: bool) -> None:
    sheet = headed("Innehåll")
    for number, (name, page) in enumerate((("Inledning", 3), ("Uppdrag", 4), ("Ekonomi", 7), ("Mål", 11))):
        sheet.at(60, 150 + 16 * number, f"{name} {'.' * 60}" if dots else name)
        sheet.ending_at(500, 150 + 16 * number, str(page))
    assert tables(read(sheet, tmp_path)) == []


@pytest.mark.parametrize("before", [True, False], ids=["share first", "name first"])
def test_the_labels_of_a_pie_keep_their_shares(tmp_path: Path, before: bool) -> None:
    sheet = headed()
    shares = {"Personal": "62 %", "Lokaler": "18 %", "Resor": "9 %", "Övrigt": "6 %", "IT": "5 %"}
    places = ((300, 150), (420, 220), (380, 330), (230, 300), (200, 200))
    for (x, y), (name, share) in zip(places, shares.items(), strict=True):
        sheet.at(x, y, share if before else name, 9)
        sheet.at(x + (25 if before else 4), y + (0 if before else 11), name if before else share, 9)
    texts = {block.text for block in read(sheet, tmp_path).blocks[1:]}
    assert texts == {f"{share} {name}" if before else f"{name} {share}" for name, share in shares.items()}
