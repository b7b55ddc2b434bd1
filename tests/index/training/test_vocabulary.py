"""What becomes a piece, and what a piece is made of."""

import numpy as np

from index.training.composition import compose
from index.training.token_rows import TokenRows, encode_texts
from index.training.vocabulary import UNKNOWN, UNKNOWN_ID, learn_vocabulary, pieces_of

TEXTS = ["Avgiften för medlem och medlem", "medlemmen avgifter avgift avgiften", "avgift avgiften avgifter skolan"] * 9


def test_a_compound_that_is_no_piece_is_cut_into_the_pieces_of_its_parts() -> None:
    assert learn_vocabulary(TEXTS, 200).encode("Medlemavgiften").tokens == ["medlem", "avgiften"]


def test_pieces_are_listed_in_their_order_the_unknown_first() -> None:
    tokenizer = learn_vocabulary(TEXTS, 200)
    pieces = pieces_of(tokenizer)
    assert pieces[UNKNOWN_ID] == UNKNOWN
    assert [tokenizer.token_to_id(piece) for piece in pieces] == list(range(len(pieces)))


def test_a_word_left_out_is_no_piece() -> None:
    assert "skolan" in pieces_of(learn_vocabulary(TEXTS, 200))
    without = learn_vocabulary(TEXTS, 200, ["skolan"])
    assert "skolan" not in pieces_of(without)
    assert "".join(without.encode("skolan").tokens) == "skolan"


def test_letters_typed_in_two_parts_are_the_composed_ones() -> None:
    tokenizer = learn_vocabulary(["på två på två"], 50)
    assert tokenizer.encode("PA\u030a").tokens == tokenizer.encode("på").tokens == ["på"]


def test_forms_of_a_word_have_one_row() -> None:
    rows = compose([UNKNOWN, "avgiften", "avgifter", "skolan", "avgift"]).row_of
    assert rows.tolist() == [0, 1, 1, 2, 1]


def test_a_compound_is_the_sum_of_itself_and_its_parts() -> None:
    composition = compose([UNKNOWN, "medlem", "avgiften", "medlemsavgifter"])
    vectors = 10.0 ** np.arange(composition.size, dtype=np.float32)[:, None]
    assert composition.rows(vectors)[:, 0].tolist() == [1, 10, 100, 1000 + 100 + 10]


def test_texts_become_the_terms_of_their_pieces_in_order() -> None:
    tokenizer = learn_vocabulary(TEXTS, 200)
    composition = compose(pieces_of(tokenizer))
    rows = encode_texts(tokenizer, composition, ["avgiften medlem", "", "\u2603 avgift"])
    fee, member = (
        int(composition.terms[composition.starts[composition.row_of[tokenizer.token_to_id(word)]]])
        for word in ("avgift", "medlem")
    )
    assert rows.terms.tolist() == [fee, member, UNKNOWN_ID, fee]
    assert rows.starts.tolist() == [0, 2, 2, 4]


def test_a_batch_joins_slices_cuts_long_texts_and_thins() -> None:
    rows = TokenRows(np.arange(10, dtype=np.int32), np.array([0, 3, 6, 10]))
    bounds = np.array([[0, 1, 2, 3], [1, 2, 0, 0]])
    whole, starts = rows.batch(bounds, 5, 0.0, np.random.default_rng(1))
    assert (whole.tolist(), starts.tolist()) == ([0, 1, 2, 6, 7, 3, 4, 5], [0, 5])
    thinned, _ = rows.batch(np.array([[0, 3]] * 100), 10, 0.5, np.random.default_rng(1))
    assert 400 < len(thinned) < 600
    short, _ = rows.batch(np.array([[0, 1]] * 100), 10, 0.5, np.random.default_rng(1))
    assert len(short) == 300
