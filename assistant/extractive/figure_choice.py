"""From the rows that a question can mean to the readings that it does mean: unit, level, year."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from assistant.extractive.digest import Digest
from assistant.extractive.figure_search import Fit, fits
from assistant.extractive.limits import FIGURE
from assistant.extractive.rows import Row
from assistant.question import Question
from assistant.understanding.cues import Asked
from assistant.understanding.terms import Term
from ingest.model import Figure, Unit

MONEY = frozenset({Unit.KR, Unit.TKR, Unit.MNKR, Unit.MDKR})


COUNTED = frozenset({Unit.COUNT, Unit.FULL_TIME_EQUIVALENT})


class Outcome(StrEnum):
    """What looking a figure up in one plan came to."""

    FOUND = "found"
    OTHER_YEAR = "other_year"
    UNDECIDED = "undecided"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class Reading:
    """A figure that the question means, in its row."""

    digest: Digest
    row: Row
    figure: Figure
    score: float


@dataclass(frozen=True, slots=True)
class LookUp:
    """What one plan has for the question: readings that fit equally, or why there is none."""

    outcome: Outcome
    readings: tuple[Reading, ...] = ()
    rows: tuple[Row, ...] = ()


def look_up(digest: Digest, question: Question, terms: Sequence[Term] | None = None) -> LookUp:
    """Look the question's figure up in a plan."""
    wanted = question.terms if terms is None else terms
    found = [fit for fit in fits(digest, wanted, question.total) if fit.score >= FIGURE.row]
    found = [fit for fit in found if _unit_fits(fit.row, question)]
    found = _of_level(digest, question, found)
    sums = [fit for fit in found if fit.row.is_sum]
    if question.total and sums and sums[0].score >= found[0].score - FIGURE.margin:
        found = sums
    if not found:
        return LookUp(Outcome.NOTHING)
    best = found[0].score
    years = question.years.of(digest.plan.period)
    dated = [(fit, figure) for fit in found if (figure := _figure(digest, fit.row, years)) is not None]
    near = [(fit, figure) for fit, figure in dated if fit.score >= best - FIGURE.margin]
    if not near:
        rows = tuple(fit.row for fit in found if fit.score >= best - FIGURE.margin)
        return LookUp(Outcome.OTHER_YEAR, (), rows)
    top = max(fit.score for fit, _ in near)
    readings = [Reading(digest, fit.row, figure, fit.score) for fit, figure in near if fit.score >= top - FIGURE.margin]
    distinct = _distinct(readings)
    if _is_undecided(distinct):
        return LookUp(Outcome.UNDECIDED)
    return LookUp(Outcome.FOUND, tuple(distinct), tuple(reading.row for reading in distinct))


def _unit_fits(row: Row, question: Question) -> bool:
    if question.unit is not None:
        return row.unit is question.unit
    if question.asks(Asked.COUNT):
        return row.unit in COUNTED
    return not question.money or row.unit is None or row.unit in MONEY or row.unit is Unit.KR_PER_INHABITANT


def _of_level(digest: Digest, question: Question, found: Sequence[Fit]) -> list[Fit]:
    """The plan's own rows before those of its units; a unit's only where it, or no own row, fits."""
    words = tuple(mark.word for mark in question.marks)
    named = set(digest.known.owners_named(words))
    if named:
        kept = [fit for fit in found if fit.row.owner in named or _names_itself(digest, fit.row, named)]
        return kept or [fit for fit in found if fit.row.whole]
    whole = [fit for fit in found if fit.row.whole]
    if whole and whole[0].score >= found[0].score - FIGURE.margin:
        return whole
    return list(found)


def _names_itself(digest: Digest, row: Row, owners: Iterable[str]) -> bool:
    """Whether the row's own label or group names the unit (a row of one unit in a table of all)."""
    place = " ".join((row.first.label, *row.first.path)).casefold()
    return any(all(word in place for word in owner.words) for owner in digest.known.owners if owner.name in owners)


def _figure(digest: Digest, row: Row, years: Sequence[int]) -> Figure | None:
    """The row's figure of the year asked for, else of the plan's first year, else its only one."""
    if years:
        named = row.of(years[0])
        undated = row.first if row.first.year is None and years[0] == digest.first_year else None
        return named or undated
    first = row.of(digest.first_year)
    if first is not None or len(row.figures) == 1:
        return first or row.first
    return row.first if row.first.year is not None else None


def _distinct(readings: Sequence[Reading]) -> list[Reading]:
    """One reading of each amount: the one that fits best, the table before the sentence."""
    kept: list[Reading] = []
    for reading in sorted(readings, key=lambda each: (-round(each.score, 2), each.row.prose)):
        figure = reading.figure
        if all((held.figure.value, held.figure.unit) != (figure.value, figure.unit) for held in kept):
            kept.append(reading)
    return kept


def _is_undecided(readings: Sequence[Reading]) -> bool:
    """Whether the same row stands in several tables that belong to nobody knows whom."""
    open_rows = [reading for reading in readings if reading.row.owner is None and not reading.row.prose]
    labels = {reading.figure.label.casefold() for reading in open_rows}
    tables = {reading.figure.source.table for reading in open_rows}
    return len(tables) > 1 and len(labels) < len(open_rows)
