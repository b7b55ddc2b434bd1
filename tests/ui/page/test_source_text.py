from tests.ui.plans import ECONOMY_TEXT, FEE_ROW, WHY
from ui.page.source_text import Shape, TextBlock, text_blocks


def shown(block: TextBlock) -> str:
    runs = [run for line in block.lines for run in line]
    runs += [run for row in block.rows for cell in row.cells for run in cell.runs]
    return "".join(run.text for run in runs)


def quoted(blocks: tuple[TextBlock, ...]) -> str:
    lines = [run for block in blocks for line in block.lines for run in line]
    cells = [run for block in blocks for row in block.rows for cell in row.cells for run in cell.runs]
    return " ".join(run.text for run in (*lines, *cells) if run.quoted)


def test_paragraphs_tables_and_lists_are_told_apart() -> None:
    blocks = text_blocks(ECONOMY_TEXT)
    assert [block.shape for block in blocks] == [Shape.PARAGRAPHS, Shape.TABLE, Shape.PARAGRAPHS, Shape.LIST]
    assert shown(blocks[3]) == "Personalkostnader avser tillsvidareanställda.Projektanställda ingår i övriga kostnader."


def test_nothing_of_the_text_is_lost_but_bullets_and_white_space() -> None:
    kept = "".join(shown(block) for block in text_blocks(ECONOMY_TEXT))
    assert "".join(kept.split()) == "".join(ECONOMY_TEXT.replace("\n- ", "\n").split())


def test_a_quoted_row_is_marked_and_no_other() -> None:
    blocks = text_blocks(ECONOMY_TEXT, FEE_ROW)
    rows = blocks[1].rows
    assert [row.quoted for row in rows] == [False, True, False, False, False, False]
    assert " ".join(quoted(blocks).split()) == FEE_ROW


def test_a_quoted_sentence_is_marked_within_its_paragraph() -> None:
    sentence = WHY.split(". ")[0] + "."
    assert quoted(text_blocks(ECONOMY_TEXT, sentence)) == sentence


def test_a_quote_over_lines_is_marked_in_each() -> None:
    assert quoted(text_blocks("Först ett.\n\nSedan två.", "ett. Sedan")) == "ett. Sedan"


def test_a_quote_that_is_not_there_marks_nothing() -> None:
    assert quoted(text_blocks(ECONOMY_TEXT, "Något annat")) == ""


def test_the_row_that_names_columns_is_a_heading_and_amounts_stand_to_the_right() -> None:
    heading, row, *_ = text_blocks(ECONOMY_TEXT)[1].rows
    assert (heading.heading, row.heading) == (True, False)
    assert (
        [cell.amount for cell in heading.cells]
        == [cell.amount for cell in row.cells]
        == [False, True, True, True, True]
    )


def test_a_column_of_words_stays_to_the_left() -> None:
    heading, row = text_blocks("Insats\tEffekt\n1. Balans\tMindre stress")[0].rows
    assert [cell.amount for cell in (*heading.cells, *row.cells)] == [False] * 4


def test_a_table_of_amounts_alone_has_no_heading() -> None:
    assert [row.heading for row in text_blocks("Hyra\t100\nLön\t200")[0].rows] == [False, False]
    assert [row.heading for row in text_blocks("\t2025\t2026\nHyra\t100\t120")[0].rows] == [True, False]


def test_rows_of_unequal_length_are_shown() -> None:
    assert [len(row.cells) for row in text_blocks("a\tb\tc\nd\t1")[0].rows] == [3, 2]
