from pathlib import Path

import pytest

from ingest.errors import EmptyDocument, UnsupportedFormat
from ingest.pages import BlockKind, Document
from ingest.readers.html_reader import HtmlReader


def read(tmp_path: Path, body: str, head: str = "") -> Document:
    path = tmp_path / "plan.html"
    path.write_text(f"<html><head>{head}</head><body>{body}</body></html>", encoding="utf-8")
    return HtmlReader().read(path, lambda done, total: None)


def shapes(tmp_path: Path, body: str) -> list[tuple[BlockKind, str]]:
    return [(block.kind, block.text) for block in read(tmp_path, body).blocks]


def test_headings_paragraphs_lists_and_tables(tmp_path: Path) -> None:
    body = """<h1>Plan</h1><div><p>Ett <b>viktigt</b>\n stycke.</p></div><h2>Mål</h2><ul><li>Ett<ul><li>Inuti</li></ul>
    </li>    <li>Två</li></ul><ol><li>Först</li></ol>
    <table><tr><th></th><th>2025</th></tr><tr><td>Hyra</td><td>1&nbsp;670</td></tr></table>"""
    assert shapes(tmp_path, body) == [
        (BlockKind.HEADING, "Plan"),
        (BlockKind.PARAGRAPH, "Ett viktigt stycke."),
        (BlockKind.HEADING, "Mål"),
        (BlockKind.ITEM, "• Ett"),
        (BlockKind.ITEM, "• Inuti"),
        (BlockKind.ITEM, "• Två"),
        (BlockKind.ITEM, "1. Först"),
        (BlockKind.TABLE, "\t2025\nHyra\t1 670"),
    ]


def test_the_title_is_the_pages_own(tmp_path: Path) -> None:
    assert read(tmp_path, "<p>Text</p>", "<title> Budget\n2025</title>").title == "Budget 2025"


@pytest.mark.parametrize(
    ("body", "texts"),
    [
        ("<div>Hyran är <b>500</b> tkr.</div>", ["Hyran är 500 tkr."]),
        ("Löst i sidan <i>med kursiv</i> och mer", ["Löst i sidan med kursiv och mer"]),
        ("<div>Före <p>i stycket</p> efter</div>", ["Före", "i stycket", "efter"]),
        ("<p>Hyra<br>Lön</p>", ["Hyra Lön"]),
        ("<div><span>Ett</span> <span>två</span></div>", ["Ett två"]),
        ("<article><header><h1>Budget</h1></header><p>Text</p></article>", ["Budget", "Text"]),
        ("<p>Ett <!-- dolt --> två</p>", ["Ett två"]),
        ("<section><a href='x'>Länk</a><h2>Rubrik</h2></section>", ["Länk", "Rubrik"]),
    ],
)
def test_no_text_is_lost_or_run_together(tmp_path: Path, body: str, texts: list[str]) -> None:
    assert [text for _, text in shapes(tmp_path, body)] == texts


def test_menus_and_scripts_are_left_out(tmp_path: Path) -> None:
    body = "<header>Kommunen</header><nav>Meny</nav><script>x()</script><p>Text</p><footer>Kontakt</footer>"
    assert shapes(tmp_path, body) == [(BlockKind.PARAGRAPH, "Text")]


def test_cells_over_several_columns_or_rows_keep_the_others_in_place(tmp_path: Path) -> None:
    body = """<table><tr><th rowspan=2>Post</th><th colspan=2>Budget</th></tr><tr><th>2025</th><th>2026</th></tr>
    <tr><td>Hyra</td><td>1</td><td>2</td></tr><tr><td colspan="2">Lön</td><td>3</td></tr></table>"""
    (block,) = read(tmp_path, body).blocks
    assert block.rows == (("Post", "Budget", ""), ("", "2025", "2026"), ("Hyra", "1", "2"), ("Lön", "", "3"))


def test_a_page_without_text_is_empty(tmp_path: Path) -> None:
    with pytest.raises(EmptyDocument):
        read(tmp_path, "<div></div><script>x()</script>")


def test_bytes_that_are_no_text_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "plan.html"
    path.write_bytes(b"\x00\x01\x02\x03")
    with pytest.raises(UnsupportedFormat):
        HtmlReader().read(path, lambda done, total: None)


def test_a_table_in_a_cell_is_a_table_of_its_own(tmp_path: Path) -> None:
    inner = "<table><tr><td>Hyra</td><td>10</td></tr></table>"
    blocks = read(tmp_path, f"<table><tr><td>Ram</td><td>2025 {inner}</td></tr></table>").blocks
    assert [block.rows for block in blocks] == [(("Ram", "2025"),), (("Hyra", "10"),)]


def test_a_table_that_lays_out_the_page_is_what_stands_in_it(tmp_path: Path) -> None:
    body = "<table><tr><td><h2>Mål</h2><p>Alla läser.</p></td><td>Meny</td></tr></table>"
    assert shapes(tmp_path, body) == [
        (BlockKind.HEADING, "Mål"),
        (BlockKind.PARAGRAPH, "Alla läser."),
        (BlockKind.PARAGRAPH, "Meny"),
    ]


def test_the_foot_of_a_table_stands_last_and_its_caption_before_it(tmp_path: Path) -> None:
    body = """<table><caption>Belopp i tkr</caption><thead><tr><th scope=col></th><th scope=col>2025</th></tr></thead>
    <tfoot><tr><th scope=row>Summa</th><td>14</td></tr></tfoot>
    <tbody><tr><th scope=row>Hyra</th><td>10</td></tr><tr><th scope=row>Lön</th><td>4</td></tr></tbody></table>"""
    caption, table = read(tmp_path, body).blocks
    assert (caption.kind, caption.text) == (BlockKind.PARAGRAPH, "Belopp i tkr")
    assert table.rows == (("", "2025"), ("Hyra", "10"), ("Lön", "4"), ("Summa", "14"))


def test_cells_that_reach_over_rows_and_columns_keep_the_others_in_place(tmp_path: Path) -> None:
    body = """<table><tr><th rowspan=3>Mål</th><th colspan=2>2025</th></tr><tr><td>a</td><td>b</td></tr>
    <tr><td>c</td><td>d</td></tr><tr><td>e</td><td>f</td><td>g</td></tr></table>"""
    (table,) = read(tmp_path, body).blocks
    assert table.rows == (("Mål", "2025", ""), ("", "a", "b"), ("", "c", "d"), ("e", "f", "g"))


@pytest.mark.parametrize(
    "hidden",
    ["<p hidden>dolt</p>", "<p style='display: none'>dolt</p>", "<span aria-hidden=true>dolt</span>"],
)
def test_what_is_not_shown_is_left_out(tmp_path: Path, hidden: str) -> None:
    assert shapes(tmp_path, f"<p>Syns</p>{hidden}") == [(BlockKind.PARAGRAPH, "Syns")]


def test_nested_lists_have_their_depth(tmp_path: Path) -> None:
    body = "<ol start=3><li>Tre<ul><li>Inuti<ol><li>Djupt</li></ol></li></ul></li><li>Fyra</li></ol>"
    assert [(block.text, block.level) for block in read(tmp_path, body).blocks] == [
        ("3. Tre", 0),
        ("• Inuti", 1),
        ("1. Djupt", 2),
        ("4. Fyra", 0),
    ]


def test_the_points_of_a_list_in_a_cell_can_be_told_apart(tmp_path: Path) -> None:
    row = "<tr><td>A</td><td><ul><li>Ett</li><li>Två</li></ul></td></tr>"
    (table,) = read(tmp_path, f"<table>{row}</table>").blocks
    assert table.rows == (("A", "• Ett • Två"),)


def test_definitions_are_paragraphs_and_entities_are_letters(tmp_path: Path) -> None:
    body = "<dl><dt>M&aring;l</dt><dd>Alla l&auml;ser &amp; r&#228;knar</dd></dl>"
    assert shapes(tmp_path, body) == [(BlockKind.PARAGRAPH, "Mål"), (BlockKind.PARAGRAPH, "Alla läser & räknar")]
