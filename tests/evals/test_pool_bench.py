from collections.abc import Sequence

import pytest

from evals.pool_bench import CANDIDATES, DIFFERENCES, WHOLE, pool_rows
from evals.pool_rankings import BM25, HYBRID, RERANKED, Ranking
from evals.retrieval_pools import Pool, PooledQuestion, PooledText

TEXTS = tuple(PooledText(f"text {number}", "a" if number < 2 else "b") for number in range(4))


def always(places: Sequence[int]) -> Ranking:
    """A ranking that gives the same places to every question; within a group, those in it."""
    return lambda query, group: [place for place in places if group is None or TEXTS[place].group == group]


def pool(*questions: PooledQuestion) -> Pool:
    return Pool("pool", TEXTS, questions)


def test_rankings_are_measured_over_all_questions() -> None:
    asked = pool(PooledQuestion("one", frozenset({0})), PooledQuestion("two", frozenset({1})))
    (row,) = pool_rows({asked: {HYBRID: always([0, 1])}})[WHOLE]
    assert row == {
        "pool": "pool",
        "questions": 2,
        "texts": 4,
        "ranking": HYBRID,
        "nDCG@10": 0.815,  # (1 + 0.631) / 2
        "recall@1": 0.5,
        "recall@5": 1.0,
    }


def test_splits_are_measured_apart_too() -> None:
    asked = pool(
        PooledQuestion("one", frozenset({0}), split="dev"), PooledQuestion("two", frozenset({1}), split="training")
    )
    rows = pool_rows({asked: {HYBRID: always([0])}})[WHOLE]
    assert [(row["pool"], row["questions"], row["recall@1"]) for row in rows] == [
        ("pool", 2, 0.5),
        ("pool, dev", 1, 1.0),
        ("pool, training", 1, 0.0),
    ]


def test_a_question_with_candidates_is_asked_of_them_alone_too() -> None:
    asked = pool(PooledQuestion("one", frozenset({2}), "b"), PooledQuestion("two", frozenset({1})))
    parts = pool_rows({asked: {HYBRID: always([0, 3, 2, 1])}})
    assert [(row["questions"], row["recall@1"], row["nDCG@10"]) for row in parts[CANDIDATES]] == [(1, 0.0, 0.631)]
    assert parts[WHOLE][0]["recall@1"] == 0.0


def test_the_difference_from_the_usual_is_printed_with_its_interval() -> None:
    asked = pool(PooledQuestion("one", frozenset({0})), PooledQuestion("two", frozenset({0})))
    (row,) = pool_rows({asked: {BM25: always([1, 0]), HYBRID: always([0, 1])}})[DIFFERENCES]
    assert row["difference"] == f"{HYBRID} − {BM25}"
    assert (row["mean"], row["low"], row["high"]) == (0.369, 0.369, 0.369)


def test_a_reranker_is_compared_with_search_without_it() -> None:
    asked = pool(PooledQuestion("one", frozenset({0})))
    rankings = {BM25: always([0]), HYBRID: always([0]), RERANKED: always([1, 0])}
    rows = pool_rows({asked: rankings})[DIFFERENCES]
    assert [row["mean"] for row in rows] == [0.0, -0.369]


@pytest.mark.parametrize("questions", [(), (PooledQuestion("one", frozenset()),)])
def test_over_nothing_relevant_every_measure_is_null(questions: tuple[PooledQuestion, ...]) -> None:
    parts = pool_rows({pool(*questions): {BM25: always([0]), HYBRID: always([0])}})
    assert {row[name] for row in parts[WHOLE] for name in ("nDCG@10", "recall@1", "recall@5")} == {None}
    assert [row["mean"] for row in parts[DIFFERENCES]] == [None]
