"""Word search in PostgreSQL: BM25 over the postings, with the same weights as in SQLite, so that both rank alike.

The terms that tell most are asked for first and the rest left out where there are too many postings to read: those
terms take most time and tell least. A search limited to few plans reads their postings only and leaves out none.
"""

from collections.abc import Collection, Mapping, Sequence
from itertools import accumulate
from math import log
from typing import Any, NamedTuple

from index.editions import Key, Kind, Match
from index.psycopg_database import PostgresDatabase

SATURATION, LENGTH_SHARE = 1.2, 0.75
"""How soon more of the same term counts no more, and how much a long record is held back; k1 and b, as is usual."""

MOST_POSTINGS = 50_000
"""So many postings may be read for one query: the first term is always asked for, the next while they fit in."""

FEW_EDITIONS = 100
"""Up to how many editions each term's postings are looked up for one by one; those of more are picked out of all."""

LAST_CHARACTER = "\U0010ffff"

_TERMS = """
SELECT term, number, terms.records, totals.records, totals.tokens
FROM terms JOIN totals USING (kind) WHERE kind = %s AND term = ANY(%s) AND terms.records > 0
"""

_BEST = """
SELECT edition, id, score FROM (
    SELECT edition, ordinal, sum(value * frequency / (frequency + %(of_any)s + %(of_each)s * length)) AS score
    FROM unnest(%(numbers)s::bigint[], %(values)s::float8[]) AS asked (number, value)
    CROSS JOIN LATERAL (
        SELECT edition, ordinal, frequency, length FROM postings WHERE term = asked.number {looked_up} OFFSET 0
    ) AS posting
    WHERE edition NOT IN (SELECT number FROM editions WHERE NOT in_force) {picked_out}
    GROUP BY edition, ordinal ORDER BY score DESC, edition, ordinal LIMIT %(limit)s
) AS best JOIN records USING (edition, ordinal) ORDER BY score DESC, edition, ordinal
"""
"""OFFSET 0 keeps the postings being looked up term by term in their index."""

_ONLY = "AND edition = ANY(%(editions)s::integer[])"

_BEST_OF_ALL = _BEST.format(looked_up="", picked_out="")
_BEST_OF_FEW = _BEST.format(looked_up=_ONLY, picked_out="")
_BEST_OF_MANY = _BEST.format(looked_up="", picked_out=_ONLY)

_BEGINNING = """
SELECT term, records FROM unnest(%s::text[], %s::text[]) AS asked (first, last)
JOIN terms ON records > 0 AND kind = %s AND term >= first COLLATE "C" AND term < last COLLATE "C"
"""


class _Asked(NamedTuple):
    """A term that is asked for: its number, how many records hold it, and the most that it can add to a score."""

    number: int
    holding: int
    value: float


class PostgresLexicalIndex:
    """A LexicalIndex over the postings of one schema."""

    def __init__(self, database: PostgresDatabase) -> None:
        self._database = database

    def search(
        self, kind: Kind, terms: Mapping[str, float], limit: int, editions: Collection[int] | None
    ) -> list[Match]:
        """Records that hold any of the terms, by BM25 with the fields' and the terms' weights, best first."""
        if not terms or limit < 1 or (editions is not None and not editions):
            return []
        few = editions is not None and len(editions) <= FEW_EDITIONS
        statement = _BEST_OF_ALL if editions is None else _BEST_OF_FEW if few else _BEST_OF_MANY
        with self._database.session() as session:
            held = session.execute(_TERMS, (kind.value, list(terms))).fetchall()
            if not held:
                return []
            asked, average = _asked(terms, held)
            read = asked if few else _within_reach(asked)
            values = {
                "of_any": SATURATION * (1 - LENGTH_SHARE),
                "of_each": SATURATION * LENGTH_SHARE / average,
                "numbers": [each.number for each in read],
                "values": [each.value for each in read],
                "editions": None if editions is None else list(editions),
                "limit": limit,
            }
            rows = session.execute(statement, values).fetchall()
        return [Match(Key(edition, identity), score) for edition, identity, score in rows]

    def terms_beginning(self, beginnings: Collection[str]) -> dict[str, int]:
        """Terms of passages that begin with any of these, each with the number of passages that hold it."""
        asked = (list(beginnings), [beginning + LAST_CHARACTER for beginning in beginnings], Kind.PASSAGE.value)
        with self._database.session() as session:
            return dict(session.execute(_BEGINNING, asked).fetchall())


def _asked(weights: Mapping[str, float], held: Sequence[tuple[Any, ...]]) -> tuple[Sequence[_Asked], float]:
    """The terms that are there, those that tell most first, and how long records are on average."""
    *_, records, tokens = held[0]
    asked = [_Asked(number, holding, weights[term] * _gain(records, holding)) for term, number, holding, *_ in held]
    return sorted(asked, key=lambda each: (-each.value, each.number)), tokens / records


def _gain(records: int, holding: int) -> float:
    """The most that a term of weight 1 adds: by the inverse document frequency that is never negative."""
    return (SATURATION + 1) * log(1 + (records - holding + 0.5) / (holding + 0.5))


def _within_reach(terms: Sequence[_Asked]) -> Sequence[_Asked]:
    """The first terms, as many as have few enough postings together."""
    upto = accumulate(term.holding for term in terms)
    return [
        term
        for place, (term, postings) in enumerate(zip(terms, upto, strict=True))
        if place == 0 or postings <= MOST_POSTINGS
    ]
