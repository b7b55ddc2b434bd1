"""Where on the web more is to be read: the line of the plan that has the address."""

import re
from collections.abc import Iterator

from assistant.answerer import Draft
from assistant.citations import collapse
from assistant.evidence import Evidence
from assistant.extractive.digest import Digest, digest
from assistant.extractive.drafting import Drafting
from assistant.extractive.matching import full, weighted
from assistant.extractive.statements import ITEM, place_of
from assistant.extractive.text_cues import ADDRESS, ASKS_FOR_ADDRESS, OF_ADDRESS
from assistant.question import Question
from assistant.understanding.terms import Term
from assistant.understanding.words import HEAD


def compose(question: Question, evidence: Evidence) -> Draft | None:
    """Give the line with the address; decline where no line has one of what is named, or several have."""
    if not re.search(ASKS_FOR_ADDRESS, question.standalone, re.IGNORECASE):
        return None
    about = [term for term in full(question.terms) if not re.fullmatch(OF_ADDRESS, term.text)]
    holders = [digest(plan) for plan in evidence.plans.values()]
    found = [(holder, section, line) for holder in holders for section, line in _lines(holder, about)] if about else []
    if len({line for _, _, line in found}) != 1:
        return None
    holder, section, line = found[0]
    drafting = Drafting(question.language)
    n = drafting.cite(holder.plan, place_of(holder.plan, section, line), line)
    drafting.line(f"{ITEM.sub('', line)} [{n}]")
    return drafting.done()


def _lines(holder: Digest, about: list[Term]) -> Iterator[tuple[int, str]]:
    """The lines, with their sections, that have an address and name all that is asked about, there or in it."""
    for number, section in enumerate(holder.plan.sections):
        for line in filter(re.compile(ADDRESS, re.IGNORECASE).search, section.text.splitlines()):
            if all(holder.matcher.term(term, weighted(line)) >= HEAD for term in about):
                yield number, collapse(line)
