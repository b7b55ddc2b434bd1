"""Word search in SQLite: BM25 with the fields' and the terms' weights, over the arrays of `index.sqlite_postings`.

Robertson and Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond", 2009, with the inverse document
frequency that is never negative, ln(1 + (N - n + 0.5) / (n + 0.5)): in a library of two plans each year and each
organisation's name is in half of the rows. The terms that tell most are asked for first, and the rest left out where
there are too many rows to score: those terms take most time and tell least.
"""

import json
import sqlite3
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import accumulate
from math import log

import numpy as np
from numpy.typing import NDArray

from index.editions import Key, Kind, Match
from index.sqlite_database import SqliteDatabase
from index.sqlite_postings import (
    Array,
    Counts,
    Numbers,
    Postings,
    Span,
    arrays_of,
    held_in,
    postings_in,
    rows_with,
    terms_between,
    totals,
)

SATURATION, LENGTH_SHARE = 1.2, 0.75
"""How soon more of the same term counts no more, and how much a long row is held back; k1 and b, as is usual."""

MOST_POSTINGS = 400_000
"""So many postings may be scored for one query: the first term is always asked for, the next while they fit in."""

LAST_CHARACTER = "\U0010ffff"

Scores = NDArray[np.float32]


class SqliteLexicalIndex:
    """A LexicalIndex over one SQLite file."""

    def __init__(self, database: SqliteDatabase) -> None:
        self._database = database

    def search(
        self, kind: Kind, terms: Mapping[str, float], limit: int, editions: Collection[int] | None
    ) -> list[Match]:
        """Records that hold any of the terms, by BM25 with the fields' and the terms' weights, best first."""
        if not terms or limit < 1 or (editions is not None and not editions):
            return []
        with self._database.reading() as connection:
            total = totals(connection, kind)
            spans = None if editions is None else _spans(connection, editions)
            if total.rows * len(terms) <= MOST_POSTINGS:
                arrays = arrays_of(connection, kind, terms, None)
                gains = _gains(terms, held_in(arrays), total)
            else:
                gains = _gains(terms, rows_with(connection, kind, terms), total)
                arrays = arrays_of(connection, kind, gains, _parts(spans))
            numbers, scores = _scored(arrays, gains, total, spans)
            return list(_best_in_force(connection, numbers, scores, limit))

    def terms_beginning(self, beginnings: Collection[str]) -> dict[str, int]:
        """Terms of passages that begin with any of these, each with the number of passages that hold it."""
        found: dict[str, int] = {}
        with self._database.reading() as connection:
            for beginning in beginnings:
                found |= terms_between(connection, Kind.PASSAGE, beginning, beginning + LAST_CHARACTER)
        return found


def _gains(terms: Mapping[str, float], rows: Mapping[str, int], total: Counts) -> dict[str, float]:
    """The terms to ask for and what each is worth, its weight times its inverse document frequency; most first."""
    worth = {term: terms[term] * log(1 + (total.rows - held + 0.5) / (held + 0.5)) for term, held in rows.items()}
    ranked = sorted(worth, key=lambda term: -worth[term])
    upto = accumulate(rows[term] for term in ranked)
    return {
        term: worth[term]
        for place, (term, held) in enumerate(zip(ranked, upto, strict=True))
        if place == 0 or held <= MOST_POSTINGS
    }


def _spans(connection: sqlite3.Connection, editions: Collection[int]) -> list[Span]:
    statement = "SELECT first, last FROM editions WHERE number IN (SELECT value FROM json_each(?)) AND last >= first"
    return [Span(*row) for row in connection.execute(statement, (json.dumps([*editions]),))]


def _parts(spans: Sequence[Span] | None) -> Sequence[int] | None:
    return None if spans is None else sorted({part for span in spans for part in span.parts})


def _scored(
    arrays: Sequence[Array], gains: Mapping[str, float], total: Counts, spans: Sequence[Span] | None
) -> tuple[Numbers, Scores]:
    """Every row that holds any of the terms, in order, and its score."""
    numbers, postings, worth = postings_in(arrays, gains)
    if spans is not None and len(numbers):
        within = _within(spans, numbers)
        numbers, postings, worth = numbers[within], postings[within], worth[within]
    if not len(numbers):
        return numbers, worth
    lowest = numbers.min()
    scores = np.bincount(numbers - lowest, weights=_saturated(postings, total) * worth).astype(np.float32)
    places = np.flatnonzero(scores)
    return places + lowest, scores[places]


def _saturated(postings: Postings, total: Counts) -> Scores:
    """What each posting's frequency and length come to, from 0 to k1 + 1."""
    frequency = postings["frequency"].astype(np.float32)
    share = np.float32(LENGTH_SHARE * total.rows / total.terms)
    length = postings["length"].astype(np.float32) * share + np.float32(1 - LENGTH_SHARE)
    saturated = frequency * np.float32(SATURATION + 1) / (frequency + np.float32(SATURATION) * length)
    return saturated.astype(np.float32, copy=False)


def _within(spans: Sequence[Span], numbers: Numbers) -> NDArray[np.bool_]:
    """Which of the numbers lie in one of the spans."""
    lowest = numbers.min()
    marked = np.zeros(numbers.max() + 1 - lowest, dtype=bool)
    for first, last in spans:
        marked[max(first - lowest, 0) : max(last + 1 - lowest, 0)] = True
    within: NDArray[np.bool_] = marked[numbers - lowest]
    return within


def _best_in_force(connection: sqlite3.Connection, numbers: Numbers, scores: Scores, limit: int) -> Iterator[Match]:
    """The best rows of editions in force, best first; those of others, which are staged, are passed over."""
    statement = (
        "SELECT key, edition, records.id FROM json_each(?) JOIN records ON number = value "
        "WHERE edition IN (SELECT edition FROM plans)"
    )
    looked_at, left = 0, limit
    while left and looked_at < len(numbers):
        best = _best(numbers, scores, looked_at * 4 or limit)[looked_at:]
        ranked = scores[best].tolist()
        rows = sorted(connection.execute(statement, (json.dumps(numbers[best].tolist()),)))[:left]
        yield from (Match(Key(edition, identity), ranked[place]) for place, edition, identity in rows)
        left -= len(rows)
        looked_at += len(ranked)


def _best(numbers: Numbers, scores: Scores, count: int) -> Numbers:
    """Places of the best scores, best first; of equal ones the row that was staged first."""
    if count < len(scores):
        least = np.partition(scores, len(scores) - count)[len(scores) - count]
        places = np.flatnonzero(scores >= least)
    else:
        places = np.arange(len(scores))
    return places[np.lexsort((numbers[places], -scores[places]))][:count]
