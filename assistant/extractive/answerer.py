"""The extractive engine: tries its composers in order, part by part where a question asks several things."""

from collections import Counter
from dataclasses import replace

from assistant.answer import AnswerStatus, Engine
from assistant.answerer import Draft
from assistant.evidence import Evidence
from assistant.extractive.composers import COMPOSERS
from assistant.extractive.joining import joined
from assistant.extractive.limits import PLANS
from assistant.question import Question


class ExtractiveAnswerer:
    """Answers with the plan's own figures, lists and sentences; needs no model."""

    engine = Engine.EXTRACTIVE

    def compose(self, question: Question, evidence: Evidence) -> Draft:
        """Compose one draft; one that asks several things is answered as far as each can be."""
        evidence = nearest(evidence)
        if question.parts:
            drafts = [_first(part, evidence) for part in question.parts]
            answered = [draft for draft in drafts if not draft.status.abstained]
            if len(answered) == len(drafts):
                return joined(drafts)
            whole = _first(question, evidence)
            if not whole.status.abstained or not answered:
                return whole
            return replace(joined(answered), status=AnswerStatus.PARTIAL)
        return _first(question, evidence)


def nearest(evidence: Evidence, most: int = PLANS) -> Evidence:
    """The evidence of the plans that the searches found something in, where there are many plans in scope."""
    if len(evidence.plans) <= most:
        return evidence
    found = [hit.plan_id for hit in evidence.passages]
    found += [hit.figure.source.plan_id for hit in evidence.figures] + [
        hit.goal.source.plan_id for hit in evidence.goals
    ]
    ranked = [plan_id for plan_id, _ in Counter(found).most_common() if plan_id in evidence.plans]
    return replace(evidence, plans={plan_id: evidence.plans[plan_id] for plan_id in ranked[:most]})


def _first(question: Question, evidence: Evidence) -> Draft:
    for composer in COMPOSERS:
        draft = composer(question, evidence)
        if draft is not None:
            return draft
    raise AssertionError("the last composer always has an answer")
