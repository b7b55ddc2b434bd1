from ui.page.answer_text import AnswerBlock, Line, Piece, answer_blocks


def only(blocks: tuple[AnswerBlock, ...]) -> tuple[Line, ...]:
    (block,) = blocks
    return block.lines


def test_a_marker_keeps_the_word_before_it() -> None:
    (line,) = only(answer_blocks("Avgiften är 10 760 tkr. [1]", {1}))
    assert line.pieces == (Piece("Avgiften är 10 760 "), Piece("tkr.", source=1))


def test_markers_in_a_row_are_each_a_reference() -> None:
    (line,) = only(answer_blocks("Så är det [1][2] [3].", {1, 2, 3}))
    assert [piece.source for piece in line.pieces] == [None, 1, 2, 3, None]


def test_a_marker_without_a_source_stays_text() -> None:
    (line,) = only(answer_blocks("Se not [7] i planen", {1}))
    assert line.pieces == (Piece("Se not [7] i planen"),)


def test_lists_keep_their_numbers_and_depth() -> None:
    blocks = answer_blocks("Mål:\n1. Ett [1]\n2. Två\n- tre\n  - fyra\n• fem", {1})
    assert [block.listed for block in blocks] == [False, True]
    assert [line.number for line in blocks[1].lines] == [1, 2, None, None, None]
    assert [line.depth for line in blocks[1].lines] == [0, 0, 0, 1, 0]


def test_a_minus_or_a_year_begins_no_list() -> None:
    blocks = answer_blocks("−1 596 935 kr\n2026. Ett år\n-5 procent", set())
    assert [block.listed for block in blocks] == [False]


def test_strong_text_is_strong_and_single_stars_stay() -> None:
    (line,) = only(answer_blocks("**10 760 tkr** och 2*3", set()))
    assert line.pieces == (Piece("10 760 tkr", strong=True), Piece(" och 2*3"))


def test_no_text_has_no_blocks() -> None:
    assert answer_blocks("\n \n", {1}) == ()
