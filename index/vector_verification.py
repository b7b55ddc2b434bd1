"""Asking for what was written by its own vector, to see that the store finds it."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from random import Random
from typing import NamedTuple

from index.editions import Key, Kind
from index.ports import KeyedVectors, VectorShelf, VectorStore

VERIFIED = 1_000
"""Up to so many vectors of one ingest are all asked for; of more, so many drawn at random.

Asking takes 1 to 5 ms each; that every vector is there is counted beside.
"""

TOLERATED = 5
"""So many of those drawn may be missed: an approximate index misses one in some thousands of a crowd (whom a search in
one plan finds, and words do); one that misses more was built badly. Where all are asked for, none may be.
"""

SEED = 20_260
BATCH = 500

NEAREST = 4
"""Among so many nearest a vector must be, which is the nearest to itself."""

TWIN_SIMILARITY = 1 - 1e-4
"""From this cosine on records are twins, which have the same words; what leads to one of them leads to their place."""


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
        """Those drawn that their own vectors do not lead to; none where those are as few as may be."""
        keys: defaultdict[int, defaultdict[Kind, list[Key]]] = defaultdict(lambda: defaultdict(list))
        for generation, kind, key in (*self._chosen, *self._drawn):
            keys[generation][kind].append(key)
        unseen: list[Written] = []
        for generation, asked in keys.items():
            store = shelf.open(generation)
            for kind, drawn in asked.items():
                missed = _not_found(store, kind, store.vectors(kind, drawn))
                unseen += [Written(generation, kind, key) for key in missed]
            if len(keys) > 1:
                shelf.close()  # as many together take much memory
        return [] if self._offered > VERIFIED and len(unseen) <= TOLERATED else unseen


def _not_found(store: VectorStore, kind: Kind, held: KeyedVectors) -> Iterator[Key]:
    """Keys whose vectors lead neither to them nor to a twin: of many twins an approximate index gives some."""
    limit = min(NEAREST, store.count(kind))
    for start in range(0, len(held.keys), BATCH):
        keys = held.keys[start : start + BATCH]
        for key, found in zip(keys, store.nearest(kind, held.vectors[start : start + BATCH], limit), strict=True):
            if all(match.key != key and match.score < TWIN_SIMILARITY for match in found):
                yield key
