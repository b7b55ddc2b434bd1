"""The largest or smallest: among rows, units or years, with those that follow it."""

import re
from collections.abc import Sequence
from decimal import Decimal

from assistant.answer import Calculation, CalculationKind
from assistant.answerer import Draft
from assistant.calculations import in_unit
from assistant.citations import spoken_value
from assistant.evidence import Evidence
from assistant.extractive.compared_terms import GENERIC, tells_side
from assistant.extractive.contenders import field_of
from assistant.extractive.digest import digest
from assistant.extractive.drafting import Drafting
from assistant.extractive.entries import Entry, Field, best_field
from assistant.extractive.figure_choice import COUNTED
from assistant.extractive.growth import asks_growth
from assistant.extractive.joining import joined
from assistant.phrases import placed
from assistant.question import Question
from assistant.understanding.cues import Asked
from assistant.understanding.lexicon import NUMBER_WORDS, SEVERAL
from assistant.understanding.order_words import SMALLEST, place_of
from ingest.model import FigureKind

_ORDER = re.compile(r"\b(rangordna\w*|rangordning\w*|sortera|i storleksordning|sort|in order of)\b|^\W*rank\b", re.I)
_RISING = re.compile(
    r"\b((minsta?|lägsta?|billigasta?|smallest|lowest|least|cheapest) (först|first)|(från|from) (den |det |the )?"
    r"(minst|lägst|billigast|smallest|lowest)\w*|stigande|ascending)\b",
    re.IGNORECASE,
)
_DEFICIT = re.compile(r"underskott|förlust|minusresultat|deficit|\bloss\b", re.IGNORECASE)
_SURPLUS = re.compile(r"överskott|vinst|surplus|profit", re.IGNORECASE)
_TOP = re.compile(
    rf"\b(?:vilka|de|dom|which|the|what|top|topp)\s+(?P<number>{SEVERAL}"
    r"|[2-9])\b",
    re.IGNORECASE,
)
_COUNTED = re.compile(
    r"\b(flest|färst|fewest)\b"
    r"|\b(mest|minst|störst|most|least) (personal|folk|medarbetare|anställda|staff|people|employees)\b",
    re.IGNORECASE,
)
"""Heads are asked for, not money."""
_MOST = 30
_SHOWN = 4
_PLANS = 4


def compose(question: Question, evidence: Evidence) -> Draft | None:
    """Tell which is largest or smallest; decline where what is compared cannot be told."""
    wants = question.asks(Asked.RANK) or _ORDER.search(question.standalone)
    if not wants or question.asks(Asked.WHY, Asked.AUDIT) or asks_growth(question):
        return None
    if len(question.plan_ids or ()) > 1:
        return None
    fields = [field for plan in evidence.plans.values() if (field := field_of(digest(plan), question))]
    best = best_field(fields)
    meant = fields if _is_open(question) and 1 < len(fields) <= _PLANS else [best] if best else []
    drafts = [_of_field(question, field) for field in meant]
    known = [draft for draft in drafts if draft is not None]
    return joined(known) if 0 < len(known) == len(drafts) else None


def _is_open(question: Question) -> bool:
    """Whether the question fits every plan alike: it names none, and no more than a side of the budget."""
    return not question.names_plan and all(
        term.light or term.text in GENERIC or tells_side(term) for term in question.terms
    )


def _of_field(question: Question, field: Field) -> Draft | None:
    if _COUNTED.search(question.standalone) and field.entries[0].figure.unit not in COUNTED:
        return None
    rising = _is_rising(question, field.entries)
    ordered = _ordered(field.entries, rising=rising)
    if not ordered or not _is_there(question, ordered):
        return None
    place = place_of(question.standalone)
    return _told(question, ordered, lowest=rising) if place == 1 else _told_at(question, ordered, place, rising=rising)


def _is_rising(question: Question, entries: Sequence[Entry]) -> bool:
    """Whether the smallest comes first: where it is asked for, and of results where a deficit is."""
    if _are_results(entries) and _DEFICIT.search(question.standalone):
        return True
    return bool((_RISING if _ORDER.search(question.standalone) else SMALLEST).search(question.standalone))


def _is_there(question: Question, ordered: Sequence[Entry]) -> bool:
    """Whether the first is a deficit or a surplus, where results are asked about as one."""
    deficit, surplus = _DEFICIT.search(question.standalone), _SURPLUS.search(question.standalone)
    if not _are_results(ordered) or not (deficit or surplus):
        return True
    least = SMALLEST.search(question.standalone)
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
        shown = max(shown, NUMBER_WORDS.get(number, 0) or int(number))
    if max(shown, len(top)) > _MOST:
        return None
    drafting = Drafting(question.language)
    _first(drafting, top, lowest=lowest)
    own_findings = list(drafting.findings)
    if names := _names(drafting, ordered[len(top) : shown]):
        drafting.say("runners", names=names, markers="")
    drafting.findings = own_findings
    operands = tuple(range(len(drafting.figures)))
    unit = top[0].figure.unit
    drafting.calculation = Calculation(CalculationKind.RANK, operands, drafting.figures[0].value, unit)
    return drafting.done()


def _told_at(question: Question, ordered: Sequence[Entry], place: int, *, rising: bool) -> Draft | None:
    """The one at a place further down, with those before it; decline where it shares its place."""
    values = [_value(entry) for entry in ordered]
    if len(ordered) < place or values.count(values[place - 1]) > 1:
        return None
    drafting = Drafting(question.language)
    entry = ordered[place - 1]
    n = drafting.bind(entry.row.plan, entry.figure)
    drafting.say(
        "placed_rising" if rising else "placed_falling",
        place=placed(place, question.language),
        name=entry.name,
        label=_beside(drafting, entry),
        when=_when(drafting, entry),
        amount=drafting.amount(entry.figure),
        other=drafting.millions(entry.figure),
        n=n,
    )
    own_findings = list(drafting.findings)
    drafting.say("ahead", names=_names(drafting, ordered[: place - 1]))
    drafting.findings = own_findings
    operands = tuple(range(len(drafting.figures)))
    drafting.calculation = Calculation(CalculationKind.RANK, operands, drafting.figures[0].value, entry.figure.unit)
    return drafting.done()


def _names(drafting: Drafting, entries: Sequence[Entry]) -> str:
    return "; ".join(
        f"{entry.name} {drafting.amount(entry.figure)} [{drafting.bind(entry.row.plan, entry.figure)}]"
        for entry in entries
    )


def _beside(drafting: Drafting, entry: Entry) -> str:
    """What is said beside the entry's name: its row's label, or whose it is where the label is its name."""
    label = entry.row.first.label
    return label if entry.name != label else drafting.of(entry.row).strip()


def _when(drafting: Drafting, entry: Entry) -> str:
    return drafting.when(entry.figure) if entry.name != str(entry.figure.year) else ""


def _first(drafting: Drafting, top: Sequence[Entry], *, lowest: bool) -> None:
    """The line of the largest or smallest; several that are equal are all named."""
    first = top[0]
    when = _when(drafting, first)
    if len(top) == 1:
        label = _beside(drafting, first)
        n = drafting.bind(first.row.plan, first.figure)
        amount, other = drafting.amount(first.figure), drafting.millions(first.figure)
        key = "lowest" if lowest else "highest"
        drafting.say(key, name=first.name, label=label, when=when, amount=amount, other=other, n=n)
        return
    drafting.say("lowest_equal" if lowest else "highest_equal", names=_names(drafting, top), when=when)
