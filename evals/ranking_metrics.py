"""How good a ranking is against what is known to be relevant, and how sure a difference between two rankings is.

Relevance is yes or no. Every measure of a question for which nothing is relevant is null and counts in no mean.
"""

import math
from collections.abc import Collection, Hashable, Iterable, Sequence
from dataclasses import dataclass

import numpy as np

RESAMPLES = 10_000
SEED = 0
CONFIDENCE = 0.95


@dataclass(frozen=True, slots=True)
class Difference:
    """A mean difference and the interval that holds it with 95 % confidence."""

    mean: float
    low: float
    high: float


def ndcg(ranked: Sequence[Hashable], relevant: Collection[Hashable], depth: int = 10) -> float | None:
    """Normalised discounted cumulative gain of the first `depth` items, 0 to 1.

    Järvelin and Kekäläinen, "Cumulated gain-based evaluation of IR techniques", ACM TOIS 2002, with gains of 0 or 1
    discounted by the binary logarithm of one more than the rank.
    """
    ideal = sum(_discount(rank) for rank in range(1, min(depth, len(relevant)) + 1))
    gained = sum(_discount(rank) for rank, item in enumerate(ranked[:depth], start=1) if item in relevant)
    return gained / ideal if ideal else None


def recall(ranked: Sequence[Hashable], relevant: Collection[Hashable], depth: int) -> float | None:
    """Share of the relevant items that stand among the first `depth`, 0 to 1."""
    found = sum(item in relevant for item in ranked[:depth])
    return found / len(relevant) if relevant else None


def mean(values: Iterable[float | None]) -> float | None:
    """The mean of what could be measured; null of nothing."""
    measured = [value for value in values if value is not None]
    return math.fsum(measured) / len(measured) if measured else None


def paired_bootstrap(
    ours: Sequence[float | None], theirs: Sequence[float | None], resamples: int = RESAMPLES
) -> Difference | None:
    """Mean of ours − theirs over the same questions, with its percentile interval; null where none was measured.

    Efron and Tibshirani, "An Introduction to the Bootstrap", 1993, chapter 13; questions are drawn with replacement,
    by the same seed each time.
    """
    pairs = zip(ours, theirs, strict=True)
    differences = np.array([one - other for one, other in pairs if one is not None and other is not None])
    if not len(differences):
        return None
    generator = np.random.default_rng(SEED)
    means = [differences[generator.integers(len(differences), size=len(differences))].mean() for _ in range(resamples)]
    low, high = np.quantile(means, [(1 - CONFIDENCE) / 2, (1 + CONFIDENCE) / 2])
    return Difference(float(differences.mean()), float(low), float(high))


def _discount(rank: int) -> float:
    return 1 / math.log2(rank + 1)
