"""Whether a sentence tells what a question wants: the reason, the means, the time, what comes of it, or all of it."""

import re

from assistant.extractive.digest import Digest
from assistant.extractive.statements import Statement
from assistant.extractive.text_cues import (
    ANSWERS,
    ASKS_OF_CHANGE,
    BRINGS,
    CHANGING,
    CONDITION,
    CONDITIONS_ASKED,
    EFFECT,
    FALLING,
    FREQUENCY,
    GAIN,
    GROUND,
    HOW_OFTEN,
    LOSS,
    PAID_BY,
    REASONS,
    RISING,
    THE_CHANGE,
)
from assistant.extractive.text_search import Found
from assistant.question import Question
from assistant.understanding.cues import FALL, RISE, Asked
from assistant.understanding.small_words import EMPTY, FRAME
from assistant.understanding.words import HEAD, PART, tokens
from assistant.understanding.years import YEAR

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


def explains(holder: Digest, question: Question, statement: Statement) -> bool:
    """Whether the sentence stands where reasons are told, or tells of a change that what comes after it explains."""
    path = holder.plan.sections[statement.section].path
    if path and re.search(REASONS, path[-1], re.IGNORECASE) and statement.item:
        return True
    return explained_by(holder, question, statement) is not None


def explained_by(holder: Digest, question: Question, statement: Statement) -> Statement | None:
    """The sentence after one that tells the very change asked about, where it takes that up, or no amount was told."""
    own, first = dict.fromkeys(tokens(statement.text), 1.0), dict.fromkeys(tokens(statement.text)[:1], 1.0)
    asked = [term for term in question.terms if not term.light]
    told = asked and all(holder.matcher.term(term, own) >= HEAD for term in asked)
    begins = any(holder.matcher.term(term, first) >= HEAD for term in asked)
    if not (told and begins) or not re.search(CHANGING, statement.text, re.IGNORECASE):
        return None
    if re.search(ANSWERS[Asked.WHY], statement.text, re.IGNORECASE):
        return None
    after = next(iter(holder.statements[holder.statements.index(statement) + 1 :]), statement)
    if after is statement or (after.section, after.line) != (statement.section, statement.line):
        return None
    if re.search(CHANGING, after.text, re.IGNORECASE) and not re.search(THE_CHANGE, after.text, re.IGNORECASE):
        return None
    vague = not re.search(r"\d", YEAR.sub(" ", statement.text))
    return after if vague or re.search(THE_CHANGE, after.text, re.IGNORECASE) else None


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


def tells_condition(holder: Digest, question: Question, statement: Statement) -> bool:
    """Whether the sentence tells a condition of what is asked about, which it names before that."""
    told = re.search(CONDITION, statement.text, re.IGNORECASE)
    before = dict.fromkeys(tokens(statement.text[: told.start()]), 1.0) if told else {}
    asked = [term for term in question.terms if not term.light and not re.fullmatch(CONDITIONS_ASKED, term.text)]
    return bool(before and asked) and all(holder.matcher.term(term, before) >= HEAD for term in asked)


def tells_when(holder: Digest, question: Question, statement: Statement) -> bool:
    """Whether the sentence tells a time that the question does not name, of what it itself tells of."""
    own = dict.fromkeys(tokens(statement.text), 1.0)
    asked = [term for term in question.terms if not term.light and not term.name and not term.owner]
    if any(holder.matcher.term(term, own) < PART for term in asked):
        return False
    said = [found[0] for found in re.finditer(sign_of_time(question), statement.text, re.IGNORECASE)]
    return any(each.casefold() not in question.standalone.casefold() for each in said)


def sign_of_time(question: Question) -> str:
    """What marks a sentence that tells when, or how often where that is asked."""
    return FREQUENCY if re.search(HOW_OFTEN, question.standalone, re.IGNORECASE) else ANSWERS[Asked.WHEN]


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


def is_reason(holder: Digest, question: Question, found: Found) -> bool:
    """Whether the sentence can be the reason: it tells of a change where one is asked about, and of no other unit's."""
    asks_of_change = re.search(ASKS_OF_CHANGE, question.standalone, re.IGNORECASE)
    if asks_of_change and not _goes_the_way(question, found.statement.text):
        return False
    if _is_of_the_opposite(question.standalone, found.statement.text):
        return False
    if _is_of_another(holder, question, found.statement):
        return False
    return not (_is_a_unit_s(holder, question, found) and _is_of_the_whole(holder, question))


def _is_of_another(holder: Digest, question: Question, statement: Statement) -> bool:
    """Whether a name that is asked about stands only in the reason that the sentence gives for something else."""
    text, path = statement.text, holder.plan.sections[statement.section].path
    ground = re.search(GROUND, text, re.IGNORECASE)
    before, after = (
        (dict.fromkeys(tokens(text[: ground.start()]), 1.0), dict.fromkeys(tokens(text[ground.end() :]), 1.0))
        if ground
        else ({}, {})
    )
    names = [term for term in question.terms if (term.name or term.owner) and not term.light]
    before |= dict.fromkeys(tokens(path[-1] if path and ground else ""), 1.0)
    within = [term for term in names if holder.matcher.term(term, after) >= HEAD]
    return len(before) > 1 and bool(within) and not any(holder.matcher.term(term, before) >= HEAD for term in names)


def _is_of_the_opposite(asked: str, said: str) -> bool:
    """Whether one tells of a surplus and the other of a deficit."""
    lost, gained = ({bool(re.search(way, text, re.IGNORECASE)) for text in (asked, said)} for way in (LOSS, GAIN))
    return len(lost) == len(gained) == 2


def _goes_the_way(question: Question, text: str) -> bool:
    """Whether the text tells of a change, and not of the opposite of the one that the question takes for granted."""
    up, down = (bool(re.search(rf"\b{way}\b", question.standalone, re.IGNORECASE)) for way in (RISE, FALL))
    rises, falls, moves = (bool(re.search(way, text, re.IGNORECASE)) for way in (RISING, FALLING, CHANGING))
    return moves if up is down or rises is falls else rises is up


def _is_a_unit_s(holder: Digest, question: Question, found: Found) -> bool:
    """Whether the sentence stands in the section of a unit that the question does not name."""
    path = holder.plan.sections[found.statement.section].path
    heading = path[-1].casefold() if path else ""
    named = {name.casefold() for name in holder.known.owners_named(tuple(mark.word for mark in question.marks))}
    units = {owner.name.casefold() for owner in holder.known.owners if not owner.whole}
    return heading in units - named


def _is_of_the_whole(holder: Digest, question: Question) -> bool:
    """Whether what is asked about is an amount of the plan's own level too, which a unit's reason does not explain."""
    asked = [term for term in question.terms if not term.light]
    labels = [dict.fromkeys(row.label, 1.0) for row in holder.rows if row.whole and not row.prose and row.label]
    return any(all(holder.matcher.term(term, label) >= PART for term in asked) for label in labels)
