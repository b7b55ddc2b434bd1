"""Amounts by which something moves, or is above or below another: they answer no question for how much it is."""

import re

from assistant.extractive.figure_choice import Reading
from assistant.question import Question
from assistant.understanding.cues import FALL, RISE

_BETWEEN = re.compile(r"\b(mellan|between|från|from) (19|20)\d\d (och|and|till|to) (19|20)\d\d", re.IGNORECASE)
_MOVING = re.compile(
    rf"\b({RISE}|{FALL}|dyrare|billigare|förändr\w*|ändra[st]?|skilj\w* (?=.*\bfrån\b)|skillnad\w*|differ\w+)\b",
    re.IGNORECASE,
)
_MOVE = re.compile(r"ökning|minskning|höjning|sänkning|förändring|increase|decrease|change", re.IGNORECASE)
_FALLS_BY = re.compile(rf"\b{FALL}\b[^.;,]*\b(med|by)\s+(ca\.?\s+|cirka\s+|omkring\s+|about\s+)?$", re.IGNORECASE)
_APART = re.compile(
    r"^\W*(?:(?:per|om) \w+ )?(högre|lägre|mer|mindre|dyrare|billigare|större|fler|färre|more|less|higher|lower)\b",
    re.IGNORECASE,
)
"""What follows an amount by which one thing is above or below another."""
_MOVED = re.compile(
    rf"{_MOVING.pattern}|\b(hur mycket|how much) (mer|mindre|högre|lägre|större|more|less|higher|lower|larger)\b"
    r"|\b(mer|fler|färre|mindre|högre|lägre|större|more|less|higher|lower)\b.*\b(än|than|jämfört"
    r"|compared)\b",
    re.IGNORECASE,
)
"""A question for how an amount moves, which no amount answers but one that the plan says it moves by."""


def asks_move(question: Question) -> bool:
    """Whether the question is for how an amount moves."""
    return bool(_MOVED.search(question.standalone) or _BETWEEN.search(question.standalone))


def is_a_move(reading: Reading) -> bool:
    """Whether the amount is one that something moves by; a row for what is lowered tells what that costs."""
    return bool(_MOVING.search(reading.figure.quote) if reading.row.prose else _MOVE.search(reading.row.first.label))


def is_a_step(reading: Reading) -> bool:
    """Whether a sentence gives the amount as what something falls by, or is above or below another."""
    before, _, after = reading.figure.quote.partition(reading.figure.as_printed)
    return reading.row.prose and bool(_FALLS_BY.search(before) or _APART.search(after))
