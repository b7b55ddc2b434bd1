"""What rises or falls most: each row or unit compared by its change between two years, in amount or per cent."""

import re
from dataclasses import dataclass
from decimal import Decimal

from assistant.answerer import Draft
from assistant.citations import spoken_value
from assistant.evidence import Evidence
from assistant.extractive.changes import told
from assistant.extractive.contenders import field_of
from assistant.extractive.digest import Digest, digest
from assistant.extractive.drafting import Drafting, label_of
from assistant.extractive.entries import Entry, Field, best_field
from assistant.extractive.figure_choice import Reading
from assistant.extractive.joining import joined
from assistant.question import Question
from assistant.understanding.cues import Asked
from ingest.model import Figure

_MOST = r"(mest|störst\w*|högst\w*|kraftigast\w*|snabbast\w*|most|largest|biggest|greatest|highest|fastest)"
_RISES = r"(öka\w*|ökning\w*|väx\w*|tillväxt\w*|stig\w*|höj\w*|increas\w*|ris(e|es|ing)|grow\w*)"
_FALLS = r"(minsk\w*|sjunk\w*|sänk\w*|krymp\w*|decreas\w*|fall(s|ing)?|drop\w*|reduc\w*)"
_ASKED = re.compile(
    rf"\b({_RISES}|{_FALLS})\b(\s+[\w,]+){{0,8}}?\s+{_MOST}\b|\b{_MOST}\s+(\w+\s+){{0,2}}?({_RISES}|{_FALLS})\b",
    re.IGNORECASE,
)
_PERCENT = re.compile(r"procent|%|per ?cent|relativ", re.IGNORECASE)
_WHICH = re.compile(r"^\W*(vilka|vilken|vilket|which)\b", re.IGNORECASE)
_HIGHER = re.compile(rf"\b({_RISES}|högre|större|mer|fler|more|higher|larger)\b", re.IGNORECASE)
_LOWER = re.compile(rf"\b({_FALLS}|lägre|mindre|färre|less|lower|smaller|fewer)\b", re.IGNORECASE)
_SHOWN = 3
_MANY = 12


@dataclass(frozen=True, slots=True)
class _Change:
    entry: Entry
    before: Figure
    after: Figure
    size: Decimal


def asks_growth(question: Question) -> bool:
    """Whether the question asks what changes most rather than what is largest."""
    return bool(_ASKED.search(question.standalone))


def compose(question: Question, evidence: Evidence) -> Draft | None:
    """Tell what rises or falls most, or all that do; decline where those compared or their two years are not told."""
    every = _every_way(question)
    if not (asks_growth(question) or every) or question.asks(Asked.WHY, Asked.AUDIT):
        return None
    field = best_field([each for plan in evidence.plans.values() if (each := field_of(digest(plan), question))])
    if field is None:
        return None
    holder = digest(field.entries[0].row.plan)
    falls = bool(re.search(rf"\b{_FALLS}\b", question.standalone, re.IGNORECASE))
    rises = bool(re.search(rf"\b{_RISES}\b", question.standalone, re.IGNORECASE))
    changes = _changes(question, holder, field)
    if every and not asks_growth(question):
        return _all_told(question, changes, every) if len(changes) == len(field.entries) else None
    if falls is rises or not changes:
        return None
    changes.sort(key=lambda change: change.size, reverse=rises)
    first = changes[0].size
    clear = first > 0 if rises else first < 0
    return _told(question, holder, changes) if clear and first != changes[1].size else None


def _every_way(question: Question) -> int:
    """1 where all that rise are asked for, -1 where all that fall are, else 0."""
    text = question.standalone
    if not (_WHICH.search(text) and question.asks(Asked.CHANGE) and question.years):
        return 0
    higher, lower = bool(_HIGHER.search(text)), bool(_LOWER.search(text))
    return 0 if higher is lower else 1 if higher else -1


def _all_told(question: Question, changes: list[_Change], way: int) -> Draft | None:
    """Those that change that way, each with both amounts; none where all or none do."""
    meant = [change for change in changes if change.size * way > 0]
    if not 0 < len(meant) <= _MANY:
        return None
    drafting, lines = Drafting(question.language), []
    for change in meant:
        n = drafting.bind(change.entry.row.plan, change.before)
        drafting.bind(change.entry.row.plan, change.after)
        lines.append(
            f"{change.entry.name} {change.before.year}: {drafting.amount(change.before)}, "
            f"{change.after.year}: {drafting.amount(change.after)} [{n}]"
        )
    drafting.findings.clear()
    drafting.say("those_meant", names="; ".join(lines), when="")
    return drafting.done()


def _changes(question: Question, holder: Digest, field: Field) -> list[_Change]:
    """Each entry's change, in per cent where that is asked; none where one of them cannot be told."""
    changes = []
    in_percent = bool(_PERCENT.search(question.standalone))
    for entry in field.entries:
        start, end = _years(question, holder, entry)
        before, after = entry.row.of(start), entry.row.of(end)
        if before is None or after is None or before is after:
            continue
        size = spoken_value(after) - spoken_value(before)
        if in_percent and not before.value:
            continue
        size = size / abs(before.value) if in_percent else size
        changes.append(_Change(entry, before, after, size))
    years = {(change.before.year, change.after.year) for change in changes}
    return changes if len(years) == 1 and len(changes) > 1 else []


def _years(question: Question, holder: Digest, entry: Entry) -> tuple[int | None, int | None]:
    """The two years asked for; else the one asked for, or the plan's first, and the one before; else all."""
    asked = question.years.of(holder.plan.period)
    known = entry.row.years
    if len(asked) > 1:
        return min(asked), max(asked)
    end = asked[0] if asked else holder.first_year
    earlier = [year for year in known if end is not None and year < end]
    if earlier and end in known:
        return earlier[-1], end
    return (known[0], known[-1]) if known and not asked else (None, None)


def _told(question: Question, holder: Digest, changes: list[_Change]) -> Draft | None:
    first = changes[0]
    reading = Reading(holder, first.entry.row, first.after, 1.0)
    draft = told(question, (reading, first.before, first.after))
    drafting = Drafting(question.language)
    lines = []
    for change in changes[1 : 1 + _SHOWN]:
        n = drafting.bind(change.entry.row.plan, change.before)
        drafting.bind(change.entry.row.plan, change.after)
        row = change.entry.row
        name = change.entry.name if change.entry.name != row.first.label else label_of(holder, row)
        lines.append(
            f"{name} {change.before.year}: {drafting.amount(change.before)}, "
            f"{change.after.year}: {drafting.amount(change.after)} [{n}]"
        )
    drafting.findings.clear()
    drafting.say("runners", names="; ".join(lines), markers="")
    return joined([draft, drafting.done()]) if draft else None
