"""Evidence recall of golden questions: the library's search beside the usual chunks with the usual model or BM25."""

from collections.abc import Callable, Collection, Mapping, Sequence
from typing import Any

from evals.bm25s_ranking import bm25_ranking
from evals.golden import Case
from evals.langchain_chunks import chunks_of
from evals.metrics import ratio
from evals.minilm_peer import cosine_ranking
from evals.pool_rankings import ALONE, ALONE_DEPTH, BM25, HYBRID, MINILM, Scored, by_score
from evals.records import Retrieved
from evals.report import expected
from evals.retrieval import DEPTH, Searcher, find_evidence, has_evidence, retrieved, searched_for
from index.embedder import Embedder

Row = dict[str, Any]
Search = Callable[[Case], Sequence[Retrieved]]

CHUNKS = "chunks of 1 000 characters"

RECALL, MISSED = f"golden questions with evidence among the first {DEPTH} hits", "questions without evidence there"


def evidence_rows(searches: Mapping[str, Search], cases: Sequence[Case], shown: str) -> dict[str, list[Row]]:
    """Recall of every search, of all questions and of those that ask for amounts; what the `shown` one misses."""
    judged: dict[str, dict[str, bool]] = {}
    for name, search in searches.items():
        found = {case.id: has_evidence(case, search(case)) for case in cases}
        judged[name] = {case_id: recalled for case_id, recalled in found.items() if recalled is not None}
    amounts = {case.id for case in cases if case.fig}
    missed = [case for case in cases if judged[shown].get(case.id) is False]
    return {
        RECALL: [{"search": name, **_recall(found, amounts)} for name, found in judged.items()],
        f"{MISSED}, {shown}": [
            {"id": case.id, "type": case.type, "asked": " / ".join(case.turns), "expected": expected(case)}
            for case in missed
        ],
    }


def library_searches(library: Searcher) -> dict[str, Search]:
    """The library's search as it is, and by words and by meaning alone."""
    alone = {name: _alone(library, score) for name, score in ALONE.items()}
    return {**alone, HYBRID: as_it_is(library)}


def as_it_is(library: Searcher) -> Search:
    """The library's search as answers are built on it."""
    return lambda case: [retrieved(hit) for hit in find_evidence(library, case)]


def chunk_searches(texts: Mapping[str, str], cases: Sequence[Case], model: Embedder) -> dict[str, Search]:
    """What is usually taken, over the plans' texts by plan id; raises BenchExtraMissing."""
    chunks = [Retrieved(plan, (), chunk) for plan, text in texts.items() for chunk in chunks_of(text)]
    contents = [chunk.text for chunk in chunks]
    rankings = {
        BM25: bm25_ranking(contents),
        MINILM: cosine_ranking(model, contents, [searched_for(case) for case in cases]),
    }
    return {f"{CHUNKS}, {name}": _over(chunks, ranking) for name, ranking in rankings.items()}


def _alone(library: Searcher, score: Callable[[Scored], float | None]) -> Search:
    return lambda case: [retrieved(hit) for hit in by_score(find_evidence(library, case, ALONE_DEPTH), score)]


def _over(chunks: Sequence[Retrieved], ranking: Callable[[str], list[int]]) -> Search:
    return lambda case: [chunks[place] for place in ranking(searched_for(case))[:DEPTH]]


def _recall(found: Mapping[str, bool], amounts: Collection[str]) -> Row:
    of_amounts = [recalled for case_id, recalled in found.items() if case_id in amounts]
    return {
        "questions": len(found),
        "found": sum(found.values()),
        "share": ratio(sum(found.values()), len(found)),
        "for amounts": len(of_amounts),
        "amounts found": sum(of_amounts),
        "amounts_share": ratio(sum(of_amounts), len(of_amounts)),
    }
