from pathlib import Path

import pytest

from ingest.errors import EmptyDocument
from ingest.pages import Block, BlockKind, Document
from ingest.readers.markdown_reader import MarkdownReader


def read(tmp_path: Path, source: str) -> Document:
    path = tmp_path / "plan.md"
    path.write_text(source, encoding="utf-8")
    return MarkdownReader().read(path, lambda done, total: None)


def shapes(tmp_path: Path, source: str) -> list[tuple[BlockKind, str]]:
    return [(block.kind, block.text) for block in read(tmp_path, source).blocks]


def test_headings_paragraphs_and_lists_become_blocks(tmp_path: Path) -> None:
    source = (
        "# Plan\n\nEtt *viktigt*\nstycke med [länk](http://x.se).\n\n## Mål\n\n- Ett\n- Två\n\n1. Först\n2. Sedan\n"
    )
    assert shapes(tmp_path, source) == [
        (BlockKind.HEADING, "Plan"),
        (BlockKind.PARAGRAPH, "Ett viktigt stycke med länk."),
        (BlockKind.HEADING, "Mål"),
        (BlockKind.ITEM, "• Ett"),
        (BlockKind.ITEM, "• Två"),
        (BlockKind.ITEM, "1. Först"),
        (BlockKind.ITEM, "2. Sedan"),
    ]
    assert [block.level for block in read(tmp_path, source).blocks[:3:2]] == [1, 2]


def test_the_first_heading_is_the_title_and_there_are_no_pages(tmp_path: Path) -> None:
    document = read(tmp_path, "# Budget 2025\n\nText.")
    assert (document.title, document.pages) == ("Budget 2025", None)


def test_a_pipe_table_becomes_rows(tmp_path: Path) -> None:
    source = "| tkr | 2025 |\n|---|---:|\n| **Hyra** | −1 670 |\n| Lön \\| arvode | 5 |\n"
    (block,) = read(tmp_path, source).blocks
    assert block == Block(
        BlockKind.TABLE,
        "tkr\t2025\nHyra\t−1 670\nLön | arvode\t5",
        rows=(("tkr", "2025"), ("Hyra", "−1 670"), ("Lön | arvode", "5")),
    )


@pytest.mark.parametrize(
    ("source", "texts"),
    [
        ("- Ett\n  - Inuti\n- Två", ["• Ett", "• Inuti", "• Två"]),
        ("- \n- Två", ["• Två"]),
        ("1. Ett\n\n   Mer om ett.\n2. Två", ["1. Ett", "Mer om ett.", "2. Två"]),
        ("- # Rubrik i punkt\n- Två", ["• Rubrik i punkt", "• Två"]),
        ("- > Citat\n- Två", ["• Citat", "• Två"]),
        ("Text.\n\n    indragen rad\n\nMer.", ["Text.", "indragen rad", "Mer."]),
        ("```\nBelopp i tkr\nHyra 10\n```", ["Belopp i tkr\nHyra 10"]),
        ("> Citerat stycke.", ["Citerat stycke."]),
        ("Rad ett  \nrad två", ["Rad ett rad två"]),
        ("Före <br> efter", ["Före efter"]),
        ("Text\n-", ["Text"]),
    ],
)
def test_no_text_is_lost(tmp_path: Path, source: str, texts: list[str]) -> None:
    assert [text for _, text in shapes(tmp_path, source)] == texts


def test_composed_letters_are_one_letter(tmp_path: Path) -> None:
    assert shapes(tmp_path, "A\u030angstro\u0308m") == [(BlockKind.PARAGRAPH, "Ångström")]


@pytest.mark.parametrize("source", ["---\n", "[a]: http://x.se\n"])
def test_a_file_without_text_is_empty(tmp_path: Path, source: str) -> None:
    with pytest.raises(EmptyDocument):
        read(tmp_path, source)


def test_front_matter_is_no_text_and_gives_a_title_where_no_heading_does(tmp_path: Path) -> None:
    document = read(tmp_path, '---\ntitle: "Budget 2025"\nauthor: Norrviks kommun\n---\n\nText.')
    assert [block.text for block in document.blocks] == ["Text."]
    assert (document.title, document.author) == ("Budget 2025", "Norrviks kommun")


def test_underlined_headings_are_headings(tmp_path: Path) -> None:
    assert shapes(tmp_path, "Plan\n====\n\nMål\n---\n\nText.")[:2] == [
        (BlockKind.HEADING, "Plan"),
        (BlockKind.HEADING, "Mål"),
    ]


def test_html_among_the_text_is_read_as_html(tmp_path: Path) -> None:
    source = (
        "Före.\n\n<table><tr><th>tkr</th><th>2025</th></tr><tr><td>Hyra</td><td>10</td></tr></table>\n\n<!-- not -->\n"
    )
    blocks = read(tmp_path, source).blocks
    assert [block.kind for block in blocks] == [BlockKind.PARAGRAPH, BlockKind.TABLE]
    assert blocks[1].rows == (("tkr", "2025"), ("Hyra", "10"))


def test_words_in_angle_brackets_that_are_no_tags_stay(tmp_path: Path) -> None:
    assert shapes(tmp_path, "Ange <belopp> i <b>tkr</b>.") == [(BlockKind.PARAGRAPH, "Ange <belopp> i tkr.")]


def test_a_pipe_in_a_cell_and_a_break_stay_in_it(tmp_path: Path) -> None:
    source = "| A \\| B | 2025 |\n|:--|--:|\n| ett<br>två | 10 |"
    assert read(tmp_path, source).blocks[0].rows == (("A | B", "2025"), ("ett två", "10"))


def test_nested_items_have_their_depth(tmp_path: Path) -> None:
    blocks = read(tmp_path, "1. Mål\n   - Insats\n     - Effekt\n2. Nästa").blocks
    assert [(block.text, block.level) for block in blocks] == [
        ("1. Mål", 0),
        ("• Insats", 1),
        ("• Effekt", 2),
        ("2. Nästa", 0),
    ]
