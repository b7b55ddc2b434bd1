import sqlite3
from collections.abc import Iterator

import pytest

import index.sqlite_postings
import index.sqlite_postings_writing
from index.editions import Kind
from index.sqlite_postings import (
    Span,
    arrays_of,
    held_in,
    postings_in,
    rows_with,
    table_definitions,
    terms_between,
    totals,
)
from index.sqlite_postings_writing import UnwrittenPostings, erase_postings
from tests.index.plans import make_record

TEXTS = {1: "avgift hyra avgift", 2: "hyra", 3: "lön", 5: "avgift lön hyra", 6: "mål", 9: "hyra mål", 13: "lön hyra"}
"""Texts by the numbers of their rows."""


@pytest.fixture(autouse=True)
def small_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    for module in (index.sqlite_postings, index.sqlite_postings_writing):
        monkeypatch.setattr(module, "PART", 4)


@pytest.fixture
def connection() -> Iterator[sqlite3.Connection]:
    opened = sqlite3.connect(":memory:")
    for statement in table_definitions():
        opened.execute(statement)
    yield opened
    opened.close()


def write(connection: sqlite3.Connection, *numbers: int) -> None:
    unwritten = UnwrittenPostings()
    for number in numbers:
        unwritten.add(number, make_record(Kind.PASSAGE, "", body=TEXTS[number]))
    unwritten.write(connection)


def everything(connection: sqlite3.Connection) -> list[str]:
    return list(connection.iterdump())


def test_a_terms_rows_are_known_by_number_with_their_frequencies_and_lengths(connection: sqlite3.Connection) -> None:
    write(connection, *TEXTS)
    numbers, postings, worth = postings_in(arrays_of(connection, Kind.PASSAGE, ["avgift"], None), {"avgift": 0.5})
    assert numbers.tolist() == [1, 5]
    assert postings["frequency"].tolist() == [2.0, 1.0]
    assert postings["length"].tolist() == [3, 3]
    assert worth.tolist() == [0.5, 0.5]
    asked = ["hyra", "lön", "saknas"]
    assert rows_with(connection, Kind.PASSAGE, asked) == {"hyra": 5, "lön": 3}
    assert held_in(arrays_of(connection, Kind.PASSAGE, asked, None)) == {"hyra": 5, "lön": 3}
    assert rows_with(connection, Kind.GOAL, ["hyra"]) == {}
    assert totals(connection, Kind.PASSAGE) == (7, 13)
    assert terms_between(connection, Kind.PASSAGE, "h", "m") == {"hyra": 5, "lön": 3}


def test_a_search_may_keep_to_some_parts(connection: sqlite3.Connection) -> None:
    write(connection, *TEXTS)
    worth = {"hyra": 1.0, "avgift": 2.0}
    numbers, *_ = postings_in(arrays_of(connection, Kind.PASSAGE, worth, Span(5, 9).parts), worth)
    assert sorted(numbers.tolist()) == [5, 5, 9]
    assert arrays_of(connection, Kind.PASSAGE, ["avgift"], Span(9, 13).parts) == []


def test_what_is_written_in_turns_is_as_if_written_at_once(connection: sqlite3.Connection) -> None:
    write(connection, *TEXTS)
    at_once = everything(connection)
    connection.executescript("DELETE FROM parts; DELETE FROM passage_terms")
    for number in TEXTS:
        write(connection, number)
    assert everything(connection) == at_once


@pytest.mark.parametrize("span", [Span(1, 1), Span(2, 6), Span(13, 13), Span(1, 13)])
def test_rows_that_are_erased_are_as_if_never_written(connection: sqlite3.Connection, span: Span) -> None:
    kept = [number for number in TEXTS if not span.first <= number <= span.last]
    write(connection, *kept)
    without = everything(connection)
    write(connection, *sorted(set(TEXTS) - set(kept)))
    assert everything(connection) != without
    erase_postings(connection, [span])
    assert everything(connection) == without


def test_rows_without_terms_leave_nothing(connection: sqlite3.Connection) -> None:
    empty = everything(connection)
    unwritten = UnwrittenPostings()
    unwritten.add(1, make_record(Kind.PASSAGE, "", body=" "))
    unwritten.write(connection)
    assert everything(connection) == empty


def test_a_row_of_very_many_terms_counts_as_one_of_the_longest(connection: sqlite3.Connection) -> None:
    write(connection, 1)
    unwritten = UnwrittenPostings()
    unwritten.add(2, make_record(Kind.PASSAGE, "", body="ord " * 70_000))
    unwritten.write(connection)
    assert totals(connection, Kind.PASSAGE) == (2, 3 + 65_504)
    erase_postings(connection, [Span(2, 2)])
    assert totals(connection, Kind.PASSAGE) == (1, 3)
