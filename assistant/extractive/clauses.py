"""The terms of a question in the order of its words: those before a word, after it, and on either side of "and"."""

import re
from collections.abc import Sequence

from assistant.question import Question
from assistant.understanding.terms import Term
from assistant.understanding.words import listed

_VERBS = frozenset(
    listed("""
    är utgör utgörs kommer går gick gavs kom lades består avser står finansieras betalas läggs används svarar bidrar
    betalar hör går gäller avser ligger finns tas täcks upptas belastar tillfaller belongs covers cover
    is are comes come goes go consists made used makes constitutes represents do does
    """)
)
"""Words after which a question for a share goes on from the whole to its part."""
_TOWARDS = frozenset({"från", "till", "åt", "from"})
"""Words after which it does where it has no such verb."""
_AND = frozenset({"och", "and", "samt", "respektive", "plus"})
_SHARE = re.compile(r"andel\w*|del|procent|%|share|proportion|part|percentage|percent|cent|fraction|hälften|half")
_THAN = frozenset({"än", "than", "mot"})
TOGETHER = frozenset({"och", "and", "samt", "plus"})
"""Words between what is added up."""
BETWEEN = _AND | _THAN
APART = BETWEEN | {"från", "from"}
"""Words on either side of which two amounts stand that are set apart."""


def places(question: Question, words: frozenset[str]) -> list[int]:
    """Where in the question these words stand."""
    return [place for place, mark in enumerate(question.marks) if mark.word in words]


def between(question: Question, start: int, end: int) -> list[Term]:
    """The terms from one place up to another."""
    return [term for term in question.terms if start <= term.place < end]


def pairs(question: Question, words: frozenset[str] = BETWEEN) -> list[tuple[list[Term], list[Term]]]:
    """Each way to part the terms in two at one of these words, both sides with a full term."""
    found = []
    for place in places(question, words):
        left, right = between(question, 0, place), between(question, place, len(question.marks))
        if has_full(left) and has_full(right):
            found.append((left, right))
    return found


def has_full(terms: Sequence[Term]) -> bool:
    """Whether some term must be accounted for."""
    return any(not (term.light or term.idle) for term in terms)


def after_share(question: Question) -> tuple[list[Term], list[Term]] | None:
    """Whole and part of "andel av WHOLE … PART", "andel PART av WHOLE" or "PARTs andel av WHOLE"; else none."""
    words = [mark.word for mark in question.marks]
    shares = [n for n in range(len(words)) if _tells_share(words, n)]
    of = next((n for n in range(shares[0], len(words)) if words[n] in {"av", "of"}), None) if shares else None
    if of is None:
        return None
    share = max(n for n in shares if n < of)
    after = [n for n in range(of + 1, len(words)) if words[n] in _VERBS | _TOWARDS]
    verb = next((n for n in after if words[n] in _VERBS), after[0] if after else None)
    if of <= share + 1 and verb is not None:
        return between(question, of, verb), between(question, verb, len(words))
    if of > share + 1 and has_full(between(question, share, of)):
        return between(question, of, len(words)), between(question, share, of)
    before = between(question, 0, share)
    return (between(question, of, len(words)), before) if has_full(before) else None


def _tells_share(words: Sequence[str], n: int) -> bool:
    """Whether the word at a place is one for a share, or "how much" of something."""
    is_of = words[n + 1 : n + 2] in (["av"], ["of"])
    return bool(_SHARE.fullmatch(words[n])) or (words[n] in {"mycket", "much"} and is_of)
