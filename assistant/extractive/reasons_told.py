"""Whether a sentence tells what a question wants: the reason, the means, the time, what comes of it, or all of it."""

import re

from assistant.extractive.digest import Digest
from assistant.extractive.statements import Statement
from assistant.extractive.text_cues import ANSWERS, BRINGS, EFFECT, PAID_BY
from assistant.question import Question
from assistant.understanding.cues import Asked
from assistant.understanding.small_words import EMPTY, FRAME
from assistant.understanding.words import HEAD, PART, tokens

_SEVERAL = 3
_EXACT = (
    Asked.FIGURE,
    Asked.COUNT,
    Asked.SHARE,
    Asked.CHANGE,
    Asked.WHEN,
    Asked.WHO,
    Asked.WHERE,
    Asked.YES_NO,
    Asked.DEFINITION,
)
"""Kinds that only a thing of its kind answers."""


def tells_why(holder: Digest, question: Question, statement: Statement) -> bool:
    """Whether the sentence gives a reason, or tells that something brings what is asked about."""
    if re.search(ANSWERS[Asked.WHY], statement.text, re.IGNORECASE):
        return True
    led = re.search(BRINGS, statement.text, re.IGNORECASE)
    after = dict.fromkeys(tokens(statement.text[led.end() :]), 1.0) if led else {}
    return bool(after) and all(holder.matcher.term(term, after) >= HEAD for term in question.terms if not term.light)


def tells_means(_holder: Digest, _question: Question, statement: Statement) -> bool:
    """Whether the sentence tells who or what pays."""
    return re.search(PAID_BY, statement.text, re.IGNORECASE) is not None


def tells_when(holder: Digest, question: Question, statement: Statement) -> bool:
    """Whether the sentence tells a time that the question does not name, of what it itself tells of."""
    own = dict.fromkeys(tokens(statement.text), 1.0)
    asked = [term for term in question.terms if not term.light and not term.name and not term.owner]
    if any(holder.matcher.term(term, own) < PART for term in asked):
        return False
    said = [found[0] for found in re.finditer(ANSWERS[Asked.WHEN], statement.text, re.IGNORECASE)]
    return any(each.casefold() not in question.standalone.casefold() for each in said)


def tells_effect(holder: Digest, question: Question, statement: Statement) -> bool:
    """Whether the sentence tells what comes of that which is asked about, which it names before that."""
    told = re.search(EFFECT, statement.text, re.IGNORECASE)
    before = dict.fromkeys(tokens(statement.text[: told.start()]), 1.0) if told else {}
    met = [term for term in question.terms if not term.light and holder.matcher.term(term, before) >= HEAD]
    return len(met) > 1


def tells_of_all(_holder: Digest, _question: Question, statement: Statement) -> bool:
    """Whether the sentence tells of all, or of none, of several."""
    return re.search(r"\b(alla|samtliga|ingen|inga|varje)\b", statement.text, re.IGNORECASE) is not None


def tells_all_of_it(holder: Digest, question: Question, statement: Statement) -> bool:
    """Whether the sentence itself has all of several things that the question names, and says more."""
    own = dict.fromkeys(tokens(statement.text), 1.0)
    asked = [term for term in question.terms if not term.light]
    more = [
        word for word in own if word not in EMPTY and word not in FRAME and not holder.matcher.asked_for(word, asked)
    ]
    if len(asked) < _SEVERAL or question.asks(*_EXACT) or question.unit or question.money:
        return False
    return len(more) > 1 and all(holder.matcher.term(term, own) >= HEAD for term in asked if term.known)
