"""Search measured over pools of texts whose right ones are known, beside what is usually taken instead."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from evals.pool_rankings import BM25, HYBRID, RERANKED, Ranking
from evals.ranking_metrics import RESAMPLES, mean, ndcg, paired_bootstrap, recall
from evals.retrieval_pools import Pool, PooledQuestion

Row = dict[str, Any]
Measure = Callable[[Sequence[int], frozenset[int]], float | None]
Ranked = dict[str, dict[PooledQuestion, Sequence[int]]]
"""What each ranking found for each question."""

MEASURES: Mapping[str, Measure] = {
    "nDCG@10": ndcg,
    "recall@1": lambda ranked, relevant: recall(ranked, relevant, 1),
    "recall@5": lambda ranked, relevant: recall(ranked, relevant, 5),
}
COMPARED = ((HYBRID, BM25), (RERANKED, HYBRID))
"""Which rankings' differences are tested: what search adds to the usual, and a reranker to search."""

WHOLE = "each question against all texts"
CANDIDATES = "each question against its own candidates"
DIFFERENCES = f"nDCG@10, mean difference and its 95 % interval: paired bootstrap, {RESAMPLES} resamples"


def pool_rows(pools: Mapping[Pool, Mapping[str, Ranking]]) -> dict[str, list[Row]]:
    """Measure every ranking of every pool."""
    whole: list[Row] = []
    candidates: list[Row] = []
    differences: list[Row] = []
    for pool, rankings in pools.items():
        ranked = _ranked(rankings, [(question, None) for question in pool.questions])
        for name, questions in _parts(pool):
            shown = {"pool": name, "questions": len(questions), "texts": len(pool.texts)}
            whole += [{**shown, "ranking": each, **_means(ranked[each], questions)} for each in rankings]
            differences += [{"pool": name, **row} for row in _differences(ranked, questions)]
        candidates += _candidate_rows(pool, rankings)
    return {WHOLE: whole, CANDIDATES: candidates, DIFFERENCES: differences}


def _parts(pool: Pool) -> Iterator[tuple[str, Sequence[PooledQuestion]]]:
    """All questions of the pool, and those of each of its splits where it has several."""
    yield pool.name, pool.questions
    splits = list(dict.fromkeys(question.split for question in pool.questions))
    for split in splits if len(splits) > 1 else ():
        yield f"{pool.name}, {split}", [question for question in pool.questions if question.split == split]


def _means(ranked: Mapping[PooledQuestion, Sequence[int]], questions: Sequence[PooledQuestion]) -> Row:
    return {
        name: _rounded(mean(measure(ranked[question], question.relevant) for question in questions))
        for name, measure in MEASURES.items()
    }


def _candidate_rows(pool: Pool, rankings: Mapping[str, Ranking]) -> Iterator[Row]:
    grouped = [question for question in pool.questions if question.group is not None]
    ranked = _ranked(rankings, [(question, question.group) for question in grouped])
    for name in rankings if grouped else ():
        yield {"pool": pool.name, "questions": len(grouped), "ranking": name, **_means(ranked[name], grouped)}


def _ranked(rankings: Mapping[str, Ranking], asked: Sequence[tuple[PooledQuestion, str | None]]) -> Ranked:
    """Question by question, so that what several rankings have in common is searched once."""
    ranked: Ranked = {name: {} for name in rankings}
    for question, group in asked:
        for name, ranking in rankings.items():
            ranked[name][question] = ranking(question.text, group)
    return ranked


def _differences(ranked: Ranked, questions: Sequence[PooledQuestion]) -> Iterator[Row]:
    for ours, theirs in COMPARED:
        if ours not in ranked or theirs not in ranked:
            continue
        one, other = (
            [ndcg(ranked[name][question], question.relevant) for question in questions] for name in (ours, theirs)
        )
        found = paired_bootstrap(one, other)
        yield {
            "difference": f"{ours} − {theirs}",
            "questions": len(questions),
            "mean": _rounded(found.mean if found else None),
            "low": _rounded(found.low if found else None),
            "high": _rounded(found.high if found else None),
        }


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 3)
