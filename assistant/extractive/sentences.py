"""The plan's own sentence or two for who, when, where, why, how and how financed."""

import re
from collections.abc import Sequence

from assistant.answerer import Draft
from assistant.evidence import Evidence
from assistant.extractive.digest import Digest, digest
from assistant.extractive.drafting import Drafting
from assistant.extractive.limits import TEXT
from assistant.extractive.matching import full
from assistant.extractive.quoting import list_after, quote, quote_list
from assistant.extractive.sentence_choice import KINDS, answering
from assistant.extractive.statements import ListBlock, Statement
from assistant.extractive.text_search import FOCUS, Found
from assistant.question import Question
from assistant.understanding.cues import Asked
from assistant.understanding.words import tokens

_NOT = (Asked.AUDIT, Asked.OUT_OF_SCOPE, Asked.SHARE, Asked.RATIO)
_GOES_ON = re.compile(r"finansier|kostnad|avgift", re.IGNORECASE)
_CLOSE = 0.08


def compose(question: Question, evidence: Evidence) -> Draft | None:
    """Quote the sentences that answer; decline where none is about all that the question names."""
    if question.asks(*_NOT) or not full(question.terms) or _asks_an_amount(question):
        return None
    hits = [(digest(plan), found) for plan in evidence.plans.values() for found in answering(digest(plan), question)]
    if not hits:
        return None
    holder, _ = max(hits, key=lambda hit: hit[1].cover + FOCUS * hit[1].focus)
    return _told(question, holder, [found for other, found in hits if other is holder])


def _asks_an_amount(question: Question) -> bool:
    """Whether only an amount would answer: a sentence without it must not stand in."""
    return question.asks(Asked.FIGURE, Asked.COUNT) and not question.asks(*KINDS)


def _told(question: Question, holder: Digest, found: Sequence[Found]) -> Draft:
    drafting = Drafting(question.language)
    best = found[0]
    chosen = [each for each in found if each.cover >= best.cover - _CLOSE][: TEXT.sentences]
    same = [each for each in chosen if each.statement.section == best.statement.section]
    kept = _with_next(holder, question, sorted(same, key=lambda each: each.number))
    whole = list_after(holder, best.statement) or _list_of(holder, question, best.statement)
    if whole is not None:
        quote_list(drafting, holder, whole)
    else:
        quote(drafting, holder, kept)
    return drafting.done()


def _list_of(holder: Digest, question: Question, statement: Statement) -> ListBlock | None:
    """The list that an item belongs to, where the question is about the list rather than about the item."""
    if not statement.item:
        return None
    own = dict.fromkeys(tokens(statement.text), 1.0)
    if all(holder.matcher.term(term, own) for term in full(question.terms)):
        return None
    return next(
        (
            block
            for block in holder.lists
            if block.section == statement.section and statement.text.strip() in block.items
        ),
        None,
    )


def _with_next(holder: Digest, question: Question, found: Sequence[Found]) -> list[Statement]:
    """The sentences, with the one that goes on about how it is financed."""
    numbers = [each.number for each in found]
    last = numbers[-1] + 1
    if question.asks(Asked.FUNDING) and last < len(holder.statements) and len(numbers) < TEXT.sentences:
        after, before = holder.statements[last], holder.statements[numbers[-1]]
        same = (after.section, after.line) == (before.section, before.line)
        if same and _GOES_ON.search(after.text):
            numbers.append(last)
    return [holder.statements[number] for number in numbers]
