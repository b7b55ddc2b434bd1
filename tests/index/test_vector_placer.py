from collections.abc import Sequence
from random import Random

import pytest

import index.vector_placer
import index.vector_verification
from index.editions import Edition, Key, Kind, Match, Placement, Record
from index.embedder import Vectors
from index.errors import VerificationFailed
from index.ports import KeyedVectors
from index.vector_placer import VectorPlacer
from tests.fakes import HashingEmbedder, MemoryShelf, MemoryVectorStore, memory_catalogue
from tests.index.plans import make_summary

EMBEDDER = HashingEmbedder()


class BlindStore(MemoryVectorStore):
    """Never finds the passage p1."""

    def nearest(self, kind: Kind, vectors: Vectors, limit: int) -> list[list[Match]]:
        found = super().nearest(kind, vectors, self.count(kind))
        return [[match for match in matches if match.key.id != "p1"][:limit] for matches in found]


class PartlyBlindStore(MemoryVectorStore):
    """Finds the passage p1 of edition 1 only where there are few, as an approximate index can."""

    def nearest(self, kind: Kind, vectors: Vectors, limit: int) -> list[list[Match]]:
        found = super().nearest(kind, vectors, limit)
        return [[match for match in matches if match.key != Key(1, "p1") or self.count(kind) < 4] for matches in found]


class LosingStore(MemoryVectorStore):
    """Loses the last vector of what is added."""

    def add(self, kind: Kind, keys: Sequence[Key], vectors: Vectors) -> None:
        super().add(kind, keys[:-1], vectors[:-1])


class ShelfOf(MemoryShelf):
    def __init__(self, kind: type[MemoryVectorStore]) -> None:
        super().__init__()
        self._kind = kind

    def open(self, generation: int, new: bool = False) -> MemoryVectorStore:
        if new:
            self._stores[generation] = self._kind()
        return super().open(generation)


class Placing:
    """A placer, and what it places staged beside."""

    def __init__(self, shelf: MemoryShelf | None = None) -> None:
        self.shelf = shelf or MemoryShelf()
        self._catalogue = memory_catalogue()
        self.placer = VectorPlacer(self._catalogue, self.shelf)

    def place(self, number: int, texts: list[str], embedder: str = "model") -> int:
        vectors = KeyedVectors(tuple(Key(number, f"p{n}") for n in range(len(texts))), EMBEDDER.embed_passages(texts))
        placement = self.placer.place(number, "a", embedder, {Kind.PASSAGE: vectors})
        records = [Record(Kind.PASSAGE, f"p{n}", b"", ()) for n in range(len(texts))]
        edition = Edition(number, make_summary("a"), "hash", placement, {Kind.PASSAGE: len(texts)})
        self._catalogue.editions.stage(edition, b"", records)
        return placement.generation


def test_passages_that_are_all_found_pass() -> None:
    placing = Placing()
    placing.place(1, ["avgift", "hyra", "lön"])
    placing.place(2, ["avgift", "hyra", "lön"])
    assert placing.placer.verify() == {}
    assert placing.placer.written == 6


@pytest.mark.parametrize("store", [MemoryVectorStore, BlindStore])
def test_a_passage_with_many_twins_need_not_be_found_before_them(store: type[MemoryVectorStore]) -> None:
    placing = Placing(ShelfOf(store))
    placing.place(1, ["samma text"] * 300)
    placing.placer.verify()


def test_a_passage_beside_many_twins_must_be_found_itself() -> None:
    texts = ["samma text", "annan text", *["samma text"] * 20]
    placing = Placing()
    placing.place(1, texts)
    placing.placer.verify()
    blind = Placing(ShelfOf(BlindStore))
    blind.place(1, texts)
    with pytest.raises(VerificationFailed):
        blind.placer.verify()


@pytest.mark.parametrize("store", [MemoryVectorStore, BlindStore])
def test_of_twins_it_is_enough_to_find_one(store: type[MemoryVectorStore]) -> None:
    placing = Placing(ShelfOf(store))
    placing.place(1, ["avgift", "avgift"])
    assert placing.placer.verify() == {}


@pytest.mark.parametrize(
    ("store", "texts"),
    [(BlindStore, ["avgift", "hyra"]), (LosingStore, ["avgift", "hyra"]), (LosingStore, ["avgift", "avgift"])],
)
def test_a_passage_that_is_not_found_is_told(store: type[MemoryVectorStore], texts: list[str]) -> None:
    placing = Placing(ShelfOf(store))
    placing.place(1, texts)
    with pytest.raises(VerificationFailed, match="1 of 2 passages, as p1"):
        placing.placer.verify()


def test_an_edition_of_which_a_passage_is_not_found_is_placed_once_more_and_left_nowhere_else() -> None:
    placing = Placing(ShelfOf(PartlyBlindStore))
    first = placing.place(1, ["avgift", "hyra", "lön"])
    assert placing.place(2, ["kommun"]) == first
    assert placing.placer.verify() == {1: Placement(first + 1, "model"), 2: Placement(first + 2, "model")}
    assert placing.shelf.generations() == {first + 1, first + 2}
    assert placing.shelf.open(first + 1).count(Kind.PASSAGE) == 3


def test_of_many_passages_some_are_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(index.vector_verification, "VERIFIED", 20)
    asked: list[int] = []

    class CountingStore(MemoryVectorStore):
        def nearest(self, kind: Kind, vectors: Vectors, limit: int) -> list[list[Match]]:
            asked.append(len(vectors))
            return super().nearest(kind, vectors, limit)

    placing = Placing(ShelfOf(CountingStore))
    for number in range(10):
        placing.place(number, [f"avgift {number} {n}" for n in range(30)])
    placing.placer.verify()
    assert sum(asked) == 20


@pytest.mark.parametrize(("missed", "passes"), [(5, True), (6, False)])
def test_of_many_passages_a_few_may_be_missed(missed: int, passes: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    class MissingStore(MemoryVectorStore):
        def nearest(self, kind: Kind, vectors: Vectors, limit: int) -> list[list[Match]]:
            found = super().nearest(kind, vectors, limit)
            return [[match for match in matches if int(match.key.id[1:]) >= missed] for matches in found]

    monkeypatch.setattr(index.vector_verification, "VERIFIED", 99)
    placing = Placing(ShelfOf(MissingStore))
    placing.place(1, [f"avgift {n}" for n in range(100)])
    monkeypatch.setattr(Random, "randrange", lambda *_: 99)
    if passes:
        assert placing.placer.verify() == {}
    else:
        with pytest.raises(VerificationFailed, match="6 of 100 passages, as p0"):
            placing.placer.verify()


def test_a_generation_that_is_full_is_followed_by_another(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(index.vector_placer, "MAX_VECTORS", 3)
    placing = Placing()
    generations = [placing.place(edition, ["avgift", "hyra"]) for edition in range(5)]
    assert generations[0] == generations[1] != generations[2] == generations[3] != generations[4]
    placing.placer.verify()


def test_vectors_of_two_embedders_never_share_a_generation() -> None:
    placing = Placing()
    assert placing.place(1, ["avgift"], "one") != placing.place(2, ["avgift"], "two")
