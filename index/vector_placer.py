"""Writing vectors into new generations, and making sure that they are found again."""

from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

import numpy as np

from index.edition_vectors import vectors_in
from index.editions import Kind, Placement
from index.errors import VerificationFailed
from index.generations import MAX_VECTORS, most
from index.ports import Catalogue, KeyedVectors, VectorShelf
from index.vector_verification import Sample, Written

ATTEMPTS = 2
"""How often an edition of which a vector is not found is placed once more."""

SEED = 7
"""Vectors are written in an order drawn by it: plan by plan, twice as many are not found by an approximate index."""


@dataclass(slots=True)
class _Filling:
    """A generation that is being written, its editions with their plans; `waiting` is what is not written yet."""

    generation: int
    embedder: str
    editions: dict[int, str] = field(default_factory=dict)
    sizes: Counter[Kind] = field(default_factory=Counter)
    waiting: dict[Kind, list[KeyedVectors]] = field(default_factory=lambda: {kind: [] for kind in Kind})


class VectorPlacer:
    """Puts editions into generations that nothing refers to yet, one embedder's vectors in each."""

    def __init__(self, catalogue: Catalogue, shelf: VectorShelf) -> None:
        self._catalogue = catalogue
        self._shelf = shelf
        self._current: dict[str, _Filling] = {}
        self._filled: list[_Filling] = []
        self._sample = Sample()

    @property
    def written(self) -> int:
        """How many vectors have been placed of the kind that there are most of."""
        return most(filling.sizes for filling in self._filled)

    def place(self, edition: int, plan_id: str, embedder: str, vectors: Mapping[Kind, KeyedVectors]) -> Placement:
        """Take an edition's vectors of all kinds and tell where they will be when they are verified."""
        filling = self._room(embedder)
        filling.editions[edition] = plan_id
        for kind, held in vectors.items():
            if not held.keys:
                continue
            filling.waiting[kind].append(held)
            filling.sizes[kind] += len(held.keys)
            self._sample.offer(filling.generation, kind, held.keys)
        return Placement(filling.generation, embedder)

    def verify(self) -> dict[int, Placement]:
        """Write what waits, count it, ask for some by their own vectors, and seal; tells which editions have moved.

        An approximate index can hold a vector that no path leads to; in another, smaller generation one does. So where
        more are missed than may be, their editions move to a generation of their own, the rest of theirs to another,
        and theirs is erased. Raises VerificationFailed where that does not help either.
        """
        moved: dict[int, Placement] = {}
        unseen = self._unseen()
        for _ in range(ATTEMPTS):
            if unseen:
                moved |= self._place_anew(unseen)
                unseen = self._unseen()
        if unseen:
            number, kind = unseen[0].key.edition, unseen[0].kind
            raise self._failure(
                number, kind, [each.key.id for each in unseen if (each.key.edition, each.kind) == (number, kind)]
            )
        for filling in self._filled:
            self._shelf.open(filling.generation).seal()
        return moved

    def _unseen(self) -> list[Written]:
        for filling in self._filled:
            self._write(filling)
            self._require_all(filling)
        return self._sample.unseen(self._shelf)

    def _room(self, embedder: str) -> _Filling:
        """The generation that takes the next edition: a new one where the last is full."""
        filling = self._current.get(embedder)
        if filling is None or most([filling.sizes]) >= MAX_VECTORS:
            if filling is not None:
                self._write(filling)
                self._shelf.close()
            filling = _Filling(self._catalogue.manifests.reserve(), embedder)
            self._shelf.open(filling.generation, new=True)
            self._current[embedder] = filling
            self._filled.append(filling)
        return filling

    def _write(self, filling: _Filling) -> None:
        """Write what waits, all at once, which takes a store half the time that it takes plan by plan."""
        store = self._shelf.open(filling.generation)
        for kind, waiting in filling.waiting.items():
            keys = [key for held in waiting for key in held.keys]
            if keys:
                order = np.random.default_rng(SEED).permutation(len(keys))
                store.add(kind, [keys[row] for row in order], np.concatenate([held.vectors for held in waiting])[order])
                waiting.clear()

    def _require_all(self, filling: _Filling) -> None:
        """Raises where something that was written is not there."""
        store = self._shelf.open(filling.generation)
        for kind in Kind:
            if store.count(kind) == filling.sizes[kind]:
                continue
            held = vectors_in(store, self._catalogue.editions, kind, filling.editions)
            for number, ids in self._catalogue.editions.ids(kind, filling.editions).items():
                missing = set(ids) - {key.id for key in held[number].keys}
                if missing:
                    raise self._failure(number, kind, missing)

    def _place_anew(self, unseen: Collection[Written]) -> dict[int, Placement]:
        """Move the editions of which something is not found, and all others of their generations."""
        affected = {each.generation for each in unseen}
        fillings = [filling for filling in self._filled if filling.generation in affected]
        self._current, self._filled = {}, []
        self._sample = Sample([(each.kind, each.key) for each in unseen])
        blind = {each.key.edition for each in unseen}
        moved: dict[int, Placement] = {}
        for filling in fillings:
            store = self._shelf.open(filling.generation)
            for chosen in (filling.editions.keys() & blind, filling.editions.keys() - blind):
                for number in sorted(chosen):
                    held = {kind: vectors_in(store, self._catalogue.editions, kind, [number])[number] for kind in Kind}
                    moved[number] = self.place(number, filling.editions[number], filling.embedder, held)
                for filled in self._current.values():
                    self._write(filled)
                self._current.clear()
            self._shelf.drop(filling.generation)
        return moved

    def _failure(self, edition: int, kind: Kind, missing: Collection[str]) -> VerificationFailed:
        plan_id = next(filling.editions[edition] for filling in self._filled if edition in filling.editions)
        total = len(self._catalogue.editions.ids(kind, [edition])[edition])
        return VerificationFailed(plan_id, f"{len(missing)} of {total} {kind}s, as {min(missing)}")
