"""The question before with the years, plan, unit or concept of the turn in place of its own."""

import re
from collections.abc import Sequence
from itertools import pairwise

from assistant.understanding.follow_up_words import LEAD
from assistant.understanding.known_plan import KnownPlan, is_name
from assistant.understanding.lexicon import LEVEL_WORDS
from assistant.understanding.marking import Mark, Role
from assistant.understanding.turn import ENDING, Turn
from assistant.understanding.years import years_beside, years_of

LEVEL = re.compile(rf"\b({'|'.join(LEVEL_WORDS.values())})\b", re.IGNORECASE)
"""A word for a level of the goal tree."""


def replaced(before: Turn, turn: Turn, concept: bool, plans: Sequence[KnownPlan]) -> str:
    """The question before with the years, plan, unit or concept of the turn in place of its own."""
    text, added = before.bare, ""
    old_owner = before.of(Role.OWNER)
    swaps: list[tuple[str, list[Mark], str]] = []
    if years_of(turn.text) or _beside(before, turn):
        said = turn.words(Role.YEAR) or _beside(before, turn) or LEAD.sub("", turn.bare)
        swaps.append((said, before.of(Role.YEAR), ""))
    if turn.of(Role.PLAN):
        swaps.append((turn.words(Role.PLAN), before.of(Role.PLAN), "i"))
    if turn.of(Role.OWNER) and _shares_a_word(before, turn) and not old_owner:
        swaps.append((turn.words(Role.CONCEPT, Role.OWNER), before.of(Role.CONCEPT), "för"))
    elif turn.of(Role.OWNER):
        swaps.append((turn.words(Role.OWNER), old_owner, "för"))
        if concept and not old_owner:
            swaps.append((turn.words(Role.CONCEPT), _displaced(before, turn, plans), "för"))
    elif concept:
        swaps.append((turn.words(Role.CONCEPT, Role.FRAME), _displaced(before, turn, plans), "för"))
    elif turn.of(Role.CUE):
        swaps.append((turn.words(Role.CUE), before.of(Role.CUE), ""))
    if turn.of(Role.PLAN) and not turn.of(Role.OWNER):
        swaps.append(("", old_owner, ""))
    edits = {place.start: (place.end, said if place is old[0] else "") for said, old, _ in swaps for place in old}
    added = "".join(f" {preposition} {said}" for said, old, preposition in swaps if said and not old)
    for start in sorted(edits, reverse=True):
        end, said = edits[start]
        text = text[:start] + said + text[end:]
    return f"{text.rstrip(ENDING)}{added}?"


def _shares_a_word(before: Turn, turn: Turn) -> bool:
    """Whether both name the same thing, so that what else the turn names is another part of it."""
    return not {each.word for each in before.of(Role.CONCEPT)}.isdisjoint(each.word for each in turn.of(Role.CONCEPT))


def _beside(before: Turn, turn: Turn) -> str:
    """The year that the turn tells from the one asked about before; empty where it tells none so."""
    year = before.words(Role.YEAR)
    beside = years_beside(turn.text, int(year)) if year.isdigit() else None
    return str(beside) if beside else ""


def _displaced(before: Turn, turn: Turn, plans: Sequence[KnownPlan]) -> list[Mark]:
    """What a new concept takes the place of: what is called the same, the old unit after a preposition, else all."""
    same = [found for found in before.of(Role.CONCEPT) if found.word in {each.word for each in turn.of(Role.CONCEPT)}]
    if same and len(same) < len(turn.of(Role.CONCEPT)):
        starts = {found.start for found in same}
        concept = before.of(Role.CONCEPT, Role.PLAN)
        names = [one for one, next_one in pairwise(concept) if one.name and next_one.start in starts]
        return sorted({*names, *same}, key=lambda found: found.start)
    if run := _named_run(before, turn, plans):
        return run
    after_preposition = re.match(r".*\b(för|i|hos|inom|till|for|in|at)\s+\S+\W*$", turn.text, re.IGNORECASE)
    owner = before.of(Role.OWNER)
    if after_preposition:
        return owner
    return [found for found in before.of(Role.CONCEPT) if not LEVEL.fullmatch(found.word)]


def _named_run(before: Turn, turn: Turn, plans: Sequence[KnownPlan]) -> list[Mark]:
    """The first name of the question before, in all its words, where the turn is no more than another name."""
    own = turn.of(Role.CONCEPT)
    if not own or turn.of(Role.FRAME) or not all(is_name(turn.text[each.start : each.end], plans) for each in own):
        return []
    run: list[Mark] = []
    for each in before.marks:
        if each.role in {Role.CONCEPT, Role.OWNER} and before.text[each.start].isupper() and each.start:
            run.append(each)
        elif run:
            break
    return run
