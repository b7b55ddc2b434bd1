"""Words that the words right round them make part of a question's frame, or of what it is about."""

from collections.abc import Collection, Sequence

from assistant.understanding.marking import Mark, Role

OPERATIONS = frozenset({"verksamhet", "verksamheten", "verksamhetens", "delen", "del"})
"""What is run under a short name that stands right before."""
YEAR_ENDS = frozenset({"slutet", "slut", "utgången", "utgång", "nyår", "bokslutet", "bokslut", "end"})
"""Words before a year that say no more than when in it, or that it is over."""


def is_framed(marks: Sequence[Mark], place: int) -> bool:
    """Whether the word says only when in a year (i slutet av 2028), or that a short name's thing is run."""
    own = marks[place]
    if own.word in YEAR_ENDS and Role.YEAR in [found.role for found in marks[place + 1 : place + 3]]:
        return True
    before = marks[place - 1] if place else None
    named = before is not None and before.name and not before.plans and before.end + 1 == own.start
    return named and own.word in OPERATIONS


def is_costed(marks: Sequence[Mark], place: int, costing: Collection[str]) -> bool:
    """Whether the word is what is asked to cost (Vad kostar det att skriva …)."""
    before = [found.word for found in marks[:place]]
    return bool(before) and before[-1] in {"att", "to"} and any(word in costing for word in before)
