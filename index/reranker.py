"""What the index needs of a model that reads a query and a text together, and the first hits ordered by it."""

from collections.abc import Callable, Sequence
from typing import Protocol, TypeVar

RERANKED = 20
"""How many of the first fused hits are ordered anew: such a model reads some tens of pairs in a second."""

Item = TypeVar("Item")


class Reranker(Protocol):
    """Tells how well texts answer a query, better and far slower than vectors do."""

    def scores(self, query: str, texts: Sequence[str]) -> Sequence[float]:
        """One score for each text, higher is better, comparable within one call; raises RerankerUnavailable."""
        ...


def rerank(reranker: Reranker, query: str, items: Sequence[Item], text_of: Callable[[Item], str]) -> list[Item]:
    """The first `RERANKED` items by the reranker's scores, then the others as they were."""
    first = items[:RERANKED]
    scores = reranker.scores(query, [text_of(item) for item in first])
    order = sorted(range(len(first)), key=lambda place: -scores[place])
    return [*(first[place] for place in order), *items[RERANKED:]]
