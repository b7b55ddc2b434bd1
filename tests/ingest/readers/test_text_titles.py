from ingest.pages import Block, BlockKind, table_block
from ingest.readers.text_headings import CAPITALS, INNER, PLAIN
from ingest.readers.text_titles import PageBlocks, are_displaced, with_titles_first


def head(text: str, level: int = PLAIN) -> Block:
    return Block(BlockKind.HEADING, text, level)


def prose(text: str) -> Block:
    return Block(BlockKind.PARAGRAPH, text)


def page(*blocks: Block, opens: bool | None = None) -> PageBlocks:
    return PageBlocks((blocks,), opens)


def read(*pages: PageBlocks) -> list[list[tuple[str, int]]]:
    return [[(block.text, block.level) for block in blocks] for blocks in with_titles_first(pages)]


LATE = page(head("GRAN", CAPITALS), prose("Gran växer."), head("Skogar"))
SEA = page(head("SILL", CAPITALS), prose("Sill simmar."), head("Hav"))


def test_titles_at_the_end_of_their_pages_come_first() -> None:
    assert read(LATE, SEA) == [
        [("Skogar", 1), ("GRAN", CAPITALS), ("Gran växer.", 0)],
        [("Hav", 1), ("SILL", CAPITALS), ("Sill simmar.", 0)],
    ]


def test_a_number_left_after_the_title_hides_it_not() -> None:
    assert read(page(*LATE.blocks, prose("1 2 3")), SEA)[0][0] == ("Skogar", 1)


def test_one_page_that_ends_with_a_heading_leaves_all_as_it_is() -> None:
    pages = (LATE, page(head("Hav"), head("Sill"), prose("Sill simmar.")))
    assert not are_displaced(pages)
    assert read(*pages)[1] == [("Hav", PLAIN), ("Sill", PLAIN), ("Sill simmar.", 0)]


def test_a_heading_with_nothing_under_it_is_the_title_of_its_page_and_known_on_others() -> None:
    within = page(
        head("LUFT", CAPITALS), prose("Luft rör sig."), head("Väder"), head("REGN", CAPITALS), prose("Det regnar.")
    )
    again = page(prose("Det snöar."), head("Väder"), prose("Det blåser."))
    found = read(LATE, SEA, within, again)
    assert [text for text, _ in found[2]] == ["Väder", "LUFT", "Luft rör sig.", "REGN", "Det regnar."]
    assert found[3] == [("Väder", 1), ("Det snöar.", 0), ("Det blåser.", 0)]


def test_where_nearly_all_pages_have_titles_the_first_heading_after_text_is_one() -> None:
    found = read(
        LATE, SEA, LATE, page(prose("Det snöar."), head("Väder"), prose("Det blåser."), head("Vind"), prose("Storm."))
    )
    assert found[3][:2] == [("Väder", 1), ("Det snöar.", 0)]


def test_numbered_goals_in_the_midst_of_a_page_are_no_titles() -> None:
    goals = page(head("Mål 1: Gran"), head("Mål 2: Tall"), prose("Tall växer."))
    assert read(LATE, SEA, goals)[2] == [("Mål 1: Gran", PLAIN), ("Mål 2: Tall", PLAIN), ("Tall växer.", 0)]


def test_on_a_page_that_goes_on_with_its_chapter_the_last_heading_is_a_boxs() -> None:
    box = page(
        prose("Skogen växer."), prose("Kottar är frön."), head("Gran"), prose("Små."), head("Kottar"), opens=False
    )
    assert read(page(*LATE.blocks, opens=True), page(*SEA.blocks, opens=True), box)[2] == [
        ("Skogen växer.", 0),
        ("Kottar", PLAIN),
        ("Kottar är frön.", 0),
        ("Gran", PLAIN + INNER),
        ("Små.", 0),
    ]


def test_a_heading_that_comes_again_at_the_end_heads_the_last_frame() -> None:
    text = (head("Värden"), prose("Vi tror på tre."))
    frames = PageBlocks((text, (head("Mod"), prose("Vi vågar."), head("Värden"))), opens_chapter=False)
    found = read(page(*LATE.blocks, opens=True), page(*SEA.blocks, opens=True), frames)[2]
    assert found[2:] == [("Värden", PLAIN), ("Mod", PLAIN + INNER), ("Vi vågar.", 0)]


def test_a_heading_with_nothing_under_it_right_after_a_table_is_the_tables() -> None:
    table = table_block((("Gran", "12"),))
    late = PageBlocks(((table, head("Budget för skogen"), head("Folk"), prose("Vi är fem.")),), opens_chapter=False)
    found = read(page(*LATE.blocks, opens=True), page(*SEA.blocks, opens=True), late)[2]
    assert [text for text, _ in found] == ["Budget för skogen", table.text, "Folk", "Vi är fem."]
