"""Reciprocal rank fusion: one ranking out of several whose scores cannot be compared.

Cormack, Clarke and Büttcher, "Reciprocal Rank Fusion outperforms Condorcet and individual Rank Learning Methods",
SIGIR 2009; here with a weight for each ranking.
"""

from collections import defaultdict
from collections.abc import Hashable, Sequence
from typing import TypeVar

RANK_CONSTANT = 5
"""How little the first ranks count above the next ones. The paper's 60 is for thousands of documents: among the some
hundred passages of a few plans it puts what is middling in both rankings before what is best in one."""

Item = TypeVar("Item", bound=Hashable)


def fuse(rankings: Sequence[Sequence[Item]], weights: Sequence[float]) -> list[tuple[Item, float]]:
    """Items with the sum of weight / (constant + rank) over the rankings that hold them, best first."""
    scores: defaultdict[Item, float] = defaultdict(float)
    for ranking, weight in zip(rankings, weights, strict=True):
        for rank, item in enumerate(ranking, start=1):
            scores[item] += weight / (RANK_CONSTANT + rank)
    return sorted(scores.items(), key=lambda scored: -scored[1])
