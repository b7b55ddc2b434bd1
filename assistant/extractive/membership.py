"""Whether one name is among those that the plan counts up: yes or no, with the whole list as the evidence."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from assistant.answerer import Draft
from assistant.evidence import Evidence
from assistant.extractive.digest import Digest, digest
from assistant.extractive.drafting import Drafting
from assistant.extractive.quoting import quote, quote_list
from assistant.extractive.sentence_choice import answering
from assistant.extractive.statements import ListBlock, Statement
from assistant.extractive.text_cues import BELONGING, BESIDE_MEMBERS, NAMES, OPEN_LIST
from assistant.phrases import phrase
from assistant.question import Question
from assistant.understanding.cues import Asked
from assistant.understanding.lexicon import EXONYMS, MEMBERS
from assistant.understanding.terms import WIDE, Term
from assistant.understanding.words import INFLECTED, likeness, tokens

_FEWEST = 3
"""A list of fewer names does not show that it is one."""
_MEMBER = Term("medlem", 0, (("medlem", 1.0), ("medlemskommun", 0.9), ("kommun", WIDE)))


@dataclass(frozen=True, slots=True)
class _Listed:
    """A sentence or list that counts up members, with its words."""

    place: Statement | ListBlock
    words: tuple[str, ...]


def compose(question: Question, evidence: Evidence) -> Draft | None:
    """Say whether the name is in the list; decline where the plan has no whole list of what is asked about."""
    if not question.asks(Asked.YES_NO) or not re.search(BELONGING, question.standalone, re.IGNORECASE):
        return None
    name = next((term for term in question.terms if term.name and not term.owner), None)
    first = next((term for term in question.terms if not term.light), None)
    if name is None or first is not name or not (question.names_plan or _of_unit(question)):
        return None
    for plan in evidence.plans.values():
        holder = digest(plan)
        listed = next(_lists(holder, _group(question, name)), None)
        if listed is not None:
            return _told(question, holder, EXONYMS.get(name.text, name.text), listed)
    return None


def _of_unit(question: Question) -> bool:
    return any(term.owner for term in question.terms)


def _group(question: Question, name: Term) -> Question:
    """The question for the whole group that the name may belong to: of the unit named, else the organisation's."""
    rest = tuple(term for term in question.terms if term is not name and (term.known or term.owner))
    return replace(question, asked=(Asked.LIST,), terms=rest if _of_unit(question) else (_MEMBER,))


def _lists(holder: Digest, group: Question) -> Iterator[_Listed]:
    for found in answering(holder, group):
        counted = re.search(NAMES, found.statement.text)
        if counted and counted[0].count(",") >= _FEWEST - 2 and not re.search(OPEN_LIST, found.statement.text):
            yield _Listed(found.statement, tokens(counted[0]))
    if _of_unit(group):
        return
    for block in holder.lists:
        intro = tokens(block.intro)
        ends = [word for word in intro if any(likeness(word, member) >= INFLECTED for member in MEMBERS)]
        if ends and len(block.items) >= _FEWEST and all(len(item.split()) <= _FEWEST for item in block.items):
            yield _Listed(block, tokens(" ".join(block.items)))


def _told(question: Question, holder: Digest, name: str, listed: _Listed) -> Draft:
    drafting = Drafting(question.language)
    inside = any(likeness(name, word) >= INFLECTED for word in listed.words)
    beside = [] if inside or _of_unit(question) else _beside(holder, name, listed)
    if inside or not beside:
        drafting.line(phrase(question.language, "yes" if inside else "no_such_name"))
    quote(drafting, holder, beside)
    if isinstance(listed.place, ListBlock):
        quote_list(drafting, holder, listed.place)
    else:
        quote(drafting, holder, [listed.place])
    return drafting.done()


def _beside(holder: Digest, name: str, listed: _Listed) -> Sequence[Statement]:
    """What the plan says of one that is no member but has a part of its own (adjungerad, genom särskilt avtal)."""
    return [
        statement
        for statement in holder.statements
        if statement is not listed.place
        and re.search(BESIDE_MEMBERS, statement.text, re.IGNORECASE)
        and any(likeness(name, word) >= INFLECTED for word in tokens(statement.text))
    ][:1]
