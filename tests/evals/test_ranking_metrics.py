import pytest

from evals.ranking_metrics import mean, ndcg, paired_bootstrap, recall


def test_a_right_first_place_is_worth_all_and_lower_ones_less() -> None:
    assert ndcg("abc", {"a"}) == 1
    assert ndcg("bac", {"a"}) == pytest.approx(0.63093, abs=1e-5)  # 1 / log2(3)
    assert ndcg("bca", {"a"}) == pytest.approx(0.5)  # 1 / log2(4)


def test_several_right_ones_are_measured_against_the_best_order_of_them() -> None:
    # Ranks 1 and 3 of two: (1 + 1/2) / (1 + 1/log2 3) = 1.5 / 1.63093.
    assert ndcg("abc", {"a", "c"}) == pytest.approx(0.91972, abs=1e-5)
    assert ndcg("acb", {"a", "c"}) == 1


def test_what_stands_below_the_depth_counts_for_nothing() -> None:
    assert ndcg("abcdefghijk", {"k"}) == 0
    assert ndcg("ab", {"b"}, depth=1) == 0
    assert ndcg("abc", {"a", "b", "c"}, depth=2) == 1


def test_recall_is_the_share_of_what_is_relevant() -> None:
    assert recall("abc", {"b"}, 1) == 0
    assert recall("abc", {"b"}, 2) == 1
    assert recall("abc", {"b", "x"}, 5) == 0.5


def test_an_empty_ranking_finds_nothing() -> None:
    assert (ndcg("", {"a"}), recall("", {"a"}, 5)) == (0, 0)


def test_where_nothing_is_relevant_nothing_is_measured() -> None:
    assert ndcg("abc", set()) is None
    assert recall("abc", set(), 5) is None
    assert mean([None, None]) is None
    assert mean([]) is None


def test_a_mean_is_of_what_was_measured() -> None:
    assert mean([1.0, None, 0.5]) == 0.75


def test_equal_rankings_differ_by_nothing() -> None:
    difference = paired_bootstrap([0.3, 0.8, 1.0], [0.3, 0.8, 1.0])
    assert difference is not None
    assert (difference.mean, difference.low, difference.high) == (0, 0, 0)


def test_a_difference_on_every_question_is_sure() -> None:
    difference = paired_bootstrap([0.5, 1.0], [0.25, 0.75])
    assert difference is not None
    assert (difference.mean, difference.low, difference.high) == (0.25, 0.25, 0.25)


def test_of_two_questions_the_interval_is_as_wide_as_they_lie_apart() -> None:
    # Half of the resamples draw one of each, a quarter twice the first, a quarter twice the second.
    difference = paired_bootstrap([1.0, 0.0], [0.0, 0.0])
    assert difference is not None
    assert (difference.mean, difference.low, difference.high) == (0.5, 0.0, 1.0)


def test_the_interval_narrows_as_the_normal_one_does() -> None:
    # 400 questions of which a half differ by 1: standard error sqrt(0.25 / 400) = 0.025, so ± 1.96 × 0.025 = 0.049.
    difference = paired_bootstrap([1.0] * 200 + [0.0] * 200, [0.0] * 400)
    assert difference is not None
    assert difference.mean == 0.5
    assert difference.low == pytest.approx(0.451, abs=0.004)
    assert difference.high == pytest.approx(0.549, abs=0.004)


def test_the_same_questions_give_the_same_interval() -> None:
    ours, theirs = [0.1, 0.9, 0.4, 1.0], [0.2, 0.5, 0.4, 0.3]
    assert paired_bootstrap(ours, theirs, 100) == paired_bootstrap(ours, theirs, 100)


def test_unmeasured_questions_are_left_out_of_the_difference() -> None:
    assert paired_bootstrap([None, 0.5], [0.5, 0.25], 10) == paired_bootstrap([0.5], [0.25], 10)
    assert paired_bootstrap([None], [0.5]) is None
    assert paired_bootstrap([], []) is None
