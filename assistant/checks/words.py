"""Words as the checks compare them: neighbours of a number, labels in a sentence, up and down."""

import re
from functools import lru_cache

from assistant.understanding.lexicon import PLACES, PLACES_ENGLISH
from assistant.written_numbers import WrittenNumber

_RISES = r"öka\w*|ökning\w*|höj\w*|stig\w*|växer|increas\w*|ris(?:e|es|ing)|rose|grow\w*|grew"
_FALLS = r"minsk\w*|sjunk\w*|sjönk|sänk\w*|faller|föll|decreas\w*|falls?|fell|reduc\w*|drop\w*"
RISES, FALLS = (re.compile(rf"\b(?:{words})\b", re.IGNORECASE) for words in (_RISES, _FALLS))
"""Words for a change upwards and downwards."""
UP = re.compile(
    rf"\b(?:{_RISES}|mer|högre|upp\w*|fler|större|more|higher|up|greater|larger)\b",
    re.IGNORECASE,
)
DOWN = re.compile(
    rf"\b(?:{_FALLS}|mindre|lägre|ned|ner|färre|less|lower|fewer|down)\b",
    re.IGNORECASE,
)
"""Words for a change or a comparison upwards and downwards."""
HIGHEST = re.compile(r"\b(?:högst\w*|störst\w*|flest|mest|highest|largest|greatest|biggest|most)\b", re.IGNORECASE)
LOWEST = re.compile(r"\b(?:lägst\w*|minst\w*|färst|lowest|smallest|least|fewest)\b", re.IGNORECASE)
AT_PLACE = re.compile(
    rf"\b(?P<place>{'|'.join(PLACES)}) plats i (?P<order>fallande|stigande) ordning"
    rf"|\b(?P<place_english>{'|'.join(PLACES_ENGLISH)}) place, in (?P<order_english>falling|rising) order"
)
"""A place in an order that is told."""
SURPLUS = re.compile(r"\b(?:överskott\w*|surplus\w*)\b", re.IGNORECASE)
DEFICIT = re.compile(r"\b(?:underskott\w*|deficits?)\b", re.IGNORECASE)
_WORD = re.compile(r"[^\W_]+")
_NEARBY = 3
_BESIDE_WEIGHT = 3
_MARKERS = re.compile(r"\[\d+\]")


def closeness(text: str, number: WrittenNumber, other_text: str, other: WrittenNumber) -> int:
    """How alike the surroundings of two numbers are: words beside them that are the same, then words nearby."""
    before, after = _surroundings(text, number)
    other_before, other_after = _surroundings(other_text, other)
    beside = (before[-1:] == other_before[-1:] != []) + (after[:1] == other_after[:1] != [])
    nearby = {word for word in before + after if len(word) > 2} & {*other_before, *other_after}
    return _BESIDE_WEIGHT * beside + len(nearby) if beside else 0


def _surroundings(text: str, number: WrittenNumber) -> tuple[list[str], list[str]]:
    before = _WORD.findall(_MARKERS.sub(" ", text[: number.start]).casefold())
    after = _WORD.findall(_MARKERS.sub(" ", text[number.end :]).casefold())
    return before[-_NEARBY:], after[:_NEARBY]


def same_words(name: str, text: str) -> bool:
    """Whether the name stands in the text as words of its own."""
    return re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text, re.IGNORECASE) is not None


def is_said(label: str, text: str) -> bool:
    """Whether each word of the label stands in the text, in any inflection that keeps its beginning."""
    words = _words(text)
    beginnings = stems(label)
    return bool(beginnings) and all(any(word.startswith(stem) for word in words) for stem in beginnings)


@lru_cache(maxsize=512)
def _words(text: str) -> frozenset[str]:
    return frozenset(_WORD.findall(text.casefold()))


@lru_cache(maxsize=4096)
def stems(text: str) -> frozenset[str]:
    """The beginnings of the text's words of three letters or more, short of their inflection."""
    return frozenset(word[: max(4, len(word) - 3)] for word in _words(text) if len(word) > 2)
