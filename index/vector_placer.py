"""Writing vectors into new generations, and making sure that each is found again."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from index.editions import Key, Kind, Match, Placement
from index.embedder import Vectors
from index.errors import VerificationFailed
from index.generations import MAX_VECTORS
from index.ports import EditionVectors, ManifestStore, VectorShelf, VectorStore

ATTEMPTS = 2
"""How often an edition of which a vector is not found is placed once more."""

BATCH = 500
TWIN_SIMILARITY = 1 - 1e-4
"""Records with the same words have the same vector: more than the first few nearest must then be looked through."""


class _Placed(NamedTuple):
    edition: int
    plan_id: str
    placement: Placement
    ids: Mapping[Kind, frozenset[str]]


class VectorPlacer:
    """Puts editions into generations that nothing refers to yet, one embedder's vectors in each."""

    def __init__(self, manifests: ManifestStore, shelf: VectorShelf) -> None:
        self._manifests = manifests
        self._shelf = shelf
        self._current: dict[str, tuple[int, int]] = {}
        self._placed: list[_Placed] = []

    @property
    def written(self) -> int:
        """How many vectors have been placed."""
        return sum(len(ids) for placed in self._placed for ids in placed.ids.values())

    def place(self, edition: int, plan_id: str, embedder: str, vectors: Mapping[Kind, EditionVectors]) -> Placement:
        """Write an edition's vectors of all kinds and tell where they are."""
        generation, size = self._current.get(embedder, (0, MAX_VECTORS))
        if size >= MAX_VECTORS:
            generation, size = self._manifests.reserve(), 0
            self._shelf.open(generation, new=True)
        placement = Placement(generation, embedder)
        store = self._shelf.open(generation)
        for kind, found in vectors.items():
            store.add(edition, plan_id, kind, *found)
        self._current[embedder] = (generation, size + sum(len(found.ids) for found in vectors.values()))
        ids = {kind: frozenset(found.ids) for kind, found in vectors.items()}
        self._placed.append(_Placed(edition, plan_id, placement, ids))
        return placement

    def verify(self) -> dict[int, Placement]:
        """Ask for each placed record by its own vector; where one is not found, place its edition once more.

        An approximate index can hold a vector that no path leads to, a few among ten thousand; in another, smaller
        generation one does. Gives the new placements; raises VerificationFailed where that does not help either.
        """
        replaced: dict[int, Placement] = {}
        for _ in range(ATTEMPTS):
            unseen = [placed for placed in self._placed if self._unseen(placed)]
            if not unseen:
                return replaced
            self._placed.clear()
            self._current.clear()
            for edition, plan_id, placement, _ in unseen:
                store = self._shelf.open(placement.generation)
                found = {kind: store.of_edition(edition, kind) for kind in Kind}
                replaced[edition] = self.place(edition, plan_id, placement.embedder, found)
        for placed in self._placed:
            for kind, missed in self._unseen(placed).items():
                _require_none(missed, placed, kind)
        return replaced

    def _unseen(self, placed: _Placed) -> dict[Kind, frozenset[str]]:
        """What of the edition is not found by its own vector; raises where something is not even there."""
        store = self._shelf.open(placed.placement.generation)
        missed: dict[Kind, frozenset[str]] = {}
        for kind, ids in placed.ids.items():
            found = store.of_edition(placed.edition, kind)
            _require_none(ids - set(found.ids), placed, kind)
            unseen = frozenset(_not_found(store, placed.edition, kind, *found))
            if unseen:
                missed[kind] = unseen
        return missed


def _require_none(missing: frozenset[str], placed: _Placed, kind: Kind) -> None:
    if missing:
        detail = f"{len(missing)} of {len(placed.ids[kind])} {kind}s, as {min(missing)}"
        raise VerificationFailed(placed.plan_id, detail)


def _not_found(store: VectorStore, edition: int, kind: Kind, ids: Sequence[str], vectors: Vectors) -> Iterator[str]:
    """Ids that their own vectors do not lead to."""
    for start in range(0, len(ids), BATCH):
        pending = list(range(start, min(start + BATCH, len(ids))))
        limit, total = 4, store.count(kind)
        while pending:
            results = store.nearest(kind, vectors[pending], min(limit, total))
            unseen = [
                (row, found)
                for row, found in zip(pending, results, strict=True)
                if all(match.key != Key(edition, ids[row]) for match in found)
            ]
            yield from (ids[row] for row, found in unseen if limit >= total or not _all_twins(found))
            pending = [row for row, found in unseen if limit < total and _all_twins(found)]
            limit *= 8


def _all_twins(found: Sequence[Match]) -> bool:
    return all(match.score >= TWIN_SIMILARITY for match in found)
