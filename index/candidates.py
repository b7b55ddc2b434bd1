"""Candidates of a search: for each kind the records nearest in meaning and alike in words, with both scores."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from heapq import nsmallest

from index.dense import DenseIndex
from index.editions import Edition, Key, Kind, Match
from index.embedder import Vectors
from index.fusion import fused
from index.ports import LexicalIndex
from index.query import Query


@dataclass(frozen=True, slots=True)
class Candidate:
    """A record that may be shown: `score` is its fused score, `similarity` its cosine, `lexical` its BM25 score.

    A score is null where the record is not among the best by it.
    """

    kind: Kind
    key: Key
    score: float
    similarity: float | None
    lexical: float | None

    def worth(self, factor: float) -> "Candidate":
        """The same with its score so many times as high."""
        return replace(self, score=self.score * factor)


@dataclass(frozen=True, slots=True)
class Ground:
    """The editions to search; `named` are those that the query names; `everything` is true for all in force."""

    editions: Sequence[Edition]
    named: Sequence[Edition]
    everything: bool


class Candidates:
    """Finds the candidates of one kind."""

    def __init__(self, lexical: LexicalIndex, dense: DenseIndex) -> None:
        self._lexical = lexical
        self._dense = dense

    def find(
        self, kind: Kind, query: Query, vector: Vectors, ground: Ground, depth: int, limit: int
    ) -> list[Candidate]:
        """The best so many, best first, of `depth` by words, and by meaning as many and those of the plans named.

        The names of plans are words among others, and bring their plans forward by themselves.
        """
        near = self._dense.search(kind, vector, ground.editions, depth)
        if ground.named:
            near = _merged(near, self._dense.search(kind, vector, ground.named, depth))
        numbers = None if ground.everything else [edition.number for edition in ground.editions]
        worded = self._lexical.search(kind, query.terms, depth, numbers)
        scores = fused(near, worded, {edition.number for edition in ground.named})
        similarity, lexical = dict(near), dict(worded)
        return [
            Candidate(kind, key, scores[key], similarity.get(key), lexical.get(key))
            for key in nsmallest(limit, scores, key=lambda key: (-scores[key], key))
        ]


def _merged(matches: Sequence[Match], others: Sequence[Match]) -> list[Match]:
    return list(map(Match._make, (dict(others) | dict(matches)).items()))
