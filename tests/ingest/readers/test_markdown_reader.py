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
