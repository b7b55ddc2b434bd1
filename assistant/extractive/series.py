"""The one row whose years, parts or units a calculation is about."""

from collections.abc import Sequence
from dataclasses import replace

from assistant.evidence import Evidence
from assistant.extractive.digest import Digest, digest
from assistant.extractive.figure_choice import LookUp, Outcome, Reading, look_up
from assistant.question import Question
from assistant.thresholds import FIGURE
from assistant.understanding.cues import Asked
from assistant.understanding.terms import Term
from assistant.understanding.years import YearsAsked


def amount_question(question: Question, years: Sequence[int] = ()) -> Question:
    """The question for the plain amount that a calculation starts from, in the years given or in its own."""
    asked = YearsAsked(tuple(years)) if years else question.years
    return replace(question, unit=None, asked=(Asked.FIGURE,), years=asked)


def one_reading(holder: Digest, question: Question, terms: Sequence[Term] | None = None) -> Reading | None:
    """The single reading of the question's amount in a plan; none where there is none or more than one."""
    found = look_up(holder, amount_question(question), terms)
    tables = [reading for reading in found.readings if not reading.row.prose]
    readings = tables if len(tables) == 1 else found.readings
    return readings[0] if found.outcome is Outcome.FOUND and len(readings) == 1 else None


def best_reading(question: Question, evidence: Evidence, terms: Sequence[Term] | None = None) -> Reading | None:
    """The single reading over all plans in scope; none where two plans fit about equally."""
    found = [reading for plan in evidence.plans.values() if (reading := one_reading(digest(plan), question, terms))]
    found.sort(key=lambda reading: -reading.score)
    if len(found) > 1 and found[1].score >= found[0].score - FIGURE.margin:
        return None
    return found[0] if found else None


def owner_terms(holder: Digest, question: Question) -> list[Term]:
    """The question's terms that name a unit of this plan."""
    words = tuple(mark.word for mark in question.marks)
    places = {place for found in holder.known.owners_named(words).values() for place in found}
    return [term for term in question.terms if term.place in places]


def look_ups(question: Question, evidence: Evidence) -> list[LookUp]:
    """What each plan in scope has for the plain amount."""
    return [look_up(digest(plan), amount_question(question)) for plan in evidence.plans.values()]


def printed_again(holder: Digest, totals: Sequence[Reading]) -> list[Reading]:
    """The total in other tables, at the foot of a column that is called by the same name."""
    rows = [(total, row) for total in totals[:1] for row in holder.rows if row.is_sum and row.whole]
    alike = [(t, row) for t, row in rows if row is not t.row and not set(t.row.label).isdisjoint(row.label)]
    said = [(t, row, figure) for t, row in alike if (figure := row.of(t.figure.year))]
    same = [each for each in said if (each[2].value, each[2].unit) == (each[0].figure.value, each[0].figure.unit)]
    return [Reading(holder, row, figure, total.score) for total, row, figure in same]
