"""One amount, or the same amount of several plans: one line each, with the row as printed for its source."""

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.answer import AnswerStatus
from assistant.answerer import Draft
from assistant.citations import collapse
from assistant.evidence import Evidence
from assistant.extractive.clauses import TOGETHER, pairs
from assistant.extractive.columns import YEARLY
from assistant.extractive.digest import digest
from assistant.extractive.drafting import Drafting, label_of
from assistant.extractive.figure_choice import LookUp, Outcome, Reading, look_up
from assistant.extractive.figure_search import fits
from assistant.extractive.levels import of_level
from assistant.extractive.matching import telling
from assistant.extractive.moves import asks_move, is_a_move, is_a_step
from assistant.extractive.naming import named_entries
from assistant.extractive.verdicts import opening
from assistant.extractive.wishes import EFFECT, asks_portion, lacks_money, wants_amount
from assistant.question import Question
from assistant.thresholds import FIGURE
from assistant.understanding.cues import Asked
from ingest.model import Figure, FigureKind, Unit

_BOUNDS = (
    ("said_least", re.compile(r"\b(lägst|minst|(inte|ej) understig\w+)\W*$", re.IGNORECASE)),
    ("said_most", re.compile(r"\b(högst|maximalt|som mest|(inte|ej) överstig\w+)\W*$", re.IGNORECASE)),
)
"""Words right before an amount that is a floor or a ceiling."""
_ANY = re.compile(r"\b(något|någon|några|pengar|any|some|money)\b", re.IGNORECASE)
"""Words of a question whether there is any amount at all."""
_MEANT = re.compile(r"\b(ska|skall|bör|mål\w*)\b", re.IGNORECASE)
"""Words of a sentence that sets a target."""
_SOURCE = re.compile(r"\b(från|from|kvar sedan) ((19|20)\d\d)\b(?!\s*(till|och|to|and|-|–))", re.IGNORECASE)
"""A year that money comes from is not the year that it is budgeted for."""


def compose(question: Question, evidence: Evidence) -> Draft | None:
    """Give the amount asked for; decline where none is asked for or none is found."""
    if _is_of_shares(question):
        return None
    return given(question, evidence)


def _is_of_shares(question: Question) -> bool:
    """Whether a share is asked for, which is told as one or not at all."""
    other = question.asks(Asked.WHY, Asked.AUDIT, Asked.CHANGE) or question.unit is Unit.KR_PER_INHABITANT
    return question.asks(Asked.SHARE) and not other and asks_portion(question)


def given(question: Question, evidence: Evidence) -> Draft | None:
    """The amount that the plans print for the question, a share too."""
    plain = replace(question, asked=tuple(kind for kind in question.asked if kind is not Asked.RANK))
    wish = wants_amount(plain, evidence)
    if not wish:
        return None
    found = [look_up(digest(plan), question) for plan in evidence.plans.values()]
    readings = _meant(question, found)
    if _names_source(question):
        readings = _saying_so(question, readings) or _from_year(question, evidence)
    if question.asks(Asked.RANK):
        targets = (group for group in readings if all(each.row.first.kind is FigureKind.TARGET for each in group))
        readings = list(targets)
    readings = _fitting(question, readings)
    if lacks_money(question, evidence, [each.figure for group in readings for each in group]):
        return _undecided(question, "unit_unknown")
    if wish.implied and not question.asks(Asked.RANK):
        readings = [group for group in readings if _is_named(group, question) or _is_alone(group, question)]
    if readings:
        return _answer(question, readings)
    if wish.explicit and (several := _several(question, evidence)):
        return several
    if any(each.outcome is Outcome.UNDECIDED for each in found) and wish.explicit and not question.asks(Asked.RANK):
        return _undecided(question, "undecided")
    return None


def _undecided(question: Question, why: str) -> Draft:
    """That no amount is given, and why."""
    drafting = Drafting(question.language)
    drafting.status = AnswerStatus.UNDECIDED
    drafting.say(why)
    return drafting.done()


def _names_source(question: Question) -> bool:
    """Whether the one year that is named is the one that money comes from."""
    return len(question.years.named) == 1 and _SOURCE.search(question.standalone) is not None


def _saying_so(question: Question, readings: Sequence[tuple[Reading, ...]]) -> list[tuple[Reading, ...]]:
    """The readings whose sentence says that they come from the year named."""
    words = f"från {question.years.named[0]}"
    kept = (tuple(each for each in group if words in each.figure.quote) for group in readings)
    return [group for group in kept if group]


def _from_year(question: Question, evidence: Evidence) -> list[tuple[Reading, ...]]:
    """The amounts of the sentences that say that they come from the year named, by plan."""
    groups = []
    for plan in evidence.plans.values():
        holder = digest(plan)
        found = [fit for fit in fits(holder, question.terms) if fit.score >= FIGURE.row]
        found = of_level(holder, question, question.terms, found)
        groups.append(tuple(Reading(holder, fit.row, fit.row.first, fit.score) for fit in found))
    return [group for group in _saying_so(question, groups) if len(group) == 1]


def _several(question: Question, evidence: Evidence) -> Draft | None:
    """The amounts of rows that the question names one by one in one plan."""
    if question.asks(Asked.RANK, Asked.CHANGE, Asked.SHARE, Asked.COMPARE, Asked.SUM) or len(question.years.named) > 1:
        return None
    fields = [
        (holder, field)
        for plan in evidence.plans.values()
        if (field := named_entries(holder := digest(plan), question))
    ]
    if len(fields) != 1 or len(fields[0][1].entries) > FIGURE.readings:
        return None
    drafting, told = Drafting(question.language), []
    for entry in fields[0][1].entries:
        n = drafting.bind(entry.row.plan, entry.figure)
        label = label_of(fields[0][0], entry.row)
        place = f"{drafting.of(entry.row)}{drafting.when(entry.figure)}"
        told.append(f"{label}{place}: {drafting.amount(entry.figure)} [{n}]")
    drafting.line("; ".join(told))
    return drafting.done()


def _fitting(question: Question, readings: list[tuple[Reading, ...]]) -> list[tuple[Reading, ...]]:
    """The readings that are moves or levels as is asked, and of all added up."""
    if asks_move(question):
        readings = [group for group in readings if all(is_a_move(each) for each in group)]
    elif not question.asks(Asked.CHANGE):
        readings = [group for group in readings if not any(is_a_step(each) for each in group)]
    if question.asks(Asked.EFFECT):
        readings = [group for group in readings if all(EFFECT.search(each.row.first.label) for each in group)]
    if question.asks(Asked.SUM):
        readings = [group for group in readings if all(_is_whole_of(each, question) for each in group)]
    if question.asks(Asked.SUM) and question.years.span and not YEARLY.search(question.standalone):
        readings = [group for group in readings if not any(YEARLY.search(each.figure.label) for each in group)]
    return readings


def _meant(question: Question, found: Sequence[LookUp]) -> list[tuple[Reading, ...]]:
    """The readings by plan; of plans that the question does not name, those that fit about as well as the best."""
    groups = [each.readings for each in found if each.outcome is Outcome.FOUND]
    if question.names_plan or not groups:
        return groups
    best = max(group[0].score for group in groups)
    return [group for group in groups if group[0].score >= best - FIGURE.clear]


def _is_whole_of(reading: Reading, question: Question) -> bool:
    """Whether the row is of all that the question asks for together, not of what stands on one side of "and" alone."""
    for left, right in pairs(question, TOGETHER):
        sides = [[term for term in telling(side) if not term.owner] for side in (left, right)]
        asked = [any(reading.digest.matcher.asked_for(word, side) for word in reading.row.label) for side in sides]
        if all(sides) and reading.row.label and any(asked) and not all(asked):
            return False
    return True


def _is_named(group: Sequence[Reading], question: Question) -> bool:
    """Whether the question names the row by most of its label, as it must where it does not ask how much."""
    asked = [
        reading.digest.matcher.asked_for(word, question.terms) for reading in group[:1] for word in reading.row.label
    ]
    return bool(asked) and sum(asked) / len(asked) >= FIGURE.label


def _is_alone(group: Sequence[Reading], question: Question) -> bool:
    """Whether words and a year are all that is said, and one row of all tables has these words, some in its label."""
    if question.asked or not (question.years.named and question.names_plan) or len(group) != 1:
        return False
    reading = group[0]
    words = dict.fromkeys(reading.row.label, 1.0)
    labelled = any(reading.digest.matcher.term(term, words) >= FIGURE.word for term in telling(question.terms))
    others = [fit for fit in fits(reading.digest, question.terms) if fit.row is not reading.row]
    return labelled and not reading.row.prose and not others


def _answer(question: Question, groups: Sequence[tuple[Reading, ...]]) -> Draft | None:
    drafting = Drafting(question.language)
    if any(len(group) > FIGURE.readings for group in groups):
        return None
    if any(len(group) > 1 for group in groups):
        drafting.status = AnswerStatus.AMBIGUOUS
        drafting.say("ambiguous")
    several = len(groups) > 1 or drafting.status is AnswerStatus.AMBIGUOUS
    for reading in (reading for group in groups for reading in group):
        _line(drafting, reading, "• " if several else "")
    if not several:
        _years(drafting, groups[0][0])
        if question.asks(Asked.YES_NO) and _ANY.search(question.standalone):
            drafting.lines[0] = f"{opening(question, bool(groups[0][0].figure.value))}{drafting.lines[0]}"
    return drafting.done()


def _line(drafting: Drafting, reading: Reading, bullet: str) -> None:
    figure, row = reading.figure, reading.row
    if not row.prose:
        drafting.line(drafting.figure_line(reading.digest, row, figure, bullet))
        return
    n = drafting.bind(row.plan, figure)
    owner = row.owner or row.plan.organisation or row.plan.title
    key = _bound_of(figure)
    drafting.say(key, bullet=bullet, amount=drafting.amount(figure), owner=owner, quote=collapse(figure.quote), n=n)


def _bound_of(figure: Figure) -> str:
    """The phrase for an amount of a sentence: one that is only to be reached or kept below is told as a target."""
    before = figure.quote.split(figure.as_printed)[0]
    bounds = (key for key, pattern in _BOUNDS if pattern.search(before) and _MEANT.search(figure.quote))
    return next(bounds, "said")


def _years(drafting: Drafting, reading: Reading) -> None:
    """The row's other years, which the same quote shows."""
    others = [figure for figure in reading.row.figures if figure.year and figure.year != reading.figure.year]
    if reading.row.prose or not others or reading.figure.year is None:
        return
    numbers = [drafting.bind(reading.row.plan, figure, noted=False) for figure in others]
    told = ", ".join(f"{figure.year}: {drafting.amount(figure)}" for figure in others)
    drafting.say("years", years=told, n=numbers[0])
