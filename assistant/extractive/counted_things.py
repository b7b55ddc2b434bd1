"""Things that a sentence counts and does not name (Styrelsen har beslutat om tre mål): named by what stands beneath."""

import re
from collections.abc import Iterator, Sequence

from assistant.answerer import Draft
from assistant.citations import collapse
from assistant.evidence import Evidence
from assistant.extractive.asked_things import counts_alike, things
from assistant.extractive.digest import Digest, digest
from assistant.extractive.drafting import Drafting
from assistant.extractive.goal_telling import cite_goal
from assistant.extractive.headings import first_line
from assistant.extractive.matching import full
from assistant.extractive.numbered import agrees, place_asked
from assistant.extractive.quoting import list_after, quote, quote_list, unnumbered
from assistant.extractive.sentence_choice import is_of_years
from assistant.extractive.statements import Statement
from assistant.extractive.text_cues import NAMES
from assistant.extractive.text_search import search
from assistant.question import Question
from assistant.thresholds import MARGINS, PASSAGE, TEXT
from assistant.understanding.cues import Asked
from assistant.understanding.lexicon import NUMBER_WORDS, SEVERAL
from assistant.understanding.words import INFLECTED
from ingest.model import Goal, GoalLevel, Section

_NOT = (Asked.WHY, Asked.WHEN, Asked.WHERE, Asked.WHO, Asked.FUNDING, Asked.AUDIT, Asked.RANK, Asked.COUNT, Asked.SUM)
_COUNTED = re.compile(
    rf"\b(?P<number>{SEVERAL}|\d{{1,2}})\s+(?P<first>[^\W\d]+)(?:\s+(?P<second>[^\W\d]+))?",
    re.IGNORECASE,
)
"""A number with the thing that it counts right after it, or after an adjective."""
_NUMBERED = re.compile(r"^(?P<place>\d{1,2}|[A-ZÅÄÖ])[.)]\s+")
_LEVELS = (GoalLevel.AREA, GoalLevel.GOAL, GoalLevel.PRIORITY)
"""Levels of what a plan counts, the highest first."""


def compose(question: Question, evidence: Evidence) -> Draft | None:
    """Quote the sentence that counts the things and name them; decline where not just so many stand beneath it."""
    if not question.asks(Asked.LIST) or question.asks(*_NOT) or place_asked(question) or not full(question.terms):
        return None
    drafts = [draft for plan in evidence.plans.values() if (draft := _named(digest(plan), question))]
    return drafts[0] if len(drafts) == 1 else None


def _named(holder: Digest, question: Question) -> Draft | None:
    """The things that the fullest sentence counts, where it is beneath which that they stand."""
    found = [each for each in search(holder, question.terms)[: PASSAGE.sentences] if not each.missing]
    for each in found:
        if each.cover < max(TEXT.counted, found[0].cover - MARGINS.said):
            continue
        statement = each.statement
        if statement.item or re.search(NAMES, statement.text) or not is_of_years(holder, question, statement):
            continue
        number = _number(holder, question, statement.text)
        if number is None or not agrees(question, number) or not counts_alike(holder, question, statement.text):
            continue
        drafting = Drafting(question.language)
        if _tell(drafting, holder, statement, number):
            return drafting.done()
    return None


def _number(holder: Digest, question: Question, text: str) -> int | None:
    """How many of the things asked for the text tells of; none where it tells of a kind that is not asked for."""
    for found in _COUNTED.finditer(text):
        first, second = found["first"].casefold(), (found["second"] or "").casefold()
        of_kind = holder.matcher.asked_for(first, question.terms) and _is_thing(holder, question, second)
        if of_kind or _is_thing(holder, question, first):
            number = found["number"].casefold()
            return int(number) if number.isdigit() else NUMBER_WORDS[number]
    return None


def _is_thing(holder: Digest, question: Question, word: str) -> bool:
    return any(holder.matcher.term(term, {word: 1.0}) >= INFLECTED for term in things(question))


def _tell(drafting: Drafting, holder: Digest, statement: Statement, number: int) -> bool:
    """Set down the sentence and what it counts: the list that it leads to, else goals, else headings beneath it."""
    block = list_after(holder, statement)
    if block is not None:
        if len(block.top) == number:
            quote_list(drafting, holder, block)
        return len(block.top) == number
    path = holder.plan.sections[statement.section].path
    goals = next((each for each in _goals(holder, path) if len(each) == number), ())
    below = () if goals else next((each for each in _headings(holder, path) if len(each) == number), ())
    if not goals and not below:
        return False
    quote(drafting, holder, [statement])
    for place, goal in enumerate(goals, start=1):
        drafting.line(f"{place}. {goal.text} [{cite_goal(drafting, holder, goal)}]")
    for place, section in enumerate(below, start=1):
        n = drafting.cite(holder.plan, section.source, collapse(first_line(section)))
        drafting.line(f"{place}. {unnumbered(section.path[-1])} [{n}]")
    return True


def _goals(holder: Digest, path: tuple[str, ...]) -> Iterator[Sequence[Goal]]:
    """The goals of each level that stand beneath the heading and under no other goal."""
    mine = [goal for goal in holder.plan.goals if goal.source.section_path[: len(path)] == path and not goal.parent]
    for level in _LEVELS:
        yield [goal for goal in mine if goal.level is level]


def _headings(holder: Digest, path: tuple[str, ...]) -> Iterator[Sequence[Section]]:
    """The sections right beneath the heading that say something, and those at any depth that are numbered in a row."""
    below = [s for s in holder.plan.sections if path and s.path[: len(path)] == path != s.path and first_line(s)]
    yield [each for each in below if each.path[:-1] == path]
    placed = {found["place"]: each for each in below if (found := _NUMBERED.match(each.path[-1]))}
    yield [placed[place] for place in sorted(placed, key=lambda place: (len(place), place))]
