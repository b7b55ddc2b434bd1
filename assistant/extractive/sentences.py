"""The plan's own sentence or two for who, when, where, why, how and how financed."""

import re
from collections.abc import Sequence

from assistant.answerer import Draft
from assistant.evidence import Evidence
from assistant.extractive.answer_types import wanted
from assistant.extractive.digest import Digest, digest
from assistant.extractive.drafting import Drafting
from assistant.extractive.matching import full
from assistant.extractive.quoting import list_after, quote, quote_list
from assistant.extractive.reasons_told import explained_by
from assistant.extractive.sentence_choice import KINDS, answering
from assistant.extractive.statements import ListBlock, Statement
from assistant.extractive.text_cues import JOINED, THE_REST
from assistant.extractive.text_search import Found
from assistant.extractive.things_told import tells_key
from assistant.question import Question
from assistant.thresholds import MARGINS, TEXT, TEXT_WEIGHTS
from assistant.understanding.cues import Asked
from assistant.understanding.words import INFLECTED, tokens

_NOT = (Asked.AUDIT, Asked.OUT_OF_SCOPE, Asked.SHARE, Asked.RATIO, Asked.PURPOSE)
_MONEY = re.compile(r"\b(hur många|how many) (kr|kronor|tkr|mnkr|miljoner|miljarder|million|sek)\b", re.IGNORECASE)
"""A number of crowns is an amount."""
_GOES_ON = re.compile(r"finansier|kostnad|avgift", re.IGNORECASE)


def compose(question: Question, evidence: Evidence) -> Draft | None:
    """Quote the sentences that answer; decline where none is about all that the question names."""
    if question.asks(*_NOT) or not full(question.terms) or _asks_an_amount(question):
        return None
    hits = [(digest(plan), found) for plan in evidence.plans.values() for found in answering(digest(plan), question)]
    kind = wanted(question)
    if kind is not None and kind.holds is tells_key:
        hits = [(holder, found) for holder, found in hits if tells_key(holder, question, found.statement)]
    if not hits:
        return None
    holder, _ = max(hits, key=lambda hit: hit[1].cover + TEXT_WEIGHTS.focus * hit[1].focus)
    return _told(question, holder, [found for other, found in hits if other is holder])


def _asks_an_amount(question: Question) -> bool:
    """Whether only an amount would answer: a sentence without it must not stand in."""
    told = (kind for kind in KINDS if kind is not Asked.LIST)
    return _MONEY.search(question.standalone) is not None or (
        question.asks(Asked.FIGURE, Asked.COUNT) and not question.asks(*told)
    )


def _told(question: Question, holder: Digest, found: Sequence[Found]) -> Draft:
    drafting = Drafting(question.language)
    best = found[0]
    chosen = [each for each in found if each.cover >= best.cover - MARGINS.sentences][: TEXT.sentences]
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
    path = holder.plan.sections[statement.section].path
    heading = dict.fromkeys(tokens(path[-1]), 1.0) if path and question.asks(Asked.HOW) else {}
    asked = full(question.terms)
    of_all = all(holder.matcher.term(term, heading) >= INFLECTED for term in asked)
    if not of_all and all(holder.matcher.term(term, own) for term in asked):
        return None
    mine = (b for b in holder.lists if b.section == statement.section and statement.text.strip() in b.items)
    return next(mine, None)


def _with_next(holder: Digest, question: Question, found: Sequence[Found]) -> list[Statement]:
    """The sentences, with the one that goes on about how it is financed, or tells the exceptions from all."""
    numbers = [each.number for each in found]
    last = numbers[-1] + 1
    kind = wanted(question)
    goes_on = _GOES_ON if question.asks(Asked.FUNDING) else re.compile(kind.goes_on) if kind else None
    goes_on = re.compile(THE_REST) if question.asks(Asked.WHY) else goes_on
    goes_on = re.compile(JOINED) if question.asks(Asked.LIST) else goes_on
    if goes_on and last < len(holder.statements) and len(numbers) < TEXT.sentences:
        after, before = holder.statements[last], holder.statements[numbers[-1]]
        same = (after.section, after.line) == (before.section, before.line)
        if same and goes_on.search(after.text):
            numbers.append(last)
    kept = [holder.statements[number] for number in numbers]
    explained = explained_by(holder, question, kept[-1]) if question.asks(Asked.WHY) else None
    return [*kept, explained] if explained else kept
