"""Whether a sentence tells the things that a question wants: so many names, a list, who makes up or does something."""

import re
from collections.abc import Sequence

from assistant.extractive.digest import Digest
from assistant.extractive.statements import Statement
from assistant.extractive.text_cues import ENUMERATED, LEADING, MAKING_UP
from assistant.question import Question
from assistant.understanding.lexicon import NUMBERS, NUMBERS_ENGLISH
from assistant.understanding.terms import Term
from assistant.understanding.words import HEAD, INFLECTED, tokens

NUMBERED = re.compile(
    rf"\b(?:vilka|which|what|\w+s)\b(?: är| are)? (?P<number>{'|'.join((*NUMBERS[2:], *NUMBERS_ENGLISH[2:]))})\b",
    re.IGNORECASE,
)
"""A question that says how many things it wants."""


def holds_names(holder: Digest, question: Question, statement: Statement) -> bool:
    """Whether the sentence counts up as many things as are asked for, beside what the question names."""
    asked = NUMBERED.search(question.standalone)
    if asked is None:
        return False
    words = NUMBERS if asked["number"].casefold() in NUMBERS else NUMBERS_ENGLISH
    number = words.index(asked["number"].casefold())
    found = [_items(match[0]) for match in re.finditer(ENUMERATED, statement.text)]
    return any(len(items) == number and not _are_asked(holder, items, question.terms) for items in found)


def counts_up(holder: Digest, question: Question, statement: Statement) -> bool:
    """Whether the sentence counts up several things right after it has led to them, beside what the question names."""
    found = re.search(rf"{LEADING}\s+(?P<items>{ENUMERATED})", statement.text)
    return (
        found is not None
        and len(_items(found["items"])) > 2
        and not _are_asked(holder, _items(found["items"]), question.terms)
    )


def is_done_by(holder: Digest, question: Question, statement: Statement) -> bool:
    """Whether the sentence tells by whom that is done which is asked about (… leds av en styrelse)."""
    return any(
        holder.matcher.asked_for(match[1].casefold(), [term for term in question.terms if not term.name]) >= INFLECTED
        for match in re.finditer(r"\b(\w+s) av\b", statement.text)
    )


def makes_up(holder: Digest, question: Question, statement: Statement) -> bool:
    """Whether the sentence tells whom the body asked about is made up of."""
    own = dict.fromkeys(tokens(statement.text), 1.0)
    named = all(holder.matcher.term(term, own) >= HEAD for term in question.terms if not term.light and term.known)
    return named and re.search(MAKING_UP, statement.text, re.IGNORECASE) is not None


def _items(enumerated: str) -> Sequence[str]:
    return re.split(r",\s+(?:och\s+|samt\s+)?|\s+(?:och|samt)\s+", enumerated)


def _are_asked(holder: Digest, items: Sequence[str], terms: Sequence[Term]) -> bool:
    """Whether one of the things counted up is no answer but a word of the question."""
    asked = [term for term in terms if not term.light]
    return any(all(holder.matcher.asked_for(word, asked) >= HEAD for word in tokens(item)) for item in items)
