from ingest.passages import MAX_CHARACTERS
from tests.ingest.made import grid, heading, item, paragraph, plan

SENTENCE = "Samverkan gör kommunerna starkare i frågor som rör många. "


def collapsed(text: str) -> str:
    return " ".join(text.split())


def test_a_short_section_is_one_passage() -> None:
    made = plan(heading("Syfte"), paragraph("Vi samverkar."), item("• Mötas"), grid([("Hyra", "10")]))
    (passage,) = made.passages
    assert passage.text == made.sections[0].text == "Vi samverkar.\n• Mötas\nHyra\t10"
    assert (passage.section, passage.section_path) == (0, ("Syfte",))


def test_a_passage_never_crosses_sections() -> None:
    made = plan(heading("A"), paragraph("Ett."), heading("B"), paragraph("Två."), heading("C", 2), paragraph("Tre."))
    assert [(p.section_path, p.text) for p in made.passages] == [
        (("A",), "Ett."),
        (("B",), "Två."),
        (("B", "C"), "Tre."),
    ]


def test_passages_are_contiguous_parts_of_their_section_and_leave_nothing_out() -> None:
    long_word = "x" * (MAX_CHARACTERS + 300)
    made = plan(
        heading("Lång"),
        paragraph(SENTENCE * 30),
        paragraph(f"Kort {long_word} slut."),
        grid([("Rad", str(n)) for n in range(300)]),
        paragraph(SENTENCE * 3),
    )
    (section,) = made.sections
    assert len(made.passages) > 3
    assert all(len(passage.text) <= MAX_CHARACTERS for passage in made.passages)
    assert all(collapsed(passage.text) in collapsed(section.text) for passage in made.passages)
    assert "".join("".join(p.text for p in made.passages).split()) == "".join(section.text.split())


def test_a_table_row_is_never_cut() -> None:
    rows = [(f"Verksamhet nummer {n} i budgeten", "10 447", "10 760") for n in range(100)]
    made = plan(heading("Budget"), grid(rows))
    lines = [line for passage in made.passages for line in passage.text.split("\n")]
    assert lines == ["\t".join(row) for row in rows]


def test_a_passage_carries_the_page_where_it_begins() -> None:
    made = plan(heading("A", page=3), paragraph(SENTENCE * 15, page=3), paragraph(SENTENCE * 15, page=4))
    assert [passage.source.page for passage in made.passages] == [3, 4]


def test_ids_are_unique() -> None:
    made = plan(heading("A"), paragraph(SENTENCE * 60), heading("B"), paragraph(SENTENCE * 60))
    ids = [passage.id for passage in made.passages]
    assert len(set(ids)) == len(ids) > 2
