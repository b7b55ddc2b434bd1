"""Every ranking of a pool's texts that is measured: the library's own search, and what is usually taken instead.

The pool is put into a library of its own as plans, one for each group of candidates, a passage for each text: what is
measured is the search that answers are built on, and a question's own candidates are searched by its filter. The
passages stand under no heading and the plans have no title, so that nothing but the texts is found. A ranking takes a
question and a group (null for the whole pool), and gives places in the pool, best first.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Protocol, TypeVar

from evals.bm25s_ranking import bm25_ranking
from evals.minilm_peer import cosine_ranking
from evals.retrieval_pools import Pool
from index.embedder import Embedder
from index.hits import PassageHit
from index.library import Library
from index.scope import EVERYTHING, Scope
from ingest.model import Passage, Plan, Section, SourceRef

Ranking = Callable[[str, str | None], Sequence[int]]
Found = TypeVar("Found", bound="Scored")

BM25, MINILM = "BM25 (bm25s, snowball)", "all-MiniLM-L6-v2"
LEXICAL, DENSE, HYBRID, RERANKED = "lexical alone", "dense alone", "hybrid", "hybrid, reranked"

DEPTH = 10
"""How many hits the fused search is asked for; as many as nDCG@10 looks at."""
ALONE_DEPTH = 100
"""Hits among which the best of one ranking alone are looked for; no fusion puts its first ten beyond."""


class Scored(Protocol):
    """A hit as far as single rankings order it; a score is null where the hit is not among the best by it."""

    @property
    def similarity(self) -> float | None:
        """Cosine with the query."""
        ...

    @property
    def lexical(self) -> float | None:
        """BM25 score."""
        ...


ALONE: Mapping[str, Callable[[Scored], float | None]] = {
    LEXICAL: lambda hit: hit.lexical,
    DENSE: lambda hit: hit.similarity,
}
"""The score by which each ranking alone orders hits."""


def plans_of(pool: Pool) -> Iterator[tuple[Plan, str]]:
    """The pool as plans to ingest, with their content hashes; a passage's id is its place in the pool."""
    for group in dict.fromkeys(text.group for text in pool.texts):
        source = SourceRef(group)
        members = [(place, text.text) for place, text in enumerate(pool.texts) if text.group == group]
        yield (
            Plan(
                id=group,
                title="",
                organisation="",
                period=None,
                status=None,
                pages=None,
                sections=tuple(Section((), text, source) for _, text in members),
                tables=(),
                figures=(),
                goals=(),
                findings=(),
                passages=tuple(
                    Passage(str(place), text, number, (), source) for number, (place, text) in enumerate(members)
                ),
            ),
            pool.name,
        )


def peer_rankings(pool: Pool, model: Embedder) -> dict[str, Ranking]:
    """The usual BM25, and the usual model; raises BenchExtraMissing."""
    texts, queries = [text.text for text in pool.texts], [question.text for question in pool.questions]
    ranked = {BM25: bm25_ranking(texts), MINILM: cosine_ranking(model, texts, queries)}
    return {name: _within(pool, ranking) for name, ranking in ranked.items()}


def own_rankings(library: Library) -> dict[str, Ranking]:
    """The library's search as it is, and by words and by meaning alone."""

    @lru_cache(maxsize=1)
    def every_hit(query: str, group: str | None) -> tuple[PassageHit, ...]:
        return library.search_passages(query, _scope(group), ALONE_DEPTH)

    def alone(name: str) -> Ranking:
        return lambda query, group: _places(by_score(every_hit(query, group), ALONE[name]))

    return {**{name: alone(name) for name in ALONE}, HYBRID: fused_ranking(library)}


def fused_ranking(library: Library) -> Ranking:
    """The library's search as answers are built on it."""
    return lambda query, group: _places(library.search_passages(query, _scope(group), DEPTH))


def by_score(hits: Sequence[Found], score: Callable[[Scored], float | None]) -> list[Found]:
    """The hits that have this score, best first."""
    scored = [(value, hit) for hit in hits if (value := score(hit)) is not None]
    return [hit for _, hit in sorted(scored, key=lambda pair: pair[0], reverse=True)]


def _within(pool: Pool, ranking: Callable[[str], list[int]]) -> Ranking:
    return lambda query, group: [place for place in ranking(query) if group is None or pool.texts[place].group == group]


def _scope(group: str | None) -> Scope:
    return EVERYTHING if group is None else Scope([group])


def _places(hits: Sequence[PassageHit]) -> list[int]:
    return [int(hit.passage.id) for hit in hits]
