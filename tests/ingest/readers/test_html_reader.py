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
