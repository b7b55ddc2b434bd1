"""Whether a sentence tells the things that a question wants: so many names, a list, who makes up or does something."""

import re
from collections.abc import Sequence

from assistant.extractive.asked_things import things
from assistant.extractive.digest import Digest
from assistant.extractive.statements import Statement
from assistant.extractive.text_cues import (
    ENUMERATED,
    EXAMPLES,
    KEY,
    LEADING,
    LISTED,
    MAKING_UP,
    OPEN_LIST,
    SHARED_BY,
    SOME,
)
from assistant.question import Question
from assistant.understanding.lexicon import NUMBER_WORDS, SEVERAL
from assistant.understanding.terms import Term
from assistant.understanding.words import HEAD, tokens

NUMBERED = re.compile(
    rf"\b(?:vilka|which|what|\w+s)\b(?: är| are)? (?P<number>{SEVERAL})\b",
    re.IGNORECASE,
)
"""A question that says how many things it wants."""

_UNDER = re.compile(r",?\s(?:som (?:ligger|lyder|sorterar|finns) )?(?:under|inom|vid|hos)\s(?=[A-ZÅÄÖ])")
"""What stands between a thing and the body that it belongs to."""
_NEARBY = 4
_PARTLY = r"till|en|stor|del|delvis|helt|hälften|främst|huvudsak|i|bara|enbart|också|även|gemensamt"
"""What may stand between a verb and by whom it is done (finansieras till en del av …)."""


def holds_names(holder: Digest, question: Question, statement: Statement) -> bool:
    """Whether the sentence counts up as many things as are asked for, beside what the question names."""
    asked = NUMBERED.search(question.standalone)
    if asked is None:
        return False
    number = NUMBER_WORDS[asked["number"].casefold()]
    found = [_items(match[0]) for match in re.finditer(ENUMERATED, statement.text)]
    return any(len(items) == number and not _are_asked(holder, items, question.terms) for items in found)


def counts_up(holder: Digest, question: Question, statement: Statement) -> bool:
    """Whether the sentence counts up several things right after it has led to them, beside what the question names."""
    if _named_by_some(holder, question, statement):
        return True
    found = re.search(rf"{LEADING}\s+(?P<items>{ENUMERATED}|{LISTED})", statement.text)
    return (
        found is not None
        and len(_items(found["items"])) > 2
        and not _are_asked(holder, _items(found["items"]), question.terms)
    )


def _named_by_some(holder: Digest, question: Question, statement: Statement) -> bool:
    """Whether the sentence gives examples of the very things that are asked for (exempelvis branscher som A och B)."""
    found = re.search(rf"{EXAMPLES}\s+(?P<noun>[\w-]+)\s+som\s+(?P<items>{SOME})", statement.text, re.IGNORECASE)
    if found is None or _are_asked(holder, _items(found["items"]), question.terms):
        return False
    noun = {found["noun"].casefold(): 1.0}
    return all(holder.matcher.term(term, noun) >= HEAD for term in things(question)[:1])


def is_done_by(holder: Digest, question: Question, statement: Statement) -> bool:
    """Whether the sentence tells by whom that is done which is asked about (… leds av en styrelse)."""
    return any(
        holder.matcher.asked_for(match[1].casefold(), [term for term in question.terms if not term.name]) >= HEAD
        for match in re.finditer(rf"\b(\w+s)(?: (?:{_PARTLY})){{0,4}} av\b", statement.text)
    )


def lies_under(holder: Digest, question: Question, statement: Statement) -> bool:
    """Whether the sentence tells right after what is asked about under or within which named body it lies."""
    named = [term for term in question.terms if term.name]
    before = [tokens(statement.text[: found.start()])[-_NEARBY:] for found in _UNDER.finditer(statement.text)]
    near = [dict.fromkeys(words, 1.0) for words in before]
    return bool(named) and any(all(holder.matcher.term(term, words) >= HEAD for term in named) for words in near)


def is_shared_by(holder: Digest, question: Question, statement: Statement) -> bool:
    """Whether the sentence counts up those for or with whom something is run, all of them."""
    found = re.search(SHARED_BY, statement.text)
    if found is None or re.search(OPEN_LIST, statement.text):
        return False
    return not _are_asked(holder, _items(found["items"]), question.terms)


def tells_key(_holder: Digest, _question: Question, statement: Statement) -> bool:
    """Whether the sentence tells by what key something is divided."""
    divided = re.search(r"\b(?:fördelas|delas)\b", statement.text)
    return divided is not None and re.search(KEY, statement.text) is not None


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
