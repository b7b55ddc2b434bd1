"""Search by meaning: the records in force whose vectors are nearest to the query's."""

import os
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import lru_cache
from math import ceil, sqrt
from typing import NamedTuple

import numpy as np

from index.edition_vectors import EditionVectors, Stack
from index.editions import Edition, Key, Kind, Manifest, Match
from index.embedder import Vectors
from index.ports import EditionStore, VectorShelf

EXACT_VECTORS = 5_000
"""Up to this many vectors are scored one by one, which is exact, repeatable and at this size the quickest."""

OVERFETCH = 4
"""By how much more is asked for when what a generation gave may not be all that belongs to the nearest."""

THREADS = max(2, os.cpu_count() or 1)
"""How many generations are asked at once, by all callers together; Chroma lets other threads run meanwhile."""

COUNTS = 4_096


class _Asked(NamedTuple):
    """What one generation gave: those wanted, and how near the last of all that it gave is; null where all came."""

    wanted: list[Match]
    farthest: float | None


class DenseIndex:
    """Nearest records over every generation in force."""

    def __init__(self, shelf: VectorShelf, texts: EditionStore) -> None:
        self._shelf = shelf
        self._editions = EditionVectors(shelf, texts)
        self._count = lru_cache(maxsize=COUNTS)(self._read_count)
        self._threads = ThreadPoolExecutor(THREADS, "vectors")

    def search(self, kind: Kind, query: Vectors, editions: Sequence[Edition], limit: int) -> list[Match]:
        """The nearest records of these editions in force, best first; raises LibraryDamaged."""
        total = sum(edition.sizes[kind] for edition in editions)
        if not total:
            return []
        if total <= EXACT_VECTORS:
            return _best(_scored(query, self._editions.of(kind, editions), limit), limit)
        numbers: defaultdict[int, set[int]] = defaultdict(set)
        for edition in editions:
            numbers[edition.placement.generation].add(edition.number)
        return self._nearest(kind, query, numbers, limit, total)

    def similarities(self, kind: Kind, query: Vectors, manifest: Manifest, keys: Collection[Key]) -> dict[Key, float]:
        """Cosine of single records in force."""
        return {
            key: float(vector @ query) for key, vector in self._editions.single(kind, manifest.by_number, keys).items()
        }

    def _nearest(self, kind: Kind, query: Vectors, numbers: dict[int, set[int]], limit: int, total: int) -> list[Match]:
        """Ask each generation for its share, and again for as long as more of it can belong to the nearest of all."""
        asking = {
            generation: min(count, _share(limit, count, total))
            for generation in numbers
            if (count := self._count(kind, generation))
        }
        given: dict[int, _Asked] = {}
        while asking:
            given |= self._ask(kind, query, numbers, asking)
            best = _best((match for each in given.values() for match in each.wanted), limit)
            enough = best[-1].score if len(best) == limit else -np.inf
            asking = {
                generation: min(self._count(kind, generation), asked * OVERFETCH)
                for generation, asked in asking.items()
                if (farthest := given[generation].farthest) is not None and farthest > enough
            }
        return best if given else []

    def _ask(
        self, kind: Kind, query: Vectors, numbers: dict[int, set[int]], asking: dict[int, int]
    ) -> dict[int, _Asked]:
        def ask(generation: int) -> _Asked:
            found = self._shelf.open(generation).nearest(kind, query[np.newaxis], asking[generation])[0]
            wanted = [match for match in found if match.key.edition in numbers[generation]]
            all_came = asking[generation] >= self._count(kind, generation) or not found
            return _Asked(wanted, None if all_came else found[-1].score)

        if len(asking) == 1:
            return {generation: ask(generation) for generation in asking}
        return dict(zip(asking, self._threads.map(ask, asking), strict=True))

    def _read_count(self, kind: Kind, generation: int) -> int:
        return self._shelf.open(generation).count(kind)


def _share(limit: int, count: int, total: int) -> int:
    """How many of a generation's vectors to ask for where so many in all are searched: its share and some more."""
    share = limit * count / total
    return ceil(share + 2 * sqrt(share)) + 2


def _scored(query: Vectors, held: Stack, limit: int) -> list[Match]:
    """The best by scoring every record, in no order; not by BLAS, whose threads wait busily for more to do."""
    scores = np.einsum("ij,j->i", held.vectors, query)
    rows = np.argpartition(-scores, limit - 1)[:limit] if limit < len(scores) else np.arange(len(scores))
    return [Match(held.keys[row], score) for row, score in zip(rows.tolist(), scores[rows].tolist(), strict=True)]


def _best(matches: Iterable[Match], limit: int) -> list[Match]:
    return sorted(matches, key=lambda match: (-match.score, match.key))[:limit]
