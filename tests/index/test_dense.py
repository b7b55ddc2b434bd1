import pytest

import index.dense
from index.dense import DenseIndex
from index.editions import Edition, Key, Kind, Manifest, Placement
from index.embedder import Vectors
from tests.fakes import HashingEmbedder, MemoryShelf
from tests.index.plans import make_summary

EMBEDDER = HashingEmbedder()


@pytest.fixture(params=["one by one", "by the index"])
def dense(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch, shelf: MemoryShelf) -> DenseIndex:
    if request.param == "by the index":
        monkeypatch.setattr(index.dense, "EXACT_VECTORS", 0)
    return DenseIndex(shelf)


@pytest.fixture
def shelf() -> MemoryShelf:
    return MemoryShelf()


def add(shelf: MemoryShelf, generation: int, number: int, plan_id: str, texts: list[str]) -> Edition:
    store = shelf.open(generation, new=generation not in shelf.generations())
    store.add(number, plan_id, Kind.PASSAGE, [f"p{n}" for n in range(len(texts))], EMBEDDER.embed_passages(texts))
    return Edition(
        number, make_summary(plan_id), "hash", Placement(generation, EMBEDDER.name), {Kind.PASSAGE: len(texts)}
    )


def manifest_of(*editions: Edition) -> Manifest:
    return Manifest(1, {edition.plan_id: edition for edition in editions})


def query(text: str) -> Vectors:
    return EMBEDDER.embed_query(text)


def test_the_nearest_come_first_over_all_generations(dense: DenseIndex, shelf: MemoryShelf) -> None:
    one = add(shelf, 1, 11, "a", ["hyra lokal", "avgift medlem"])
    two = add(shelf, 2, 12, "b", ["avgift medlem kommun", "lön personal"])
    found = dense.search(Kind.PASSAGE, query("avgift medlem"), [one, two], 2)
    assert [match.key for match in found] == [Key(11, "p1"), Key(12, "p0")]
    assert found[0].score == pytest.approx(1.0, abs=1e-5)


def test_hits_of_editions_not_in_force_are_passed_over(dense: DenseIndex, shelf: MemoryShelf) -> None:
    for number in range(20):
        add(shelf, 1, number, "a", ["avgift medlem"] * 5)
    current = add(shelf, 1, 99, "a", ["avgift medlem kommun", "hyra", "lön"])
    found = dense.search(Kind.PASSAGE, query("avgift medlem"), [current], 2)
    assert [match.key.edition for match in found] == [99, 99]
    assert found[0].key == Key(99, "p0")


def test_a_search_keeps_to_the_editions_given(dense: DenseIndex, shelf: MemoryShelf) -> None:
    add(shelf, 1, 11, "a", ["avgift medlem"] * 30)
    two = add(shelf, 1, 12, "b", ["lön personal", "hyra"])
    found = dense.search(Kind.PASSAGE, query("avgift medlem"), [two], 8)
    assert {match.key for match in found} == {Key(12, "p0"), Key(12, "p1")}


def test_an_edition_is_found_once_where_it_was_placed_twice(dense: DenseIndex, shelf: MemoryShelf) -> None:
    add(shelf, 1, 11, "a", ["avgift medlem", "hyra"])
    placed = add(shelf, 2, 11, "a", ["avgift medlem", "hyra"])
    found = dense.search(Kind.PASSAGE, query("avgift"), [placed], 8)
    assert [match.key for match in found] == [Key(11, "p0"), Key(11, "p1")]


def test_single_passages_are_scored(dense: DenseIndex, shelf: MemoryShelf) -> None:
    one = add(shelf, 1, 11, "a", ["avgift medlem", "hyra"])
    scores = dense.similarities(Kind.PASSAGE, query("hyra"), manifest_of(one), [Key(11, "p1")])
    assert scores == {Key(11, "p1"): pytest.approx(1.0, abs=1e-5)}


def test_nothing_is_found_among_no_editions(dense: DenseIndex) -> None:
    assert dense.search(Kind.PASSAGE, query("hyra"), [], 5) == []
