"""What a question says twice, in two languages: a translation beside what it translates, in brackets."""

import re
from collections.abc import Sequence

from assistant.understanding.known_plan import KnownPlan
from assistant.understanding.small_words import EMPTY, TOTAL
from index.glossary import meetings

_GLOSS = re.compile(r"\s*\((?P<gloss>(?!(?:not|inte|ej|ex|in|utan|utom)\w*\b)[^()\d]{3,60})\)")
_WORD = re.compile(r"[^\W\d_]+")
_ARTICLES = frozenset({"the", "a", "an", "its", "their"})
_MOST = 6
"""Words that may stand before what translates them."""


def without_glosses(text: str, plans: Sequence[KnownPlan]) -> str:
    """An English question with each thing said once: in the plans' words, where it has them, else in its own."""
    gloss = _GLOSS.search(text)
    if gloss is None:
        return text
    before, after = text[: gloss.start()], without_glosses(text[gloss.end() :], plans)
    inside, beside = _WORD.findall(gloss["gloss"].casefold()), _WORD.findall(before.casefold())
    if inside and all(_has(word, plans) for word in inside if word not in EMPTY):
        return f"{_without_translated(before, gloss['gloss'].casefold(), plans)} {gloss['gloss']}{after}"
    if beside and _has(beside[-1], plans):
        return before + after
    return text[: gloss.end()] + after


def _has(word: str, plans: Sequence[KnownPlan]) -> bool:
    return any(word in plan.words or plan.vocabulary.knows(word) for plan in plans)


def _without_translated(before: str, gloss: str, plans: Sequence[KnownPlan]) -> str:
    """The text without the words at its end that the gloss translates, or that nothing else does."""
    start = len(before.rstrip())
    for word in reversed(list(_WORD.finditer(before))[-_MOST:]):
        folded = word[0].casefold()
        if folded in _ARTICLES or folded in TOTAL or (folded not in EMPTY and not _translated(folded, gloss, plans)):
            break
        if folded not in EMPTY:
            start = word.start()
    return before[:start].rstrip()


def _translated(word: str, gloss: str, plans: Sequence[KnownPlan]) -> bool:
    met = {text for meeting in meetings((word,), True) for text in meeting.concept.words}
    return any(text in gloss for text in met) if met else not _has(word, plans)
