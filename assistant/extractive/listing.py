"""Lists: the whole list in the plan's order with its heading, the headings beneath one, or the rows of a table."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.answerer import Draft
from assistant.evidence import Evidence
from assistant.extractive import abstention
from assistant.extractive.asked_things import is_verb
from assistant.extractive.digest import Digest, digest
from assistant.extractive.drafting import Drafting
from assistant.extractive.headings import children, is_of_other_years, quote_beneath, quote_headings
from assistant.extractive.matching import full
from assistant.extractive.numbered import LAST, agrees, place_asked, quote_item
from assistant.extractive.quoting import quote_list
from assistant.extractive.statements import ListBlock
from assistant.extractive.text_search import search, search_lists
from assistant.question import Question
from assistant.thresholds import FIGURE, MARGINS, TEXT
from assistant.understanding.cues import Asked
from assistant.understanding.small_words import EMPTY, FRAME
from assistant.understanding.words import listed, tokens

_NOT = (Asked.WHY, Asked.WHEN, Asked.WHERE, Asked.FUNDING, Asked.AUDIT, Asked.RANK, Asked.OUT_OF_SCOPE)
_POINTED_TO = re.compile(r"\bföljande (?:\w+(?:a|de|na) )?(?P<noun>\w{4,})(?= (?:för|inom|av|i)\b|\W*$)", re.IGNORECASE)
"""The things that a list says it holds."""
_TO_DO = re.compile(r"\batt\s*:?\s*$", re.IGNORECASE)
"""The end of an intro to what its subject is to do."""
_HOW_IT_GOES = re.compile(
    r"\b(hur går (?:det|\w+) till|hur (?:ser|är) (?:processen|gången)|vilka steg)\b", re.IGNORECASE
)
_STEPS = re.compile(r"\w*(?:gång|gången|process|processen|ordning|rutin|rutinen)|steg|stegen|vägen")
"""A question for the steps in which something is done, and words of a heading that has them beneath it."""
_POINTING = frozenset(listed("följande nedan särskilt sådana dessa områden punkter"))


@dataclass(frozen=True, slots=True)
class _Hit:
    digest: Digest
    block: ListBlock
    cover: float
    heading: float


def compose(question: Question, evidence: Evidence) -> Draft | None:
    """Give the list asked for; decline where none is introduced by what the question names."""
    place = place_asked(question)
    asks_for_list = question.asks(Asked.LIST, Asked.DEFINITION, Asked.HOW) or place is not None
    counts_goals = question.asks(Asked.COUNT) and question.levels
    if not asks_for_list or counts_goals or question.asks(*_NOT) or not question.terms:
        return None
    hits = [hit for plan in evidence.plans.values() for hit in _hits(digest(plan), question)]
    hits.sort(key=lambda hit: (-round(hit.cover, 2), -hit.heading))
    if not hits:
        return _headings(question, evidence)
    if _is_better_said(hits[0], question):
        return None
    agreeing = [hit for hit in hits if agrees(question, len(hit.block.top))]
    if not agreeing:
        return _other_number(question, evidence)
    best = agreeing[0]
    if any(hit.block.quote != best.block.quote for hit in agreeing[1:] if _is_rival(hit, best)):
        return None
    place = len(best.block.top) if place == LAST else place
    if (place or 0) > len(best.block.top):
        return None
    drafting = Drafting(question.language)
    if place is None:
        quote_list(drafting, best.digest, best.block)
    else:
        quote_item(drafting, best.digest, best.block, place)
    return drafting.done()


def _headings(question: Question, evidence: Evidence) -> Draft | None:
    """The headings beneath the one that is asked about, where the question asks for a list."""
    found = [(holder, each) for plan in evidence.plans.values() if (each := children(holder := digest(plan), question))]
    place = place_asked(question)
    if not (question.asks(Asked.LIST) or place) or len(found) != 1:
        return None
    drafting = Drafting(question.language)
    holder, (section, below) = found[0]
    if not agrees(question, len(below)):
        return _other_number(question, evidence)
    place = len(below) if place == LAST else place
    if (place or 0) > len(below):
        return None
    if place is None:
        quote_headings(drafting, holder, section, below)
    else:
        quote_beneath(drafting, holder, below[place - 1])
    return drafting.done()


def _other_number(question: Question, evidence: Evidence) -> Draft:
    """Silence: the plan has another number of such things than the question takes for granted."""
    return abstention.compose(question, evidence)


def _introduces(holder: Digest, block: ListBlock, question: Question) -> bool:
    """Whether the list's own intro, where it has one of its own words, names the thing that is asked for."""
    heading = "".join(holder.plan.sections[block.section].path[-1:])
    pointed = _POINTED_TO.search(block.intro or heading)
    if pointed and not holder.matcher.asked_for(pointed["noun"].casefold(), question.terms):
        return False
    own = [word for word in tokens(block.intro) if word not in EMPTY and word not in FRAME and word not in _POINTING]
    thing = [term for term in question.terms if not term.light][:1]
    if _TO_DO.search(block.intro) and any(holder.matcher.asked_for(word, thing) for word in tokens(block.intro)[:1]):
        return False
    return not own or any(holder.matcher.asked_for(word, thing) for word in own)


def _hits(holder: Digest, question: Question) -> Sequence[_Hit]:
    found = []
    asked = full(question.terms)
    things = [term for term in asked if not is_verb(term)]
    for hit in search_lists(holder, question.terms):
        steps = bool(things) and _tells_steps(holder, hit.block, question)
        terms = things if steps else asked
        met = all(holder.matcher.term(term, hit.block.words) >= FIGURE.word for term in terms)
        path = holder.plan.sections[hit.block.section].path
        if is_of_other_years(question, path):
            continue
        if met and (steps or hit.cover >= TEXT.heading) and _introduces(holder, hit.block, question):
            found.append(_Hit(holder, hit.block, hit.cover, hit.heading))
    return found


def _tells_steps(holder: Digest, block: ListBlock, question: Question) -> bool:
    """Whether the question asks in which steps something is done, and the list's heading says that these are such."""
    heading = tokens("".join(holder.plan.sections[block.section].path[-1:]))
    return bool(_HOW_IT_GOES.search(question.standalone)) and any(_STEPS.fullmatch(word) for word in heading)


def _is_rival(hit: _Hit, best: _Hit) -> bool:
    """Whether the list is too much like the best one to choose between them."""
    return hit.cover >= best.cover - MARGINS.lists and hit.heading >= best.heading - MARGINS.lists


def _is_better_said(hit: _Hit, question: Question) -> bool:
    """Whether a sentence says it more fully than the list's heading does."""
    best = next(iter(search(hit.digest, question.terms)), None)
    said = best is not None and not best.missing and best.cover > hit.cover + MARGINS.said
    return said and not question.asks(Asked.LIST)
