import pytest

from index.fusion import fuse


def test_an_item_in_both_rankings_comes_before_the_first_of_one() -> None:
    assert [item for item, _ in fuse([["a", "b"], ["c", "b"]], [1, 1])] == ["b", "a", "c"]


def test_scores_are_the_weighted_sums_of_reciprocal_ranks() -> None:
    scores = dict(fuse([["a", "b"], ["b"]], [0.5, 1]))
    assert scores == {"a": pytest.approx(0.5 / 6), "b": pytest.approx(0.5 / 7 + 1 / 6)}


def test_no_rankings_give_nothing() -> None:
    assert fuse([[], []], [1, 1]) == []
