"""What something is for and what it does: the sentences that say its purpose or task, or in which it acts."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.answerer import Draft
from assistant.evidence import Evidence
from assistant.extractive.digest import Digest, digest
from assistant.extractive.drafting import Drafting
from assistant.extractive.matching import full
from assistant.extractive.quoting import quote
from assistant.extractive.sentence_choice import is_whole
from assistant.extractive.statements import Statement
from assistant.extractive.text_cues import ACTING, PURPOSE, PURPOSE_WORDS, RESTING, SERVING
from assistant.question import Question
from assistant.thresholds import TEXT
from assistant.understanding.cues import Asked
from assistant.understanding.follow_up_words import PRONOUNS
from assistant.understanding.terms import Term
from assistant.understanding.words import HEAD, INFLECTED, tokens
from index.organisation_names import GENERIC

_STATED, _DOES, _SERVES = 3, 2, 1
"""How plainly a sentence says it: as the purpose of the thing, by what the thing does, by what is done in it."""
_FIRST = 4
"""The subject of a sentence stands among its first words."""
_VERB = 14
"""The verb stands at most so many words after the first of its subject."""
_QUOTED = 2


@dataclass(frozen=True, slots=True)
class _Said:
    statement: Statement
    plainness: int


def compose(question: Question, evidence: Evidence) -> Draft | None:
    """Quote what the thing is for or does; decline where no sentence says so."""
    if not question.asks(Asked.PURPOSE) or question.asks(Asked.WHY, Asked.WHEN, Asked.FUNDING):
        return None
    subject = [term for term in full(question.terms) if not re.fullmatch(PURPOSE_WORDS, term.text)]
    found = [(holder, said) for plan in evidence.plans.values() if (said := _best(holder := digest(plan), subject))]
    if not found or (not subject and not question.names_plan):
        return None
    if not subject and any(_is_listed(holder, question) for holder, _ in found):
        return None
    plainest = max(said[0].plainness for _, said in found)
    meant = [(holder, said) for holder, said in found if said[0].plainness == plainest]
    if len(meant) > TEXT.plans:
        return None
    drafting = Drafting(question.language)
    for holder, said in meant:
        quote(drafting, holder, [each.statement for each in said])
    return drafting.done()


def _is_listed(holder: Digest, question: Question) -> bool:
    """Whether the plan has a list under the very word that is asked for (Ändamål med verksamheten: …)."""
    asked = full(question.terms)
    headings = [tokens(path[-1]) for block in holder.lists if (path := holder.plan.sections[block.section].path)]
    return any(heading and holder.matcher.asked_for(heading[0], asked) >= INFLECTED for heading in headings)


def _best(holder: Digest, subject: Sequence[Term]) -> list[_Said]:
    """The plainest sentence with the one that stands beside it and is as plain."""
    said = list(_saying(holder, subject))
    plainest = max((each.plainness for each in said), default=0)
    best = [each for each in said if each.plainness == plainest]
    return [each for each in best[:_QUOTED] if each.statement.section == best[0].statement.section]


def _saying(holder: Digest, subject: Sequence[Term]) -> Iterator[_Said]:
    for number, statement in enumerate(holder.statements):
        if not is_whole(holder, statement):
            continue
        plainness = _of_thing(holder, number, subject) if subject else _of_organisation(holder, statement)
        if plainness:
            yield _Said(statement, plainness)


def _of_thing(holder: Digest, number: int, subject: Sequence[Term]) -> int:
    """How plainly the numbered sentence says what the subject is for; 0 where it does not."""
    statement = holder.statements[number]
    own = tokens(statement.text)
    named = all(holder.matcher.term(term, dict.fromkeys(own, 1.0)) >= HEAD for term in subject)
    about = named or _is_headed(holder, statement, subject) or _follows(holder, number, subject)
    if about and re.search(PURPOSE, statement.text, re.IGNORECASE):
        return _STATED
    if not named or statement.item:
        return 0
    place = _place(holder, own, subject)
    if place < _FIRST and _acts(statement.text, own, place):
        return _DOES
    if own[place + 1 : place + 2] == ("som",) and _acts(statement.text, own, place + 1):
        return _DOES
    return _SERVES if re.search(SERVING, statement.text, re.IGNORECASE) else 0


def _is_headed(holder: Digest, statement: Statement, subject: Sequence[Term]) -> bool:
    """Whether the heading is the subject's and the sentence speaks of nothing else (Syftet är …, Den syftar till …)."""
    path = holder.plan.sections[statement.section].path
    heading = dict.fromkeys(tokens(path[-1] if path else ""), 1.0)
    first = tokens(statement.text)[:1]
    points = bool(first) and bool(PRONOUNS.fullmatch(first[0]) or re.fullmatch(PURPOSE_WORDS, first[0]))
    return points and all(holder.matcher.term(term, heading) >= INFLECTED for term in subject)


def _follows(holder: Digest, number: int, subject: Sequence[Term]) -> bool:
    """Whether the sentence tells the purpose of what the one before it is about (…åtgärdsplaner. Syftet är …)."""
    before, statement = holder.statements[max(0, number - 1)], holder.statements[number]
    if (before.section, before.line) != (statement.section, statement.line):
        return False
    said = dict.fromkeys(tokens(before.text), 1.0)
    opens = re.fullmatch(PURPOSE_WORDS, tokens(statement.text)[0]) is not None
    return opens and all(holder.matcher.term(term, said) >= HEAD for term in subject)


def _of_organisation(holder: Digest, statement: Statement) -> int:
    """The same where the subject is the plan's organisation itself."""
    own = tokens(statement.text)
    named = any(GENERIC.fullmatch(word) or holder.known.is_name(word) for word in own[:_FIRST])
    if not named or statement.item:
        return 0
    if re.search(PURPOSE, statement.text, re.IGNORECASE):
        return _STATED
    path = holder.plan.sections[statement.section].path
    headed = any(re.fullmatch(PURPOSE_WORDS, word) for word in tokens(path[-1] if path else ""))
    return _STATED if headed and "ska" in own[:_FIRST] else 0


def _place(holder: Digest, own: Sequence[str], subject: Sequence[Term]) -> int:
    """Where the subject's last word stands in the sentence, at its first naming."""
    return max(
        next(place for place, word in enumerate(own) if holder.matcher.term(term, {word: 1.0}) >= HEAD)
        if any(holder.matcher.term(term, {word: 1.0}) >= HEAD for word in own)
        else len(own)
        for term in subject
    )


def _acts(text: str, own: Sequence[str], place: int) -> bool:
    """Whether the first verb after that place is one of doing."""
    verb = next((n for n in range(place + 1, min(place + _VERB, len(own))) if re.fullmatch(ACTING, own[n])), None)
    if verb is None or re.fullmatch(RESTING, own[verb]):
        return False
    return not re.search(r"[;:]", text.split(own[verb])[0])
