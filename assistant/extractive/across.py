"""What a question compares where a table has those compared as its columns: the cells of one row side by side."""

from collections.abc import Sequence

from assistant.extractive.columns import COLUMN_MARK, are_of_all
from assistant.extractive.compared_terms import concept_of
from assistant.extractive.digest import Digest
from assistant.extractive.entries import Entry, Field, entry_of, year_of
from assistant.extractive.rows import Row
from assistant.question import Question
from assistant.thresholds import FIGURE
from assistant.understanding.words import INFLECTED, likeness, listed, tokens
from index.analysis import is_word

_PLACES = listed("kommun medlemskommun ort stad län region")
"""What columns are called whose heads are names."""
_LEAST = 2


def field_across(holder: Digest, question: Question) -> Field | None:
    """The columns of the one row that the question's words mean; none where that is not plain."""
    concept = concept_of(holder, question)
    terms = concept[1:]
    if not terms or not any(likeness(concept[0].text, place) >= INFLECTED for place in _PLACES):
        return None
    found = []
    for rows in _side_by_side(holder):
        met = [min(holder.matcher.term(term, row.words) for row in rows) for term in terms]
        if min(met) >= FIGURE.word:
            found.append((sum(met) / len(met), rows))
    best = max((score for score, _ in found), default=0.0)
    meant = [each for each in found if each[0] >= best - FIGURE.margin]
    entries = _entries(holder, question, meant[0][1]) if len(meant) == 1 else []
    return Field(tuple(entries), best) if len(entries) >= _LEAST else None


def _side_by_side(holder: Digest) -> list[list[Row]]:
    """The cells of each row of a table whose columns are headed by names, but for that of the whole."""
    families: dict[object, list[Row]] = {}
    for row in holder.rows:
        first = row.first
        if not row.prose and COLUMN_MARK in first.label:
            families.setdefault((first.source.table, first.source.row, first.unit, first.year), []).append(row)
    kept = ([row for row in rows if not _is_whole(holder, row)] for rows in families.values())
    return [rows for rows in kept if len(rows) >= _LEAST and all(_is_named(row) for row in rows)]


def _head(row: Row) -> str:
    return row.first.label.rpartition(COLUMN_MARK)[2]


def _is_whole(holder: Digest, row: Row) -> bool:
    return are_of_all(holder, tokens(_head(row)))


def _is_named(row: Row) -> bool:
    return _head(row)[:1].isupper() and not any(is_word(word) for word in tokens(_head(row)))


def _entries(holder: Digest, question: Question, rows: Sequence[Row]) -> list[Entry]:
    year = year_of(holder, question, rows)
    known = [entry_of(holder, row, year) for row in rows]
    entries = [entry for entry in known if entry is not None]
    return entries if len(entries) == len(rows) else []
