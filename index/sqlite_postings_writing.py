"""Rows entering and leaving the inverted index that `index.sqlite_postings` describes."""

import sqlite3
from collections import defaultdict
from collections.abc import Collection

import numpy as np
from numpy.typing import NDArray

from index.editions import Kind, Record
from index.searchable import FIELD_WEIGHTS
from index.sqlite_postings import MOST, PART, POSTING, Postings, Span, terms_table

MOST_UNWRITTEN = 1_000_000
"""So many postings are kept in memory before they are written: each writing changes the arrays of the last part."""


class UnwrittenPostings:
    """Postings of staged editions that are not in the database yet: those of several plans are written together."""

    def __init__(self) -> None:
        self._arrays: defaultdict[tuple[Kind, int], defaultdict[str, bytearray]]
        self._counts: defaultdict[tuple[Kind, int], list[int]]
        self._size: int
        self.clear()

    @property
    def are_many(self) -> bool:
        """Whether it is time to write them."""
        return self._size >= MOST_UNWRITTEN

    def add(self, number: int, record: Record) -> None:
        """Add a record's terms, each a word set apart by spaces, with the weights of the fields that they stand in."""
        frequencies: defaultdict[str, float] = defaultdict(float)
        length = 0
        for text, weight in zip(record.fields, FIELD_WEIGHTS[record.kind].values(), strict=True):
            words = text.split()
            length += len(words)
            for word in words:
                frequencies[word] += weight
        if not length:
            return
        part, row = divmod(number, PART)
        counts, arrays = self._counts[record.kind, part], self._arrays[record.kind, part]
        postings = np.empty(len(frequencies), POSTING)
        postings["row"], postings["frequency"] = row, np.minimum([*frequencies.values()], MOST)
        postings["length"] = length = min(length, MOST)
        packed, size = postings.tobytes(), POSTING.itemsize
        for place, term in enumerate(frequencies):
            arrays[term] += packed[place * size : place * size + size]
        counts[0] += 1
        counts[1] += length
        self._size += len(frequencies)

    def write(self, connection: sqlite3.Connection) -> None:
        """Add them to the database, within the transaction that is open."""
        for (kind, part), arrays in self._arrays.items():
            connection.executemany(
                f"INSERT INTO {terms_table(kind)} VALUES (?, ?, ?, ?) ON CONFLICT (part, term) DO UPDATE SET "  # noqa: S608
                "held = held + excluded.held, postings = CAST(postings || excluded.postings AS BLOB)",
                [(part, term, len(arrays[term]) // POSTING.itemsize, bytes(arrays[term])) for term in sorted(arrays)],
            )
            connection.execute(
                "INSERT INTO parts VALUES (?, ?, ?, ?) ON CONFLICT (kind, part) DO UPDATE SET "
                "rows = rows + excluded.rows, terms = terms + excluded.terms",
                (kind, part, *self._counts[kind, part]),
            )

    def clear(self) -> None:
        """Forget them: they are written, or not wanted any more."""
        self._arrays = defaultdict(lambda: defaultdict(bytearray))
        self._counts = defaultdict(lambda: [0, 0])
        self._size = 0


def erase_postings(connection: sqlite3.Connection, spans: Collection[Span]) -> None:
    """Take these rows out of the database, within the transaction that is open."""
    for part in sorted({part for span in spans for part in span.parts}):
        leaving = np.zeros(PART, dtype=bool)
        for first, last in spans:
            leaving[max(first - part * PART, 0) : max(last + 1 - part * PART, 0)] = True
        for kind in Kind:
            _erase_in_part(connection, kind, part, leaving)


def _erase_in_part(connection: sqlite3.Connection, kind: Kind, part: int, leaving: NDArray[np.bool_]) -> None:
    """Erase the rows at the places that are marked."""
    table = terms_table(kind)
    arrays = connection.execute(f"SELECT term, held, postings FROM {table} WHERE part = ?", (part,)).fetchall()  # noqa: S608
    if not arrays:
        return
    postings = np.frombuffer(b"".join(array for *_, array in arrays), POSTING)
    gone = leaving[postings["row"]]
    _count_out(connection, kind, part, postings[gone])
    ends = np.cumsum([held for _, held, _ in arrays])
    starts = np.concatenate([[0], ends[:-1]])
    left: dict[str, Postings] = {}
    for place in np.flatnonzero(np.logical_or.reduceat(gone, starts)):
        array = slice(starts[place], ends[place])
        left[arrays[place][0]] = postings[array][~gone[array]]
    connection.executemany(
        f"UPDATE {table} SET held = ?, postings = ? WHERE part = ? AND term = ?",  # noqa: S608
        [(len(array), array.tobytes(), part, term) for term, array in left.items() if len(array)],
    )
    connection.executemany(
        f"DELETE FROM {table} WHERE part = ? AND term = ?",  # noqa: S608
        [(part, term) for term, array in left.items() if not len(array)],
    )


def _count_out(connection: sqlite3.Connection, kind: Kind, part: int, gone: Postings) -> None:
    _, places = np.unique(gone["row"], return_index=True)
    terms = int(gone["length"][places].sum(dtype=np.int64))
    connection.execute(
        "UPDATE parts SET rows = rows - ?, terms = terms - ? WHERE kind = ? AND part = ?",
        (len(places), terms, kind, part),
    )
    connection.execute("DELETE FROM parts WHERE kind = ? AND part = ? AND rows = 0", (kind, part))
