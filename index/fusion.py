"""Reciprocal rank fusion: one ranking out of several whose scores cannot be compared.

Cormack, Clarke and Büttcher, "Reciprocal Rank Fusion outperforms Condorcet and individual Rank Learning Methods",
SIGIR 2009.
"""

from collections import defaultdict
from collections.abc import Hashable, Sequence
from typing import TypeVar

RANK_CONSTANT = 60
"""How little the very first ranks count above the next ones; the value of the paper."""

Item = TypeVar("Item", bound=Hashable)


def fuse(rankings: Sequence[Sequence[Item]]) -> list[tuple[Item, float]]:
    """Items with the sum of 1 / (60 + rank) over the rankings that hold them, best first."""
    scores: defaultdict[Item, float] = defaultdict(float)
    for ranking in rankings:
        for rank, item in enumerate(ranking, start=1):
            scores[item] += 1 / (RANK_CONSTANT + rank)
    return sorted(scores.items(), key=lambda scored: -scored[1])
