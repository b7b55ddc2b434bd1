"""What every catalogue does, the one in memory as those in SQLite and in PostgreSQL."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from index.editions import Edition, Key, Kind, Placement, PlanSummary, Record, Switch
from index.ports import Catalogue
from index.postgres_address import PostgresAddress
from index.postgres_catalogue import open_postgres_catalogue
from index.psycopg_database import PostgresDatabase
from index.sqlite_catalogue import open_sqlite_catalogue
from tests.fakes import memory_catalogue
from tests.index.plans import make_record, make_summary
from tests.index.postgres import needs_postgres


@pytest.fixture(params=["memory", "sqlite", pytest.param("postgres", marks=needs_postgres)])
def catalogue(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Catalogue]:
    if request.param == "memory":
        opened = memory_catalogue()
    elif request.param == "sqlite":
        opened = open_sqlite_catalogue(tmp_path / "library.sqlite", "1")
    else:
        address = PostgresAddress.parse(request.getfixturevalue("postgres"))
        opened = open_postgres_catalogue(PostgresDatabase(address, "1"))
    yield opened
    opened.close()


def passage(id_: str, words: str, heading: str = "") -> Record:
    return make_record(Kind.PASSAGE, id_, f"payload of {id_}".encode(), heading=heading, body=words)


def goal(id_: str, words: str) -> Record:
    return make_record(Kind.GOAL, id_, wording=words)


def stage(catalogue: Catalogue, plan_id: str, *records: Record) -> int:
    number = catalogue.manifests.reserve()
    edition = Edition(
        number, make_summary(plan_id), f"hash {number}", Placement(1, "model"), {Kind.PASSAGE: len(records)}
    )
    catalogue.editions.stage(edition, b"header", records)
    return number


def found(catalogue: Catalogue, *terms: str, editions: list[int] | None = None) -> list[Key]:
    return [match.key for match in catalogue.lexical.search(Kind.PASSAGE, dict.fromkeys(terms, 1.0), 10, editions)]


def test_numbers_are_given_once(catalogue: Catalogue) -> None:
    assert len({catalogue.manifests.reserve() for _ in range(5)}) == 5


def test_a_staged_edition_is_not_in_force(catalogue: Catalogue) -> None:
    stage(catalogue, "a", passage("p0", "avgift"))
    assert catalogue.manifests.read().editions == {}
    assert found(catalogue, "avgift") == []


def test_a_switch_puts_an_edition_into_force(catalogue: Catalogue) -> None:
    before = catalogue.manifests.revision()
    number = stage(catalogue, "a", passage("p0", "avgift"))
    catalogue.manifests.publish(Switch(enter=(number,)))
    manifest = catalogue.manifests.read()
    assert manifest.editions == {
        "a": Edition(number, make_summary("a"), f"hash {number}", Placement(1, "model"), {Kind.PASSAGE: 1})
    }
    assert manifest.revision == catalogue.manifests.revision() > before
    assert found(catalogue, "avgift") == [(number, "p0")]


@pytest.mark.parametrize("period", [None, (2026, 2028)])
def test_the_manifest_tells_whose_each_plan_is(catalogue: Catalogue, period: tuple[int, int] | None) -> None:
    number, summary = catalogue.manifests.reserve(), PlanSummary("a", "Budget 2026", "Skogsbygden", period)
    catalogue.editions.stage(Edition(number, summary, "hash", Placement(1, "model"), {}), b"header", [])
    catalogue.manifests.publish(Switch(enter=(number,)))
    assert catalogue.manifests.read().editions["a"].summary == summary


def test_plans_are_in_order_of_their_ids(catalogue: Catalogue) -> None:
    numbers = [stage(catalogue, plan_id) for plan_id in ("b", "c", "a")]
    catalogue.manifests.publish(Switch(enter=tuple(numbers)))
    assert list(catalogue.manifests.read().editions) == ["a", "b", "c"]


def test_a_replaced_edition_is_erased(catalogue: Catalogue) -> None:
    old = stage(catalogue, "a", passage("p0", "avgift"))
    catalogue.manifests.publish(Switch(enter=(old,)))
    new = stage(catalogue, "a", passage("p0", "hyra"))
    catalogue.manifests.publish(Switch(enter=(new,)))
    assert catalogue.editions.read(old) is None
    assert catalogue.editions.payloads(Kind.PASSAGE, [Key(old, "p0")]) == {}
    assert found(catalogue, "avgift", "hyra") == [(new, "p0")]


def test_a_plan_that_leaves_is_erased_and_the_others_stay(catalogue: Catalogue) -> None:
    leaving, staying = stage(catalogue, "a", passage("p0", "avgift")), stage(catalogue, "b", passage("p0", "avgift"))
    catalogue.manifests.publish(Switch(enter=(leaving, staying)))
    catalogue.manifests.publish(Switch(leave=("a",)))
    assert list(catalogue.manifests.read().editions) == ["b"]
    assert catalogue.editions.read(leaving) is None
    assert found(catalogue, "avgift") == [(staying, "p0")]


def test_an_empty_switch_erases_what_was_only_staged(catalogue: Catalogue) -> None:
    number, before = stage(catalogue, "a", passage("p0", "avgift")), catalogue.manifests.revision()
    catalogue.manifests.publish(Switch())
    assert catalogue.editions.read(number) is None
    assert catalogue.manifests.revision() == before


def test_vectors_that_move_are_placed_anew(catalogue: Catalogue) -> None:
    number = stage(catalogue, "a")
    catalogue.manifests.publish(Switch(enter=(number,)))
    catalogue.manifests.publish(Switch(move={number: Placement(7, "other")}))
    manifest = catalogue.manifests.read()
    assert manifest.editions["a"].placement == (7, "other")
    assert manifest.generations == {7}


def test_an_edition_is_read_in_the_order_it_was_staged(catalogue: Catalogue) -> None:
    number = stage(catalogue, "a", passage("z", "en"), goal("g", "två"), passage("a", "tre"))
    stored = catalogue.editions.read(number)
    assert stored is not None
    assert stored.header == b"header"
    assert stored.records[Kind.PASSAGE] == [b"payload of z", b"payload of a"]
    assert len(stored.records[Kind.GOAL]) == 1


def test_single_records_are_read_and_missing_ones_left_out(catalogue: Catalogue) -> None:
    number = stage(catalogue, "a", passage("p0", "en"), passage("p1", "två"))
    keys = [Key(number, "p1"), Key(number, "p9"), Key(number + 1, "p0")]
    assert catalogue.editions.payloads(Kind.PASSAGE, keys) == {Key(number, "p1"): b"payload of p1"}


def test_ids_of_records_are_told_by_edition_and_kind(catalogue: Catalogue) -> None:
    one = stage(catalogue, "a", passage("p0", "avgift"), passage("p1", "hyra"), goal("g1", "avgift"))
    two = stage(catalogue, "b", passage("p0", "avgift"))
    ids = catalogue.editions.ids(Kind.PASSAGE, [one, two])
    assert {number: set(held) for number, held in ids.items()} == {one: {"p0", "p1"}, two: {"p0"}}
    assert catalogue.editions.ids(Kind.GOAL, [one, two]) == {one: ("g1",), two: ()}
    assert catalogue.editions.ids(Kind.GOAL, []) == {}


def test_more_of_the_words_come_first(catalogue: Catalogue) -> None:
    number = stage(catalogue, "a", passage("p0", "avgift"), passage("p1", "avgift hyra"), passage("p2", "lön"))
    catalogue.manifests.publish(Switch(enter=(number,)))
    matches = catalogue.lexical.search(Kind.PASSAGE, {"avgift": 1.0, "hyra": 1.0}, 10, None)
    assert [match.key.id for match in matches] == ["p1", "p0"]
    assert matches[0].score > matches[1].score > 0


def test_a_search_keeps_to_the_editions_named(catalogue: Catalogue) -> None:
    numbers = [stage(catalogue, plan_id, passage("p0", "avgift")) for plan_id in ("a", "b", "c")]
    catalogue.manifests.publish(Switch(enter=tuple(numbers)))
    assert found(catalogue, "avgift", editions=[numbers[0], numbers[2]]) == [(numbers[0], "p0"), (numbers[2], "p0")]
    assert found(catalogue, "avgift", editions=[]) == []


def test_a_search_keeps_to_its_kind_and_limit(catalogue: Catalogue) -> None:
    number = stage(catalogue, "a", *(passage(f"p{n}", "avgift") for n in range(5)), goal("g", "avgift"))
    catalogue.manifests.publish(Switch(enter=(number,)))
    assert len(catalogue.lexical.search(Kind.PASSAGE, {"avgift": 1.0}, 3, None)) == 3
    assert [match.key.id for match in catalogue.lexical.search(Kind.GOAL, {"avgift": 1.0}, 3, None)] == ["g"]


@pytest.mark.parametrize("terms", [(), ("saknas",), ("OR",), ("2,5",), ('"',)])
def test_words_that_are_nowhere_find_nothing(catalogue: Catalogue, terms: tuple[str, ...]) -> None:
    number = stage(catalogue, "a", passage("p0", "avgift"))
    catalogue.manifests.publish(Switch(enter=(number,)))
    assert found(catalogue, *terms) == []


def test_numbers_with_decimals_are_found_whole(catalogue: Catalogue) -> None:
    number = stage(catalogue, "a", passage("p0", "2,5 procent"), passage("p1", "2 procent 5"))
    catalogue.manifests.publish(Switch(enter=(number,)))
    assert found(catalogue, "2,5") == [(number, "p0")]


def test_a_word_of_more_weight_counts_more(catalogue: Catalogue) -> None:
    number = stage(catalogue, "a", passage("p0", "avgift"), passage("p1", "hyra"), passage("p2", "lön"))
    catalogue.manifests.publish(Switch(enter=(number,)))
    for first, second in (("p0", "p1"), ("p1", "p0")):
        weights = {"avgift": 1.0 if first == "p0" else 0.2, "hyra": 1.0 if first == "p1" else 0.2}
        matches = catalogue.lexical.search(Kind.PASSAGE, weights, 10, None)
        assert [match.key.id for match in matches] == [first, second]
        assert matches[0].score > matches[1].score > 0


def test_terms_that_begin_alike_are_told_with_their_passages(catalogue: Catalogue) -> None:
    number = stage(
        catalogue, "a", passage("p0", "avgift hyra avgift"), passage("p1", "avgift avtal"), goal("g", "avgas")
    )
    catalogue.manifests.publish(Switch(enter=(number,)))
    assert catalogue.lexical.terms_beginning(["avg", "hy"]) == {"avgift": 2, "hyra": 1}
    assert catalogue.lexical.terms_beginning(["avtal", "av"]) == {"avgift": 2, "avtal": 1}
    assert catalogue.lexical.terms_beginning(["x"]) == catalogue.lexical.terms_beginning([]) == {}
