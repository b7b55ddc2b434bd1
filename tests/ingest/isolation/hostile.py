"""Files made to break a reader: each by name, with what it should end in."""

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import openpyxl
from openpyxl.utils import get_column_letter

from tests.ingest.isolation.mutations import HTML, pdf, word

BOMB = b"0" * (10 << 20)
LAUGHS = (
    "<!DOCTYPE d [<!ENTITY a 'ha'>"
    + "".join(
        f"<!ENTITY {name} '{f'&{before};' * 10}'>" for before, name in zip("abcdefghij", "bcdefghijk", strict=True)
    )
    + "]>"
)
OUTSIDE = "<!DOCTYPE d [<!ENTITY k SYSTEM 'file:///etc/passwd'><!ENTITY n SYSTEM 'http://192.0.2.1/x'>]>"
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
SHEET = '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">{}</worksheet>'


def replaced(package: bytes, parts: dict[str, bytes | str]) -> bytes:
    """A package with these parts put in."""
    written = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(package)) as old, zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            if name not in parts:
                new.writestr(name, old.read(name))
        for name, content in parts.items():
            new.writestr(name, content)
    return written.getvalue()


def document(inside: str, head: str = "") -> bytes:
    """A Word file of this body."""
    body = f'{head}<w:document xmlns:w="{W}"><w:body>{inside}</w:body></w:document>'
    return replaced(word(), {"word/document.xml": body})


def paragraph(text: str) -> str:
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def workbook(inside: str, head: str = "") -> bytes:
    """A workbook of one sheet with this inside."""
    made, written = openpyxl.Workbook(), io.BytesIO()
    made.save(written)
    return replaced(written.getvalue(), {"xl/worksheets/sheet1.xml": head + SHEET.format(inside)})


def cells(*places: str) -> str:
    """Rows of one number each at these places."""
    numbers = (int("".join(filter(str.isdigit, place))) for place in places)
    return "".join(
        f'<row r="{number}"><c r="{place}"><v>500</v></c></row>' for number, place in zip(numbers, places, strict=True)
    )


def pdf_of(*objects: str) -> bytes:
    """A PDF of these objects, numbered from 1; the first is its catalogue."""
    data, places = b"%PDF-1.7\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(data))
        data += f"{number} 0 obj\n{content}\nendobj\n".encode("latin-1")
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    end = f"xref\n0 {len(places) + 1}\n0000000000 65535 f \n{table}trailer\n<< /Size {len(places) + 1} /Root 1 0 R >>\n"
    return data + f"{end}startxref\n{len(data)}\n%%EOF\n".encode()


def stream(content: str) -> str:
    return f"<< /Length {len(content)} >>\nstream\n{content}\nendstream"


CATALOGUE = "<< /Type /Catalog /Pages 2 0 R >>"
PAGE = (
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F 5 0 R >> {} >> >>"
)
FONT = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"
TEXT = "BT /F 12 Tf 60 700 Td (Hyran kostar 500 tkr.) Tj ET"
ONE_PAGE = "<< /Type /Pages /Kids [3 0 R] /Count 1 >>"

FILES: dict[str, Callable[[], bytes | str]] = {
    # Packages
    "bomb.docx": lambda: replaced(word(), {"word/media/a.bin": BOMB}),
    "bomb-of-xml.docx": lambda: document(paragraph(" " * (66 << 20))),
    "bomb-of-sheets.xlsx": lambda: workbook(cells("A1") + " " * (66 << 20)),
    "many-parts.docx": lambda: replaced(word(), {f"word/media/{n}.txt": b"" for n in range(10_001)}),
    "no-document.docx": lambda: replaced(word(), {"word/document.xml": b""}),
    "nested.docx": lambda: document("<w:sdt>" * 50_000 + "</w:sdt>" * 50_000),
    "laughs.docx": lambda: document(paragraph("Budget 500 tkr &k;"), LAUGHS),
    "outside.docx": lambda: document(paragraph("Budget 500 tkr &k; &n;"), OUTSIDE),
    "wide.docx": lambda: document(
        '<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="2000"/></w:tcPr>' + paragraph("5") + "</w:tc></w:tr></w:tbl>"
    ),
    "laughs.xlsx": lambda: workbook('<row r="1"><c r="A1" t="str"><v>&k;</v></c></row>', LAUGHS),
    "outside.xlsx": lambda: workbook('<row r="1"><c r="A1" t="str"><v>&k;&n;</v></c></row>', OUTSIDE),
    "huge.xlsx": lambda: workbook(
        f'<dimension ref="A1:XFD1048576"/><sheetData>{cells("A1", "XFD1048576")}</sheetData>'
    ),
    "diagonal.xlsx": lambda: workbook(
        "<sheetData>" + cells(*(f"{get_column_letter(n)}{n}" for n in range(1, 500))) + "</sheetData>"
    ),
    "merged.xlsx": lambda: workbook(
        f'<sheetData>{cells("A1")}</sheetData><mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>'
    ),
    "truncated.xlsx": lambda: workbook("")[:2000],
    "encrypted.docx": lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2000),
    "picture.docx": lambda: b"\x89PNG\r\n\x1a\n" + bytes(64),
    # PDF
    "pages-loop.pdf": lambda: pdf_of(CATALOGUE, "<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 2 >>"),
    "pages-endless.pdf": lambda: pdf_of(CATALOGUE, "<< /Type /Pages /Kids [3 0 R] /Count 9 >>", "2 0 R"),
    "a-million-pages.pdf": lambda: pdf_of(
        CATALOGUE,
        f"<< /Type /Pages /Kids [{'3 0 R ' * 1_000_000}] /Count 1000000 >>",
        PAGE.format(""),
        stream(TEXT),
        FONT,
    ),
    "claimed-pages.pdf": lambda: pdf_of(
        CATALOGUE, "<< /Type /Pages /Kids [3 0 R] /Count 999999999 >>", PAGE.format(""), stream(TEXT), FONT
    ),
    "forms-loop.pdf": lambda: pdf_of(
        CATALOGUE,
        ONE_PAGE,
        PAGE.format("/XObject << /X 6 0 R >>"),
        stream(TEXT + " /X Do"),
        FONT,
        "<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 6 0 R >> >> /Length 12 >>\n"
        "stream\n/X Do /X Do \nendstream",
    ),
    "reference-loop.pdf": lambda: pdf_of(CATALOGUE, ONE_PAGE, "4 0 R", "3 0 R"),
    "nested.pdf": lambda: pdf_of(CATALOGUE, ONE_PAGE, PAGE.format("/X " + "[" * 200_000), stream(TEXT), FONT),
    "lines.pdf": lambda: pdf_of(
        CATALOGUE,
        ONE_PAGE,
        PAGE.format(""),
        stream(TEXT + "".join(f" {n % 595} {n % 842} 1 1 re f" for n in range(200_000))),
        FONT,
    ),
    "words.pdf": lambda: pdf_of(
        CATALOGUE,
        ONE_PAGE,
        PAGE.format(""),
        stream("BT /F 2 Tf " + "".join(f"1 0 0 1 {n % 300} {n % 841} Tm (ord) Tj " for n in range(2_000)) + "ET"),
        FONT,
    ),
    "huge-page.pdf": lambda: pdf_of(
        CATALOGUE, ONE_PAGE, PAGE.format("").replace("595 842", "1e38 -1e38"), stream(TEXT), FONT
    ),
    "zeros.pdf": lambda: b"%PDF-1.7\n" + bytes(1000),
    "truncated.pdf": lambda: pdf()[:700],
    # Web pages
    "nested.html": lambda: "<div>" * 100_000 + "Budget 2025 500 tkr",
    "nested-lists.html": lambda: "<ul><li>" * 20_000 + "Budget 2025 500 tkr",
    "nested-tables.html": lambda: "<table><tr><td>" * 5_000 + "Budget 2025 500 tkr",
    "wide.html": lambda: HTML.replace('span="1"', f'span="{"9" * 5000}"'),
    "wide-rows.html": lambda: "<table>" + '<tr><td colspan="9999" rowspan="9999">5</tr>' * 60,
    "laughs.html": lambda: LAUGHS + "<p>Budget 500 tkr &k;</p>",
    "outside.html": lambda: f"<?xml version='1.0'?>{OUTSIDE}<html><p>Budget 500 tkr &k; &n;</p></html>",
    "attributes.html": lambda: "<p " + " ".join(f"a{n}=1" for n in range(3_000)) + ">Budget 500 tkr",
    # Text
    "long-line.txt": lambda: "budget 2025 500 tkr " * 100_000,
    "one-word.txt": lambda: "a" * 4_000_000,
    "digits.txt": lambda: "1 " * 8_000,
    "large.txt": lambda: "budget 500 tkr\n" * 1_300_000,
    "zero-bytes.txt": lambda: b"Budget" + bytes(10_000),
    "late-zero-bytes.txt": lambda: "Budget 500 tkr\n" * 500 + "\0" * 100 + "\nslut",
    "nested.md": lambda: "> " * 20_000 + "Budget",
    "brackets.md": lambda: "[" * 5_000,
    "emphasis.md": lambda: "*a **a " * 2_000,
    "wide.md": lambda: "|a" * 200 + "|\n" + "|-" * 200 + "|\n" + "|1|\n" * 100,
    "picture.md": lambda: b"\x89PNG\r\n\x1a\n" + bytes(64),
    "empty.html": lambda: b"",
}


def written(folder: Path, name: str) -> Path:
    """The file by this name, written to the folder."""
    content = FILES[name]()
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path
