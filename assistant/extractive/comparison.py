"""Plans side by side: the same question put to each, each answer under its organisation's name."""

import re
from dataclasses import replace

from assistant.answerer import Draft
from assistant.calculations import in_unit
from assistant.evidence import Evidence
from assistant.extractive import abstention, amounts, counts, goals, listing, sections, sentences
from assistant.extractive.digest import Digest, digest
from assistant.extractive.drafting import Drafting
from assistant.extractive.figure_choice import Outcome, Reading, look_up
from assistant.extractive.joining import joined
from assistant.extractive.series import amount_question
from assistant.extractive.verdicts import verdict
from assistant.question import Question
from assistant.understanding.cues import Asked

_WITHIN = (amounts.compose, goals.compose, listing.compose, counts.compose, sections.compose, sentences.compose)
_NUMBERS = (amounts.compose, counts.compose)
_WHICH_PLAN = re.compile(
    r"\b(vilket förbund|vilken (plan|organisation|region)|vilken kommun|vilket kommunalförbund|which (association"
    r"|plan|organi[sz]ation))\b",
    re.IGNORECASE,
)
_THAN = re.compile(
    r"\b(än|than|skiljer|differ)\b|\b(lika (mycket|stor\w*|hög\w*|många)|samma|same|as (much|large|high|many))\b",
    re.IGNORECASE,
)
_MOST = 4


def compose(question: Question, evidence: Evidence) -> Draft | None:
    """Answer for each plan; decline where the question compares no plans or one of them has no answer."""
    which = bool(_WHICH_PLAN.search(question.standalone))
    several = len(evidence.plans) > 1 and (which or len(question.plan_ids or ()) > 1)
    if not several or len(evidence.plans) > _MOST:
        return None
    if _is_two_sided(question):
        return _set_against(question, evidence) or abstention.compose(question, evidence)
    if not question.asks(Asked.COMPARE, Asked.RANK, Asked.LIST, Asked.COUNT) or question.asks(Asked.WHY, Asked.AUDIT):
        return None
    drafts, headings = [], []
    for plan in evidence.plans.values():
        draft = _for_one(question, replace(evidence, plans={plan.id: plan}))
        if draft is None:
            return None
        drafts.append(draft)
        headings.append(f"{plan.organisation or plan.title}:")
    return joined(drafts, headings)


def _is_two_sided(question: Question) -> bool:
    """Whether one plan's amount is set against another's."""
    text, plans = question.standalone, question.plan_ids or ()
    return question.asks(Asked.YES_NO) and len(plans) > 1 and _THAN.search(text) is not None


def _set_against(question: Question, evidence: Evidence) -> Draft | None:
    """Each plan's amount in the order in which they are named, after yes or no; none where a plan has no one amount."""
    alone = replace(amount_question(question), terms=tuple(term for term in question.terms if not term.cue))
    alone = replace(alone, unit=question.unit, total=question.total)
    readings = [_reading(digest(evidence.plans[plan_id]), alone) for plan_id in question.plan_ids or ()]
    found = [reading for reading in readings if reading is not None]
    if len(found) < 2 or len(found) < len(readings):
        return None
    first, second = found[0].figure, found[1].figure
    value = in_unit(abs(first.value), first.unit, second.unit)
    if value is None:
        return None
    drafting = Drafting(question.language)
    lines = [drafting.figure_line(each.digest, each.row, each.figure) for each in found]
    word = verdict(question, value - abs(second.value)) if len(found) == 2 else ""
    drafting.lines = [f"{word}{lines[0]}", *lines[1:]]
    return drafting.done()


def _reading(holder: Digest, question: Question) -> Reading | None:
    """The plan's one amount for the question."""
    found = look_up(holder, question)
    tables = [reading for reading in found.readings if not reading.row.prose] or list(found.readings)
    return tables[0] if found.outcome is Outcome.FOUND and len(tables) == 1 else None


def _for_one(question: Question, evidence: Evidence) -> Draft | None:
    other = {Asked.COMPARE, Asked.RANK, Asked.CHANGE, Asked.YES_NO}
    asked = tuple(kind for kind in question.asked if kind not in other)
    if re.search(r"\b(flest|färst|fler|färre|fewest|fewer)\b", question.standalone, re.IGNORECASE):
        asked = (*asked, Asked.COUNT)
    terms = tuple(term for term in question.terms if not term.cue)
    alone = replace(question, asked=(*asked, Asked.LIST), terms=terms, plan_ids=tuple(evidence.plans), names_plan=True)
    within = _NUMBERS if Asked.COUNT in asked else _WITHIN
    return next((draft for composer in within if (draft := composer(alone, evidence))), None)
