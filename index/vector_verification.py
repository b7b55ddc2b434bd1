"""Asking for what was written by its own vector, to see that the store finds it."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from random import Random
from typing import NamedTuple

from index.editions import Key, Kind, Match
from index.ports import KeyedVectors, VectorShelf, VectorStore

VERIFIED = 1_000
"""Up to so many vectors of one ingest are all asked for; of more, so many drawn at random.

Asking takes 1 to 3 ms each. That every vector is there is counted beside; that an approximate index holds one to which
no path leads happens to a few among ten thousand at worst, which a sample of this size tells.
"""

SEED = 20_260
BATCH = 500
TWIN_SIMILARITY = 1 - 1e-4
"""Records with the same words have the same vector: more than the first few nearest must then be looked through."""


class Written(NamedTuple):
    """A vector that was written, and where."""

    generation: int
    kind: Kind
    key: Key


class Sample:
    """Draws from what is written while it is written (reservoir sampling, Vitter's algorithm R)."""

    def __init__(self, certain: Collection[tuple[Kind, Key]] = ()) -> None:
        self._certain = frozenset(certain)
        self._drawn: list[Written] = []
        self._chosen: list[Written] = []
        self._offered = 0
        self._random = Random(SEED)  # noqa: S311

    def offer(self, generation: int, kind: Kind, keys: Sequence[Key]) -> None:
        """Draw from these; those that are `certain` are taken in any case."""
        for key in keys:
            if (kind, key) in self._certain:
                self._chosen.append(Written(generation, kind, key))
                continue
            self._offered += 1
            place = len(self._drawn) if len(self._drawn) < VERIFIED else self._random.randrange(self._offered)
            if place < VERIFIED:
                self._drawn[place : place + 1] = [Written(generation, kind, key)]

    def unseen(self, shelf: VectorShelf) -> list[Written]:
        """Those drawn that their own vectors do not lead to."""
        keys: defaultdict[tuple[int, Kind], list[Key]] = defaultdict(list)
        for generation, kind, key in (*self._chosen, *self._drawn):
            keys[generation, kind].append(key)
        return [
            Written(generation, kind, key)
            for (generation, kind), drawn in keys.items()
            for key in _not_found(shelf.open(generation), kind, shelf.open(generation).vectors(kind, drawn))
        ]


def _not_found(store: VectorStore, kind: Kind, held: KeyedVectors) -> Iterator[Key]:
    total = store.count(kind)
    for start in range(0, len(held.keys), BATCH):
        pending, limit = list(range(start, min(start + BATCH, len(held.keys)))), 4
        while pending:
            results = store.nearest(kind, held.vectors[pending], min(limit, total))
            unseen = [
                (row, found)
                for row, found in zip(pending, results, strict=True)
                if all(match.key != held.keys[row] for match in found)
            ]
            yield from (held.keys[row] for row, found in unseen if limit >= total or not _all_twins(found))
            pending = [row for row, found in unseen if limit < total and _all_twins(found)]
            limit *= 8


def _all_twins(found: Sequence[Match]) -> bool:
    return all(match.score >= TWIN_SIMILARITY for match in found)
