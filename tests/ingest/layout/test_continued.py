from ingest.layout.continued import whole_tables
from ingest.model import BoundingBox
from ingest.pages import Block, BlockKind

Rows = tuple[tuple[str, ...], ...]

FIRST: Rows = (("", "2025"), ("Hyra", "10"), ("Lön", "20"))
REST: Rows = (("El", "5"), ("Summa", "35"))


def table(rows: Rows, page: int, top: float = 60, x: float = 50) -> Block:
    boxes = tuple(
        tuple(
            BoundingBox(x + 100 * n, top + 10 * k, x + 100 * n + 40, top + 10 * k + 9) if cell else None
            for n, cell in enumerate(row)
        )
        for k, row in enumerate(rows)
    )
    box = BoundingBox(x, top, x + 140, top + 10 * len(rows))
    return Block(BlockKind.TABLE, "", page=page, box=box, rows=rows, cell_boxes=boxes)


def text(page: int, top: float, kind: BlockKind = BlockKind.PARAGRAPH) -> Block:
    return Block(kind, "Text", 1 if kind is BlockKind.HEADING else 0, page, BoundingBox(50, top, 300, top + 12))


def rows_of(pages: list[list[Block]]) -> list[Rows]:
    return [block.rows for page in pages for block in page if block.rows]


def test_the_first_table_of_a_page_goes_on_with_the_last_of_the_page_before() -> None:
    made = whole_tables([[text(1, 50), table(FIRST, 1, 700)], [table(REST, 2), text(2, 300)]])
    assert rows_of(made) == [FIRST + REST]
    (whole,) = [block for block in made[0] if block.rows]
    assert whole.row_pages == (1, 1, 1, 2, 2)
    assert len(whole.cell_boxes) == len(whole.rows)
    assert whole.text == "\t2025\nHyra\t10\nLön\t20\nEl\t5\nSumma\t35"


def test_a_head_that_is_printed_again_goes() -> None:
    assert rows_of(whole_tables([[table(FIRST, 1)], [table((FIRST[0], *REST), 2)]])) == [FIRST + REST]


def test_a_table_may_go_on_over_three_pages() -> None:
    made = whole_tables([[table(FIRST, 1)], [table(REST, 2)], [table(REST, 3)]])
    assert rows_of(made) == [FIRST + REST + REST]


def test_other_columns_another_head_or_anything_between_make_another_table() -> None:
    other_head: Rows = (("", "2027"), *REST)
    for pages in (
        [[table(FIRST, 1)], [table(REST, 2, x=200)]],
        [[table(FIRST, 1)], [table(other_head, 2)]],
        [[table(FIRST, 1), text(1, 750)], [table(REST, 2)]],
        [[table(FIRST, 1)], [text(2, 40), table(REST, 2)]],
        [[table(FIRST, 1)], [text(2, 62, BlockKind.HEADING), table(REST, 2)]],
        [[table(FIRST, 1)], [text(2, 62)], [table(REST, 3)]],
    ):
        assert len(rows_of(whole_tables(pages))) == 2


def test_words_go_on_only_under_the_same_head() -> None:
    words: Rows = (("Mål", "Insats"), ("Trygghet", "Fler möten"))
    more: Rows = (("Hälsa", "Mera idrott"),)
    assert len(rows_of(whole_tables([[table(words, 1)], [table(more, 2)]]))) == 2
    assert rows_of(whole_tables([[table(words, 1)], [table((words[0], *more), 2)]])) == [words + more]


def test_rows_without_a_head_at_the_top_of_the_next_column_go_on_with_the_table_that_ends_the_one_before() -> None:
    (whole,) = rows_of(whole_tables([[text(1, 50), table(FIRST, 1, 700), table(REST, 1, 60, x=250), text(1, 300)]]))
    assert whole == FIRST + REST


def test_tables_side_by_side_with_heads_or_with_text_between_stay_apart() -> None:
    headed: Rows = (("", "2025"), *REST)
    for page in (
        [table(FIRST, 1, 700), table(headed, 1, 60, x=250)],
        [table(FIRST, 1, 700), text(1, 740), table(REST, 1, 60, x=250)],
        [table(FIRST, 1, 60), table(REST, 1, 60, x=250)],
        [table(FIRST, 1, 700), table((("El", "5", "6"),), 1, 60, x=250)],
    ):
        assert len(rows_of(whole_tables([page]))) == 2
