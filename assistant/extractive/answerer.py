"""The extractive engine: tries its composers in order, part by part where a question asks several things."""

from dataclasses import replace

from assistant.answer import AnswerStatus, Engine
from assistant.answerer import Draft
from assistant.evidence import Evidence
from assistant.extractive.composers import COMPOSERS
from assistant.extractive.confidence import is_doubtful
from assistant.extractive.joining import joined
from assistant.extractive.wishes import gives_amount, is_a_step, is_of_another_unit, lacks_average, needs_amount
from assistant.question import Question
from assistant.verification import verify

_FAILS = (is_of_another_unit, lacks_average, is_a_step)
"""In which ways an answer may be of another amount than what is asked for."""


class ExtractiveAnswerer:
    """Answers with the plan's own figures, lists and sentences; needs no model."""

    engine = Engine.EXTRACTIVE

    def compose(self, question: Question, evidence: Evidence) -> Draft:
        """Compose one draft; one that asks several things is answered as far as each can be."""
        if question.parts:
            drafts = [_first(part, evidence) for part in question.parts]
            answered = [draft for draft in drafts if not draft.status.abstained]
            if len(answered) == len(drafts):
                return joined(list({draft.text: draft for draft in drafts}.values()))
            whole = _first(question, evidence)
            if not whole.status.abstained or not answered:
                return whole
            return replace(joined(answered), status=AnswerStatus.PARTIAL)
        return _first(question, evidence)


def _first(question: Question, evidence: Evidence) -> Draft:
    """The first draft that the checks let through; where they refuse some and no other answers, the first of those."""
    in_amounts, refused = needs_amount(question), None
    for composer in COMPOSERS:
        draft = composer(question, evidence)
        if draft is None or is_doubtful(question, evidence, draft):
            continue
        if not draft.status.abstained and any(fails(question, draft) for fails in _FAILS):
            continue
        if draft.status.abstained:
            return refused or draft
        if in_amounts and not gives_amount(question, draft):
            continue
        if not verify(draft, (question.text, evidence.question), evidence.plans):
            return draft
        refused = refused or draft
    raise AssertionError("the last composer always has an answer")
