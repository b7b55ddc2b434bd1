"""Which of several cells of one table row is meant, where the question names no column of its own."""

import re
from collections.abc import Iterable, Sequence

from assistant.extractive.digest import Digest
from assistant.extractive.figure_search import Fit
from assistant.extractive.rows import Row, label_words
from assistant.question import Question
from assistant.understanding.cues import Asked
from assistant.understanding.small_words import SUM_LABELS, WHOLE
from assistant.understanding.terms import Term
from assistant.understanding.words import INFLECTED, tokens
from ingest.model import Figure, FigureKind, Unit

MONEY = frozenset({Unit.KR, Unit.TKR, Unit.MNKR, Unit.MDKR})
"""Units of money."""

YEARLY = re.compile(r"\b(per år|årlig\w*|varje år|vartdera|om året|per year|a year|annual\w*|yearly)\b", re.IGNORECASE)
"""An amount of one year, which is none of several together."""
_SPAN = re.compile(r"\b(19|20)\d\d\s?[-–—]\s?(19|20)?\d\d\b")
_COUNTED = re.compile(r"\b(hur många|antal\w*|how many|number of)\b", re.IGNORECASE)
_RATIO = re.compile(r"\b(per|index|andel|snitt|genomsnitt\w*|medel\w*)\b", re.IGNORECASE)
_COUNTABLE = frozenset({FigureKind.OTHER, FigureKind.STAFFING, FigureKind.TARGET})
"""Kinds of rows that may count things where the plan prints no unit."""
COLUMN_MARK = ": "
"""What stands between a row's label and the head of a column that is no year."""

Cell = tuple[Fit, Figure]
"""A row that fits, with its figure of the year asked for."""


def of_columns(
    digest: Digest, question: Question, terms: Sequence[Term], cells: Sequence[Cell], others: Sequence[Cell]
) -> list[Cell]:
    """The cells without those of another column than each row is asked for; `others` may stand in the same rows."""
    kept = list(cells)
    kept += [each for each in others if each not in kept and any(_are_alike(each, cell) for cell in cells)]
    for keep in (_of_asked_column, _of_the_whole, _dated, _of_money):
        kept = [cell for cell in kept if keep(digest, question, terms, cell, kept)]
    return kept


def _are_alike(cell: Cell, other: Cell) -> bool:
    """Whether two cells stand in one row of a table under the same label."""
    one, two = cell[1], other[1]
    same = (one.source.table, one.source.row, one.label) == (two.source.table, two.source.row, two.label)
    return one.source.table is not None and same


def _beside(cell: Cell, cells: Sequence[Cell]) -> list[Cell]:
    """The other cells of the row that the cell stands in."""
    place = (cell[1].source.table, cell[1].source.row)
    if place[0] is None:
        return []
    return [each for each in cells if each is not cell and (each[1].source.table, each[1].source.row) == place]


def _column(cell: Cell) -> tuple[str, ...]:
    _, found, column = cell[1].label.rpartition(COLUMN_MARK)
    return label_words(column) if found else ()


def _is_asked(digest: Digest, terms: Sequence[Term], cell: Cell) -> bool:
    column = _column(cell)
    return bool(column) and all(digest.matcher.asked_for(word, terms) >= INFLECTED for word in column)


def _is_whole(digest: Digest, cell: Cell) -> bool:
    """Whether the column is of all the others together (Förbundet, Totalt)."""
    _, found, column = cell[1].label.rpartition(COLUMN_MARK)
    words = [word for word in tokens(column) if not word[0].isdigit()]
    return bool(found and words) and are_of_all(digest, words)


def are_of_all(digest: Digest, words: Iterable[str]) -> bool:
    """Whether the words of a column's head name no part: the whole, a sum, or the organisation itself."""
    return all(word in WHOLE or word in SUM_LABELS or digest.known.is_name(word) for word in words)


def _of_asked_column(digest: Digest, _: Question, terms: Sequence[Term], cell: Cell, cells: Sequence[Cell]) -> bool:
    others = _beside(cell, cells)
    return _is_asked(digest, terms, cell) or not any(_is_asked(digest, terms, other) for other in others)


def _of_the_whole(digest: Digest, _: Question, terms: Sequence[Term], cell: Cell, cells: Sequence[Cell]) -> bool:
    if _is_whole(digest, cell) or _is_asked(digest, terms, cell) or not _column(cell):
        return True
    same = [other for other in _beside(cell, cells) if other[1].year == cell[1].year]
    return not any(_is_whole(digest, other) for other in same)


def _dated(_: Digest, question: Question, __: Sequence[Term], cell: Cell, cells: Sequence[Cell]) -> bool:
    """Whether the cell is of the year asked for, or no other of its row is."""
    if not question.years or cell[1].year is not None or question.unit:
        return True
    return not any(other[1].year is not None for other in _beside(cell, cells))


def _of_money(_: Digest, question: Question, __: Sequence[Term], cell: Cell, cells: Sequence[Cell]) -> bool:
    """Whether the cell is money, or no other of its row is, or something else than an amount of money is asked."""
    if question.unit or question.asks(Asked.COUNT, Asked.SHARE) or _COUNTED.search(question.standalone):
        return True
    return cell[1].unit in MONEY or not any(other[1].unit in MONEY for other in _beside(cell, cells))


def is_of_a_span(figure: Figure) -> bool:
    """Whether a sentence gives the amount for several years together, which is that of none of them."""
    return figure.source.table is None and bool(_SPAN.search(figure.quote)) and not YEARLY.search(figure.quote)


def is_beside(row: Row, other: Row) -> bool:
    """Whether two rows are columns of one row of a table."""
    one, two = row.first.source, other.first.source
    return one.table is not None and (one.table, one.row) == (two.table, two.row)


def may_count(row: Row) -> bool:
    """Whether a row of a table without a unit may be a number of things: no money, and no ratio."""
    return not row.prose and row.first.kind in _COUNTABLE and not _RATIO.search(row.first.label)


def counts_another(digest: Digest, question: Question, row: Row) -> bool:
    """Whether the head of the row's column names other things than those that the question counts."""
    counted = [term for term in question.terms if term.idle and _is_counted(question, term)]
    table, column = row.first.source.table, row.first.source.column
    if not counted or table is None or column is None or row.unit is not Unit.COUNT:
        return False
    top = digest.plan.tables[table].rows[0]
    head = dict.fromkeys(label_words(top[column]), 1.0) if column < len(top) else {}
    return bool(head) and not any(
        digest.matcher.term(term, head) or digest.matcher.term(term, row.words) for term in counted
    )


def _is_counted(question: Question, term: Term) -> bool:
    """Whether the term stands right after the words for how many."""
    return term.place > 0 and question.marks[term.place - 1].word in {"många", "many", "antal"}
