"""A why-question that takes a change for granted which goes the other way: corrected with the plan's amounts."""

from assistant.answerer import Draft
from assistant.evidence import Evidence
from assistant.extractive import changes
from assistant.question import Question
from assistant.understanding.cues import Asked


def compose(question: Question, evidence: Evidence) -> Draft | None:
    """Correct the premise with the amounts; decline where there is none or it holds."""
    if not question.asks(Asked.WHY) or not question.asks(Asked.CHANGE):
        return None
    found = [change for plan in evidence.plans.values() if (change := changes.change_in(question, evidence, plan.id))]
    if len(found) == 1 and changes.contradicts(question, found[0]):
        return changes.told(question, found[0])
    return None
