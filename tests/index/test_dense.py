import pytest

import index.dense
import index.edition_vectors
from index.dense import DenseIndex
from index.editions import Edition, Key, Kind, Manifest, Placement, Record
from index.embedder import Vectors
from index.errors import LibraryDamaged
from index.ports import Catalogue
from tests.fakes import HashingEmbedder, MemoryShelf, MemoryVectorStore, memory_catalogue
from tests.index.plans import make_summary

EMBEDDER = HashingEmbedder()


class Plans:
    """Puts editions into generations."""

    def __init__(self) -> None:
        self.shelf = MemoryShelf()
        self.catalogue: Catalogue = memory_catalogue()

    def add(self, generation: int, number: int, plan_id: str, texts: list[str]) -> Edition:
        store = self.shelf.open(generation, new=generation not in self.shelf.generations())
        store.add(Kind.PASSAGE, [Key(number, f"p{n}") for n in range(len(texts))], EMBEDDER.embed_passages(texts))
        sizes = {Kind.PASSAGE: len(texts)}
        edition = Edition(number, make_summary(plan_id), "hash", Placement(generation, EMBEDDER.name), sizes)
        records = [Record(Kind.PASSAGE, f"p{n}", b"", ()) for n in range(len(texts))]
        self.catalogue.editions.stage(edition, b"", records)
        return edition


@pytest.fixture
def plans() -> Plans:
    return Plans()


@pytest.fixture(params=["one by one", "by the index"])
def dense(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch, plans: Plans) -> DenseIndex:
    if request.param == "by the index":
        monkeypatch.setattr(index.dense, "EXACT_VECTORS", 0)
    return DenseIndex(plans.shelf, plans.catalogue.editions)


def manifest_of(*editions: Edition) -> Manifest:
    return Manifest(1, {edition.plan_id: edition for edition in editions})


def query(text: str) -> Vectors:
    return EMBEDDER.embed_query(text)


def test_the_nearest_come_first_over_all_generations(dense: DenseIndex, plans: Plans) -> None:
    one = plans.add(1, 11, "a", ["hyra lokal", "avgift medlem"])
    two = plans.add(2, 12, "b", ["avgift medlem kommun", "lön personal"])
    found = dense.search(Kind.PASSAGE, query("avgift medlem"), [one, two], 2)
    assert [match.key for match in found] == [Key(11, "p1"), Key(12, "p0")]
    assert found[0].score == pytest.approx(1.0, abs=1e-5)


def test_the_nearest_are_found_where_one_generation_has_them_all(dense: DenseIndex, plans: Plans) -> None:
    words = [f"avgift {'medlem ' * (n % 7)}nr{n}" for n in range(40)]
    near = plans.add(1, 11, "a", words)
    far = [plans.add(number, number, str(number), [f"hyra lokal {n}" for n in range(40)]) for number in range(2, 9)]
    found = dense.search(Kind.PASSAGE, query("avgift medlem"), [near, *far], 30)
    alone = dense.search(Kind.PASSAGE, query("avgift medlem"), [near], 30)
    assert found == alone
    assert len({match.key for match in found}) == 30


def test_hits_of_editions_that_are_not_searched_are_passed_over(dense: DenseIndex, plans: Plans) -> None:
    for number in range(20):
        plans.add(1, number, "a", ["avgift medlem"] * 5)
    current = plans.add(1, 99, "b", ["avgift medlem kommun", "hyra", "lön"])
    found = dense.search(Kind.PASSAGE, query("avgift medlem"), [current], 2)
    assert [match.key.edition for match in found] == [99, 99]
    assert found[0].key == Key(99, "p0")


def test_a_search_keeps_to_the_editions_given(dense: DenseIndex, plans: Plans) -> None:
    plans.add(1, 11, "a", ["avgift medlem"] * 30)
    two = plans.add(1, 12, "b", ["lön personal", "hyra"])
    found = dense.search(Kind.PASSAGE, query("avgift medlem"), [two], 8)
    assert {match.key for match in found} == {Key(12, "p0"), Key(12, "p1")}


def test_an_edition_is_found_once_where_it_was_placed_twice(dense: DenseIndex, plans: Plans) -> None:
    plans.add(1, 11, "a", ["avgift medlem", "hyra"])
    placed = plans.add(2, 11, "a", ["avgift medlem", "hyra"])
    found = dense.search(Kind.PASSAGE, query("avgift"), [placed], 8)
    assert [match.key for match in found] == [Key(11, "p0"), Key(11, "p1")]


def test_single_passages_are_scored(dense: DenseIndex, plans: Plans) -> None:
    one = plans.add(1, 11, "a", ["avgift medlem", "hyra"])
    for _ in range(2):
        scores = dense.similarities(Kind.PASSAGE, query("hyra"), manifest_of(one), [Key(11, "p1"), Key(11, "gone")])
        assert scores == {Key(11, "p1"): pytest.approx(1.0, abs=1e-5)}
        dense.search(Kind.PASSAGE, query("hyra"), [one], 1)


def test_nothing_is_found_among_no_editions(dense: DenseIndex) -> None:
    assert dense.search(Kind.PASSAGE, query("hyra"), [], 5) == []


def test_an_index_that_finds_fewer_than_asked_for_ends_the_search(dense: DenseIndex, plans: Plans) -> None:
    one = plans.add(1, 11, "a", [f"avgift {n}" for n in range(30)])
    found = MemoryVectorStore.nearest
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(MemoryVectorStore, "nearest", lambda *asked: [rows[:3] for rows in found(*asked)])
        assert dense.search(Kind.PASSAGE, query("avgift"), [one], 20)


def test_vectors_of_a_plan_are_read_once(plans: Plans) -> None:
    dense = DenseIndex(plans.shelf, plans.catalogue.editions)
    one = plans.add(1, 11, "a", ["avgift medlem", "hyra"])
    dense.search(Kind.PASSAGE, query("hyra"), [one], 1)
    plans.shelf.drop(1)
    assert dense.search(Kind.PASSAGE, query("hyra"), [one], 1)[0].key == Key(11, "p1")


def test_of_plans_searched_together_one_that_is_left_out_is_not_found_again(dense: DenseIndex, plans: Plans) -> None:
    one, two = plans.add(1, 11, "a", ["avgift medlem"]), plans.add(1, 12, "b", ["avgift medlem kommun", "lön"])
    renewed = plans.add(2, 13, "b", ["hyra"])
    keys = [
        {match.key for match in dense.search(Kind.PASSAGE, query("avgift medlem"), editions, 5)}
        for editions in ([one, two], [one], [one, renewed], [one, two])
    ]
    assert keys[1:3] == [{Key(11, "p0")}, {Key(11, "p0"), Key(13, "p0")}]
    assert keys[0] == keys[3] == {Key(11, "p0"), Key(12, "p0"), Key(12, "p1")}


def test_vectors_read_before_make_room_for_others(plans: Plans, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(index.edition_vectors, "CACHED_VECTORS", 3)
    dense = DenseIndex(plans.shelf, plans.catalogue.editions)
    editions = [plans.add(generation, generation, str(generation), ["hyra", "lön"]) for generation in (1, 2)]
    for edition in editions:
        dense.search(Kind.PASSAGE, query("hyra"), [edition], 1)
    plans.shelf.drop(1)
    plans.shelf.drop(2)
    assert dense.search(Kind.PASSAGE, query("hyra"), editions[1:], 1)
    with pytest.raises(LibraryDamaged):
        dense.search(Kind.PASSAGE, query("hyra"), editions[:1], 1)


def test_vectors_that_are_missing_are_told(plans: Plans) -> None:
    dense = DenseIndex(plans.shelf, plans.catalogue.editions)
    one = plans.add(1, 11, "a", ["avgift medlem", "hyra"])
    plans.shelf.open(1, new=True)
    with pytest.raises(LibraryDamaged):
        dense.search(Kind.PASSAGE, query("hyra"), [one], 1)
