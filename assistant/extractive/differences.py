"""How much one amount is above another: two rows or two units of the same year."""

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.answer import Calculation, CalculationKind
from assistant.answerer import Draft
from assistant.calculations import round_half_up, work_out
from assistant.evidence import Evidence
from assistant.extractive.clauses import APART, BETWEEN, pairs
from assistant.extractive.digest import Digest, digest
from assistant.extractive.drafting import Drafting, label_of
from assistant.extractive.figure_choice import Reading
from assistant.extractive.naming import named_entries
from assistant.extractive.series import amount_question, one_reading
from assistant.extractive.shares import markers
from assistant.extractive.verdicts import opening, verdict
from assistant.phrases import phrase, written
from assistant.question import Question
from assistant.understanding.cues import Asked
from assistant.understanding.terms import Term

_CUE = re.compile(
    r"\b(än|mellan|than|between|differens\w*|skillnad\w*|skilj\w*|difference|jämfört med|i förhållande till|gentemot"
    r"|kontra|compared (to|with)|against)\b|^\W*(ligger|låg|hamnar|är|blir)\b.*\b(över|under)\b(?!\W*(\d|perioden"
    r"|åren))",
    re.IGNORECASE,
)
_APART = re.compile(r"\bskilj\w* (?!mellan)|\bdiffers? from\b", re.IGNORECASE)
_EQUAL = re.compile(r"\blika \w+( \w+){0,3} som\b|\bas (much|large|high) as\b", re.IGNORECASE)
_TIMES = re.compile(r"\b(gånger|times|dubbelt|dubbla|hälften|twice|half)\b", re.IGNORECASE)
_TWICE = re.compile(r"(?P<beyond>\b(mer|more) (än|than) )?\b(dubbelt|dubbla|twice)\b", re.IGNORECASE)
_NOT = (Asked.WHY, Asked.WHO, Asked.FUNDING, Asked.AUDIT, Asked.EFFECT, Asked.SHARE)


def compose(question: Question, evidence: Evidence) -> Draft | None:
    """Tell the difference between two amounts; decline where the question does not name two that are found."""
    wants = question.asks(Asked.CHANGE, Asked.COMPARE, Asked.FIGURE, Asked.RATIO, Asked.YES_NO) and _CUE.search(
        question.standalone
    )
    if not (wants or _EQUAL.search(question.standalone)) or question.asks(*_NOT) or len(question.years.named) > 1:
        return None
    found = [two for plan in evidence.plans.values() if (two := _operands(digest(plan), question))]
    return _told(question, *found[0]) if len(found) == 1 else None


def _operands(holder: Digest, question: Question) -> tuple[Reading, Reading] | None:
    """The two amounts named on either side of a word; what one side leaves out it shares with the other."""
    if named := _named(holder, question):
        return named
    for left, right in pairs(question, APART if _APART.search(question.standalone) else BETWEEN):
        first, second = _side(holder, question, left, right), _side(holder, question, right, left)
        if first and second and first.figure is not second.figure and first.figure.year == second.figure.year:
            return first, second
    return None


def _named(holder: Digest, question: Question) -> tuple[Reading, Reading] | None:
    """Two rows of one table, or two units' rows, that the question names by name."""
    named = named_entries(holder, question)
    if named is None or len(named.entries) != 2:
        return None
    first, second = (Reading(holder, entry.row, entry.figure, named.score) for entry in named.entries)
    return first, second


def _side(holder: Digest, question: Question, own: Sequence[Term], other: Sequence[Term]) -> Reading | None:
    concept = [term for term in other if not term.owner]
    unit = [term for term in other if term.owner]
    has_owner = any(term.owner for term in own)
    is_only_owner = has_owner and all(term.owner or term.light for term in own)
    tried = [own, [*own, *concept]] if not is_only_owner else [[*own, *concept]]
    if unit and not has_owner:
        tried.insert(0, [*own, *unit])
    asked = amount_question(question)
    return next((reading for terms in tried if (reading := _reading(holder, asked, terms))), None)


def _reading(holder: Digest, question: Question, terms: Sequence[Term]) -> Reading | None:
    wanted = {term.place for term in terms}
    marks = tuple(mark for place, mark in enumerate(question.marks) if place in wanted)
    return one_reading(holder, replace(question, marks=marks), terms)


def _told(question: Question, first: Reading, second: Reading) -> Draft | None:
    drafting = Drafting(question.language)
    higher, lower = (first, second) if abs(first.figure.value) >= abs(second.figure.value) else (second, first)
    if _TIMES.search(question.standalone):
        return _ratio(drafting, higher, lower, _whether_twice(question, first, second))
    numbers = [drafting.bind(lower.row.plan, lower.figure), drafting.bind(higher.row.plan, higher.figure)]
    difference = work_out(CalculationKind.DIFFERENCE, drafting.figures)
    if difference is None:
        return None
    drafting.calculation = Calculation(CalculationKind.DIFFERENCE, (0, 1), difference, lower.figure.unit)
    drafting.say(
        "compared" if difference else "equal",
        amount=drafting.number(abs(difference), lower.figure.unit),
        verb=phrase(question.language, "more"),
        **_names(drafting, "first", higher),
        **_names(drafting, "second", lower),
        before=drafting.amount(higher.figure),
        after=drafting.amount(lower.figure),
        markers=markers(numbers),
    )
    above = abs(first.figure.value) - abs(second.figure.value)
    draft = drafting.done()
    return replace(draft, text=f"{verdict(question, above)}{draft.text}")


def _whether_twice(question: Question, first: Reading, second: Reading) -> str:
    """Yes or no to whether the first is twice the second or more; empty where that is not asked or not plain."""
    twice = _TWICE.search(question.standalone)
    if twice is None or not question.asks(Asked.YES_NO):
        return ""
    one, other = abs(first.figure.value), 2 * abs(second.figure.value)
    if one > other and not twice["beyond"]:
        return ""
    holds = one > other if twice["beyond"] else one == other
    return opening(question, holds)


def _ratio(drafting: Drafting, higher: Reading, lower: Reading, verdict_word: str) -> Draft | None:
    numbers = [drafting.bind(higher.row.plan, higher.figure), drafting.bind(lower.row.plan, lower.figure)]
    ratio = work_out(CalculationKind.RATIO, drafting.figures)
    if ratio is None:
        return None
    times = round_half_up(ratio, 1)
    drafting.calculation = Calculation(CalculationKind.RATIO, (0, 1), times, None)
    drafting.say(
        "ratio",
        times=written(times),
        **_names(drafting, "first", higher),
        **_names(drafting, "second", lower),
        before=drafting.amount(higher.figure),
        after=drafting.amount(lower.figure),
        markers=markers(numbers),
    )
    draft = drafting.done()
    return replace(draft, text=f"{verdict_word}{draft.text}")


def _names(drafting: Drafting, place: str, reading: Reading) -> dict[str, str]:
    label = label_of(reading.digest, reading.row)
    return {place: label, f"{place}_of": drafting.of(reading.row), f"{place}_when": drafting.when(reading.figure)}
