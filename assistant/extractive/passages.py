"""The one sentence that holds just what is asked for, where the question says the rest of it in other words."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.answerer import Draft
from assistant.evidence import Evidence
from assistant.extractive.amounts_told import holds_money
from assistant.extractive.answer_types import Wanted, wanted
from assistant.extractive.asked_things import counts_alike, is_verb, names_one, things
from assistant.extractive.digest import Digest, digest
from assistant.extractive.drafting import Drafting
from assistant.extractive.matching import full
from assistant.extractive.quoting import quote
from assistant.extractive.reasons_told import is_reason
from assistant.extractive.sentence_choice import GROUP, is_means, is_whole
from assistant.extractive.statements import Statement
from assistant.extractive.text_cues import ACTING
from assistant.extractive.text_search import Found, search
from assistant.extractive.things_told import holds_names
from assistant.question import Question
from assistant.thresholds import MARGINS, PASSAGE
from assistant.understanding.cues import Asked
from assistant.understanding.terms import Term
from assistant.understanding.words import HEAD, likeness, tokens
from assistant.understanding.years import YEAR
from index.analysis import base_form, parts_of

_NOT = (Asked.AUDIT, Asked.OUT_OF_SCOPE, Asked.RATIO, Asked.COMPARE, Asked.RANK, Asked.SUM)
_SORT = re.compile(r"\b(slags|sorts|typ av|typer av|kinds? of|types? of)\b", re.IGNORECASE)
_SIDE_BY_SIDE = re.compile(r",\s*|\s+(?:och|samt|and)\s+", re.IGNORECASE)
_POINTS_BACK = re.compile(rf"^(?:Den|De|Dessa|Denna) (?:{ACTING})\b|\b(?:{ACTING}|utgör) (?:de|dessa|den)\b")


@dataclass(frozen=True, slots=True)
class _Hit:
    holder: Digest
    found: Found


def compose(question: Question, evidence: Evidence) -> Draft | None:
    """Quote the sentence; decline where none, or more than one, holds what is asked for."""
    kind = wanted(question)
    if kind is None or question.asks(*_NOT) or question.strangers or not full(question.terms):
        return None
    hits = [hit for plan in evidence.plans.values() for hit in _hits(digest(plan), question, kind)]
    if not hits:
        return None
    best = max(hits, key=lambda hit: hit.found.cover)
    if any(hit.holder is not best.holder and hit.found.cover > best.found.cover - MARGINS.said for hit in hits):
        return None
    near = {(hit.plan_id, hit.passage.section) for hit in evidence.passages[: PASSAGE.sections]}
    if (best.holder.plan.id, best.found.statement.section) not in near:
        return None
    drafting = Drafting(question.language)
    quote(drafting, best.holder, _with_beside(best.holder, best.found, kind))
    return drafting.done()


def _hits(holder: Digest, question: Question, kind: Wanted) -> Iterator[_Hit]:
    for found in search(holder, _sought(question, kind))[: PASSAGE.sentences]:
        statement = found.statement
        if not is_whole(holder, statement) or not _is_of_years(holder, question, statement):
            continue
        if question.asks(Asked.WHY) and not is_reason(holder, question, found):
            continue
        if not counts_alike(holder, question, statement.text) or not names_one(holder, question, statement.text):
            continue
        asked = _asked(question, kind)
        if _is_of_one_beside(holder, asked, statement):
            continue
        if question.asks(Asked.FUNDING) and len(asked) == 1 and is_means(holder, question, found):
            continue
        of_all = kind.holds is not holds_money or _is_of_all(holder, question, found)
        meets = _is_headed(holder, asked, found) if kind.headed else _meets(holder, asked, found)
        if of_all and meets and kind.holds(holder, question, statement):
            yield _Hit(holder, found)


def _is_of_one_beside(holder: Digest, asked: Sequence[Term], statement: Statement) -> bool:
    """Whether the heading sets several things side by side and the sentence names another than the one asked about."""
    path = holder.plan.sections[statement.section].path
    parts = [dict.fromkeys(tokens(part), 1.0) for part in _SIDE_BY_SIDE.split(path[-1] if path else "")]
    own = dict.fromkeys(tokens(statement.text), 1.0)
    for term in asked:
        others = [part for part in parts if holder.matcher.term(term, part) < HEAD]
        if term.name and len(others) < len(parts) and holder.matcher.term(term, own) < HEAD:
            return any(part.keys() & own.keys() for part in others)
    return False


def _is_of_all(holder: Digest, question: Question, found: Found) -> bool:
    """Whether an amount of a unit asked for has each thing that specifies it in its own sentence or headings."""
    path = holder.plan.sections[found.statement.section].path
    texts = (found.statement.text, *path, holder.plan.title, holder.plan.organisation)
    said = dict.fromkeys(tokens(" ".join(texts)), 1.0)
    return question.unit is None or all(holder.matcher.term(term, said) >= HEAD for term in full(question.terms))


def _sought(question: Question, kind: Wanted) -> Sequence[Term]:
    """The terms to search for: those that what is wanted answers to stand in no sentence that tells it."""
    told = [term for term in question.terms if not kind.headed and re.fullmatch(kind.told, term.text)]
    return [term for term in question.terms if term not in told] if told else question.terms


def _asked(question: Question, kind: Wanted) -> list[Term]:
    """The terms that must be met, without those that what is wanted answers to."""
    asked = [term for term in full(question.terms) if not re.fullmatch(kind.told, term.text)]
    thing = next(iter(things(question)), None)
    if kind.headed:
        return [term for term in asked if term is not thing]
    if kind.holds is holds_names and thing in asked and GROUP.fullmatch(thing.text):
        asked.remove(thing)
    if kind.wider and thing in asked and (not thing.known or _SORT.search(question.standalone)):
        asked.remove(thing)
    return asked


def _is_of_years(holder: Digest, question: Question, statement: Statement) -> bool:
    """Whether the statement, or what it stands in where it names no year, is of the years asked about and no other."""
    asked = set(map(str, question.years.of(holder.plan.period)))
    said = set(YEAR.findall(statement.text))
    if not asked or said:
        return asked <= said
    section, period = holder.plan.sections[statement.section], holder.plan.period
    around = set(YEAR.findall(" ".join((section.text, *section.path, holder.plan.title))))
    of_plan = set(map(str, range(period[0], period[1] + 1))) if period else around
    return asked in (of_plan, around)


def _is_headed(holder: Digest, asked: Sequence[Term], found: Found) -> bool:
    """Whether the statement, or else its own heading, has all that the question names beside the things it wants."""
    path = holder.plan.sections[found.statement.section].path
    texts = (found.statement.text, path[-1] if path else "")
    said = [dict.fromkeys(tokens(text), 1.0) for text in texts]
    return bool(asked) and any(all(holder.matcher.term(term, words) >= HEAD for term in asked) for words in said)


def _meets(holder: Digest, asked: Sequence[Term], found: Found) -> bool:
    """Whether all that the question names is met, but for what it says in other words."""
    own = dict.fromkeys(tokens(found.statement.text), 1.0)
    path = holder.plan.sections[found.statement.section].path
    texts = (*path, holder.plan.title, holder.plan.organisation, *(each.text for each in _before(holder, found)))
    around = own | dict.fromkeys(tokens(" ".join(texts)), 1.0)
    lacking = [
        term for term in asked if holder.matcher.term(term, around) < HEAD and not _is_rest(holder, asked, term, own)
    ]
    said = [term for term in asked if holder.matcher.term(term, own) >= HEAD]
    loose = [term for term in lacking if not _is_met_in_part(term, own)]
    if any(not is_verb(term) or term.known for term in loose) or len(loose) > PASSAGE.loose:
        return False
    return len(said) >= (PASSAGE.own if lacking else 1)


def _is_rest(holder: Digest, asked: Sequence[Term], term: Term, own: dict[str, float]) -> bool:
    """Whether the word is the rest of a unit's name whose first word, which is a name alone, stands in the sentence."""
    if not term.owner:
        return False
    owners = [owner for owner in holder.known.owners if any(likeness(term.text, word) for word in owner.words[1:])]
    first = [owner.words[0] for owner in owners]
    return any(
        holder.known.written_as_name(word)
        and first.count(word) == 1
        and any(each.text == word for each in asked)
        and word in own
        for word in first
    )


def _is_met_in_part(term: Term, own: dict[str, float]) -> bool:
    """Whether the last part of a compound that the plan lacks stands in the sentence."""
    parts = parts_of(base_form(term.text))
    return not term.known and len(parts) > 1 and parts[-1] in {base_form(word) for word in own}


def _before(holder: Digest, found: Found) -> Sequence[Statement]:
    """The statement right before in the same paragraph."""
    before = holder.statements[found.number - 1] if found.number else found.statement
    here = found.statement
    return (before,) if before is not here and (before.section, before.line) == (here.section, here.line) else ()


def _with_beside(holder: Digest, found: Found, kind: Wanted) -> Sequence[Statement]:
    """The statement, after the one before it where it points back to that."""
    points = _POINTS_BACK.search(found.statement.text)
    after = holder.statements[found.number + 1 : found.number + 2]
    goes_on = [each for each in after if each.section == found.statement.section and re.search(kind.goes_on, each.text)]
    return (*(_before(holder, found) if points else ()), found.statement, *goes_on)
