"""What becomes a piece, and which pieces share a row."""

import numpy as np

from index.training.token_rows import TokenRows, encode_texts
from index.training.vocabulary import UNKNOWN_ID, learn_vocabulary, rows_of

TEXTS = ["Avgiften för medlem och medlem", "medlemmen avgifter avgift avgiften", "avgift avgiften avgifter skolan"] * 9


def test_a_compound_that_is_no_piece_is_cut_into_the_pieces_of_its_parts() -> None:
    assert learn_vocabulary(TEXTS, 200).encode("Medlemavgiften").tokens == ["medlem", "avgiften"]


def test_a_word_left_out_is_no_piece() -> None:
    assert "skolan" in learn_vocabulary(TEXTS, 200).get_vocab()
    without = learn_vocabulary(TEXTS, 200, ["skolan"])
    assert "skolan" not in without.get_vocab()
    assert "".join(without.encode("skolan").tokens) == "skolan"


def test_letters_typed_in_two_parts_are_the_composed_ones() -> None:
    tokenizer = learn_vocabulary(["på två på två"], 50)
    assert tokenizer.encode("PA\u030a").tokens == tokenizer.encode("på").tokens == ["på"]


def test_forms_of_a_word_have_one_row() -> None:
    tokenizer = learn_vocabulary(TEXTS, 200)
    row_of = rows_of(tokenizer)
    forms = {int(row_of[tokenizer.token_to_id(form)]) for form in ("avgift", "avgiften", "avgifter")}
    assert len(forms) == 1
    assert row_of[tokenizer.token_to_id("medlem")] not in forms
    assert set(row_of) == set(range(row_of.max() + 1))
    assert np.flatnonzero(row_of == 0).tolist() == [UNKNOWN_ID]


def test_texts_become_the_rows_of_their_pieces_in_order() -> None:
    tokenizer = learn_vocabulary(TEXTS, 200)
    row_of = rows_of(tokenizer)
    encoded = encode_texts(tokenizer, row_of, ["avgiften medlem", "", "\u2603 avgift"])
    fee, member = (int(row_of[tokenizer.token_to_id(word)]) for word in ("avgift", "medlem"))
    assert encoded.rows.tolist() == [fee, member, UNKNOWN_ID, fee]
    assert encoded.starts.tolist() == [0, 2, 2, 4]


def test_a_batch_joins_slices_cuts_long_texts_and_thins() -> None:
    rows = TokenRows(np.arange(10, dtype=np.int32), np.array([0, 3, 6, 10]))
    bounds = np.array([[0, 1, 2, 3], [1, 2, 0, 0]])
    whole, starts = rows.batch(bounds, 5, 0.0, np.random.default_rng(1))
    assert (whole.tolist(), starts.tolist()) == ([0, 1, 2, 6, 7, 3, 4, 5], [0, 5])
    thinned, _ = rows.batch(np.array([[0, 3]] * 100), 10, 0.5, np.random.default_rng(1))
    assert 400 < len(thinned) < 600
    short, _ = rows.batch(np.array([[0, 1]] * 100), 10, 0.5, np.random.default_rng(1))
    assert len(short) == 300
