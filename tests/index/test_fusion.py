import pytest

from index.editions import Key, Match
from index.fusion import MEANING, OTHERS, fused, ranged


def match(edition: int, score: float, id_: str = "p0") -> Match:
    return Match(Key(edition, id_), score)


def test_scores_are_ranged_between_the_worst_and_the_best() -> None:
    assert ranged([match(1, 4.0), match(2, 3.0), match(3, 2.0)]) == {
        Key(1, "p0"): 1.0,
        Key(2, "p0"): 0.5,
        Key(3, "p0"): 0.0,
    }


def test_scores_that_are_all_alike_are_best() -> None:
    assert ranged([match(1, 2.0), match(2, 2.0)]) == {Key(1, "p0"): 1.0, Key(2, "p0"): 1.0}
    assert ranged([]) == {}


def test_meaning_and_words_are_added_by_their_shares() -> None:
    scores = fused([match(1, 0.9), match(2, 0.5)], [match(2, 7.0), match(3, 3.0)], ())
    assert scores == {
        Key(1, "p0"): pytest.approx(MEANING),
        Key(2, "p0"): pytest.approx(1 - MEANING),
        Key(3, "p0"): 0.0,
    }


def test_plans_that_are_not_named_count_less() -> None:
    scores = fused([match(1, 0.9), match(2, 0.9)], [match(1, 3.0), match(2, 3.0)], {2})
    assert scores == {Key(1, "p0"): pytest.approx(OTHERS), Key(2, "p0"): pytest.approx(1.0)}
