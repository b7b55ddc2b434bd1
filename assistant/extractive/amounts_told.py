"""Whether a sentence tells the amount that a question wants: a share, a sum of money, what each of two parties pays.

The amount must not be one that the question names, and must be the only one of its kind where one is asked for.
"""

import re

from assistant.extractive.columns import MONEY
from assistant.extractive.digest import Digest
from assistant.extractive.statements import Statement
from assistant.extractive.text_cues import AIMED_AT, PAST
from assistant.question import Question
from assistant.understanding.cues import FALL, RISE
from assistant.understanding.words import likeness, tokens
from assistant.written_numbers import Form, WrittenNumber, written_numbers
from ingest.model import Unit

_WAYS = (rf"\b({RISE}|dyrare)\b", rf"\b({FALL}|billigare)\b")
_NAMES = re.compile(
    r"(?<=[a-zåäö,] )[A-ZÅÄÖ][\w-]+|^[A-ZÅÄÖ][\w-]+(?= (?:kommun|region|stad|kommunalförbund|municipality)\b)"
)
"""Words that are names by their place: within a sentence, or before the kind of organisation at its beginning."""
_SIDES = re.compile(
    r"\b(?:mellan|between)\s+(?P<one>[\w-]+)\s+(?:och|and)\s+(?:the\s+)?(?P<other>[\w-]+)", re.IGNORECASE
)


def holds_share(_holder: Digest, question: Question, statement: Statement) -> bool:
    """Whether the sentence tells one share, and no aim where what has come about is asked for."""
    of_past = re.search(PAST, question.standalone, re.IGNORECASE) and re.search(AIMED_AT, statement.text, re.IGNORECASE)
    return not of_past and len(_amounts(question, statement, frozenset({Unit.PERCENT}))) == 1


def holds_money(holder: Digest, question: Question, statement: Statement) -> bool:
    """Whether the one amount of money there is told as a level, or as moving the way that is asked about."""
    if not _goes_the_way(question, statement) or _is_of_another(holder, question, statement):
        return False
    units = MONEY if question.unit is None or question.unit in MONEY else frozenset({question.unit})
    return len(_amounts(question, statement, units)) == 1


def holds_split(holder: Digest, question: Question, statement: Statement) -> bool:
    """Whether the sentence names both who share and what each has."""
    sides = _SIDES.search(question.standalone)
    if sides is None:
        return False
    own = dict.fromkeys(tokens(statement.text), 1.0)
    both = [term for term in question.terms if term.text in {sides["one"].casefold(), sides["other"].casefold()}]
    named = len(both) > 1 and all(holder.matcher.term(term, own) for term in both)
    units = frozenset({question.unit}) if question.unit else MONEY | {Unit.PERCENT}
    return named and bool(_amounts(question, statement, units))


def _goes_the_way(question: Question, statement: Statement) -> bool:
    """Whether the statement speaks of a rise, and of a fall, just where the question does."""
    texts = question.standalone, statement.text
    return all(len({bool(re.search(way, text, re.IGNORECASE)) for text in texts}) == 1 for way in _WAYS)


def _is_of_another(holder: Digest, question: Question, statement: Statement) -> bool:
    """Whether the statement names someone whom neither the question nor the headings name."""
    path = holder.plan.sections[statement.section].path
    known = {mark.word for mark in question.marks} | set(tokens(" ".join((*path, holder.plan.organisation))))
    names = (word.casefold() for word in _NAMES.findall(statement.text))
    return any(
        not any(likeness(part, word) for word in known) and not holder.known.is_name(part)
        for name in names
        for part in tokens(name)
    )


def _amounts(question: Question, statement: Statement, units: frozenset[Unit]) -> list[WrittenNumber]:
    """The statement's amounts of these units that the question does not name."""
    named = {number.value for number in written_numbers(question.standalone)}
    return [
        number
        for number in written_numbers(statement.text)
        if number.form is Form.AMOUNT and number.unit in units and number.value not in named
    ]
