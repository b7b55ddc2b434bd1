"""What is kept of a passage and of a goal: the value itself, and what a hit shows beside it.

A hit is made of its record alone, without its plan; so what it shows of the records around it is kept with it.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from index.hit_texts import goal_text, room_under
from ingest.model import Goal, Passage, Plan, Section


@dataclass(frozen=True, slots=True)
class KeptPassage:
    """A passage; `below` are the sections under its heading, or their headings alone, as far as a hit has room."""

    passage: Passage
    below: str


@dataclass(frozen=True, slots=True)
class KeptGoal:
    """A goal; `text` is what a hit shows: the goals above it, itself, and what is below it."""

    goal: Goal
    text: str


def kept_passages(plan: Plan) -> Iterator[KeptPassage]:
    """The plan's passages; the last of each section has the sections below that section with it."""
    last = {passage.section: passage.id for passage in plan.passages}
    for passage in plan.passages:
        room = room_under((*passage.section_path, passage.text))
        yield KeptPassage(passage, _below(plan, passage.section, room) if last[passage.section] == passage.id else "")


def kept_goals(plan: Plan) -> Iterator[KeptGoal]:
    """The plan's goals, each with those around it."""
    goals = {goal.id: goal for goal in plan.goals}
    for goal in plan.goals:
        yield KeptGoal(goal, goal_text(goal, goals))


def _below(plan: Plan, index: int, room: int) -> str:
    """The sections below this one with their headings, or those headings alone; nothing where that has no room."""
    under = list(_under(plan, index))
    whole = "\n".join(part for section in under for part in (section.path[-1], section.text) if part)
    headings = "\n".join(section.path[-1] for section in under)
    return next((text for text in (whole, headings) if len(text) <= room), "")


def _under(plan: Plan, index: int) -> Iterator[Section]:
    path = plan.sections[index].path
    for section in plan.sections[index + 1 :]:
        if len(section.path) <= len(path) or section.path[: len(path)] != path:
            return
        yield section
