import pytest

import index.vector_placer
from index.editions import Kind, Match, Placement
from index.embedder import Vectors
from index.errors import VerificationFailed
from index.ports import EditionVectors
from index.vector_placer import VectorPlacer
from tests.fakes import HashingEmbedder, MemoryManifests, MemoryShelf, MemoryVectorStore

EMBEDDER = HashingEmbedder()


class BlindStore(MemoryVectorStore):
    """Never finds the passage p1."""

    def nearest(self, kind: Kind, vectors: Vectors, limit: int) -> list[list[Match]]:
        found = super().nearest(kind, vectors, self.count(kind))
        return [[match for match in matches if match.key.id != "p1"][:limit] for matches in found]


class PartlyBlindStore(MemoryVectorStore):
    """Finds the passage p1 only where there are few, as an approximate index can."""

    def nearest(self, kind: Kind, vectors: Vectors, limit: int) -> list[list[Match]]:
        found = super().nearest(kind, vectors, limit)
        return [[match for match in matches if match.key.id != "p1" or self.count(kind) < 4] for matches in found]


class LosingStore(MemoryVectorStore):
    """Loses the last vector of an edition."""

    def of_edition(self, edition: int, kind: Kind) -> EditionVectors:
        found = super().of_edition(edition, kind)
        return EditionVectors(found.ids[:-1], found.vectors[:-1])


class ShelfOf(MemoryShelf):
    def __init__(self, kind: type[MemoryVectorStore]) -> None:
        super().__init__()
        self._kind = kind

    def open(self, generation: int, new: bool = False) -> MemoryVectorStore:
        if new:
            self._stores[generation] = self._kind()
        return super().open(generation)


def place(placer: VectorPlacer, edition: int, texts: list[str], embedder: str = "model") -> int:
    vectors = EditionVectors(tuple(f"p{n}" for n in range(len(texts))), EMBEDDER.embed_passages(texts))
    return placer.place(edition, "a", embedder, {Kind.PASSAGE: vectors}).generation


def test_passages_that_are_all_found_pass() -> None:
    placer = VectorPlacer(MemoryManifests(), MemoryShelf())
    place(placer, 1, ["avgift", "hyra", "lön"])
    place(placer, 2, ["avgift", "hyra", "lön"])
    assert placer.verify() == {}
    assert placer.written == 6


def test_a_passage_is_found_behind_any_number_of_twins() -> None:
    placer = VectorPlacer(MemoryManifests(), MemoryShelf())
    place(placer, 1, ["samma text"] * 300 + ["annan text"])
    placer.verify()


@pytest.mark.parametrize("store", [BlindStore, LosingStore])
@pytest.mark.parametrize("texts", [["avgift", "hyra"], ["avgift", "avgift"]])
def test_a_passage_that_is_not_found_is_told(store: type[MemoryVectorStore], texts: list[str]) -> None:
    placer = VectorPlacer(MemoryManifests(), ShelfOf(store))
    place(placer, 1, texts)
    with pytest.raises(VerificationFailed, match="1 of 2 passages, as p1"):
        placer.verify()


def test_an_edition_of_which_a_passage_is_not_found_is_placed_once_more() -> None:
    shelf = ShelfOf(PartlyBlindStore)
    placer = VectorPlacer(MemoryManifests(), shelf)
    first = place(placer, 1, ["avgift", "hyra", "lön"])
    assert place(placer, 2, ["kommun"]) == first
    assert placer.verify() == {1: Placement(first + 1, "model")}
    assert set(shelf.open(first + 1).of_edition(1, Kind.PASSAGE).ids) == {"p0", "p1", "p2"}


def test_a_generation_that_is_full_is_followed_by_another(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(index.vector_placer, "MAX_VECTORS", 3)
    placer = VectorPlacer(MemoryManifests(), MemoryShelf())
    generations = [place(placer, edition, ["avgift", "hyra"]) for edition in range(5)]
    assert generations[0] == generations[1] != generations[2] == generations[3] != generations[4]


def test_vectors_of_two_embedders_never_share_a_generation() -> None:
    placer = VectorPlacer(MemoryManifests(), MemoryShelf())
    assert place(placer, 1, ["avgift"], "one") != place(placer, 2, ["avgift"], "two")
