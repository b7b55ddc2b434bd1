import pytest

from index.fusion import fuse


def test_an_item_in_both_rankings_comes_before_the_first_of_one() -> None:
    assert [item for item, _ in fuse([["a", "b"], ["c", "b"]])] == ["b", "a", "c"]


def test_scores_are_the_sums_of_reciprocal_ranks() -> None:
    assert dict(fuse([["a", "b"], ["b"]])) == {"a": pytest.approx(1 / 61), "b": pytest.approx(1 / 62 + 1 / 61)}


def test_no_rankings_give_nothing() -> None:
    assert fuse([[], []]) == []
