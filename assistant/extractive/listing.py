"""Lists: the whole list in the plan's order with its heading, the headings beneath one, or the rows of a table."""

from collections.abc import Sequence
from dataclasses import dataclass

from assistant.answerer import Draft
from assistant.evidence import Evidence
from assistant.extractive.digest import Digest, digest
from assistant.extractive.drafting import Drafting
from assistant.extractive.headings import children, quote_headings
from assistant.extractive.quoting import quote_list
from assistant.extractive.statements import ListBlock
from assistant.extractive.text_search import search, search_lists
from assistant.question import Question
from assistant.thresholds import FIGURE, MARGINS, TEXT
from assistant.understanding.cues import Asked
from assistant.understanding.small_words import EMPTY, FRAME
from assistant.understanding.words import listed, tokens

_NOT = (Asked.WHY, Asked.WHEN, Asked.WHERE, Asked.FUNDING, Asked.AUDIT, Asked.RANK, Asked.OUT_OF_SCOPE)
_POINTING = frozenset(listed("följande nedan särskilt sådana dessa områden punkter"))


@dataclass(frozen=True, slots=True)
class _Hit:
    digest: Digest
    block: ListBlock
    cover: float
    heading: float


def compose(question: Question, evidence: Evidence) -> Draft | None:
    """Give the list asked for; decline where none is introduced by what the question names."""
    if not question.asks(Asked.LIST, Asked.DEFINITION, Asked.HOW) or question.asks(*_NOT) or not question.terms:
        return None
    hits = [hit for plan in evidence.plans.values() for hit in _hits(digest(plan), question)]
    hits.sort(key=lambda hit: (-round(hit.cover, 2), -hit.heading))
    if not hits:
        return _headings(question, evidence)
    if _is_better_said(hits[0], question):
        return None
    best = hits[0]
    if any(hit.block.quote != best.block.quote for hit in hits[1:] if _is_rival(hit, best)):
        return None
    drafting = Drafting(question.language)
    quote_list(drafting, best.digest, best.block)
    return drafting.done()


def _headings(question: Question, evidence: Evidence) -> Draft | None:
    """The headings beneath the one that is asked about, where the question asks for a list."""
    found = [(holder, each) for plan in evidence.plans.values() if (each := children(holder := digest(plan), question))]
    if not question.asks(Asked.LIST) or len(found) != 1:
        return None
    drafting = Drafting(question.language)
    holder, (section, below) = found[0]
    quote_headings(drafting, holder, section, below)
    return drafting.done()


def _introduces(holder: Digest, block: ListBlock, question: Question) -> bool:
    """Whether the list's own intro, where it has one of its own words, names the thing that is asked for."""
    own = [word for word in tokens(block.intro) if word not in EMPTY and word not in FRAME and word not in _POINTING]
    thing = [term for term in question.terms if not term.light][:1]
    return not own or any(holder.matcher.asked_for(word, thing) for word in own)


def _hits(holder: Digest, question: Question) -> Sequence[_Hit]:
    found = []
    for hit in search_lists(holder, question.terms):
        met = all(
            holder.matcher.term(term, hit.block.words) >= FIGURE.word for term in question.terms if not term.light
        )
        if met and hit.cover >= TEXT.heading and _introduces(holder, hit.block, question):
            found.append(_Hit(holder, hit.block, hit.cover, hit.heading))
    return found


def _is_rival(hit: _Hit, best: _Hit) -> bool:
    """Whether the list is too much like the best one to choose between them."""
    return hit.cover >= best.cover - MARGINS.lists and hit.heading >= best.heading - MARGINS.lists


def _is_better_said(hit: _Hit, question: Question) -> bool:
    """Whether a sentence says it more fully than the list's heading does."""
    best = next(iter(search(hit.digest, question.terms)), None)
    said = best is not None and not best.missing and best.cover > hit.cover + MARGINS.said
    return said and not question.asks(Asked.LIST)
