"""Words written apart that are one (medlems avgift), and together that are two (hurmycket)."""

import re
from collections.abc import Sequence

from assistant.understanding.courtesies import INTERROGATIVES
from assistant.understanding.known_plan import KnownPlan
from assistant.understanding.small_words import EMPTY, FRAME
from index.analysis import base_form, is_word, parts_of
from index.analysis.compounds import split_of

_PAIR = re.compile(r"(?<![\w-])(?P<first>[^\W\d_]{3,}) (?=(?P<second>[a-zåäöé]{3,})(?![\w-]))")
_LONG = re.compile(r"(?<![\w-])[^\W\d_]{6,}(?![\w-])")
_LEAST = 3
_SHORTEST = 8
"""Letters of the shortest word that is put together of two."""


_HEAD = re.compile(
    r"(?<![\w-])(?P<first>[^\W\d_]{3,}?)(?P<head>ökning(?:en|ar)?|minskning(?:en|ar)?|höjning(?:en|ar)?|sänkning(?:en|ar)?"
    r"|förändring(?:en|ar)?|skillnad(?:en|er)?|andel(?:en)?|procent)(?![\w-])",
    re.IGNORECASE,
)
"""A compound that asks something of its first part (hyresökning, kostnadsandel)."""


def gaps_mended(text: str, plans: Sequence[KnownPlan]) -> str:
    """The text with such words put together where a plan has the whole, and taken apart where each part is known.

    A compound that no plan has, of what asks and what it is asked of, becomes both: hyresökning, ökning av hyra.
    """
    parted = _LONG.sub(lambda found: _apart(found[0], plans), text)
    parted = _HEAD.sub(lambda found: _asked_of(found, plans), parted)
    return _PAIR.sub(lambda found: _together(found, plans), parted)


def _together(found: re.Match[str], plans: Sequence[KnownPlan]) -> str:
    first, second = found["first"].casefold(), found["second"]
    whole = first + second
    if len(whole) < _SHORTEST or first in EMPTY or second in EMPTY or any(plan.is_name(first) for plan in plans):
        return found[0]
    if not any(plan.vocabulary.knows(whole) for plan in plans):
        return found[0]
    return found[0] if any(f"{first} {second}" in plan.folded for plan in plans) else found["first"]


def _apart(word: str, plans: Sequence[KnownPlan]) -> str:
    folded = word.casefold()
    if is_word(folded) or parts_of(folded) or any(folded in plan.words for plan in plans):
        return word
    for cut in range(_LEAST, len(word) - _LEAST):
        left, right = folded[:cut], folded[cut:]
        if left in INTERROGATIVES and (right in EMPTY or right in FRAME):
            return f"{word[:cut]} {word[cut:]}"
    return word


def _asked_of(found: re.Match[str], plans: Sequence[KnownPlan]) -> str:
    whole = found[0].casefold()
    if any(whole in plan.words or plan.vocabulary.knows(whole) for plan in plans):
        return found[0]
    split = split_of(whole)
    head = found["head"].casefold()
    if split is None or base_form(split.last) != base_form(head):
        return found[0]
    known = any(split.first in plan.words or plan.vocabulary.knows(split.first) for plan in plans)
    return f"{head} av {split.first}" if known else found[0]
