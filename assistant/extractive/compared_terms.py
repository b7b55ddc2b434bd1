"""The words of a question that what it compares must meet, without those that fit any row or unit whatever."""

import re
from dataclasses import replace

from assistant.extractive.digest import Digest
from assistant.extractive.series import amount_question, owner_terms
from assistant.question import Question
from assistant.understanding.carrying import set_down
from assistant.understanding.lexicon import KIND_WORDS
from assistant.understanding.terms import SYNONYM, Term
from assistant.understanding.words import listed
from ingest.model import FigureKind

GENERIC = frozenset(
    listed("""
    post posten poster posterna rad raden rader raderna del delar vilkendera satsning satsningen satsningar
    satsningarna åtgärd åtgärden åtgärder insats insatsen insatser reform reformer förslag mottagare mottagaren item
    items row rows entry entries recipient recipients measure measures lista listan list sak saker ändamål
    område området områden fördelning fördelningen fördelas fördelades fördelats utdelning paket paketet satsningspaket
    person personer personerna pengar pengarna kronorna bidragsram bidragsramar bidragsramarna
    """)
)
"""Words for what is compared, which no row need be called."""
_UNIT_WORD = re.compile(
    r"\w*verksamhet(en|er|erna|ers|ernas)?|enhet\w*|avdelning\w*|område\w*|units?|operations?|activit\w*|departments?"
)
_SPENDS = re.compile(
    r"\b(kostar|kostade|slukar|lägger|läggs|drar|satsar|satsas|spenderar|går)\b.*\b(pengar|mest|minst|på|till)\b"
    r"|\b(costs?|spends?|spent)\b",
    re.IGNORECASE,
)
"""A question for what money goes to, though it names no cost."""
_DEAR = re.compile(r"\b(dyr\w*|billig\w*|kosta\w*|kostsam\w*|costs?|cheap\w*|expensive)\b", re.IGNORECASE)
_COST = Term("kostnad", -1, (("kostnad", 1.0),))
_SIDES = frozenset(f"{KIND_WORDS[FigureKind.COST]} {KIND_WORDS[FigureKind.INCOME]}".split())


def concept_of(holder: Digest, question: Question) -> list[Term]:
    """The terms that what is compared must meet: none of a unit's name, or for any row whatever.

    Those of the frame, and those that tell no amount from another, count only where no other is left.
    """
    terms = [without_tail(term) for term in telling(holder, question) if term.text not in GENERIC]
    sides = [term for term in question.terms if term.light and tells_side(term)]
    if not sides and _SPENDS.search(question.standalone):
        return [_COST, *terms]
    idle = [term for term in question.terms if term.idle and not term.light and term.text not in GENERIC]
    return terms or sides or idle


def tells_side(term: Term) -> bool:
    """Whether the word says no more than which side of the budget is meant."""
    return any(form in _SIDES and nearness >= SYNONYM for form, nearness in term.forms)


def telling(holder: Digest, question: Question) -> list[Term]:
    """The terms of the question that neither belong to its frame nor name a unit of this plan."""
    units = {term.place for term in owner_terms(holder, question)}
    return [term for term in question.terms if not (term.light or term.idle or term.cue) and term.place not in units]


def without_tail(term: Term) -> Term:
    """The term, a compound met by its first part too where the last only says how it is set down."""
    stem = set_down(term.text)
    return replace(term, text=stem, forms=((stem, 1.0), *term.forms)) if stem else term


def with_cost(holder: Digest, question: Question) -> Question:
    """The question with the cost that "dearer" or "costs" means, where it names nothing else that is compared."""
    if not _DEAR.search(question.standalone) or concept_of(holder, question):
        return question
    return replace(question, terms=(*question.terms, _COST), total=True)


def without_units(question: Question) -> Question:
    """The question for the plain amount, without the words for any unit whatever."""
    terms = tuple(term for term in question.terms if not _UNIT_WORD.fullmatch(term.text))
    return replace(amount_question(question), terms=terms)
