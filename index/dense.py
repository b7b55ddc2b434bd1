"""Search by meaning: the records in force whose vectors are nearest to the query's."""

from bisect import bisect_right
from collections.abc import Collection
from functools import lru_cache
from itertools import accumulate

import numpy as np

from index.editions import Edition, Key, Kind, Manifest, Match
from index.embedder import Vectors
from index.ports import EditionVectors, VectorShelf

EXACT_VECTORS = 5_000
"""Up to this many vectors are scored one by one, which is exact, repeatable and at this size the quickest."""

OVERFETCH = 4
"""By how much more is asked for when too many of the nearest are not among those to search."""

CACHED_EDITIONS = 512


class DenseIndex:
    """Nearest records over every generation in force."""

    def __init__(self, shelf: VectorShelf) -> None:
        self._shelf = shelf
        self._vectors_of = lru_cache(maxsize=CACHED_EDITIONS)(self._read_vectors)

    def search(self, kind: Kind, query: Vectors, editions: Collection[Edition], limit: int) -> list[Match]:
        """The nearest records of these editions in force, best first; raises LibraryDamaged."""
        if sum(edition.sizes[kind] for edition in editions) <= EXACT_VECTORS:
            matches = self._best(kind, query, editions, limit)
        else:
            numbers: dict[int, set[int]] = {}
            for edition in editions:
                numbers.setdefault(edition.placement.generation, set()).add(edition.number)
            matches = [
                match
                for generation in sorted(numbers)
                for match in self._near(kind, query, generation, numbers[generation], limit)
            ]
        return sorted(matches, key=lambda match: (-match.score, match.key))[:limit]

    def similarities(self, kind: Kind, query: Vectors, manifest: Manifest, keys: Collection[Key]) -> dict[Key, float]:
        """Cosine of single records in force."""
        wanted = set(keys)
        return {
            match.key: match.score
            for edition in [manifest.by_number[number] for number in {key.edition for key in wanted}]
            for match in self._best(kind, query, [edition], edition.sizes[kind])
            if match.key in wanted
        }

    def _best(self, kind: Kind, query: Vectors, editions: Collection[Edition], limit: int) -> list[Match]:
        """The best by scoring every record, in no order."""
        held = [
            (edition.number, self._vectors_of(kind, edition.number, edition.placement.generation))
            for edition in editions
        ]
        starts = list(accumulate((len(found.ids) for _, found in held), initial=0))
        scores = np.concatenate([np.zeros(0), *(found.vectors @ query for _, found in held if found.ids)])
        matches = []
        for row in np.argpartition(-scores, limit - 1)[:limit] if limit < len(scores) else range(len(scores)):
            place = bisect_right(starts, row) - 1
            number, found = held[place]
            matches.append(Match(Key(number, found.ids[row - starts[place]]), float(scores[row])))
        return matches

    def _near(self, kind: Kind, query: Vectors, generation: int, numbers: Collection[int], limit: int) -> list[Match]:
        """The nearest in one generation; what is not to be searched, or no longer in force, is asked past."""
        store = self._shelf.open(generation)
        total = store.count(kind)
        asked = min(limit * 2, total)
        while asked:
            nearest = store.nearest(kind, query[np.newaxis], asked)[0]
            wanted = [match for match in nearest if match.key.edition in numbers]
            if len(wanted) >= limit or asked >= total:
                return wanted[:limit]
            asked = min(asked * OVERFETCH, total)
        return []

    def _read_vectors(self, kind: Kind, number: int, generation: int) -> EditionVectors:
        return self._shelf.open(generation).of_edition(number, kind)
