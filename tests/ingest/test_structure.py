from dataclasses import replace

from ingest.pages import Block, Document
from ingest.structure import Structure, structure_of
from tests.ingest.made import grid, heading, item, paragraph


def structure(*blocks: Block) -> Structure:
    return structure_of(Document(blocks, None), "p", "Planen")


def paths(*blocks: Block) -> list[tuple[str, ...]]:
    return [section.path for section in structure(*blocks).sections]


def test_headings_nest_by_level() -> None:
    text = paragraph("Text.")
    found = paths(
        heading("A"), text, heading("A1", 2), text, heading("A1a", 3), text, heading("A2", 2), text, heading("B"), text
    )
    assert found == [("A",), ("A", "A1"), ("A", "A1", "A1a"), ("A", "A2"), ("B",)]


def test_a_skipped_level_nests_under_what_is_open() -> None:
    assert paths(heading("A"), heading("A1", 4), paragraph("Text.")) == [("A", "A1")]


def test_text_before_any_heading_stands_under_the_title() -> None:
    assert paths(paragraph("Inledning."), heading("A"), paragraph("Text.")) == [("Planen",), ("A",)]


def test_a_sections_text_is_its_own_and_not_its_sub_headings() -> None:
    found = structure(heading("A"), paragraph("Ett."), heading("A1", 2), paragraph("Två."), item("• Tre"))
    assert [section.text for section in found.sections] == ["Ett.", "Två.\n• Tre"]


def test_the_same_heading_again_goes_on_with_its_section() -> None:
    found = structure(heading("A"), paragraph("Ett."), heading("A"), paragraph("Två."))
    assert [(section.path, section.text) for section in found.sections] == [(("A",), "Ett.\nTvå.")]


def test_a_section_carries_its_first_page() -> None:
    found = structure(heading("A", page=2), paragraph("Ett.", page=3), paragraph("Två.", page=4))
    assert found.sections[0].source.page == 3


def test_headings_inside_a_side_box_end_with_it() -> None:
    boxed = [replace(heading("Fakta", 2), boxed=1), replace(paragraph("I rutan."), boxed=1)]
    found = structure(heading("A"), paragraph("Ett."), *boxed, paragraph("Utanför."))
    assert [(section.path, section.text) for section in found.sections] == [
        (("A",), "Ett.\nUtanför."),
        (("A", "Fakta"), "I rutan."),
    ]


def test_tables_know_their_section_and_number() -> None:
    rows = [("", "2025"), ("Hyra", "10")]
    found = structure(heading("A"), grid(rows), heading("B"), paragraph("Ett."), grid(rows, page=7))
    assert found.table_sections == (0, 1)
    assert [(t.caption, t.source.table, t.source.page) for t in found.tables] == [("A", 0, None), ("B", 1, 7)]
    assert found.sections[0].text == "\t2025\nHyra\t10"


def test_a_table_before_any_heading_is_kept() -> None:
    found = structure(grid([("Hyra", "10")]))
    assert [table.caption for table in found.tables] == ["Planen"]


def test_a_heading_with_nothing_under_it_is_not_lost() -> None:
    found = structure(heading("Budget"), heading("Antagen den 5 maj", 2), heading("Kansliet", 2), paragraph("Ett."))
    words = " ".join(" ".join((*section.path, section.text)) for section in found.sections)
    assert "Antagen den 5 maj" in words


def test_an_empty_document_has_no_sections() -> None:
    assert structure().sections == ()
