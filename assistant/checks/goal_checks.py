"""Checks of goals: what an answer says that a goal stands under is what it hangs on in the plan's tree."""

import re
from collections.abc import Iterator

from assistant.answer import Language
from assistant.checks.claim import MARKER, Claim
from assistant.citations import collapse
from assistant.level_names import level_name
from ingest.model import Goal, Plan

_STEP = "›"
_AFTER = re.compile(r"\((?P<place>(?:[^()]|\([^()]*\))+)\)\W*$")
"""Where a goal stands, told after it."""


def goals_stand_where_said(claim: Claim) -> Iterator[str]:
    """A goal that is told with its place hangs on the goals that the place names."""
    if claim.draft.status.abstained:
        return
    cited = {citation.plan_id for citation in claim.draft.citations}
    plans = [plan for plan in claim.plans.values() if plan.id in cited]
    for place, told in _placed(claim.draft.text):
        for part in map(str.strip, place.split(_STEP)):
            for plan in plans:
                named = {goal.id for goal in plan.goals if _is_named(goal, part)}
                own = _told(plan, told) if named else []
                if own and not any(named & _above(plan, goal) for goal in own):
                    yield f"{own[0].text[:60]!r} does not stand under {part!r}"


def _placed(text: str) -> Iterator[tuple[str, str]]:
    """Each place that is told with the line of the goal: after it, or as the heading of several."""
    heading = ""
    for line in (collapse(MARKER.sub(" ", line)) for line in text.splitlines()):
        if _STEP in line and line.endswith(":"):
            heading = line.removesuffix(":").strip()
        elif not line:
            heading = ""
        elif heading:
            yield heading, line
        elif after := _AFTER.search(line):
            yield after["place"], line[: after.start()]


def _is_named(goal: Goal, part: str) -> bool:
    """Whether a part of a place is the goal's own words, after the name of its level."""
    return any(part == f"{level_name(language, goal.level, False)} {collapse(goal.text)}" for language in Language)


def _told(plan: Plan, line: str) -> list[Goal]:
    """The goals that a line tells in full, but those within a longer one."""
    found = [goal for goal in plan.goals if collapse(goal.text) in line]
    longest = max((len(collapse(goal.text)) for goal in found), default=0)
    return [goal for goal in found if len(collapse(goal.text)) == longest]


def _above(plan: Plan, goal: Goal) -> set[str]:
    """The ids of the goals that one hangs on."""
    by_id = {each.id: each for each in plan.goals}
    found: set[str] = set()
    parent = goal.parent
    while parent in by_id and parent not in found:
        found.add(parent)
        parent = by_id[parent].parent
    return found
