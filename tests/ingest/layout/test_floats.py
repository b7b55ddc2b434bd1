from ingest.layout.floats import under_headings
from ingest.model import BoundingBox
from ingest.pages import Block, BlockKind


def block(kind: BlockKind, text: str, x: float, top: float, tall: float = 12, *, boxed: int | None = None) -> Block:
    level = 2 if kind is BlockKind.HEADING else 0
    return Block(kind, text, level, 1, BoundingBox(x, top, x + 150, top + tall), boxed=boxed)


def order(*blocks: Block) -> list[str]:
    return [each.text for each in under_headings(blocks)]


H, P, T = BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.TABLE


def test_a_table_beside_its_heading_ends_its_section() -> None:
    assert order(
        block(H, "Kansli", 50, 60),
        block(P, "Om kansliet", 50, 80),
        block(H, "Museum", 50, 300),
        block(P, "Om museet", 50, 320),
        block(T, "Kansliets", 320, 55, 100),
        block(T, "Museets", 320, 295, 100),
    ) == ["Kansli", "Om kansliet", "Kansliets", "Museum", "Om museet", "Museets"]


def test_tables_with_their_names_below_come_after_them() -> None:
    blocks = [
        block(kind, text, 50, top, tall)
        for kind, text, top, tall in ((T, "a", 60, 90), (H, "A", 160, 12), (T, "b", 210, 90), (H, "B", 310, 12))
    ]
    assert order(*blocks) == ["A", "a", "B", "b"]


def test_names_nearer_to_the_table_under_them_are_its() -> None:
    blocks = [
        block(kind, text, 50, top, tall)
        for kind, text, top, tall in ((T, "a", 60, 90), (H, "A", 180, 12), (T, "b", 200, 90), (H, "B", 320, 12))
    ]
    assert order(*blocks).index("A") < order(*blocks).index("b") < order(*blocks).index("B")


def test_a_side_box_stays_together() -> None:
    assert order(
        block(H, "Kansli", 50, 60),
        block(P, "Om kansliet", 50, 80),
        block(H, "Fakta", 320, 60, boxed=1),
        block(P, "Tio anställda", 320, 80, boxed=1),
    ) == ["Kansli", "Om kansliet", "Fakta", "Tio anställda"]


def test_a_table_at_the_top_of_the_next_column_goes_on_with_the_last_section_of_the_one_before() -> None:
    left = (block(H, "Bibliotek", 50, 60), block(P, "Om böcker", 50, 80), block(H, "Museum", 50, 300))
    right = (block(H, "Arkiv", 320, 190), block(P, "Om arkivet", 320, 210))
    tables = block(T, "Museets", 320, 62, 100), block(T, "Arkivets", 320, 240, 100)
    assert order(*left, block(P, "Om museet", 50, 320), tables[0], *right, tables[1]) == [
        *("Bibliotek", "Om böcker", "Museum", "Om museet", "Museets"),
        *("Arkiv", "Om arkivet", "Arkivets"),
    ]


def wide(text: str, top: float, tall: float = 100) -> Block:
    return Block(T, text, 0, 1, BoundingBox(50, top, 500, top + tall))


COLUMNS = (
    block(H, "Hamnar", 50, 40),
    block(P, "Om hamnarna", 50, 70, 30),
    block(H, "Bryggor", 50, 110),
    block(P, "Om bryggorna", 50, 130, 60),
    block(H, "Bojar", 320, 70),
    block(P, "Om bojarna", 320, 90, 100),
)


def test_a_table_over_two_columns_is_the_chapters_and_takes_its_title_along() -> None:
    title = block(P, "Avgifter i hamnarna, kr.", 50, 205)
    assert order(*COLUMNS[:4], title, *COLUMNS[4:], wide("Avgifter", 222), wide("Fler", 340)) == [
        *("Hamnar", "Om hamnarna", "Avgifter i hamnarna, kr.", "Avgifter", "Fler"),
        *("Bryggor", "Om bryggorna", "Bojar", "Om bojarna"),
    ]


def test_a_table_under_the_only_heading_of_two_columns_is_that_headings() -> None:
    text = block(P, "Om allt", 50, 60, 100), block(P, "Om resten", 320, 42, 118)
    assert order(block(H, "Hamnar", 50, 40), *text, wide("Avgifter", 222)) == [
        *("Hamnar", "Om allt", "Om resten", "Avgifter"),
    ]


def test_a_sentence_over_a_table_stays_with_its_paragraphs() -> None:
    said = block(P, "Så ser avgifterna ut.", 320, 205)
    assert order(*COLUMNS, said, wide("Avgifter", 222))[-1] == "Så ser avgifterna ut."
