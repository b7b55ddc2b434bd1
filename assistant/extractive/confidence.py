"""How sure an answer in words is: how much of the question its quotes meet, with the headings that they stand under.

The probability is a logistic regression over what was right on a development set. An answer in figures has none: its
figure is looked up, not found by likeness.
"""

import math
from dataclasses import dataclass

from assistant.answerer import Draft
from assistant.evidence import Evidence
from assistant.extractive.digest import digest
from assistant.extractive.matching import full
from assistant.extractive.text_search import weights
from assistant.question import Question
from assistant.thresholds import CONFIDENCE
from assistant.understanding.cues import Asked
from assistant.understanding.words import tokens

_NOT = (Asked.AUDIT, Asked.COMPARE, Asked.RANK, Asked.COUNT)
"""Kinds whose answers say what was found in tables or counted, in other words than the question's."""
_TOLD, _HEADING, _ABOVE, _PLAN = 0.9, 0.8, 0.55, 0.45
"""What a word is worth in the answer beside its quotes, in their headings, and in the plan's name."""


@dataclass(frozen=True, slots=True)
class Met:
    """What an answer meets of its question: the share of the words' weight, and how well it meets the worst of them."""

    cover: float
    weakest: float


def met(question: Question, evidence: Evidence, draft: Draft) -> Met | None:
    """What the draft meets; none for abstentions, figures, and questions that words do not answer."""
    asked = full(question.terms)
    wordless = draft.status.abstained or draft.figures or not draft.citations or not asked
    if wordless or question.asks(*_NOT):
        return None
    holder = digest(evidence.plans[draft.citations[0].plan_id])
    worth, words = weights(holder, question.terms), _words(draft)
    strengths = {term.place: holder.matcher.term(term, words) for term in question.terms}
    total = sum(worth.values())
    cover = sum(worth[place] * strength for place, strength in strengths.items()) / total if total else 0.0
    return Met(cover, min(strengths[term.place] for term in asked))


def _words(draft: Draft) -> dict[str, float]:
    places = [(draft.text, _TOLD)]
    for citation in draft.citations:
        above, heading = " ".join(citation.section[:-1]), " ".join(citation.section[-1:])
        places += [(citation.quote, 1.0), (heading, _HEADING), (above, _ABOVE), (citation.plan_title, _PLAN)]
    words: dict[str, float] = {}
    for text, weight in places:
        for word in tokens(text):
            words[word] = max(words.get(word, 0.0), weight)
    return words


def probability(found: Met) -> float:
    """How likely an answer that meets so much is right, from 0 to 1."""
    odds = CONFIDENCE.constant + CONFIDENCE.cover * found.cover + CONFIDENCE.weakest * found.weakest
    return 1 / (1 + math.exp(-odds))


def is_doubtful(question: Question, evidence: Evidence, draft: Draft) -> bool:
    """Whether the draft is an answer in words that is less sure than an answer must be."""
    if not CONFIDENCE.least:
        return False
    found = met(question, evidence, draft)
    return found is not None and probability(found) < CONFIDENCE.least
