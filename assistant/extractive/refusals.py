"""What the assistant does not do: poems, weather, advice on votes, hidden instructions, persons' names."""

import re

from assistant.answer import AnswerStatus
from assistant.answerer import Draft
from assistant.evidence import Evidence
from assistant.extractive.abstention import plans_named
from assistant.extractive.text_cues import ROLE, ROLE_QUESTION
from assistant.phrases import phrase
from assistant.question import Question
from assistant.understanding.cues import Asked


def compose(question: Question, evidence: Evidence) -> Draft | None:
    """Decline politely what is out of scope or asks for a person's name; none for any other question."""
    if asks_for_a_name(question):
        return Draft(AnswerStatus.NOT_IN_PLANS, phrase(question.language, "person"))
    if not question.asks(Asked.OUT_OF_SCOPE):
        return None
    plans = plans_named(list(evidence.plans.values()), question.language)
    return Draft(AnswerStatus.OUT_OF_SCOPE, phrase(question.language, "out_of_scope", plans=plans))


def asks_for_a_name(question: Question) -> bool:
    """Whether the question asks who holds a role; plans name roles, not persons."""
    folded = question.standalone.casefold()
    return re.search(ROLE_QUESTION, folded) is not None and re.search(ROLE, folded) is not None
