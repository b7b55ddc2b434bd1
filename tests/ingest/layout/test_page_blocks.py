from ingest.layout.page_blocks import blocks_of
from ingest.layout.page_pieces import pieces_of
from ingest.pages import Block, BlockKind, PageContent
from tests.ingest.drawn import area, lattice, line, page, right

TEXT = "Vanlig text i brödet som fyller raden."


def blocks(*pages: PageContent) -> tuple[Block, ...]:
    return blocks_of([pieces_of(each, each.words) for each in pages])


def told(*pages: PageContent) -> list[tuple[BlockKind, str]]:
    return [(block.kind, block.text) for block in blocks(*pages)]


def ruled(x: float, top: float, label: str) -> tuple[list[object], list[object]]:
    """Words and shapes of a small table."""
    words = [
        *line(label, x + 4, top + 5),
        *right("10", x + 116, top + 5),
        *line("Lön", x + 4, top + 25),
        *right("20", x + 116, top + 25),
    ]
    return list(words), list(lattice((x, x + 70, x + 120), (top, top + 20, top + 40)))


def test_headings_are_ranked_over_the_whole_document() -> None:
    first = page(
        line("Stor rubrik", 50, 60, 20), line(TEXT, 50, 100), line("Mindre rubrik", 50, 140, 14), line(TEXT, 50, 170)
    )
    second = page(line("Mindre rubrik två", 50, 60, 14), line(TEXT, 50, 100))
    heads = [(b.text, b.level, b.page) for b in blocks(first, second) if b.kind is BlockKind.HEADING]
    assert heads == [("Stor rubrik", 1, 1), ("Mindre rubrik", 2, 1), ("Mindre rubrik två", 2, 2)]


def test_bullets_are_made_alike() -> None:
    assert told(page(line("- Mötas", 50, 100), line("Text", 50, 200)))[0] == (BlockKind.ITEM, "• Mötas")


def test_a_paragraph_that_a_page_break_cut_is_whole() -> None:
    first, second = page(line("Texten börjar på en sida", 50, 700)), page(line("och slutar på nästa.", 50, 60))
    assert told(first, second) == [(BlockKind.PARAGRAPH, "Texten börjar på en sida och slutar på nästa.")]


def test_a_finished_paragraph_is_not_joined_with_the_next_page() -> None:
    first, second = page(line("Texten slutar här.", 50, 700)), page(line("och nästa börjar.", 50, 60))
    assert len(told(first, second)) == 2


def test_tables_side_by_side_go_under_their_own_headings() -> None:
    left, right_side = ruled(50, 100, "Hyra"), ruled(320, 100, "Bil")
    made = page(
        line("Kansli", 50, 60, 14),
        line("Museum", 320, 60, 14),
        *(words for words, _ in (left, right_side)),  # type: ignore[arg-type]
        shapes=[*left[1], *right_side[1]],  # type: ignore[list-item]
    )
    assert [text for _, text in told(made)] == ["Kansli", "Hyra\t10\nLön\t20", "Museum", "Bil\t10\nLön\t20"]


def test_a_table_to_the_right_of_its_heading_goes_under_it() -> None:
    upper, lower = ruled(320, 60, "Hyra"), ruled(320, 300, "Bil")
    made = page(
        line("Kansli", 50, 60, 14),
        line("Kansliet leder arbetet", 50, 85),
        line("Museum", 50, 300, 14),
        line("Museet visar allt", 50, 325),
        *(words for words, _ in (upper, lower)),  # type: ignore[arg-type]
        shapes=[*upper[1], *lower[1]],  # type: ignore[list-item]
    )
    assert [text for _, text in told(made)] == [
        "Kansli",
        "Kansliet leder arbetet",
        "Hyra\t10\nLön\t20",
        "Museum",
        "Museet visar allt",
        "Bil\t10\nLön\t20",
    ]


def test_a_side_box_keeps_its_heading_to_itself() -> None:
    made = page(
        line("Kansli", 50, 60, 14),
        *[line(f"Kansliet leder arbetet {n} år", 50, 90 + 13 * n) for n in range(5)],
        line("Fakta", 420, 100, 12, bold=True),
        line("Rutans rad ett", 420, 118),
        line("Rutans rad två", 420, 131),
        shapes=[area(400, 85, 560, 155)],
    )
    found = blocks(made)
    assert [(b.kind, b.boxed is not None) for b in found] == [
        (BlockKind.HEADING, False),
        (BlockKind.PARAGRAPH, False),
        (BlockKind.HEADING, True),
        (BlockKind.PARAGRAPH, True),
    ]
