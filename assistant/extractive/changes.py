"""How an amount changes between years: the difference and per cent, with both amounts."""

import re
from dataclasses import replace

from assistant.answer import Calculation, CalculationKind
from assistant.answerer import Draft
from assistant.calculations import result_unit, round_half_up, work_out
from assistant.citations import spoken_value
from assistant.evidence import Evidence
from assistant.extractive.digest import Digest, digest
from assistant.extractive.drafting import Drafting, label_of
from assistant.extractive.figure_choice import Outcome, Reading, look_up
from assistant.extractive.figure_search import fits
from assistant.extractive.joining import joined
from assistant.extractive.levels import of_level
from assistant.extractive.rows import Row
from assistant.extractive.series import amount_question
from assistant.extractive.verdicts import verdict
from assistant.extractive.wishes import lacks_money
from assistant.phrases import phrase
from assistant.question import Question
from assistant.thresholds import FIGURE
from assistant.understanding.cues import DOWN, FALL, RISE, UP, Asked
from assistant.understanding.years import YEAR, YearsAsked
from ingest.model import Figure, Unit

_PERCENT = re.compile(r"procent|%|per ?cent", re.IGNORECASE)
_MOVED = re.compile(rf"\b({RISE}|{FALL})\b", re.IGNORECASE)
"""A row that is itself a rise or fall: its change between years is not what is asked."""
_GROWTH = re.compile(
    rf"\b({RISE}|{FALL}|förändr\w+|change)\b[^,?]{{0,24}}(procent|per ?cent|%)|procentuell\w* ({RISE}|{FALL}|förändr)",
    re.IGNORECASE,
)
"""A rise or fall in per cent, which is no share."""
_THAN = re.compile(r"\b(än|than)\b", re.IGNORECASE)
_NOT = (Asked.WHY, Asked.WHO, Asked.FUNDING, Asked.EFFECT, Asked.AUDIT, Asked.RANK)
_LOSS = re.compile(r"underskott|förlust|deficit|loss", re.IGNORECASE)
_SINCE = re.compile(r"\b(sedan|sen|since|från|from) (19|20)\d\d\b", re.IGNORECASE)
"""A year that is the first of two, the other left out."""


def compose(question: Question, evidence: Evidence) -> Draft | None:
    """Tell the change asked for; decline where the question asks none or a year is missing."""
    wants = question.asks(Asked.CHANGE) and not question.asks(*_NOT)
    wants = wants and (not question.asks(Asked.SHARE) or bool(_GROWTH.search(question.standalone)))
    quantity = (
        question.asks(Asked.FIGURE, Asked.COUNT, Asked.YES_NO, Asked.COMPARE)
        or bool(question.years.named[1:])
        or _PERCENT.search(question.standalone)
    )
    if not (wants and (quantity or question.asks(Asked.HOW))):
        return None
    changes = [change for plan in evidence.plans.values() if (change := change_in(question, evidence, plan.id))]
    changes = [change for change in changes if not lacks_money(question, evidence, change[1:])]
    best = max((change[0].score for change in changes), default=0.0)
    clear = [change for change in changes if change[0].score >= best - FIGURE.clear]
    meant = changes if question.names_plan else clear
    if len(meant) > 1 and question.years.named and not question.names_plan:
        drafts = [answered(question, change) for change in meant]
        return joined([draft for draft in drafts if draft is not None]) if all(drafts) else None
    return answered(question, meant[0]) if len(meant) == 1 else None


Change = tuple[Reading, Figure, Figure]
"""The row with the figures of the earlier and the later year."""


def change_in(question: Question, evidence: Evidence, plan_id: str) -> Change | None:
    """The row that the question is about in one plan, with the two years that it compares."""
    holder = digest(evidence.plans[plan_id])
    asked = amount_question(question)
    years = sorted(asked.years.of(holder.plan.period))
    ends = (years[0], years[-1]) if len(years) > 1 else None
    found = look_up(holder, replace(asked, years=YearsAsked(tuple(reversed(ends)) if ends else tuple(years))))
    tables = [reading for reading in found.readings if not reading.row.prose]
    if not tables and found.readings and _PERCENT.search(question.standalone):
        return _of_table_row(holder, asked)
    if found.outcome is not Outcome.FOUND or len(tables) != 1:
        return None
    return _between(holder, question, tables[0])


def _of_table_row(holder: Digest, question: Question) -> Change | None:
    """The change of the one row of a table that fits, where a sentence fits better that has one amount alone."""
    found = [fit for fit in fits(holder, question.terms) if not fit.row.prose and fit.score >= FIGURE.row]
    found = of_level(holder, question, question.terms, found) if found else []
    if len(found) != 1:
        return None
    return _between(holder, question, Reading(holder, found[0].row, found[0].row.first, found[0].score))


def _between(holder: Digest, question: Question, reading: Reading) -> Change | None:
    """The row's figures of the two years that the question compares."""
    years = sorted(question.years.of(holder.plan.period))
    ends = (years[0], years[-1]) if len(years) > 1 else None
    row = reading.row
    if not years and _MOVED.search(row.first.label):
        return None
    start, end = ends or _neighbours(row.years, years[0] if years else None, holder.first_year)
    if not ends and years and _SINCE.search(question.standalone):
        later = [year for year in row.years if year > years[0]]
        start, end = years[0], (holder.first_year if holder.first_year in later else next(iter(later[-1:]), None))
    before, after = _in_year(holder, row, start), _in_year(holder, row, end)
    return (reading, before, after) if before and after and before is not after else None


def _in_year(holder: Digest, row: Row, year: int | None) -> Figure | None:
    """The row's figure of the year, or that of the row beside it whose label differs by the year alone."""
    own, table = row.of(year), row.first.source.table
    if own is not None or table is None or not YEAR.search(row.first.label):
        return own
    name, line = YEAR.sub("", row.first.label), row.first.source.row
    twins = [each for each in holder.rows if each.first.source.table == table and each.unit is row.unit]
    base = row.first.label.partition(": ")[0]
    found = [each.of(year) for each in twins if each.first.source.row == line and each.first.label == base]
    found = found or [each.of(year) for each in twins if YEAR.sub("", each.first.label) == name]
    known = [figure for figure in found if figure is not None]
    return known[0] if len(known) == 1 else None


def _neighbours(known: tuple[int, ...], year: int | None, first: int | None) -> tuple[int | None, int | None]:
    """The year asked and the one before it; without a year the plan's first, else all that the row spans."""
    if not known:
        return None, None
    year = year or (first if first in known and first != known[0] else None)
    if year is None:
        return known[0], known[-1]
    earlier = [each for each in known if each < year]
    return (earlier[-1] if earlier else None), year


def told(question: Question, change: Change) -> Draft | None:
    """The change in words, in per cent first where that was asked."""
    reading, before, after = change
    if before.label != after.label:
        return _of_two_rows(question, change)
    drafting = Drafting(question.language)
    n = drafting.bind(reading.row.plan, before)
    drafting.bind(reading.row.plan, after)
    operands = drafting.figures[:2]
    difference = work_out(CalculationKind.DIFFERENCE, operands)
    if difference is None:
        return None
    start, end = before.year, after.year
    parts = {
        "label": label_of(reading.digest, reading.row),
        "of": drafting.of(reading.row),
        "start": start,
        "end": end,
        "n": n,
    }
    amounts = {"before": drafting.amount(before), "after": drafting.amount(after)}
    if not difference:
        drafting.say("unchanged", **parts, **amounts)
        drafting.calculation = Calculation(CalculationKind.DIFFERENCE, (0, 1), difference, before.unit)
        return drafting.done()
    exact = work_out(CalculationKind.CHANGE, operands)
    percent = None if exact is None or before.unit is Unit.PERCENT else round_half_up(exact, 1)
    in_percent = percent is not None and bool(_PERCENT.search(question.standalone))
    kind = CalculationKind.CHANGE if in_percent else CalculationKind.DIFFERENCE
    value = percent if in_percent and percent is not None else difference
    drafting.calculation = Calculation(kind, (0, 1), value, result_unit(kind, operands))
    verb = "rises" if difference > 0 else "falls"
    both = {
        "amount": drafting.number(abs(difference), before.unit),
        "percent": "" if percent is None else drafting.number(percent, Unit.PERCENT, signed=True),
    }
    if in_percent and percent is not None:
        both = {
            "percent": drafting.number(abs(percent), Unit.PERCENT),
            "amount": f" ({drafting.number(difference, before.unit, signed=True)})",
        }
    elif both["percent"]:
        both["percent"] = f" ({both['percent']})"
    drafting.say(
        "change" if in_percent else "difference", verb=phrase(drafting.language, verb), **parts, **both, **amounts
    )
    return drafting.done()


def _of_two_rows(question: Question, change: Change) -> Draft | None:
    """The difference of two rows whose labels differ by the year alone."""
    reading, *figures = change
    drafting = Drafting(question.language)
    told = []
    for figure in figures:
        n = drafting.bind(reading.row.plan, figure)
        when = "" if YEAR.search(figure.label) else drafting.when(figure)
        told.append(f"{figure.label}{when} {drafting.amount(figure)} [{n}]")
    difference = work_out(CalculationKind.DIFFERENCE, tuple(drafting.figures))
    exact = work_out(CalculationKind.CHANGE, tuple(drafting.figures))
    if not difference:
        return None
    kind, value, unit = CalculationKind.DIFFERENCE, difference, figures[0].unit
    if exact is not None and _PERCENT.search(question.standalone):
        kind, value, unit = CalculationKind.CHANGE, round_half_up(exact, 1), Unit.PERCENT
    drafting.calculation = Calculation(kind, (0, 1), value, unit)
    verb = phrase(question.language, "rises" if difference > 0 else "falls").capitalize()
    drafting.say("apart", verb=verb, amount=drafting.number(abs(value), unit), rows="; ".join(told))
    return drafting.done()


def answered(question: Question, change: Change) -> Draft | None:
    """The change in words, after yes or no where the question asks whether the amount is higher or lower."""
    draft = told(question, change)
    _, before, after = change
    above = abs(after.value) - abs(before.value)
    if _THAN.search(question.standalone) and question.years.named[:1] == (before.year,):
        above = -above
    below = spoken_value(before) < 0 or spoken_value(after) < 0
    if draft is None or (below and not _LOSS.search(question.standalone)):
        return draft
    return replace(draft, text=f"{verdict(question, above)}{draft.text}")


def contradicts(question: Question, change: Change) -> bool:
    """Whether the question takes for granted that the amount moves the other way."""
    folded = question.standalone.casefold()
    rises, falls = bool(re.search(rf"\b{UP}\b", folded)), bool(re.search(rf"\b{DOWN}\b", folded))
    difference = abs(change[2].value) - abs(change[1].value)
    return (rises and not falls and difference < 0) or (falls and not rises and difference > 0)
