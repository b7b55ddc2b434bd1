"""A plan's goals as a tree: each node with the words of what stands above, around and below it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from assistant.extractive.statements import surroundings
from assistant.understanding.words import tokens
from ingest.model import Goal, GoalLevel, Plan, Section

NEAR = {
    GoalLevel.AREA: (GoalLevel.AREA, GoalLevel.PRIORITY),
    GoalLevel.GOAL: (GoalLevel.GOAL, GoalLevel.OBJECTIVE),
    GoalLevel.OBJECTIVE: (GoalLevel.OBJECTIVE,),
    GoalLevel.ACTION: (GoalLevel.ACTION, GoalLevel.ASSIGNMENT),
    GoalLevel.EFFECT: (GoalLevel.EFFECT,),
    GoalLevel.PRIORITY: (GoalLevel.PRIORITY, GoalLevel.ACTION),
    GoalLevel.ASSIGNMENT: (GoalLevel.ASSIGNMENT, GoalLevel.ACTION),
}
"""The levels that a word for one may mean, the likeliest first."""

_TO_BE_DONE = frozenset({GoalLevel.ACTION, GoalLevel.ASSIGNMENT})
"""Levels of what is done for a goal."""

_ABOVE, _BELOW = 0.6, 0.95
"""What a word above or below a goal is worth beside one of its own."""


@dataclass(frozen=True, slots=True)
class Node:
    """A goal with the words around it (`context`), its own and its parts' (`own`), and all of these, weighted."""

    goal: Goal
    context: dict[str, float]
    own: dict[str, float]
    words: dict[str, float]


class GoalTree:
    """The nodes of one plan and how they hang together."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan
        self._by_id = {goal.id: goal for goal in plan.goals}
        self._kin: dict[str, dict[str, float]] = {}

    def above(self, goal: Goal) -> list[Goal]:
        """The goal's ancestors, the outermost first."""
        found: list[Goal] = []
        parent = self._by_id.get(goal.parent or "")
        while parent is not None and parent not in found:
            found.insert(0, parent)
            parent = self._by_id.get(parent.parent or "")
        return found

    def below(self, goal: Goal) -> list[Goal]:
        """The goal's children in the plan's order."""
        return [other for other in self.plan.goals if other.parent == goal.id]

    def is_to_be_done(self, text: str) -> bool:
        """Whether the text is an action or assignment, which is not what comes of it."""
        own = tokens(text)
        return any(tokens(goal.text) == own for goal in self.plan.goals if goal.level in _TO_BE_DONE)

    def _beneath(self, goal: Goal) -> Iterator[Goal]:
        for child in self.below(goal):
            yield child
            yield from self._beneath(child)

    @cached_property
    def nodes(self) -> tuple[Node, ...]:
        """Every goal with its words."""
        return tuple(self._node(goal) for goal in self.plan.goals)

    def _node(self, goal: Goal) -> Node:
        context = surroundings(self.plan, Section(goal.source.section_path, "", goal.source), near=0.95, above=0.8)
        for other in self.above(goal):
            context |= dict.fromkeys(tokens(other.text), 0.95)
        beneath = {word: 0.8 for other in self._beneath(goal) for word in tokens(other.text)}
        said = dict.fromkeys(tokens(goal.text), 1.0)
        return Node(goal, context, beneath | said, beneath | context | said)

    def kin(self, node: Node) -> dict[str, float]:
        """The words of the goal and of what hangs on it, weighted, and those of what it hangs on, weighted less."""
        if node.goal.id not in self._kin:
            words = {word: weight * _ABOVE for word, weight in node.context.items()}
            for other in self._beneath(node.goal):
                words |= dict.fromkeys(tokens(other.text), _BELOW)
            self._kin[node.goal.id] = words | dict.fromkeys(tokens(node.goal.text), 1.0)
        return self._kin[node.goal.id]

    def place_among(self, goal: Goal) -> int:
        """The goal's number among its siblings of one level, from 1."""
        peers = [other for other in self.plan.goals if other.parent == goal.parent and other.level is goal.level]
        return peers.index(goal) + 1


def groups(nodes: Sequence[Node]) -> list[list[Node]]:
    """Nodes that stand together: under one parent, or without one in one section."""
    found: dict[object, list[Node]] = {}
    for node in nodes:
        found.setdefault(node.goal.parent or node.goal.source.section_path, []).append(node)
    return list(found.values())
