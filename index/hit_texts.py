"""What a person or a model reads of each kind of hit: the evidence in one text, with its headings not too long."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType

from index.rows import FigureRow
from ingest.model import Basis, Figure, Goal, GoalLevel, Passage

LONGEST = 1_500
"""Characters that a hit has at most, its section's headings included."""

BELOW = " › "
"""Stands between a heading and what is below it."""

BASIS_NAMES: Mapping[Basis, str] = MappingProxyType(
    {Basis.BUDGET: "budget", Basis.PLAN: "plan", Basis.FORECAST: "prognos", Basis.OUTCOME: "utfall"}
)

LEVEL_NAMES: Mapping[GoalLevel, str] = MappingProxyType(
    {
        GoalLevel.AREA: "Insatsområde",
        GoalLevel.GOAL: "Mål",
        GoalLevel.OBJECTIVE: "Delmål",
        GoalLevel.ACTION: "Insats",
        GoalLevel.EFFECT: "Effekt",
        GoalLevel.PRIORITY: "Prioritering",
        GoalLevel.ASSIGNMENT: "Uppdrag",
    }
)
"""How a hit names the level of a goal: the texts of plans are Swedish, and so are the words between them."""


def passage_text(passage: Passage, head: str, below: str) -> str:
    """The line that heads what the passage goes on with, the passage, then what is below its heading."""
    return "\n".join(filter(None, (head, passage.text, below)))[: room_under(passage.section_path)]


def row_text(row: FigureRow, units: Iterable[FigureRow] = ()) -> str:
    """The headings of a row, then in one line its owner, label and amounts, each with its year; or the statement.

    Behind it the same rows of the organisation's units, as many as there is room for.
    """
    figure = row[0]
    room = room_under(figure.source.section_path)
    text = "\n".join((BELOW.join(figure.path), _stated(row)))[:room]
    for unit in units:
        longer = f"{text}\n{_stated(unit)}"
        if len(longer) > room:
            break
        text = longer
    return text


def goal_text(goal: Goal, goals: Mapping[str, Goal]) -> str:
    """The goals above, outermost first, then the goal, then as many levels below it as there is room for.

    `goals` are the plan's by id.
    """
    children: dict[str | None, list[Goal]] = {}
    for each in goals.values():
        children.setdefault(each.parent, []).append(each)
    above = "\n".join(map(_line, (*reversed([*lineage(goal, goals)]), goal)))
    texts = ["\n".join((above, *_below([goal], children, depth))) for depth in range(len(GoalLevel))]
    room = room_under(goal.source.section_path)
    return max((text for text in texts if len(text) <= room), key=len, default=above[:room])


def room_under(headings: Sequence[str]) -> int:
    """Characters that a hit under these headings has for its text."""
    return max(LONGEST - sum(len(heading) + 1 for heading in headings), 0)


def lineage(goal: Goal, goals: Mapping[str, Goal]) -> Iterator[Goal]:
    """The goals above, the nearest first."""
    seen = {goal.id}
    while goal.parent is not None and goal.parent not in seen and goal.parent in goals:
        seen.add(goal.parent)
        goal = goals[goal.parent]
        yield goal


def _stated(row: FigureRow) -> str:
    figure = row[0]
    if figure.source.table is None:
        return figure.quote
    return "\t".join((BELOW.join(filter(None, (figure.owner, figure.label))), *map(_amount, row)))


def _amount(figure: Figure) -> str:
    names_unit = re.search(r"[^\W\d_]|%", figure.as_printed) is not None
    amount = figure.as_printed if names_unit or figure.unit is None else f"{figure.as_printed} {figure.unit}"
    column = " ".join(str(part) for part in (figure.basis and BASIS_NAMES[figure.basis], figure.year) if part)
    return f"{column}: {amount}" if column else amount


def _line(goal: Goal) -> str:
    return f"{LEVEL_NAMES[goal.level]}: {goal.text}"


def _below(path: Sequence[Goal], children: Mapping[str | None, Sequence[Goal]], depth: int) -> Iterator[str]:
    """Lines of what is below the last goal of the path, which holds no goal twice, down to so many levels."""
    for child in children.get(path[-1].id, ()) if depth else ():
        if child not in path:
            yield "  " * len(path) + _line(child)
            yield from _below([*path, child], children, depth - 1)
