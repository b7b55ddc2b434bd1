"""Invented plans with other words for their goals and other layouts, each with its tree as a person reads it.

`invented/NAME.md` or `.txt` is a plan and `NAME.tree` its nodes: `level | text`, indented under the parent.
"""

from collections.abc import Sequence
from pathlib import Path

from ingest.model import Goal

FOLDER = Path(__file__).parent / "invented"
PLANS: tuple[Path, ...] = tuple(sorted((*FOLDER.glob("*.md"), *FOLDER.glob("*.txt"))))

Node = tuple[str, str, str]
"""Level, text and the parent's text, empty at a root; full stops at the end do not count."""


def tree_of(plan: Path) -> list[Node]:
    """The nodes that a person reads in the plan."""
    found: list[Node] = []
    above: list[str] = []
    for line in plan.with_suffix(".tree").read_text(encoding="utf-8").splitlines():
        depth = (len(line) - len(line.lstrip())) // 2
        level, _, text = line.strip().partition(" | ")
        above = [*above[:depth], text.rstrip(".")]
        found.append((level, above[-1], above[-2] if depth else ""))
    return found


def nodes_of(goals: Sequence[Goal]) -> list[Node]:
    """The nodes that were read, in the same form."""
    texts = {goal.id: goal.text.rstrip(".") for goal in goals}
    return [(goal.level.value, texts[goal.id], texts[goal.parent] if goal.parent else "") for goal in goals]


def edges(nodes: Sequence[Node]) -> set[tuple[str, str]]:
    """Each node's text with its parent's."""
    return {(text, parent) for _, text, parent in nodes}
