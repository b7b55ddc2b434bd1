"""Lists by number: which of its things a question asks for, and how many it takes for granted."""

import re

from assistant.citations import collapse
from assistant.extractive.digest import Digest
from assistant.extractive.drafting import Drafting
from assistant.extractive.matching import full
from assistant.extractive.statements import ITEM, ListBlock, place_of
from assistant.question import Question
from assistant.understanding.lexicon import NUMBER_WORDS, ORDINALS

_PLACE = re.compile(
    rf"(?:^|\b(?:det|den|de|the)\s+)(?P<place>{'|'.join(word for word in ORDINALS if word.isalpha())})\b"
    r"(?!\s+(?:år|halvår|year))",
    re.IGNORECASE,
)
_LAST = re.compile(r"\b(?:det|den|the|\w+s)\s+(?:sista|last)\b(?!\s+(?:år|halvår|year))", re.IGNORECASE)
LAST = -1
"""The place of the last, however many there are."""
_NUMBER = re.compile(rf"\b(?P<number>{'|'.join(NUMBER_WORDS)}|\d{{1,2}})\s+(?:\w+\s+)?$", re.IGNORECASE)
"""A number before the word that it counts, with at most an adjective between them."""
_SMALL = frozenset({"en", "ett", "one"})


def place_asked(question: Question) -> int | None:
    """Which of several things is asked for ("den andra"), from 1 or `LAST`; none where no one is."""
    if _LAST.search(question.standalone):
        return LAST
    found = _PLACE.search(question.standalone)
    return ORDINALS[found["place"].casefold()] if found else None


def agrees(question: Question, count: int) -> bool:
    """Whether there are as many things as the question takes for granted (de fyra värdeorden), where it does."""
    thing = next(iter(full(question.terms)), None)
    if thing is None:
        return True
    before = _NUMBER.search(question.standalone[: question.marks[thing.place].start])
    if before is None or before["number"].casefold() in _SMALL:
        return True
    word = before["number"].casefold()
    return (int(word) if word.isdigit() else NUMBER_WORDS[word]) == count


def quote_item(drafting: Drafting, holder: Digest, block: ListBlock, place: int) -> None:
    """One item of the list with what explains it."""
    start, following = block.top[place - 1], block.top[place:]
    text = collapse("\n".join(block.items[start : following[0] if following else None]))
    n = drafting.cite(holder.plan, place_of(holder.plan, block.section, text), text)
    drafting.line(f"{ITEM.sub('', text)} [{n}]")
