"""Amounts added up: one row over several years, or several rows of one year."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from assistant.answer import Calculation, CalculationKind
from assistant.answerer import Draft
from assistant.calculations import in_unit, work_out
from assistant.evidence import Evidence
from assistant.extractive.clauses import between, has_full, places
from assistant.extractive.columns import YEARLY
from assistant.extractive.digest import Digest, digest
from assistant.extractive.drafting import Drafting, label_of
from assistant.extractive.figure_choice import Outcome, Reading, look_up
from assistant.extractive.figure_search import fits
from assistant.extractive.naming import named_entries
from assistant.extractive.series import amount_question, one_reading
from assistant.extractive.shares import markers
from assistant.phrases import in_millions
from assistant.question import Question
from assistant.thresholds import FIGURE
from assistant.understanding.cues import Asked
from assistant.understanding.terms import Term
from ingest.model import Figure

_JOINTS = frozenset({"och", "and", "samt", "plus"})
_TOGETHER = re.compile(r"\b(totalt|sammanlagt|sammantaget|tillsammans)\b", re.IGNORECASE)
_NOT = (Asked.WHY, Asked.WHO, Asked.FUNDING, Asked.AUDIT, Asked.CHANGE, Asked.RANK, Asked.SHARE, Asked.COMPARE)


def compose(question: Question, evidence: Evidence) -> Draft | None:
    """Add up what the question asks for together; decline where a printed amount or nothing answers it."""
    if question.asks(*_NOT) or not (question.asks(Asked.SUM) or question.years.span or question.years.period):
        return None
    if YEARLY.search(question.standalone) and not question.asks(Asked.SUM):
        return None
    found = [parts for plan in evidence.plans.values() if (parts := _parts(digest(plan), question))]
    return _told(question, found[0]) if len(found) == 1 else None


def _parts(holder: Digest, question: Question) -> list[Reading] | None:
    years = question.years.of(holder.plan.period)
    if len(years) > 1 or question.years.span:
        return _over_years(holder, question, years) if question.asks(Asked.SUM, Asked.FIGURE) else None
    if named := named_entries(holder, question):
        return [Reading(holder, entry.row, entry.figure, named.score) for entry in named.entries]
    if look_up(holder, amount_question(question)).outcome is Outcome.FOUND:
        return None
    return _over_rows(holder, question)


def _over_years(holder: Digest, question: Question, years: Sequence[int]) -> list[Reading] | None:
    asked = range(min(years), max(years) + 1) if question.years.span else sorted(years)
    first = one_reading(holder, amount_question(replace(question, total=False), [min(years)]))
    if first is None or _is_told_together(holder, question, asked):
        return None
    if first.row.prose and (told := _told_for_each(holder, question, first.figure, asked)):
        return told
    figures = [first.row.of(year) for year in asked]
    known = [figure for figure in figures if figure is not None]
    return [Reading(holder, first.row, figure, first.score) for figure in known] if len(known) == len(figures) else None


def _is_told_together(holder: Digest, question: Question, years: Sequence[int]) -> bool:
    """Whether a sentence tells the amount of all the years together."""
    span = re.compile(rf"{min(years)}\s?[-–]\s?(?:20)?{max(years) % 100}\b")
    said = [fit.row.first.quote for fit in fits(holder, question.terms) if fit.row.prose and fit.score >= FIGURE.row]
    return any(span.search(each) and _TOGETHER.search(each) and not YEARLY.search(each) for each in said)


def _told_for_each(holder: Digest, question: Question, said: Figure, years: Sequence[int]) -> list[Reading] | None:
    """The one row of a table that has in each of the years what a sentence tells of every year."""
    found = []
    for fit in fits(holder, question.terms):
        figures = [fit.row.of(year) for year in years]
        same = [each for each in figures if each and in_unit(each.value, each.unit, said.unit) == said.value]
        if not fit.row.prose and fit.score >= FIGURE.row and len(same) == len(figures):
            found.append([Reading(holder, fit.row, figure, fit.score) for figure in same])
    return found[0] if len(found) == 1 else None


def _over_rows(holder: Digest, question: Question) -> list[Reading] | None:
    """The rows named one by one; what stands before the first or after the last name is shared by all."""
    joints = places(question, _JOINTS)
    if not joints:
        return None
    joints += [n for n in range(max(joints)) if _comma_before(question, n)]
    cuts = [0, *sorted(joints), len(question.marks)]
    groups = [between(question, start, end) for start, end in pairwise(cuts)]
    groups = [group for group in groups if has_full(group)]
    readings = [_named(holder, question, group, groups) for group in groups]
    known = [reading for reading in readings if reading is not None]
    distinct = {id(reading.figure) for reading in known}
    return known if len(known) == len(groups) > 1 and len(distinct) == len(known) and _is_alike(known) else None


def _is_alike(parts: Sequence[Reading]) -> bool:
    """Whether the amounts may be added: cells of tables, of one year, and where the units differ of the same row."""
    owners = {part.row.owner for part in parts}
    names = {part.row.name for part in parts}
    years = {part.figure.year for part in parts}
    return not any(part.row.prose for part in parts) and len(years) == 1 and (len(owners) == 1 or len(names) == 1)


def _comma_before(question: Question, place: int) -> bool:
    if not place:
        return False
    before, here = question.marks[place - 1], question.marks[place]
    return "," in question.standalone[before.end : here.start]


def _named(
    holder: Digest, question: Question, group: Sequence[Term], groups: Sequence[Sequence[Term]]
) -> Reading | None:
    """The row of one name, with the words of the other names that it shares: trying its own words first, then more."""
    asked = replace(amount_question(question), total=False)
    others = [term for other in groups if other is not group for term in other if not term.owner]
    concept = [term for term in others if not term.light]
    if all(term.owner or term.light for term in group) and concept:
        return one_reading(holder, asked, [*group, *others])
    for shared in ([], [term for term in others if term.light], *([term] for term in others)):
        reading = one_reading(holder, asked, [*group, *shared])
        if reading is not None and not reading.row.prose:
            return reading
    return None


def _told(question: Question, parts: Sequence[Reading]) -> Draft | None:
    drafting = Drafting(question.language)
    numbers = [drafting.bind(part.row.plan, part.figure) for part in parts]
    total = work_out(CalculationKind.SUM, drafting.figures)
    if total is None:
        return None
    unit = parts[0].figure.unit
    drafting.calculation = Calculation(CalculationKind.SUM, tuple(range(len(parts))), total, unit)
    told = " + ".join(_part(drafting, part, parts) for part in parts)
    drafting.say(
        "sum",
        amount=drafting.number(total, unit),
        other=in_millions(total, unit),
        when="",
        parts=told,
        markers=markers(numbers),
    )
    return drafting.done()


def _part(drafting: Drafting, part: Reading, parts: Sequence[Reading]) -> str:
    figure: Figure = part.figure
    of = drafting.of(part.row) if len({each.row.owner for each in parts}) > 1 else ""
    return f"{label_of(part.digest, part.row)}{of}{drafting.when(figure)} {drafting.amount(figure)}"
