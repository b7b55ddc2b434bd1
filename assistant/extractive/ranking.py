"""The largest or smallest: among rows, units or years, with those that follow it."""

import re
from collections.abc import Sequence
from decimal import Decimal

from assistant.answer import Calculation, CalculationKind
from assistant.answerer import Draft
from assistant.calculations import in_unit
from assistant.citations import spoken_value
from assistant.evidence import Evidence
from assistant.extractive.contenders import field_of
from assistant.extractive.digest import digest
from assistant.extractive.drafting import Drafting
from assistant.extractive.entries import Entry, best_field
from assistant.extractive.figure_choice import COUNTED
from assistant.extractive.growth import asks_growth
from assistant.question import Question
from assistant.understanding.cues import Asked
from assistant.understanding.lexicon import NUMBERS, NUMBERS_ENGLISH
from ingest.model import FigureKind

_SMALLEST = re.compile(
    r"\b(minst\w*|lägst\w*|billigast\w*|färst\w*|smallest|lowest|least|cheapest|fewest)\b", re.IGNORECASE
)
_ORDER = re.compile(r"\b(rangordna\w*|rangordning\w*|sortera|i storleksordning|sort|in order of)\b|^\W*rank\b", re.I)
_RISING = re.compile(
    r"\b((minsta?|lägsta?|billigasta?|smallest|lowest|least|cheapest) (först|first)|(från|from) (den |det |the )?"
    r"(minst|lägst|billigast|smallest|lowest)\w*|stigande|ascending)\b",
    re.IGNORECASE,
)
_DEFICIT = re.compile(r"underskott|förlust|minusresultat|deficit|\bloss\b", re.IGNORECASE)
_SURPLUS = re.compile(r"överskott|vinst|surplus|profit", re.IGNORECASE)
_WORDS = {word: n for words in (NUMBERS, NUMBERS_ENGLISH) for n, word in enumerate(words)}
_TOP = re.compile(
    rf"\b(?:vilka|de|dom|which|the|what|top|topp)\s+(?P<number>{'|'.join(word for word in _WORDS if _WORDS[word] > 1)}"
    r"|[2-9])\b",
    re.IGNORECASE,
)
_LATER = re.compile(
    r"\b(näst|andra|tredje|fjärde|femte|second|third|fourth|fifth)[ -](\w*st(a|e|an|en)?|\w+est|most)\b",
    re.IGNORECASE,
)
"""One that is neither first nor last."""
_COUNTED = re.compile(r"\b(flest|färst|fewest)\b", re.IGNORECASE)
_MOST = 30
_SHOWN = 4


def compose(question: Question, evidence: Evidence) -> Draft | None:
    """Tell which is largest or smallest; decline where what is compared cannot be told."""
    wants = question.asks(Asked.RANK) or _ORDER.search(question.standalone)
    if not wants or question.asks(Asked.WHY, Asked.AUDIT) or asks_growth(question):
        return None
    if len(question.plan_ids or ()) > 1 or _LATER.search(question.standalone):
        return None
    field = best_field([field for plan in evidence.plans.values() if (field := field_of(digest(plan), question))])
    if field is None or (_COUNTED.search(question.standalone) and field.entries[0].figure.unit not in COUNTED):
        return None
    rising = _is_rising(question, field.entries)
    ordered = _ordered(field.entries, rising=rising)
    return _told(question, ordered, lowest=rising) if ordered and _is_there(question, ordered) else None


def _is_rising(question: Question, entries: Sequence[Entry]) -> bool:
    """Whether the smallest comes first: where it is asked for, and of results where a deficit is."""
    if _are_results(entries) and _DEFICIT.search(question.standalone):
        return True
    return bool((_RISING if _ORDER.search(question.standalone) else _SMALLEST).search(question.standalone))


def _is_there(question: Question, ordered: Sequence[Entry]) -> bool:
    """Whether the first is a deficit or a surplus, where results are asked about as one."""
    deficit, surplus = _DEFICIT.search(question.standalone), _SURPLUS.search(question.standalone)
    if not _are_results(ordered) or not (deficit or surplus):
        return True
    least = _SMALLEST.search(question.standalone)
    return not least and (_value(ordered[0]) < 0 if deficit else _value(ordered[0]) > 0)


def _are_results(entries: Sequence[Entry]) -> bool:
    return all(entry.figure.kind is FigureKind.RESULT for entry in entries)


def _ordered(entries: Sequence[Entry], *, rising: bool) -> list[Entry]:
    """The entries by amount, of cuts by their depth; none where they measure different things."""
    values: dict[int, Decimal | None] = {
        id(entry): in_unit(_value(entry), entry.figure.unit, entries[0].figure.unit) for entry in entries
    }
    if any(value is None for value in values.values()):
        return []
    if not _are_results(entries) and all(_value(entry) <= 0 for entry in entries):
        values = {key: abs(value or Decimal(0)) for key, value in values.items()}
    return sorted(entries, key=lambda entry: values[id(entry)] or 0, reverse=not rising)


def _value(entry: Entry) -> Decimal:
    return spoken_value(entry.figure)


def _told(question: Question, ordered: Sequence[Entry], *, lowest: bool) -> Draft | None:
    top = [entry for entry in ordered if _value(entry) == _value(ordered[0])]
    shown = len(ordered) if _ORDER.search(question.standalone) else len(top) + _SHOWN
    if (found := _TOP.search(question.standalone)) and not _ORDER.search(question.standalone):
        number = found["number"].casefold()
        shown = max(shown, _WORDS.get(number, 0) or int(number))
    if max(shown, len(top)) > _MOST:
        return None
    drafting = Drafting(question.language)
    _first(drafting, top, lowest=lowest)
    own_findings = list(drafting.findings)
    following = list(ordered[len(top) : shown])
    names = [
        f"{entry.name} {drafting.amount(entry.figure)} [{drafting.bind(entry.row.plan, entry.figure)}]"
        for entry in following
    ]
    if names:
        drafting.say("runners", names="; ".join(names), markers="")
    drafting.findings = own_findings
    operands = tuple(range(len(drafting.figures)))
    unit = top[0].figure.unit
    drafting.calculation = Calculation(CalculationKind.RANK, operands, drafting.figures[0].value, unit)
    return drafting.done()


def _first(drafting: Drafting, top: Sequence[Entry], *, lowest: bool) -> None:
    """The line of the largest or smallest; several that are equal are all named."""
    first = top[0]
    when = drafting.when(first.figure) if first.name != str(first.figure.year) else ""
    if len(top) == 1:
        label = first.row.first.label if first.name != first.row.first.label else drafting.of(first.row).strip()
        n = drafting.bind(first.row.plan, first.figure)
        amount, other = drafting.amount(first.figure), drafting.millions(first.figure)
        key = "lowest" if lowest else "highest"
        drafting.say(key, name=first.name, label=label, when=when, amount=amount, other=other, n=n)
        return
    names = [
        f"{entry.name} {drafting.amount(entry.figure)} [{drafting.bind(entry.row.plan, entry.figure)}]" for entry in top
    ]
    drafting.say("lowest_equal" if lowest else "highest_equal", names="; ".join(names), when=when)
