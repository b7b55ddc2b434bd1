"""Rows or units that a question names one by one: "A och B", "A, B eller C"."""

from collections.abc import Sequence
from itertools import pairwise

from assistant.extractive.compared_terms import GENERIC, telling, with_cost, without_tail, without_units
from assistant.extractive.digest import Digest
from assistant.extractive.entries import (
    Field,
    around,
    entry_of,
    is_of_the_whole,
    of_units,
    units_named,
    year_of,
)
from assistant.extractive.figure_search import label_asked
from assistant.extractive.rows import Row
from assistant.question import Question
from assistant.thresholds import FIGURE
from assistant.understanding.terms import Term
from assistant.understanding.words import HEAD, PART

_JOINTS = frozenset(
    {
        "och",
        "and",
        "samt",
        "plus",
        "eller",
        "or",
        "än",
        "than",
        "mot",
        "som",
        "as",
        "respektive",
        "med",
        "från",
        "with",
        "from",
    }
)
_JOINTS |= {"jämfört", "förhållande", "gentemot", "kontra", "compared", "against", "över", "under", "above", "below"}
_NEARBY = 2
"""Words apart that two words of one name may stand ("högskolan i Väst")."""


def named_entries(holder: Digest, question: Question) -> Field | None:
    """The rows of one table, or the units' rows, that the question names one by one; none where one has no figure."""
    if named := _named_rows(holder, question):
        rows, score = named
        year = year_of(holder, question, rows)
        entries = [entry for row in rows if (entry := entry_of(holder, row, year))]
        return Field(tuple(entries), score) if len(entries) == len(rows) else None
    units = units_named(holder, question)
    entries = of_units(holder, with_cost(holder, without_units(question)), units) if len(units) > 1 else []
    return Field(tuple(entries), 1.0) if entries and len(entries) == len(units) else None


def _named_rows(holder: Digest, question: Question) -> tuple[list[Row], float] | None:
    """Two or more rows of one table that the question names one by one, in its order; none where that is not plain.

    A word names a row where it stands in that row's label alone and does not say what the table is about, and is a name
    or with others most of the label; every other word must fit all rows that are named.
    """
    found = [each for rows in _tables(holder) if (each := _named_among(holder, question, rows))]
    found = [each for each in found if _is_at_level(holder, question, each[0])]
    best = max((score for _, score in found), default=0.0)
    found = _carrying(holder, question, [each for each in found if each[1] >= best - FIGURE.margin])
    return found[0] if len(found) == 1 else None


def _carrying(
    holder: Digest, question: Question, found: Sequence[tuple[list[Row], float]]
) -> list[tuple[list[Row], float]]:
    """Of rows in several tables those that the question's words for an amount (a frame, a grant) fit best."""
    if len(found) < 2:
        return list(found)
    idle = [term for term in question.terms if term.idle]
    met = [sum(min(holder.matcher.term(term, row.words) for row in rows) for term in idle) for rows, _ in found]
    return [each for each, worth in zip(found, met, strict=True) if worth >= max(met) - FIGURE.margin]


def _tables(holder: Digest) -> list[list[Row]]:
    """The rows that stand in blocks, by table or list and unit."""
    tables: dict[object, dict[int, Row]] = {}
    for block in holder.blocks:
        first = block.rows[0]
        place = (first.first.source.table, first.unit, id(block) if first.prose else None)
        tables.setdefault(place, {}).update((id(row), row) for row in block.rows)
    return [list(rows.values()) for rows in tables.values()]


def _named_among(holder: Digest, question: Question, rows: Sequence[Row]) -> tuple[list[Row], float] | None:
    """The rows that are named, and how well the words that name none of them fit those."""
    named: dict[int, Row] = {}
    places: dict[int, int] = {}
    certain: set[int] = set()
    rest: list[Term] = []
    for term in telling(holder, question):
        hits = [row for row in rows if holder.matcher.term(term, dict.fromkeys(row.label, 1.0)) >= PART]
        others = sum(holder.matcher.term(term, row.words) >= HEAD for row in rows) - 1
        if len(hits) == 1 and others <= len(rows) // 2:
            named.setdefault(id(hits[0]), hits[0])
            places[term.place] = id(hits[0])
            first = holder.matcher.term(term, {hits[0].label[0]: 1.0}) >= HEAD
            if first or term.name or label_asked(holder, hits[0], question.terms) >= FIGURE.label:
                certain.add(id(hits[0]))
        elif term.text not in GENERIC:
            rest.append(term)
    found = list(named.values())
    if len(found) < 2 or len(certain) < len(found) or not _are_joined(question, places):
        return None
    rest = [term for term in rest if not any(_is_part(holder, term, named[row], at) for at, row in places.items())]
    met = [min(_worth(holder, without_tail(term), row) for row in found) for term in rest]
    if any(worth < FIGURE.word for worth in met):
        return None
    return found, sum(met) / len(met) if met else 1.0


def _is_part(holder: Digest, term: Term, row: Row, place: int) -> bool:
    """Whether a word beside one that names the row is of that row's label too: it is a part of the name."""
    return abs(term.place - place) <= _NEARBY and holder.matcher.term(term, dict.fromkeys(row.label, 1.0)) >= PART


def _worth(holder: Digest, term: Term, row: Row) -> float:
    """How well a word fits a row, or the prose that it stands in."""
    worth = holder.matcher.term(term, row.words)
    return worth if worth >= FIGURE.word else holder.matcher.term(term, around(holder, row))


def _are_joined(question: Question, places: dict[int, int]) -> bool:
    """Whether a joining word or a comma stands between each two names."""
    for one, other in pairwise(sorted(places)):
        between = question.marks[one + 1 : other]
        comma = "," in question.standalone[question.marks[one].end : question.marks[other].start]
        if places[one] != places[other] and not comma and not any(mark.word in _JOINTS for mark in between):
            return False
    return True


def _is_at_level(holder: Digest, question: Question, rows: Sequence[Row]) -> bool:
    units = units_named(holder, question)
    return all(row.owner in units for row in rows) if units else is_of_the_whole(holder, rows[0])
