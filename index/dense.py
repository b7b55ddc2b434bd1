"""Search by meaning: the passages in force whose vectors are nearest to the query's."""

from collections.abc import Collection, Iterator
from functools import lru_cache

import numpy as np

from index.editions import Edition, Key, Manifest, Match
from index.embedder import Vectors
from index.ports import EditionVectors, VectorShelf

EXACT_PASSAGES = 5_000
"""Up to this many passages are scored one by one, which is exact, repeatable and at this size the quickest."""

OVERFETCH = 4
"""By how much more is asked for when too many of the nearest are not among the passages to search."""

CACHED_EDITIONS = 512


class DenseIndex:
    """Nearest passages over every generation in force."""

    def __init__(self, shelf: VectorShelf) -> None:
        self._shelf = shelf
        self._vectors_of = lru_cache(maxsize=CACHED_EDITIONS)(self._read_vectors)

    def search(self, query: Vectors, editions: Collection[Edition], limit: int) -> list[Match]:
        """The nearest passages of these editions in force, best first; raises LibraryDamaged."""
        if sum(edition.passages for edition in editions) <= EXACT_PASSAGES:
            matches = [match for edition in editions for match in self._best(query, edition, limit)]
        else:
            numbers: dict[int, set[int]] = {}
            for edition in editions:
                numbers.setdefault(edition.placement.generation, set()).add(edition.number)
            matches = [
                match
                for generation in sorted(numbers)
                for match in self._near(query, generation, numbers[generation], limit)
            ]
        return sorted(matches, key=lambda match: (-match.score, match.key))[:limit]

    def similarities(self, query: Vectors, manifest: Manifest, keys: Collection[Key]) -> dict[Key, float]:
        """Cosine of single passages in force."""
        wanted = set(keys)
        return {
            match.key: match.score
            for edition in [manifest.by_number[number] for number in {key.edition for key in wanted}]
            for match in self._best(query, edition, edition.passages)
            if match.key in wanted
        }

    def _best(self, query: Vectors, edition: Edition, limit: int) -> Iterator[Match]:
        """The best of one edition, in no order."""
        if not edition.passages:
            return
        found = self._vectors_of(edition.number, edition.placement.generation)
        scores = found.vectors @ query
        rows = np.argpartition(-scores, limit - 1)[:limit] if limit < len(scores) else range(len(scores))
        for row in rows:
            yield Match(Key(edition.number, found.ids[row]), float(scores[row]))

    def _near(self, query: Vectors, generation: int, numbers: Collection[int], limit: int) -> list[Match]:
        """The nearest in one generation; what is not to be searched, or no longer in force, is asked past."""
        store = self._shelf.open(generation)
        total = store.count()
        asked = min(limit * 2, total)
        while asked:
            nearest = store.nearest(query[np.newaxis], asked)[0]
            wanted = [match for match in nearest if match.key.edition in numbers]
            if len(wanted) >= limit or asked >= total:
                return wanted[:limit]
            asked = min(asked * OVERFETCH, total)
        return []

    def _read_vectors(self, number: int, generation: int) -> EditionVectors:
        return self._shelf.open(generation).of_edition(number)
