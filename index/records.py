"""What is kept of a passage, a figure row and a goal: the value itself, and what a hit shows beside it.

A hit is made of its record alone, without its plan; so what it shows of the records around it is kept with it.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import dropwhile, groupby, takewhile

from index.hit_texts import goal_text, room_under, row_text
from index.rows import FigureRow, rows_of
from ingest.model import Goal, Passage, Plan, Section

LONGEST_LEAD = 200
"""Characters that a line before a list has at most, to be what leads to it."""

_BULLET = re.compile(r"\s*(?:[•▪●○*–-]|\d{1,2}[.)]|[a-z]\))\s")


@dataclass(frozen=True, slots=True)
class KeptPassage:
    """A passage with what a hit shows around its text.

    `head` is the first row of the table that the passage begins within, or the line before the list that it does;
    `below` are the sections under its heading, or their headings alone, as far as a hit has room.
    """

    passage: Passage
    head: str
    below: str


@dataclass(frozen=True, slots=True)
class KeptRow:
    """A figure row; `text` is what a hit shows: its headings, label and amounts."""

    figures: FigureRow
    text: str


@dataclass(frozen=True, slots=True)
class KeptGoal:
    """A goal; `text` is what a hit shows: the goals above it, itself, and what is below it."""

    goal: Goal
    text: str


def kept_passages(plan: Plan) -> Iterator[KeptPassage]:
    """The plan's passages; the last of each section has the sections below that section with it."""
    for _, group in groupby(plan.passages, key=lambda passage: passage.section):
        passages = list(group)
        lines: list[str] = []
        for passage in passages:
            own = passage.text.split("\n")
            head = head_of(lines, own[0])
            room = room_under((*passage.section_path, head, passage.text))
            below = _below(plan, passage.section, room) if passage is passages[-1] else ""
            yield KeptPassage(passage, head if room else "", below)
            lines += own


def head_of(before: Sequence[str], line: str) -> str:
    """The line that heads the table or list which a line goes on with; nothing where there is none."""
    if _in_table(line):
        inside = list(takewhile(_in_table, reversed(before)))
        return inside[-1] if inside else ""
    if _in_list(line):
        lead = next(dropwhile(_in_list, reversed(before)), "")
        return lead if len(lead) <= LONGEST_LEAD else ""
    return ""


def _in_table(line: str) -> bool:
    return "\t" in line


def _in_list(line: str) -> bool:
    return _BULLET.match(line) is not None


def kept_goals(plan: Plan) -> Iterator[KeptGoal]:
    """The plan's goals, each with those around it."""
    goals = {goal.id: goal for goal in plan.goals}
    for goal in plan.goals:
        yield KeptGoal(goal, goal_text(goal, goals))


def kept_rows(plan: Plan) -> Iterator[tuple[str, KeptRow]]:
    """The plan's figure rows by their ids; with those of the whole organisation the same rows of its units."""
    rows = dict(rows_of(plan.figures))
    units: defaultdict[str, list[FigureRow]] = defaultdict(list)
    for row in rows.values():
        if row[0].source.table is not None and row[0].owner not in (None, plan.organisation):
            units[_name_of(row)].append(row)
    for id_, row in rows.items():
        whole = row[0].source.table is not None and row[0].owner == plan.organisation
        yield id_, KeptRow(row, row_text(row, units[_name_of(row)] if whole else ()))


def _name_of(row: FigureRow) -> str:
    """What rows of different units have in common: their label, as far as its first stroke."""
    return row[0].label.casefold().partition("/")[0].strip()


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
