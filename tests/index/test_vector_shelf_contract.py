"""What every shelf of vectors does, the one in memory as Chroma's."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from itertools import count
from pathlib import Path

import numpy as np
import pytest

from index.chroma_address import ChromaAddress
from index.chroma_server import ChromaServerShelf
from index.chroma_store import ChromaShelf
from index.editions import Key, Kind
from index.embedder import Vectors, unit_length
from index.errors import LibraryDamaged
from index.ports import VectorShelf
from tests.fakes import MemoryShelf

PASSAGE = Kind.PASSAGE

installations = count(1)


@pytest.fixture(params=["memory", "chroma", "chroma server"])
def shelf(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[VectorShelf]:
    opened = open_shelf(request, tmp_path)
    yield opened
    opened.close()


def open_shelf(request: pytest.FixtureRequest, data: Path) -> VectorShelf:
    if request.param == "memory":
        return MemoryShelf()
    if request.param == "chroma":
        return ChromaShelf(data)
    address = ChromaAddress.parse(request.getfixturevalue("chroma_server"))
    return ChromaServerShelf(address, f"test{next(installations)}")


def random_vectors(number: int, seed: int = 0) -> Vectors:
    return unit_length(np.random.default_rng(seed).standard_normal((number, 16)))


def keys(edition: int, number: int) -> list[Key]:
    return [Key(edition, f"p{n}") for n in range(number)]


def test_a_new_shelf_is_empty(shelf: VectorShelf) -> None:
    assert shelf.generations() == frozenset()


def test_a_generation_that_is_missing_is_told_as_damage(shelf: VectorShelf) -> None:
    with pytest.raises(LibraryDamaged):
        shelf.open(3)


def test_a_new_generation_is_empty_and_searching_it_finds_nothing(shelf: VectorShelf) -> None:
    store = shelf.open(1, new=True)
    assert shelf.generations() == {1}
    assert store.count(PASSAGE) == 0
    assert store.vectors(PASSAGE, keys(1, 3)).keys == ()


def test_each_vector_is_its_own_nearest(shelf: VectorShelf) -> None:
    store, vectors = shelf.open(1, new=True), random_vectors(300)
    store.add(PASSAGE, keys(4, 300), vectors)
    nearest = store.nearest(PASSAGE, vectors, 2)
    assert [found[0].key for found in nearest] == keys(4, 300)
    assert [found[0].score for found in nearest] == pytest.approx([1.0] * 300, abs=1e-5)


def test_similarity_is_the_cosine(shelf: VectorShelf) -> None:
    store, vectors = shelf.open(1, new=True), random_vectors(50)
    store.add(PASSAGE, keys(1, 50), vectors)
    query = random_vectors(1, seed=1)
    scores = {match.key: match.score for match in store.nearest(PASSAGE, query, 50)[0]}
    assert [scores[key] for key in keys(1, 50)] == pytest.approx(list(vectors @ query[0]), abs=1e-5)


def test_vectors_come_back_by_their_keys_as_they_were(shelf: VectorShelf) -> None:
    store, vectors = shelf.open(1, new=True), random_vectors(40)
    store.add(PASSAGE, keys(1, 40), vectors)
    store.add(PASSAGE, keys(2, 10), random_vectors(10, seed=2))
    found = store.vectors(PASSAGE, [*keys(1, 40), Key(3, "p0")])
    order = [found.keys.index(key) for key in keys(1, 40)]
    assert len(found.keys) == 40
    assert np.allclose(found.vectors[order], vectors, atol=1e-6)
    assert store.count(PASSAGE) == 50


def test_each_kind_is_apart(shelf: VectorShelf) -> None:
    store = shelf.open(1, new=True)
    for position, kind in enumerate(Kind):
        store.add(kind, keys(1, 5 + position), random_vectors(5 + position, seed=position))
    for position, kind in enumerate(Kind):
        vectors = random_vectors(5 + position, seed=position)
        assert store.count(kind) == 5 + position
        assert set(store.vectors(kind, keys(1, 9)).keys) == set(keys(1, 5 + position))
        assert [found[0].score for found in store.nearest(kind, vectors, 1)] == pytest.approx([1.0] * len(vectors))


def test_no_vectors_can_be_added_and_asked_for(shelf: VectorShelf) -> None:
    store = shelf.open(1, new=True)
    store.add(PASSAGE, [], random_vectors(1)[:0])
    store.add(PASSAGE, keys(2, 1), random_vectors(1))
    assert store.count(PASSAGE) == 1
    assert store.nearest(PASSAGE, random_vectors(1)[:0], 3) == []


def test_more_vectors_than_fit_one_batch_are_all_added(shelf: VectorShelf) -> None:
    store, vectors = shelf.open(1, new=True), random_vectors(6_000)
    store.add(PASSAGE, keys(1, 6_000), vectors)
    assert store.count(PASSAGE) == 6_000
    assert len(store.vectors(PASSAGE, keys(1, 6_000)).keys) == 6_000


def test_generations_do_not_know_of_each_other(shelf: VectorShelf) -> None:
    shelf.open(1, new=True).add(PASSAGE, keys(1, 3), random_vectors(3))
    shelf.open(2, new=True).add(PASSAGE, keys(2, 3), random_vectors(3))
    assert {match.key.edition for match in shelf.open(1).nearest(PASSAGE, random_vectors(1), 10)[0]} == {1}


def test_a_dropped_generation_is_gone(shelf: VectorShelf) -> None:
    shelf.open(1, new=True).add(PASSAGE, keys(1, 3), random_vectors(3))
    shelf.open(2, new=True)
    shelf.drop(1)
    shelf.drop(9)
    assert shelf.generations() == {2}
    with pytest.raises(LibraryDamaged):
        shelf.open(1)


def test_a_closed_generation_opens_again(shelf: VectorShelf) -> None:
    shelf.open(1, new=True).add(PASSAGE, keys(1, 3), random_vectors(3))
    shelf.open(2, new=True)
    shelf.close(keep={2})
    assert len(shelf.open(1).nearest(PASSAGE, random_vectors(1), 10)[0]) == 3


def test_a_sealed_generation_answers_as_before(shelf: VectorShelf) -> None:
    store = shelf.open(1, new=True)
    store.add(PASSAGE, keys(1, 120), random_vectors(120))
    store.seal()
    shelf.close()
    assert len(shelf.open(1).vectors(PASSAGE, keys(1, 120)).keys) == 120
    assert [found[0].key for found in shelf.open(1).nearest(PASSAGE, random_vectors(120), 1)] == keys(1, 120)


def test_many_callers_are_answered_at_once(shelf: VectorShelf) -> None:
    vectors = random_vectors(400)
    for generation in range(1, 5):
        shelf.open(generation, new=True).add(PASSAGE, keys(generation, 400), vectors)
    shelf.close()

    def ask(row: int) -> bool:
        generation = row % 4 + 1
        (found,) = shelf.open(generation).nearest(PASSAGE, vectors[row : row + 1], 3)
        held = shelf.open(generation).vectors(PASSAGE, [found[0].key])
        return found[0].key == Key(generation, f"p{row}") and np.allclose(held.vectors[0], vectors[row], atol=1e-6)

    with ThreadPoolExecutor(8) as callers:
        assert all(callers.map(ask, range(200)))
