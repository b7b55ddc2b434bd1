"""Writing vectors into new generations, and making sure that each is found again."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from index.editions import Key, Match, Placement
from index.embedder import Vectors
from index.errors import VerificationFailed
from index.generations import MAX_VECTORS
from index.ports import ManifestStore, VectorShelf, VectorStore

ATTEMPTS = 2
"""How often an edition of which a passage is not found is placed once more."""

BATCH = 500
TWIN_SIMILARITY = 1 - 1e-4
"""Passages with the same words have the same vector: more than the first few nearest must then be looked through."""


class _Placed(NamedTuple):
    edition: int
    plan_id: str
    placement: Placement
    ids: frozenset[str]


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
        return sum(len(placed.ids) for placed in self._placed)

    def place(self, edition: int, plan_id: str, embedder: str, ids: Sequence[str], vectors: Vectors) -> Placement:
        """Write an edition's vectors and tell where they are."""
        generation, size = self._current.get(embedder, (0, MAX_VECTORS))
        if size >= MAX_VECTORS:
            generation, size = self._manifests.reserve(), 0
            self._shelf.open(generation, new=True)
        placement = Placement(generation, embedder)
        self._shelf.open(generation).add(edition, plan_id, ids, vectors)
        self._current[embedder] = (generation, size + len(ids))
        self._placed.append(_Placed(edition, plan_id, placement, frozenset(ids)))
        return placement

    def verify(self) -> dict[int, Placement]:
        """Ask for each placed passage by its own vector; where one is not found, place its edition once more.

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
                found = self._shelf.open(placement.generation).of_edition(edition)
                replaced[edition] = self.place(edition, plan_id, placement.embedder, *found)
        for placed in self._placed:
            _require_none(self._unseen(placed), placed)
        return replaced

    def _unseen(self, placed: _Placed) -> frozenset[str]:
        """Passages of the edition that are not found by their own vectors; raises where they are not even there."""
        store = self._shelf.open(placed.placement.generation)
        found = store.of_edition(placed.edition)
        _require_none(placed.ids - set(found.ids), placed)
        return frozenset(_not_found(store, placed.edition, *found))


def _require_none(missing: frozenset[str], placed: _Placed) -> None:
    if missing:
        detail = f"{len(missing)} of {len(placed.ids)} passages, as {min(missing)}"
        raise VerificationFailed(placed.plan_id, detail)


def _not_found(store: VectorStore, edition: int, ids: Sequence[str], vectors: Vectors) -> Iterator[str]:
    """Passage ids that their own vectors do not lead to."""
    for start in range(0, len(ids), BATCH):
        pending = list(range(start, min(start + BATCH, len(ids))))
        limit, total = 4, store.count()
        while pending:
            results = store.nearest(vectors[pending], min(limit, total))
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
