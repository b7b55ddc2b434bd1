"""What stands under one heading: how a unit is financed in its own section, or the heading that is asked about."""

import re
from collections.abc import Iterator, Sequence

from assistant.answerer import Draft
from assistant.evidence import Evidence
from assistant.extractive.digest import Digest, digest
from assistant.extractive.drafting import Drafting
from assistant.extractive.matching import full
from assistant.extractive.quoting import quote
from assistant.extractive.sentence_choice import KINDS, is_whole
from assistant.extractive.statements import Statement
from assistant.extractive.text_cues import ANSWERS
from assistant.question import Question
from assistant.thresholds import TEXT
from assistant.understanding.cues import Asked
from assistant.understanding.small_words import EMPTY, FRAME
from assistant.understanding.words import HEAD, INFLECTED, tokens

_NOT = (Asked.AUDIT, Asked.OUT_OF_SCOPE, Asked.SHARE, Asked.RATIO, Asked.FIGURE, Asked.COUNT, Asked.RANK)
_FUNDED = re.compile(r"finansier|avtal|avgift|bidrag", re.IGNORECASE)


def compose(question: Question, evidence: Evidence) -> Draft | None:
    """Quote what stands under the heading asked about; decline where no heading is just that."""
    if question.asks(*_NOT) or not full(question.terms):
        return None
    find = _of_unit if question.asks(Asked.FUNDING) else _of_heading
    for plan in evidence.plans.values():
        holder = digest(plan)
        said = find(holder, question)
        if said:
            drafting = Drafting(question.language)
            quote(drafting, holder, said[: TEXT.sentences])
            return drafting.done()
    return None


def _of_unit(holder: Digest, question: Question) -> Sequence[Statement]:
    """How a unit is financed in the words of its own section."""
    words = tuple(mark.word for mark in question.marks)
    named = {name.casefold() for name in holder.known.owners_named(words)}
    if any(not term.owner for term in full(question.terms)) or not named:
        return ()
    own = [statement for number in _headed(holder, named) for statement in _whole(holder, number)]
    about = [each for each in own if re.search(ANSWERS[Asked.FUNDING], each.text, re.IGNORECASE)]
    return about if about and _FUNDED.search(about[0].text) else ()


def _headed(holder: Digest, names: set[str]) -> Iterator[int]:
    for number, section in enumerate(holder.plan.sections):
        if section.path and section.path[-1].casefold() in names:
            yield number


def _whole(holder: Digest, section: int) -> list[Statement]:
    return [each for each in holder.statements if each.section == section and is_whole(holder, each)]


def _of_heading(holder: Digest, question: Question) -> Sequence[Statement]:
    """What stands under the heading that is just what the question names."""
    if question.asks(*KINDS[:-1], Asked.PURPOSE) or not question.asks(Asked.LIST, Asked.DEFINITION):
        return ()
    asked = full(question.terms)
    least = INFLECTED if question.asks(Asked.LIST) and not question.asks(Asked.DEFINITION) else HEAD
    for number, section in enumerate(holder.plan.sections):
        heading = tokens(section.path[-1] if section.path else "")
        words = [word for word in heading if word not in EMPTY and word not in FRAME]
        named = words and all(holder.matcher.asked_for(word, asked) >= least for word in words)
        if named and all(holder.matcher.term(term, dict.fromkeys(words, 1.0)) >= HEAD for term in asked):
            said = [each for each in _whole(holder, number) if not each.item]
            if said:
                return said
    return ()
