"""Word search in SQLite: FTS5 finds the rows and weighs a term within each, the weight of a term as such is ours.

FTS5's own inverse document frequency is next to nothing for a term in half of the rows or more, which in a library of
two plans are their organisations' names and their years. So each term is asked for by itself, its score freed of
FTS5's frequency and given the one that is never negative, ln(1 + (N - n + 0.5) / (n + 0.5)); the sum is BM25.
Terms in very many rows are left out where others can do without them: in large libraries they cost most and tell least.
"""

import json
import sqlite3
from collections.abc import Collection, Mapping, Sequence
from itertools import chain
from math import log

from index.editions import Key, Kind, Match
from index.searchable import FIELD_WEIGHTS
from index.sqlite_database import SqliteDatabase, terms_table

COMMON_ROWS = 5_000
COMMON_SHARE = 0.1
"""A term in more rows than both this number and this share of all is too common to search for, if others are not."""

MOST_TERMS = 64
"""The rarest terms of a longer query are enough, and SQLite takes no more than some hundred."""


class SqliteLexicalIndex:
    """A LexicalIndex over the FTS5 tables of one SQLite file."""

    def __init__(self, database: SqliteDatabase) -> None:
        self._database = database

    def search(self, kind: Kind, terms: Sequence[str], limit: int, editions: Collection[int] | None) -> list[Match]:
        """Records that hold any of the terms, by BM25 with the fields' weights, best first."""
        if not terms or (editions is not None and not editions):
            return []
        with self._database.reading() as connection:
            scales = _scales(connection, terms_table(kind), dict.fromkeys(terms))
            if not scales:
                return []
            numbers = None if editions is None else json.dumps(list(editions))
            span = None if numbers is None else _span(connection, numbers)
            rows = connection.execute(*_query(kind, scales, span, numbers, limit)).fetchall()
        return [Match(Key(edition, identity), score) for edition, identity, score in rows]


def _scales(connection: sqlite3.Connection, table: str, terms: Collection[str]) -> Mapping[str, float]:
    """The terms worth asking for, each with what its score by FTS5 is multiplied by."""
    total = connection.execute(f"SELECT count(*) FROM {table}_docsize").fetchone()[0]  # noqa: S608
    most = max(COMMON_ROWS, int(total * COMMON_SHARE))
    counts = {term: _rows_with(connection, table, term, most + 1) for term in terms}
    telling = {term: rows for term, rows in counts.items() if 0 < rows <= most}
    if not telling:
        telling = {term: _rows_with(connection, table, term, total) for term, rows in counts.items() if rows}
    rarest = sorted(telling, key=lambda term: telling[term])[:MOST_TERMS]
    return {term: _frequency(total, telling[term]) / _fts5_frequency(total, telling[term]) for term in rarest}


def _rows_with(connection: sqlite3.Connection, table: str, term: str, at_most: int) -> int:
    statement = f"SELECT count(*) FROM (SELECT 1 FROM {table} WHERE {table} MATCH ? LIMIT ?)"  # noqa: S608
    return int(connection.execute(statement, (_quoted(term), at_most)).fetchone()[0])


def _quoted(term: str) -> str:
    """The term as FTS5 takes it literally."""
    return '"' + term.replace('"', '""') + '"'


def _frequency(total: int, rows: int) -> float:
    return log(1 + (total - rows + 0.5) / (rows + 0.5))


def _fts5_frequency(total: int, rows: int) -> float:
    """The inverse document frequency that FTS5's bm25() has multiplied with, its floor included."""
    return max(log((total - rows + 0.5) / (rows + 0.5)), 1e-6)


def _span(connection: sqlite3.Connection, numbers: str) -> tuple[int, int]:
    """The rows that these editions lie within; FTS5 skips to them by itself."""
    statement = "SELECT min(first), max(last) FROM editions WHERE number IN (SELECT value FROM json_each(?))"
    first, last = connection.execute(statement, (numbers,)).fetchone()
    return first or 0, last or 0


def _query(
    kind: Kind, scales: Mapping[str, float], span: tuple[int, int] | None, numbers: str | None, limit: int
) -> tuple[str, tuple[str | int | float | None, ...]]:
    """The statement and its values: a search for each term, their scores summed for each record in force."""
    table = terms_table(kind)
    weights = ", ".join(str(weight) for weight in FIELD_WEIGHTS[kind].values())
    one = (
        f"SELECT * FROM (SELECT rowid AS row, bm25({table}, {weights}) * ? AS score FROM {table} "  # noqa: S608
        f"WHERE {table} MATCH ? {'AND rowid BETWEEN ? AND ?' if span else ''} LIMIT -1)"
    )
    statement = (
        f"SELECT edition, id, sum(score) AS total FROM ({' UNION ALL '.join([one] * len(scales))}) "  # noqa: S608
        "JOIN records ON number = row WHERE edition IN (SELECT edition FROM plans) "
        "AND (? IS NULL OR edition IN (SELECT value FROM json_each(?))) GROUP BY row ORDER BY total DESC, row LIMIT ?"
    )
    each = [(-scale, _quoted(term), *(span or ())) for term, scale in scales.items()]
    return statement, (*chain.from_iterable(each), numbers, numbers, limit)
