"""What every shelf of vectors does, the one in memory as Chroma's."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from index.chroma_store import ChromaShelf
from index.editions import Kind
from index.embedder import Vectors, unit_length
from index.errors import LibraryDamaged
from index.ports import VectorShelf
from tests.fakes import MemoryShelf

PASSAGE = Kind.PASSAGE


@pytest.fixture(params=["memory", "chroma"])
def shelf(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[VectorShelf]:
    opened: VectorShelf = MemoryShelf() if request.param == "memory" else ChromaShelf(tmp_path)
    yield opened
    opened.close()


def random_vectors(number: int, seed: int = 0) -> Vectors:
    return unit_length(np.random.default_rng(seed).standard_normal((number, 16)))


def ids(number: int) -> list[str]:
    return [f"p{n}" for n in range(number)]


def test_a_new_shelf_is_empty(shelf: VectorShelf) -> None:
    assert shelf.generations() == frozenset()


def test_a_generation_that_is_missing_is_told_as_damage(shelf: VectorShelf) -> None:
    with pytest.raises(LibraryDamaged):
        shelf.open(3)


def test_a_new_generation_is_empty_and_searching_it_finds_nothing(shelf: VectorShelf) -> None:
    store = shelf.open(1, new=True)
    assert shelf.generations() == {1}
    assert store.count(PASSAGE) == 0
    assert store.of_edition(1, PASSAGE).ids == ()


def test_each_vector_is_its_own_nearest(shelf: VectorShelf) -> None:
    store, vectors = shelf.open(1, new=True), random_vectors(300)
    store.add(4, "a", PASSAGE, ids(300), vectors)
    nearest = store.nearest(PASSAGE, vectors, 2)
    assert [found[0].key for found in nearest] == [(4, id_) for id_ in ids(300)]
    assert [found[0].score for found in nearest] == pytest.approx([1.0] * 300, abs=1e-5)


def test_similarity_is_the_cosine(shelf: VectorShelf) -> None:
    store, vectors = shelf.open(1, new=True), random_vectors(50)
    store.add(1, "a", PASSAGE, ids(50), vectors)
    query = random_vectors(1, seed=1)
    scores = {match.key.id: match.score for match in store.nearest(PASSAGE, query, 50)[0]}
    assert [scores[id_] for id_ in ids(50)] == pytest.approx(list(vectors @ query[0]), abs=1e-5)


def test_vectors_come_back_by_edition_as_they_were(shelf: VectorShelf) -> None:
    store, vectors = shelf.open(1, new=True), random_vectors(40)
    store.add(1, "a", PASSAGE, ids(40), vectors)
    store.add(2, "b", PASSAGE, ids(10), random_vectors(10, seed=2))
    found = store.of_edition(1, PASSAGE)
    order = [found.ids.index(id_) for id_ in ids(40)]
    assert np.allclose(found.vectors[order], vectors, atol=1e-6)
    assert store.count(PASSAGE) == 50


def test_each_kind_is_apart(shelf: VectorShelf) -> None:
    store = shelf.open(1, new=True)
    for position, kind in enumerate(Kind):
        store.add(1, "a", kind, ids(5 + position), random_vectors(5 + position, seed=position))
    for position, kind in enumerate(Kind):
        vectors = random_vectors(5 + position, seed=position)
        assert store.count(kind) == 5 + position
        assert set(store.of_edition(1, kind).ids) == set(ids(5 + position))
        assert [found[0].score for found in store.nearest(kind, vectors, 1)] == pytest.approx([1.0] * len(vectors))


def test_no_vectors_can_be_added_and_asked_for(shelf: VectorShelf) -> None:
    store = shelf.open(1, new=True)
    store.add(1, "a", PASSAGE, [], random_vectors(1)[:0])
    store.add(2, "b", PASSAGE, ids(1), random_vectors(1))
    assert store.count(PASSAGE) == 1
    assert store.nearest(PASSAGE, random_vectors(1)[:0], 3) == []


def test_more_vectors_than_fit_one_batch_are_all_added(shelf: VectorShelf) -> None:
    store, vectors = shelf.open(1, new=True), random_vectors(6_000)
    store.add(1, "a", PASSAGE, ids(6_000), vectors)
    assert store.count(PASSAGE) == 6_000


def test_generations_do_not_know_of_each_other(shelf: VectorShelf) -> None:
    shelf.open(1, new=True).add(1, "a", PASSAGE, ids(3), random_vectors(3))
    shelf.open(2, new=True).add(2, "a", PASSAGE, ids(3), random_vectors(3))
    assert {match.key.edition for match in shelf.open(1).nearest(PASSAGE, random_vectors(1), 10)[0]} == {1}


def test_a_dropped_generation_is_gone(shelf: VectorShelf) -> None:
    shelf.open(1, new=True).add(1, "a", PASSAGE, ids(3), random_vectors(3))
    shelf.open(2, new=True)
    shelf.drop(1)
    shelf.drop(9)
    assert shelf.generations() == {2}
    with pytest.raises(LibraryDamaged):
        shelf.open(1)


def test_a_closed_generation_opens_again(shelf: VectorShelf) -> None:
    shelf.open(1, new=True).add(1, "a", PASSAGE, ids(3), random_vectors(3))
    shelf.open(2, new=True)
    shelf.close(keep={2})
    assert len(shelf.open(1).nearest(PASSAGE, random_vectors(1), 10)[0]) == 3
