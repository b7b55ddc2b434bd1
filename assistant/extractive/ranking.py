"""The largest or smallest: among units, rows of a table, years or plans, with all that were compared."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from assistant.answer import Calculation, CalculationKind
from assistant.answerer import Draft
from assistant.calculations import in_unit
from assistant.citations import spoken_value
from assistant.evidence import Evidence
from assistant.extractive.digest import Digest, digest
from assistant.extractive.drafting import Drafting
from assistant.extractive.figure_choice import MONEY, Outcome, Reading, look_up
from assistant.extractive.figure_search import fits
from assistant.extractive.limits import FIGURE
from assistant.extractive.rows import Row, groups_of
from assistant.extractive.series import amount_question
from assistant.question import Question
from assistant.understanding.cues import Asked
from assistant.understanding.terms import Term
from assistant.understanding.words import listed
from ingest.model import Figure, FigureKind

_SMALLEST = re.compile(r"\b(minst\w*|lägst\w*|billigast\w*|smallest|lowest|least|färst\w*)\b", re.IGNORECASE)
_YEARS = re.compile(r"\b(vilket år|vilka år|när|what year|which year|when)\b", re.IGNORECASE)
_UNITS = re.compile(
    r"\b(\w*verksamhet\w*|enhet\w*|avdelning\w*|område\w*|del|delar|vem|unit|units|operation\w*|activit\w*"
    r"|department\w*|who)\b",
    re.IGNORECASE,
)
_ROWS = re.compile(
    r"\b(\w*post(en|er|erna)?|utgift(en|er|erna)?|\w*kostnadsslag\w*|kostnad(en|er|erna)?|intäkt(en|er|erna)?"
    r"|mottagare\w*|\w*bidrag\w*|tjänst\w*|befattning\w*|roll\w*|item|items|cost|expense|income|recipient\w*"
    r"|position\w*)\b",
    re.IGNORECASE,
)
_GENERIC = frozenset(
    listed("""
    verksamhet verksamheter verksamheterna enhet enheter enheterna avdelning område områden post posten poster
    kostnadspost kostnadsposten intäktspost intäktsposten utgift utgiftspost mottagare roll rollen unit units operation
    operations activity activities department departments item items recipient recipients
    """)
)
"""Words for what is compared, which no row is called."""
_MOST = 14


@dataclass(frozen=True, slots=True)
class Entry:
    """One of those compared: its name and its figure."""

    name: str
    row: Row
    figure: Figure


def compose(question: Question, evidence: Evidence) -> Draft | None:
    """Tell which is largest or smallest; decline where what is compared cannot be told or ties."""
    if not question.asks(Asked.RANK) or question.asks(Asked.WHY, Asked.AUDIT, Asked.FUNDING):
        return None
    terms = [term for term in question.terms if term.text not in _GENERIC and not _UNITS.fullmatch(term.text)]
    asked = replace(amount_question(question), terms=tuple(terms))
    ways = (_of_years,) if _YEARS.search(question.standalone) else (_of_units, _of_rows)
    for way in ways:
        found = [entries for plan in evidence.plans.values() if (entries := way(digest(plan), asked))]
        if len(found) == 1:
            return _told(question, found[0])
    return None


def _of_units(holder: Digest, question: Question) -> list[Entry] | None:
    """The same row of each unit, or of each unit that the question names."""
    words = tuple(mark.word for mark in question.marks)
    named = [owner.name for owner in holder.known.owners if owner.name in holder.known.owners_named(words)]
    chosen = named if len(named) > 1 else [owner.name for owner in holder.known.owners if not owner.whole]
    if len(chosen) < 2 or not (len(named) > 1 or _UNITS.search(question.standalone)):
        return None
    concept = [term for term in question.terms if not term.owner]
    entries = [entry for owner in chosen if (entry := _entry_of(holder, question, concept, owner))]
    return entries if len(entries) >= max(2, len(named)) else None


def _entry_of(holder: Digest, question: Question, concept: Sequence[Term], owner: str) -> Entry | None:
    rows = [
        fit for fit in fits(holder, concept) if fit.row.owner == owner and fit.score >= FIGURE.row and not fit.row.prose
    ]
    years = question.years.of(holder.plan.period) or ((holder.first_year,) if holder.first_year else ())
    best = [fit for fit in rows if fit.score >= rows[0].score - FIGURE.margin]
    figures = [(fit.row, figure) for fit in best if (figure := fit.row.of(years[0] if years else None))]
    return Entry(owner, *figures[0]) if len(figures) == 1 else None


def _of_rows(holder: Digest, question: Question) -> list[Entry] | None:
    """The rows of one table that are of the kind asked for."""
    if not _ROWS.search(question.standalone) or _only_owner(holder, question):
        return None
    kind = _kind(question)
    concept = [term for term in question.terms if not (term.light or _is_kind_word(term))]
    years = question.years.of(holder.plan.period) or ((holder.first_year,) if holder.first_year else ())
    tables: dict[int | None, list[Entry]] = {}
    for row in holder.rows:
        figure = row.of(years[0]) if years else row.first
        figure = figure or (row.first if row.first.year is None else None)
        if row.prose or row.is_sum or figure is None or (kind and row.first.kind is not kind) or not row.whole:
            continue
        if all(holder.matcher.term(term, row.words) >= FIGURE.word for term in concept):
            tables.setdefault(row.first.source.table, []).append(Entry(row.first.label, row, figure))
    likely = [outer for entries in tables.values() if len(outer := _outermost(entries)) > 1]
    if len(likely) > 1 and not concept:
        budgets = {row.first.source.table for row in holder.rows if row.first.kind is FigureKind.RESULT}
        likely = [entries for entries in likely if entries[0].row.first.source.table in budgets]
    return likely[0] if len(likely) == 1 else None


def _outermost(entries: Sequence[Entry]) -> list[Entry]:
    """The entries that are no part of another one of them."""
    names = {entry.name for entry in entries}
    return [entry for entry in entries if not names & set(groups_of(entry.figure))]


def _only_owner(holder: Digest, question: Question) -> bool:
    return bool(holder.known.owners_named(tuple(mark.word for mark in question.marks)))


def _kind(question: Question) -> FigureKind | None:
    folded = question.standalone.casefold()
    if re.search(r"kostnad|utgift|cost|expense", folded):
        return FigureKind.COST
    if re.search(r"intäkt|inkomst|income|revenue", folded):
        return FigureKind.INCOME
    return FigureKind.STAFFING if re.search(r"tjänst|befattning|position", folded) else None


def _is_kind_word(term: Term) -> bool:
    return bool(_ROWS.fullmatch(term.text)) or re.search(r"kostnad|intäkt|utgift|post", term.text) is not None


def _of_years(holder: Digest, question: Question) -> list[Entry] | None:
    """The years of the one row that is asked for."""
    found = look_up(holder, replace(question, years=type(question.years)()))
    rows = {id(reading.row): reading for reading in found.readings if not reading.row.prose}
    if found.outcome is not Outcome.FOUND or len(rows) != 1:
        return None
    reading: Reading = next(iter(rows.values()))
    figures = [figure for figure in reading.row.figures if figure.year is not None]
    return [Entry(str(figure.year), reading.row, figure) for figure in figures] if len(figures) > 1 else None


def _told(question: Question, entries: Sequence[Entry]) -> Draft | None:
    values = [in_unit(spoken_value(entry.figure), entry.figure.unit, entries[0].figure.unit) for entry in entries]
    if (
        any(value is None for value in values)
        or len(entries) > _MOST
        or entries[0].figure.unit not in MONEY | {entries[0].figure.unit}
    ):
        return None
    smallest = bool(_SMALLEST.search(question.standalone))
    ordered = sorted(zip(entries, values, strict=True), key=lambda pair: pair[1] or 0, reverse=not smallest)
    if ordered[0][1] == ordered[1][1]:
        return None
    drafting = Drafting(question.language)
    first = ordered[0][0]
    n = drafting.bind(first.row.plan, first.figure)
    own_findings = list(drafting.findings)
    label = first.row.first.label if first.name != first.row.first.label else drafting.of(first.row).strip()
    when = drafting.when(first.figure) if first.name != str(first.figure.year) else ""
    drafting.say(
        "lowest" if smallest else "highest",
        name=first.name,
        label=label,
        when=when,
        amount=drafting.amount(first.figure),
        other=drafting.millions(first.figure),
        n=n,
    )
    numbers = [drafting.bind(entry.row.plan, entry.figure) for entry, _ in ordered[1:]]
    told = [
        f"{entry.name} {drafting.amount(entry.figure)} [{number}]"
        for (entry, _), number in zip(ordered[1:], numbers, strict=True)
    ]
    drafting.say("runners", names="; ".join(told), markers="")
    drafting.findings = own_findings
    value = drafting.figures[0].value
    drafting.calculation = Calculation(CalculationKind.RANK, tuple(range(len(ordered))), value, first.figure.unit)
    return drafting.done()
