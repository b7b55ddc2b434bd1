"""Which words of a question tell what kind of thing it asks for, also where it asks after telling of them."""

import re
from collections.abc import Sequence

from assistant.extractive.digest import Digest
from assistant.extractive.matching import full
from assistant.question import Question
from assistant.understanding.lexicon import NUMBERS, NUMBERS_ENGLISH
from assistant.understanding.terms import Term
from assistant.understanding.words import INFLECTED

_AFTERWARDS = re.compile(
    r"[,;:.!?–—-]\s+(?:och |men |and )?(?:vilka|vilken|vilket|vad heter|vad kallas|which|what are|kan du|can you)\b"
    r"[^,;?]{0,25}\W*$",
    re.IGNORECASE,
)
"""A question that ends what it tells with asking which (… fyra avdelningar, vilka är det?)."""
_SOME = re.compile(
    rf"\b(?:{'|'.join((*NUMBERS[2:], *NUMBERS_ENGLISH[2:]))}|ett antal|ett par|en av|ett av|några|flera|en|ett|an?|some"
    r"|several|one of)\s+(?:\w+s\s+)?(?P<thing>[\w-]{4,})",
    re.IGNORECASE,
)
"""A thing that is told of without being named."""

_COUNTED = re.compile(
    rf"\b(?P<number>{'|'.join((*NUMBERS[2:], *NUMBERS_ENGLISH[2:]))}|\d{{1,2}})\s+(?:\w+\s+)?"
    r"(?P<thing>[^\W\d]{4,})",
    re.IGNORECASE,
)
"""A number of things, with at most an adjective between."""


def things(question: Question) -> Sequence[Term]:
    """The words for what is asked for: those told of without a name, else the first and what its adjective needs."""
    asked = full(question.terms)
    afterwards = _AFTERWARDS.search(question.standalone)
    if afterwards:
        told = question.standalone[: afterwards.start()]
        unnamed = [found["thing"].casefold() for found in _SOME.finditer(told)]
        meant = [term for term in asked if term.text in unnamed]
        if meant:
            return meant[-1:]
    return [term for term in asked[:2] if term.place - asked[0].place < len(asked[:2])]


def counts_alike(holder: Digest, question: Question, text: str) -> bool:
    """Whether a text that counts the things that are asked for has the number that the question takes for granted."""
    taken, said = _numbers(holder, question, question.standalone), _numbers(holder, question, text)
    return not taken or not said or bool(taken & said)


def _numbers(holder: Digest, question: Question, text: str) -> set[int]:
    """How many of the things that are asked for the text tells of."""
    asked, counted = things(question), _COUNTED.finditer(text)
    return {_number(found["number"].casefold()) for found in counted if _is_of(holder, found, asked)}


def _is_of(holder: Digest, found: re.Match[str], asked: Sequence[Term]) -> bool:
    return any(holder.matcher.term(term, {found["thing"].casefold(): 1.0}) >= INFLECTED for term in asked)


def _number(word: str) -> int:
    if word.isdigit():
        return int(word)
    return next(words.index(word) for words in (NUMBERS, NUMBERS_ENGLISH) if word in words)
