"""Which words of a question tell what kind of thing it asks for, also where it asks after telling of them."""

import re
from collections.abc import Sequence

from assistant.extractive.digest import Digest
from assistant.extractive.matching import full
from assistant.question import Question
from assistant.understanding.lexicon import NUMBER_WORDS, SEVERAL
from assistant.understanding.terms import Term
from assistant.understanding.words import INFLECTED
from index.analysis import base_form, is_word

_AFTERWARDS = re.compile(
    r"[,;:.!?–—-]\s+(?:och |men |and )?(?:vilka|vilken|vilket|vad heter|vad kallas|which|what are|kan du|can you)\b"
    r"[^,;?]{0,25}\W*$",
    re.IGNORECASE,
)
"""A question that ends what it tells with asking which (… fyra avdelningar, vilka är det?)."""
_SOME = re.compile(
    rf"\b(?:{SEVERAL}|ett antal|ett par|en av|ett av|några|flera|en|ett|an?|some"
    r"|several|one of)\s+(?:\w+s\s+)?(?P<thing>[\w-]{4,})",
    re.IGNORECASE,
)
"""A thing that is told of without being named."""

_COUNTED = re.compile(
    rf"\b(?P<number>{SEVERAL}|\d{{1,2}})\s+(?:\w+\s+)?"
    r"(?P<thing>[^\W\d]{4,})",
    re.IGNORECASE,
)
"""A number of things, with at most an adjective between."""

_PAST = ("ade", "ades", "at", "ats", "it", "its")
"""Endings that only verbs take."""
_ONE = re.compile(
    r"\b(?:vilken|vilket|which|what) (?:\w+ )?(?P<kind>[\w-]*(?:operatör|leverantör|entreprenör|konsult|bolag|företag"
    r"|byrå|bank|myndighet|universitet|högskola|stiftelse|förening|aktör|tillverkare|supplier|operator|provider|contractor"
    r"|compan(?:y|ies)|agency|bank|university))\b",
    re.IGNORECASE,
)
"""A question for one that has a name of its own."""
_CAPITAL = re.compile(r"(?<![.!?:•\n] )(?<!^)\b[A-ZÅÄÖ][\w-]+")
"""A word with a capital that does not begin a sentence."""


def names_one(holder: Digest, question: Question, text: str) -> bool:
    """Whether a text has a name beside the words asked about, where the question asks which one of those with names."""
    asked = _ONE.search(question.standalone)
    if asked is None:
        return True
    names = [found[0].casefold() for found in _CAPITAL.finditer(text)]
    return any(not holder.matcher.asked_for(name, question.terms) and not holder.known.is_name(name) for name in names)


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


def is_verb(term: Term) -> bool:
    """Whether the word is a form of a verb and of no noun."""
    base = base_form(term.text)
    if not base.endswith("a"):
        return base.endswith(("e", "å", "o", "y")) and is_word(base + "r") and is_word(base + "tt")
    is_noun = is_word(base + "n") or is_word(base[:-1] + "orna")
    return not is_noun or term.text.endswith(_PAST)


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
    return int(word) if word.isdigit() else NUMBER_WORDS[word]
