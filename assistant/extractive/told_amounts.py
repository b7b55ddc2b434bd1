"""An amount that the question itself names: whether another is above, below or as large, and which rows are."""

import re
from dataclasses import replace

from assistant.answerer import Draft
from assistant.calculations import in_unit, rounds_to
from assistant.citations import spoken_value
from assistant.evidence import Evidence
from assistant.extractive import shares
from assistant.extractive.contenders import field_of
from assistant.extractive.digest import digest
from assistant.extractive.drafting import Drafting
from assistant.extractive.entries import best_field
from assistant.extractive.figure_choice import Reading
from assistant.extractive.series import best_reading, look_ups
from assistant.extractive.verdicts import opening
from assistant.question import Question
from assistant.understanding.cues import Asked
from assistant.written_numbers import Form, WrittenNumber, written_numbers
from ingest.model import Figure, Unit

_ABOVE = re.compile(
    r"\b(över|överstig\w*|(mer|högre|större|dyrare|fler) än|(more|higher|larger) than|over|above|exceed\w*)\W*"
    r"((ca|cirka|about)\W*)?$",
    re.IGNORECASE,
)
_BELOW = re.compile(
    r"\b(under|understig\w*|(mindre|lägre|billigare|färre) än|(less|lower|smaller) than|below)\W*"
    r"((ca|cirka|about)\W*)?$",
    re.IGNORECASE,
)
_EXCEEDS = re.compile(r"\b(överstiger|exceeds?)\b", re.IGNORECASE)
_FALLS_SHORT = re.compile(r"\bunderstiger\b", re.IGNORECASE)
_CLAIM = re.compile(
    r"^\W*(stämmer det att|är det (sant|rätt|riktigt|korrekt) att|is it (true|correct|right) that|visst)\b",
    re.IGNORECASE,
)
_HALF = re.compile(r"\b(?P<side>mer|mindre|more|less) (än|than) (hälften|half)\b", re.IGNORECASE)
_NOT = (Asked.WHY, Asked.WHO, Asked.FUNDING, Asked.CHANGE, Asked.SUM, Asked.EFFECT)
_OTHERWISE = (Asked.CHANGE, Asked.COMPARE, Asked.RATIO, Asked.AUDIT, Asked.RANK)
"""What is asked of an amount that is named, other than whether another one is as large."""
_MOST = 12


def compose(question: Question, evidence: Evidence) -> Draft | None:
    """Answer yes or no, or with the rows meant; decline where the question names no one amount to hold others to."""
    if _HALF.search(question.standalone) and question.asks(Asked.YES_NO):
        return _of_half(question, evidence)
    named = [number for number in written_numbers(question.standalone) if number.form is Form.AMOUNT and number.unit]
    if len(named) != 1 or question.asks(Asked.WHY, Asked.WHO, Asked.FUNDING, Asked.EFFECT):
        return None
    side = _side(question, named[0])
    if question.asks(Asked.YES_NO) and (side or _CLAIM.search(question.standalone) or not question.asks(*_OTHERWISE)):
        return _whether(question, evidence, named[0], side)
    if side and question.asks(Asked.LIST) and not question.asks(Asked.RANK):
        return _which(question, evidence, named[0], side)
    return None


def _side(question: Question, number: WrittenNumber) -> int:
    """1 where amounts above the number are asked about, -1 below, 0 where neither is said."""
    before, text = question.standalone[: number.start], question.standalone
    if _ABOVE.search(before) or _EXCEEDS.search(text):
        return 1
    return -1 if _BELOW.search(before) or _FALLS_SHORT.search(text) else 0


def _holds(figure: Figure, number: WrittenNumber, side: int) -> bool | None:
    """Whether the amount is on that side of the number, or is it; none where their units differ."""
    value = in_unit(abs(spoken_value(figure)), figure.unit, number.unit)
    if value is None:
        return None
    named = abs(number.value)
    if not side:
        return value == named or rounds_to(value, named)
    return value > named if side > 0 else value < named


def _whether(question: Question, evidence: Evidence, number: WrittenNumber, side: int) -> Draft | None:
    reading = best_reading(question, evidence) or _in_its_unit(question, evidence, number)
    holds = None if reading is None else _holds(reading.figure, number, side)
    if reading is None or holds is None:
        return None
    drafting = Drafting(question.language)
    drafting.line(drafting.figure_line(reading.digest, reading.row, reading.figure, opening(question, holds)))
    return drafting.done()


def _in_its_unit(question: Question, evidence: Evidence, number: WrittenNumber) -> Reading | None:
    """The one reading in the unit of the number, where others measure something else."""
    found = [reading for each in look_ups(question, evidence) for reading in each.readings]
    alike = [each for each in found if in_unit(each.figure.value, each.figure.unit, number.unit) is not None]
    return alike[0] if len(alike) == 1 else None


def _which(question: Question, evidence: Evidence, number: WrittenNumber, side: int) -> Draft | None:
    fields = [field for plan in evidence.plans.values() if (field := field_of(digest(plan), question))]
    field = best_field(fields)
    held = [(entry, _holds(entry.figure, number, side)) for entry in field.entries] if field else []
    meant = [entry for entry, holds in held if holds]
    if not 0 < len(meant) <= _MOST or any(holds is None for _, holds in held):
        return None
    drafting = Drafting(question.language)
    told = []
    for entry in meant:
        n = drafting.bind(entry.row.plan, entry.figure)
        told.append(f"{entry.name} {drafting.amount(entry.figure)} [{n}]")
    drafting.findings.clear()
    drafting.say("those_meant", names="; ".join(told), when=drafting.when(meant[0].figure))
    return drafting.done()


def _of_half(question: Question, evidence: Evidence) -> Draft | None:
    """Whether a part is more than half of a whole, told with the share."""
    asked = tuple(kind for kind in question.asked if kind not in _NOT)
    draft = shares.compose(replace(question, asked=(*asked, Asked.SHARE)), evidence)
    result = draft.calculation if draft else None
    side = _HALF.search(question.standalone)
    if draft is None or result is None or result.unit is not Unit.PERCENT or side is None:
        return None
    above = side["side"].casefold() in {"mer", "more"}
    holds = result.value > _PERCENT if above else result.value < _PERCENT
    return replace(draft, text=f"{opening(question, holds)}{draft.text}")


_PERCENT = 50
"""Half of a whole in per cent."""
