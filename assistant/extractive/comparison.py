"""Plans side by side: the same question put to each, each answer under its organisation's name."""

import re
from dataclasses import replace

from assistant.answerer import Draft
from assistant.evidence import Evidence
from assistant.extractive import amounts, counts, goals, listing, sections, sentences
from assistant.extractive.joining import joined
from assistant.question import Question
from assistant.understanding.cues import Asked

_WITHIN = (amounts.compose, goals.compose, listing.compose, counts.compose, sections.compose, sentences.compose)
_NUMBERS = (amounts.compose, counts.compose)
_WHICH_PLAN = re.compile(
    r"\b(vilket förbund|vilken (plan|organisation|region)|vilken kommun|vilket kommunalförbund|which (association"
    r"|plan|organi[sz]ation))\b",
    re.IGNORECASE,
)
_MOST = 4


def compose(question: Question, evidence: Evidence) -> Draft | None:
    """Answer for each plan; decline where the question compares no plans or one of them has no answer."""
    which = bool(_WHICH_PLAN.search(question.standalone))
    several = len(evidence.plans) > 1 and (which or len(question.plan_ids or ()) > 1)
    if (
        not several
        or len(evidence.plans) > _MOST
        or not question.asks(Asked.COMPARE, Asked.RANK, Asked.LIST, Asked.COUNT)
    ):
        return None
    if question.asks(Asked.WHY, Asked.AUDIT):
        return None
    drafts, headings = [], []
    for plan in evidence.plans.values():
        draft = _for_one(question, replace(evidence, plans={plan.id: plan}))
        if draft is None:
            return None
        drafts.append(draft)
        headings.append(f"{plan.organisation or plan.title}:")
    return joined(drafts, headings)


def _for_one(question: Question, evidence: Evidence) -> Draft | None:
    asked = tuple(kind for kind in question.asked if kind not in {Asked.COMPARE, Asked.RANK, Asked.CHANGE})
    if re.search(r"\b(flest|färst|fewest|most)\b", question.standalone, re.IGNORECASE):
        asked = (*asked, Asked.COUNT)
    terms = tuple(term for term in question.terms if not term.cue)
    alone = replace(question, asked=(*asked, Asked.LIST), terms=terms, plan_ids=tuple(evidence.plans), names_plan=True)
    within = _NUMBERS if Asked.COUNT in asked else _WITHIN
    return next((draft for composer in within if (draft := composer(alone, evidence))), None)
