"""What becomes a piece, and which pieces share a row."""

import numpy as np

from index.training.token_rows import TokenRows, encode_texts
from index.training.vocabulary import UNKNOWN_ROW, Vocabulary, learn_vocabulary

TEXTS = ["Avgiften för medlem och medlem", "medlemmen avgifter avgift avgiften", "avgift avgiften avgifter skolan"] * 9


def pieces(vocabulary: Vocabulary, text: str) -> list[str]:
    tokens: list[str] = vocabulary.tokenizer.encode(text).tokens
    return tokens


def test_a_compound_is_cut_into_the_pieces_of_its_parts() -> None:
    vocabulary = learn_vocabulary(TEXTS, 200)
    assert pieces(vocabulary, "Medlemavgiften") == ["medlem", "avgiften"]


def test_forms_of_a_word_have_the_row_of_their_base_form() -> None:
    vocabulary = learn_vocabulary(TEXTS, 200)
    known = vocabulary.tokenizer.get_vocab()
    forms = {int(vocabulary.row_of[known[form]]) for form in ("avgift", "avgiften", "avgifter")}
    assert len(forms) == 1
    assert vocabulary.row_of[known["medlem"]] not in forms
    assert set(vocabulary.row_of) == set(range(vocabulary.rows))


def test_a_word_left_out_is_no_piece() -> None:
    assert "skolan" in learn_vocabulary(TEXTS, 200).tokenizer.get_vocab()
    without = learn_vocabulary(TEXTS, 200, ["skolan"])
    assert "skolan" not in without.tokenizer.get_vocab()
    assert "".join(pieces(without, "skolan")) == "skolan"


def test_letters_typed_in_two_parts_are_the_composed_ones() -> None:
    vocabulary = learn_vocabulary(["på två på två"], 50)
    assert pieces(vocabulary, "PA\u030a") == pieces(vocabulary, "på") == ["på"]


def test_texts_become_rows_in_their_order() -> None:
    vocabulary = learn_vocabulary(TEXTS, 200)
    rows = encode_texts(vocabulary, ["avgiften medlem", "", "\u2603 avgift"])
    base, member = (int(vocabulary.row_of[vocabulary.tokenizer.token_to_id(word)]) for word in ("avgift", "medlem"))
    assert rows.pieces.tolist() == [base, member, UNKNOWN_ROW, base]
    assert rows.starts.tolist() == [0, 2, 2, 4]


def test_a_batch_joins_slices_cuts_long_texts_and_thins() -> None:
    rows = TokenRows(np.arange(10, dtype=np.int32), np.array([0, 3, 6, 10]))
    bounds = np.array([[0, 1, 2, 3], [1, 2, 0, 0]])
    whole, starts = rows.batch(bounds, 5, 0.0, np.random.default_rng(1))
    assert (whole.tolist(), starts.tolist()) == ([0, 1, 2, 6, 7, 3, 4, 5], [0, 5])
    thinned, _ = rows.batch(np.array([[0, 3]] * 100), 10, 0.5, np.random.default_rng(1))
    assert 400 < len(thinned) < 600
