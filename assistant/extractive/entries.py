"""What is compared: rows or units with a figure of one year each, under the names that the answer gives them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from assistant.extractive.compared_terms import GENERIC
from assistant.extractive.digest import Digest
from assistant.extractive.figure_choice import is_about
from assistant.extractive.figure_search import Fit, fits
from assistant.extractive.matching import weighted
from assistant.extractive.rows import Row
from assistant.question import Question
from assistant.thresholds import FIELD_WEIGHTS, FIGURE
from ingest.model import Figure


@dataclass(frozen=True, slots=True)
class Entry:
    """One of those compared: its name and its figure."""

    name: str
    row: Row
    figure: Figure


@dataclass(frozen=True, slots=True)
class Field:
    """Those compared, and how well the question's words are met."""

    entries: tuple[Entry, ...]
    score: float


def best_field(found: Sequence[Field]) -> Field | None:
    """The field that fits the question best of several plans'; none where two fit about equally."""
    ordered = sorted(found, key=lambda field: -field.score)
    if len(ordered) > 1 and ordered[1].score >= ordered[0].score - FIGURE.margin:
        return None
    return ordered[0] if ordered else None


def year_of(holder: Digest, question: Question, rows: Sequence[Row]) -> int | None:
    """The year asked for, else the plan's first, else the first that the rows have."""
    asked = question.years.of(holder.plan.period)
    if asked:
        return asked[0]
    known = sorted({year for row in rows for year in row.years})
    return holder.first_year if holder.first_year in known else next(iter(known), None)


def entry_of(holder: Digest, row: Row, year: int | None, name: str = "") -> Entry | None:
    """The row's figure of the year; one without a year counts for the plan's first, and where none is asked."""
    figure = row.of(year)
    undated = row.first.year is None and (
        year in {None, holder.first_year} or (year is not None and is_about(holder, row, year))
    )
    if figure is None and undated:
        figure = row.first
    return Entry(name or row.first.label, row, figure) if figure else None


def units_named(holder: Digest, question: Question) -> list[str]:
    """The units that the question names, in its order."""
    named = holder.known.owners_named(tuple(mark.word for mark in question.marks))
    return sorted(named, key=lambda name: named[name])


def of_units(holder: Digest, question: Question, units: Sequence[str]) -> list[Entry]:
    """The same row of each of these units, where there is one that fits best and is called the same everywhere."""
    concept = [term for term in question.terms if not term.owner and term.text not in GENERIC]
    found = fits(holder, concept, question.total)
    each = [own for unit in units if (own := _of_unit(holder, question, unit, found))]
    best = max((score for _, score in each), default=0.0)
    names = {entry.row.name for entry, score in each if score >= best - FIGURE.margin}
    return [entry for entry, _ in each if entry.row.name in names] if len(names) == 1 else []


def _of_unit(holder: Digest, question: Question, unit: str, found: Sequence[Fit]) -> tuple[Entry, float] | None:
    own = [fit for fit in found if fit.row.owner == unit and fit.score >= FIGURE.row and not fit.row.prose]
    best = [fit for fit in own if fit.score >= own[0].score - FIGURE.margin]
    year = year_of(holder, question, [fit.row for fit in best])
    entries = [(entry, fit.score) for fit in best if (entry := entry_of(holder, fit.row, year, unit))]
    return entries[0] if len(entries) == 1 else None


def is_of_the_whole(holder: Digest, row: Row) -> bool:
    """Whether the table that the row stands in is of the plan's own level, whatever unit the row itself is of."""
    table = row.first.source.table
    owner = holder.plan.tables[table].owner if table is not None else row.owner
    return owner is None or any(each.whole for each in holder.known.owners if each.name == owner)


def around(holder: Digest, row: Row) -> Mapping[str, float]:
    """The words of the prose that a table or list stands in."""
    if row.around:
        return row.around
    path = row.first.source.section_path
    text = " ".join(section.text for section in holder.plan.sections if section.path == path)
    return weighted(text, FIELD_WEIGHTS["beside"])
