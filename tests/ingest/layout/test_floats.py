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
