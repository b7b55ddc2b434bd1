"""An inverted index in SQLite: the rows that hold a term, and how, as arrays that numpy scores at once.

FTS5 was measured before this was written. It takes 2 to 3 µs to rank a row, whose length it looks up by itself, so that
terms had to be left out from some ten thousand passages on; and it forgets a deleted row's words only when its whole
index is written anew, minutes at a million passages (what would help, its option `secure-delete`, is younger than the
SQLite of many Pythons). Here a row is ranked in some 20 ns, and what leaves is gone at once.

Rows are numbered as in `records`. `PART` numbers in a row are a part, and a term has one array of postings in each
part: a plan that enters or leaves changes the arrays of its own terms in its own part, no others.
"""

import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from index.editions import Kind

PART = 1 << 16
"""So many rows share an array: with more it is quicker to search, with fewer to change."""

POSTING = np.dtype([("row", "<u2"), ("frequency", "<f2"), ("length", "<u2")])
"""The row's place in its part, the occurrences weighted by field, and how many terms the row has in all."""

MOST = 65_504
"""Rows of more terms, and more occurrences, count as being so many: the largest number that a posting can hold."""

Numbers = NDArray[np.int64]
Postings = NDArray[np.void]


class Counts(NamedTuple):
    """How many rows of a kind there are, and how many terms these have together."""

    rows: int
    terms: int


class Array(NamedTuple):
    """The postings of one term in one part, and how many rows hold it there."""

    part: int
    term: str
    held: int
    postings: bytes


class Span(NamedTuple):
    """An edition's rows, first and last included."""

    first: int
    last: int

    @property
    def parts(self) -> range:
        """The parts that it lies in."""
        return range(self.first // PART, self.last // PART + 1)


def terms_table(kind: Kind) -> str:
    """Name of the table that holds the terms of this kind of record."""
    return f"{kind.value}_terms"


def table_definitions() -> Iterator[str]:
    """The statements that make the tables."""
    yield (
        "CREATE TABLE parts (kind TEXT, part INTEGER, rows INTEGER NOT NULL, terms INTEGER NOT NULL, "
        "PRIMARY KEY (kind, part)) WITHOUT ROWID"
    )
    for kind in Kind:
        yield (
            f"CREATE TABLE {terms_table(kind)} (part INTEGER, term TEXT, held INTEGER NOT NULL, "
            "postings BLOB NOT NULL, PRIMARY KEY (part, term)) WITHOUT ROWID"
        )


def totals(connection: sqlite3.Connection, kind: Kind) -> Counts:
    """The size of all parts."""
    statement = "SELECT coalesce(sum(rows), 0), coalesce(sum(terms), 0) FROM parts WHERE kind = ?"
    return Counts(*connection.execute(statement, (kind,)).fetchone())


def rows_with(connection: sqlite3.Connection, kind: Kind, terms: Iterable[str]) -> dict[str, int]:
    """How many rows hold each term; those that are in none are left out."""
    statement = f"SELECT term, sum(held) FROM {_asked_of(kind)} GROUP BY term"  # noqa: S608
    return dict(connection.execute(statement, (json.dumps([*terms]), kind)))


def terms_between(connection: sqlite3.Connection, kind: Kind, first: str, beyond: str) -> dict[str, int]:
    """Terms from the first up to, but not with, the other, each with how many rows hold it."""
    statement = f"SELECT term, sum(held) FROM {_parts_of(kind)} AND term >= ? AND term < ? GROUP BY term"  # noqa: S608
    return dict(connection.execute(statement, (kind, first, beyond)))


def arrays_of(
    connection: sqlite3.Connection, kind: Kind, terms: Iterable[str], parts: Sequence[int] | None
) -> list[Array]:
    """The arrays of the terms; null parts: all."""
    within = "" if parts is None else f"AND parts.part IN ({', '.join(map(str, parts))})"
    statement = f"SELECT parts.part, term, held, postings FROM {_asked_of(kind)} {within}"  # noqa: S608
    return list(map(Array._make, connection.execute(statement, (json.dumps([*terms]), kind))))


def held_in(arrays: Iterable[Array]) -> dict[str, int]:
    """How many rows hold each term of the arrays, where these are those of every part."""
    held: defaultdict[str, int] = defaultdict(int)
    for array in arrays:
        held[array.term] += array.held
    return held


def postings_in(arrays: Sequence[Array], worth: Mapping[str, float]) -> tuple[Numbers, Postings, NDArray[np.float32]]:
    """The numbers of the rows in the arrays, each posting there, and what its term is worth.

    A row is there once for each term that it holds.
    """
    postings = np.frombuffer(b"".join([array.postings for array in arrays]), POSTING)
    held = [array.held for array in arrays]
    starts = np.repeat(np.array([array.part * PART for array in arrays], dtype=np.int64), held)
    worths = np.repeat(np.array([worth[array.term] for array in arrays], dtype=np.float32), held)
    return starts + postings["row"], postings, worths


def _asked_of(kind: Kind) -> str:
    """Each asked term's arrays; the cross joins keep SQLite to this order, in which every array is looked up by key."""
    return (
        f"json_each(?) AS asked CROSS JOIN parts CROSS JOIN {terms_table(kind)} AS terms "
        "ON terms.part = parts.part AND term = asked.value WHERE parts.kind = ?"
    )


def _parts_of(kind: Kind) -> str:
    return f"parts JOIN {terms_table(kind)} USING (part) WHERE kind = ?"
