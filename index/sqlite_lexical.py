"""Word search in SQLite: FTS5 finds the rows and ranks them by BM25, with its term weights or with ours.

FTS5's inverse document frequency is next to nothing for a term in half of the rows or more, which in a library of two
plans are their years and their organisations' names. So where there are few rows to look at, each term is asked for by
itself, its score freed of FTS5's frequency and given the one that is never negative, ln(1 + (N - n + 0.5) / (n + 0.5)).
Where there are many, no term that is asked for is that common, and one query for all of them takes a quarter of the
time. The rarest terms are asked for first and the commonest left out when there are too many rows: they cost most and
tell least.
"""

import json
import sqlite3
from collections.abc import Collection, Mapping, Sequence
from itertools import accumulate, chain
from math import log

from index.editions import Key, Kind, Match
from index.searchable import FIELD_WEIGHTS
from index.sqlite_database import VOCABULARY, SqliteDatabase, terms_table

MOST_ROWS = 20_000
"""How many rows may be looked at for one query: the rarest term is always asked for, the next while they fit in."""

FEW_ROWS = 3_000
"""Up to how many rows terms get a weight of our own."""

MOST_TERMS = 64
"""How many terms may be asked for: SQLite takes no more than some hundred."""

LAST_CHARACTER = "\U0010ffff"

Query = tuple[str, tuple[str | int | float, ...]]


class SqliteLexicalIndex:
    """A LexicalIndex over the FTS5 tables of one SQLite file."""

    def __init__(self, database: SqliteDatabase) -> None:
        self._database = database

    def search(
        self, kind: Kind, terms: Mapping[str, float], limit: int, editions: Collection[int] | None
    ) -> list[Match]:
        """Records that hold any of the terms, by BM25 with the fields' and the terms' weights, best first."""
        if not terms or (editions is not None and not editions):
            return []
        table = terms_table(kind)
        with self._database.reading() as connection:
            counts = _counts(connection, table, terms)
            if not counts:
                return []
            numbers = None if editions is None else json.dumps(list(editions))
            span = None if numbers is None else _span(connection, numbers)
            if sum(counts.values()) <= FEW_ROWS:
                scored, values = _term_by_term(kind, terms, counts, _total(connection, table), span)
            else:
                scored, values = _weight_by_weight(kind, {term: terms[term] for term in counts}, span)
            statement = (
                f"SELECT edition, id, sum(score) AS score FROM ({scored}) JOIN records ON number = row "  # noqa: S608
                "WHERE edition IN (SELECT edition FROM plans) "
                "AND (? IS NULL OR edition IN (SELECT value FROM json_each(?))) "
                "GROUP BY row ORDER BY 3 DESC, row LIMIT ?"
            )
            rows = connection.execute(statement, (*values, numbers, numbers, limit)).fetchall()
        return [Match(Key(edition, identity), score) for edition, identity, score in rows]

    def terms_beginning(self, beginnings: Collection[str]) -> dict[str, int]:
        """Terms of passages that begin with any of these, each with the number of passages that hold it."""
        statement = f"SELECT term, doc FROM {VOCABULARY} WHERE term >= ? AND term < ?"  # noqa: S608
        with self._database.reading() as connection:
            return {
                term: passages
                for beginning in beginnings
                for term, passages in connection.execute(statement, (beginning, beginning + LAST_CHARACTER))
            }


def _counts(connection: sqlite3.Connection, table: str, terms: Collection[str]) -> Mapping[str, int]:
    """The terms to ask for, rarest first, and how many rows each is in (no more than `MOST_ROWS` + 1 are counted)."""
    counts = {term: _rows_with(connection, table, term) for term in terms}
    rarest = sorted((term for term in terms if counts[term]), key=lambda term: counts[term])[:MOST_TERMS]
    upto = accumulate(counts[term] for term in rarest)
    return {
        term: counts[term]
        for place, (term, rows) in enumerate(zip(rarest, upto, strict=True))
        if place == 0 or rows <= MOST_ROWS
    }


def _rows_with(connection: sqlite3.Connection, table: str, term: str) -> int:
    statement = f"SELECT count(*) FROM (SELECT 1 FROM {table} WHERE {table} MATCH ? LIMIT ?)"  # noqa: S608
    return int(connection.execute(statement, (_quoted(term), MOST_ROWS + 1)).fetchone()[0])


def _total(connection: sqlite3.Connection, table: str) -> int:
    return int(connection.execute(f"SELECT count(*) FROM {table}_docsize").fetchone()[0])  # noqa: S608


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


def _scored(kind: Kind, span: tuple[int, int] | None) -> str:
    """A search of one FTS5 table: row, and BM25 (negative) times a value."""
    table = terms_table(kind)
    weights = ", ".join(str(weight) for weight in FIELD_WEIGHTS[kind].values())
    within = "AND rowid BETWEEN ? AND ?" if span else ""
    return f"SELECT rowid AS row, bm25({table}, {weights}) * ? AS score FROM {table} WHERE {table} MATCH ? {within}"  # noqa: S608


def _weight_by_weight(kind: Kind, weights: Mapping[str, float], span: tuple[int, int] | None) -> Query:
    """One search for all the terms of each weight."""
    alike = {weight: [term for term in weights if weights[term] == weight] for weight in weights.values()}
    return _together(kind, [(weight, " OR ".join(map(_quoted, terms))) for weight, terms in alike.items()], span)


def _term_by_term(
    kind: Kind, weights: Mapping[str, float], counts: Mapping[str, int], total: int, span: tuple[int, int] | None
) -> Query:
    """One search for each term, with our frequency in the place of FTS5's."""
    scales = {term: _frequency(total, rows) / _fts5_frequency(total, rows) for term, rows in counts.items()}
    return _together(kind, [(weights[term] * scale, _quoted(term)) for term, scale in scales.items()], span)


def _together(kind: Kind, searches: Sequence[tuple[float, str]], span: tuple[int, int] | None) -> Query:
    one = f"SELECT * FROM ({_scored(kind, span)} LIMIT -1)"  # noqa: S608
    values = [(-scale, expression, *(span or ())) for scale, expression in searches]
    return " UNION ALL ".join([one] * len(values)), tuple(chain.from_iterable(values))
