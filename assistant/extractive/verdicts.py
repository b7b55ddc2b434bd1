"""Yes or no to a question whether one amount is above, below or as large as another."""

import re
from decimal import Decimal

from assistant.phrases import phrase
from assistant.question import Question
from assistant.understanding.cues import DOWN, UP, Asked

_HIGHER = re.compile(
    rf"\b({UP}|högre|större|flera?|dyrare|över(stig\w+)?|värre|more|higher|larger|bigger|greater|exceeds?|above)\b",
    re.IGNORECASE,
)
_LOWER = re.compile(
    rf"\b({DOWN}|lägre|färre|billigare|under(stig\w+)?(?! (plan)?perioden|\W*\d)|less|fewer|lower|smaller|cheaper"
    rf"|below)\b",
    re.IGNORECASE,
)
_EQUAL = re.compile(
    r"\b(lika (mycket|stor\w*|hög\w*|dyr\w*)|samma (belopp|nivå|summa|kronor|avgift)|equal|the same|as (much|large"
    r"|high))\b",
    re.IGNORECASE,
)
_OTHER = re.compile(r"\b(skiljer|skiljde|skilja|olika|differ\w*)\b", re.IGNORECASE)


def verdict(question: Question, above: Decimal) -> str:
    """The word that the answer begins with; `above` is how much the first named is above the second."""
    if not question.asks(Asked.YES_NO):
        return ""
    folded = question.standalone
    higher, lower, equal, other = (bool(sign.search(folded)) for sign in (_HIGHER, _LOWER, _EQUAL, _OTHER))
    if higher + lower + equal + other != 1:
        return ""
    holds = (above > 0 and higher) or (above < 0 and lower) or (above == 0 and equal) or (above != 0 and other)
    return opening(question, holds)


def opening(question: Question, holds: bool) -> str:
    """Yes or no, as an answer begins with it."""
    return f"{phrase(question.language, 'yes' if holds else 'no')} "
