"""Words of the plans that are made of a word of the question: what a verb does, and compounds that mean the same."""

from collections.abc import Sequence

from assistant.understanding.known_plan import KnownPlan
from index.analysis import base_form
from index.glossary import meetings

STEM = 4
"""Letters of a verb that the noun made of it keeps, and of the first part of a compound."""
_SHORTEST = 3
"""Letters of the shortest last part of a compound."""


def done_noun(word: str, plans: Sequence[KnownPlan]) -> dict[str, float]:
    """The plans' nouns for what a verb that they have not does (effektivisera, effektiviseringskrav)."""
    base = base_form(word)
    if len(base) <= STEM or not base.endswith("a"):
        return {}
    starts = (base[:-1] + "ing", base[:-1] + "ning")
    return {own: 1.0 for plan in plans for own in plan.words if own.startswith(starts)}


def with_kin(word: str, plans: Sequence[KnownPlan]) -> frozenset[str]:
    """The plans' compounds that end in a word of the same meaning as the word's own end (tillsynstaxa, -avgift)."""
    made: set[str] = set()
    for cut in range(STEM, len(word) - _SHORTEST):
        for meeting in meetings([word[cut:]], False):
            kin = (word[:cut] + other for other in meeting.concept.words if other.isalpha())
            if not meeting.by_head:
                made |= {own for own in kin if any(plan.vocabulary.knows(own) for plan in plans)}
    return frozenset(made)
