from pathlib import Path

import docx
import pytest
from docx.document import Document as WordDocument
from docx.enum.style import WD_STYLE_TYPE
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn

from ingest.errors import DamagedDocument, EmptyDocument, EncryptedDocument, UnsupportedFormat
from ingest.pages import BlockKind, Document
from ingest.readers.docx_reader import DocxReader


def read(tmp_path: Path, document: WordDocument) -> Document:
    path = tmp_path / "plan.docx"
    document.save(str(path))
    return DocxReader().read(path, lambda done, total: None)


def test_headings_paragraphs_lists_and_tables_in_document_order(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_heading("Plan", 0)
    document.add_heading("Mål", 2)
    document.add_paragraph("Ett viktigt stycke.")
    document.add_paragraph("Mötas", style="List Bullet")
    table = document.add_table(2, 2)
    for cell, text in zip(
        [*table.rows[0].cells, *table.rows[1].cells], ["", "2025", "Hyra", "1\u00a0670"], strict=True
    ):
        cell.text = text
    document.add_paragraph("Efter tabellen.")
    assert [(block.kind, block.text, block.level) for block in read(tmp_path, document).blocks] == [
        (BlockKind.HEADING, "Plan", 1),
        (BlockKind.HEADING, "Mål", 2),
        (BlockKind.PARAGRAPH, "Ett viktigt stycke.", 0),
        (BlockKind.ITEM, "• Mötas", 0),
        (BlockKind.TABLE, "\t2025\nHyra\t1 670", 0),
        (BlockKind.PARAGRAPH, "Efter tabellen.", 0),
    ]


def test_a_merged_cell_stands_once_and_the_others_stay_in_place(tmp_path: Path) -> None:
    document = docx.Document()
    table = document.add_table(2, 3)
    table.cell(0, 0).merge(table.cell(0, 1)).text = "Intäkter"
    table.cell(0, 2).text = "2025"
    for index, text in enumerate(["Hyra", "x", "10"]):
        table.cell(1, index).text = text
    (block,) = read(tmp_path, document).blocks
    assert block.rows == (("Intäkter", "", "2025"), ("Hyra", "x", "10"))


def test_a_cell_merged_over_rows_keeps_the_others_in_place(tmp_path: Path) -> None:
    document = docx.Document()
    table = document.add_table(2, 2)
    table.cell(0, 0).merge(table.cell(1, 0)).text = "Hyra"
    table.cell(0, 1).text, table.cell(1, 1).text = "1", "2"
    (block,) = read(tmp_path, document).blocks
    assert [row[1] for row in block.rows] == ["1", "2"]


def add_xml(document: WordDocument, body: str) -> None:
    """Put raw elements before the section properties."""
    document.element.body[-1].addprevious(parse_xml(f"<w:sdtContent {nsdecls('w')}>{body}</w:sdtContent>"))


def p(runs: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr>{runs}</w:p>"


def r(text: str, properties: str = "") -> str:
    return f"<w:r><w:rPr>{properties}</w:rPr><w:t>{text}</w:t></w:r>"


@pytest.mark.parametrize(
    ("runs", "text"),
    [
        (r("Vi ") + f"<w:ins>{r('inte ')}</w:ins>" + r("vet"), "Vi inte vet"),
        (r("Vi ") + "<w:del><w:r><w:delText>alltid </w:delText></w:r></w:del>" + r("vet"), "Vi vet"),
        (f"<w:moveFrom>{r('bort')}</w:moveFrom><w:moveTo>{r('hit')}</w:moveTo>", "hit"),
        ("<w:r><w:t>Första</w:t><w:br/><w:t>raden</w:t></w:r>", "Första raden"),
        (f"<w:sdt><w:sdtContent>{r('Ifyllt')}</w:sdtContent></w:sdt>", "Ifyllt"),
        (r("Syns") + r("dolt", "<w:vanish/>"), "Syns"),
        ("<w:r><w:t>A</w:t><w:noBreakHyphen/><w:t>lag</w:t><w:softHyphen/><w:t>et</w:t></w:r>", "A-laget"),
        ("<w:r><w:instrText>PAGE</w:instrText></w:r>" + f"<w:fldSimple w:instr='X'>{r('12')}</w:fldSimple>", "12"),
    ],
)
def test_a_paragraph_reads_as_if_its_changes_were_accepted(tmp_path: Path, runs: str, text: str) -> None:
    document = docx.Document()
    add_xml(document, p(runs))
    assert [block.text for block in read(tmp_path, document).blocks] == [text]


@pytest.mark.parametrize("name", ["Rubrik 2", "heading 2", "Överskrift 2"])
def test_localised_heading_styles_and_those_based_on_them_are_headings(tmp_path: Path, name: str) -> None:
    document = docx.Document()
    base = document.styles.add_style(f"{name}x", WD_STYLE_TYPE.PARAGRAPH)
    base.element.find(qn("w:name")).set(qn("w:val"), name)
    own = document.styles.add_style("Kapitelnamn", WD_STYLE_TYPE.PARAGRAPH)
    own.base_style = base
    document.add_paragraph("Mål", style=own)
    document.add_paragraph("Text.")
    first = read(tmp_path, document).blocks[0]
    assert (first.kind, first.level) == (BlockKind.HEADING, 2)


def test_an_outline_level_makes_a_heading_of_any_style(tmp_path: Path) -> None:
    document = docx.Document()
    add_xml(document, p(r("Budget"), "<w:outlineLvl w:val='1'/>") + p(r("Text"), "<w:outlineLvl w:val='9'/>"))
    assert [(b.kind, b.level) for b in read(tmp_path, document).blocks] == [
        (BlockKind.HEADING, 2),
        (BlockKind.PARAGRAPH, 0),
    ]


def test_list_items_have_their_depth_and_number(tmp_path: Path) -> None:
    document = docx.Document()
    for text, style in [("Ett", "Number"), ("Två", "Number"), ("Inre", "Bullet 2"), ("Tre", "Number")]:
        document.add_paragraph(text, style=f"List {style}")
    assert [(b.text, b.level) for b in read(tmp_path, document).blocks] == [
        ("1. Ett", 0),
        ("2. Två", 0),
        ("• Inre", 1),
        ("3. Tre", 0),
    ]


def test_a_nested_table_is_a_table_of_its_own(tmp_path: Path) -> None:
    document = docx.Document()
    outer = document.add_table(1, 2)
    outer.cell(0, 0).text = "Ram"
    inner = outer.cell(0, 1).add_table(1, 2)
    inner.cell(0, 0).text, inner.cell(0, 1).text = "Hyra", "10"
    assert [block.rows for block in read(tmp_path, document).blocks] == [(("Ram", ""),), (("Hyra", "10"),)]


def test_a_frame_of_one_cell_is_no_table(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_table(1, 1).cell(0, 0).text = "Mål: Alla läser"
    assert [(b.kind, b.text) for b in read(tmp_path, document).blocks] == [(BlockKind.PARAGRAPH, "Mål: Alla läser")]


def test_a_text_box_is_read_once(tmp_path: Path) -> None:
    box = f"<w:txbxContent>{p(r('I rutan'))}</w:txbxContent>"
    markup = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    both = f"<w:pict>{box}</w:pict>"
    runs = f"<w:r><mc:AlternateContent {markup}><mc:Choice>{both}</mc:Choice><mc:Fallback>{both}</mc:Fallback>"
    document = docx.Document()
    add_xml(document, p(r("Före") + runs + "</mc:AlternateContent></w:r>"))
    assert [block.text for block in read(tmp_path, document).blocks] == ["Före", "I rutan"]


def test_headers_and_tables_of_contents_are_left_out(tmp_path: Path) -> None:
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "Norrviks kommun"
    contents = document.styles.add_style("toc 1", WD_STYLE_TYPE.PARAGRAPH)
    document.add_paragraph("Mål 4", style=contents)
    document.add_paragraph("Text.")
    assert [block.text for block in read(tmp_path, document).blocks] == ["Text."]


def test_a_deleted_row_is_gone(tmp_path: Path) -> None:
    document = docx.Document()
    row = "<w:tr>{}<w:tc>{}</w:tc><w:tc>{}</w:tc></w:tr>"
    kept, gone = (row.format(x, p(r("Hyra")), p(r(y))) for x, y in [("", "10"), ("<w:trPr><w:del/></w:trPr>", "9")])
    add_xml(document, f"<w:tbl>{kept}{gone}</w:tbl>")
    assert read(tmp_path, document).blocks[0].rows == (("Hyra", "10"),)


def test_the_points_of_a_list_in_a_cell_can_be_told_apart(tmp_path: Path) -> None:
    document = docx.Document()
    point = "<w:numPr><w:ilvl w:val='0'/><w:numId w:val='1'/></w:numPr>"
    cells = f"<w:tc>{p(r('Insatser'))}</w:tc><w:tc>{p(r('Mötas'), point)}{p(r('Lyssna'), point)}</w:tc>"
    add_xml(document, f"<w:tbl><w:tr>{cells}</w:tr></w:tbl>")
    assert read(tmp_path, document).blocks[0].rows == (("Insatser", "• Mötas • Lyssna"),)


def test_a_footnote_follows_the_paragraph_that_refers_to_it(tmp_path: Path) -> None:
    document = docx.Document()
    add_xml(document, p(r("Enligt lagen") + "<w:r><w:footnoteReference w:id='2'/></w:r>") + p(r("Mer.")))
    note = f"<w:footnote w:id='2'>{p(r('Kommunallagen 11 kap.'))}</w:footnote>"
    line = f"<w:footnote w:id='0' w:type='separator'>{p(r('—'))}</w:footnote>"
    part = Part(
        PackURI("/word/footnotes.xml"),
        "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml",
        f"<w:footnotes {nsdecls('w')}>{line}{note}</w:footnotes>".encode(),
        document.part.package,
    )
    document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)
    assert [b.text for b in read(tmp_path, document).blocks] == ["Enligt lagen", "Kommunallagen 11 kap.", "Mer."]


def test_the_files_own_title_and_author(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("Text")
    document.core_properties.title, document.core_properties.author = "Budget 2025", "Norrviks kommun"
    made = read(tmp_path, document)
    assert (made.title, made.author, made.pages) == ("Budget 2025", "Norrviks kommun", None)


def test_a_document_without_text_is_empty(tmp_path: Path) -> None:
    with pytest.raises(EmptyDocument):
        read(tmp_path, docx.Document())


@pytest.mark.parametrize(
    ("content", "error"),
    [
        (b"PK\x03\x04 broken", DamagedDocument),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", EncryptedDocument),
        (b"hello", UnsupportedFormat),
    ],
)
def test_other_content_is_told_apart(tmp_path: Path, content: bytes, error: type[Exception]) -> None:
    path = tmp_path / "plan.docx"
    path.write_bytes(content)
    with pytest.raises(error):
        DocxReader().read(path, lambda done, total: None)
