"""Goals set down as an answer: their place in the tree, the plan's own words, and what stands below."""

from collections.abc import Sequence

from assistant.citations import collapse
from assistant.extractive.digest import Digest
from assistant.extractive.drafting import Drafting
from assistant.extractive.goal_tree import Node
from assistant.level_names import level_name
from assistant.understanding.lexicon import NUMBERS
from assistant.understanding.words import tokens
from ingest.model import Goal, GoalLevel


def tell_goals(drafting: Drafting, holder: Digest, nodes: Sequence[Node], with_parts: bool, explained: bool) -> None:
    """Tell of goals that stand together: their place, they themselves, and for one alone its effects or its parts.

    One that is to be `explained` is told with what is done for it.
    """
    first, tree = nodes[0].goal, holder.goals
    place = " › ".join(_named(drafting, holder, goal) for goal in tree.above(first)) or _heading(first)
    name = level_name(drafting.language, first.level, len(nodes) > 1)
    if len(nodes) == 1:
        drafting.line(f"{name}: {_text(drafting, holder, first)}" + (f" ({place})" if place else ""))
    else:
        drafting.line(f"{place + ' › ' if place else ''}{name}:")
        for number, node in enumerate(nodes, start=1):
            drafting.line(f"{number}. {_text(drafting, holder, node.goal)}")
    if len(nodes) == 1:
        _parts(drafting, holder, first, GoalLevel.EFFECT)
        if with_parts:
            _parts(drafting, holder, first, GoalLevel.OBJECTIVE)
        if explained and first.level is GoalLevel.OBJECTIVE:
            _parts(drafting, holder, first, GoalLevel.ACTION)


def _parts(drafting: Drafting, holder: Digest, goal: Goal, level: GoalLevel) -> None:
    """What stands right below the goal on one level."""
    parts = [part for part in holder.goals.below(goal) if part.level is level]
    if parts:
        drafting.line(f"{level_name(drafting.language, level, len(parts) > 1)}:")
    for part in parts:
        drafting.line(f"• {_text(drafting, holder, part)}")


def _named(drafting: Drafting, holder: Digest, goal: Goal) -> str:
    """The goal by its level and text; cited where it says a number, which must stand on something."""
    says_number = any(word[0].isdigit() or word in NUMBERS[2:] for word in tokens(goal.text))
    text = _text(drafting, holder, goal) if says_number else goal.text
    return f"{level_name(drafting.language, goal.level, False)} {text}"


def _heading(goal: Goal) -> str:
    path = goal.source.section_path
    return path[-1] if path and collapse(path[-1]) != collapse(goal.text) else ""


def _text(drafting: Drafting, holder: Digest, goal: Goal) -> str:
    return f"{goal.text} [{cite_goal(drafting, holder, goal)}]"


def cite_goal(drafting: Drafting, holder: Digest, goal: Goal) -> int:
    """Cite the goal as printed; one that is itself a heading by the first line beneath it."""
    texts = [collapse(section.text) for section in holder.plan.sections if section.path == goal.source.section_path]
    quote = collapse(goal.text)
    if not any(quote in text for text in texts):
        return _cite_beneath(drafting, holder, goal)
    return drafting.cite(holder.plan, goal.source, quote)


def _cite_beneath(drafting: Drafting, holder: Digest, goal: Goal) -> int:
    """Cite the first line under the goal's heading, in its own section or the first one beneath."""
    path = goal.source.section_path
    for section in holder.plan.sections:
        line = next((line for line in section.text.splitlines() if line.strip()), "")
        if section.path[: len(path)] == path and line:
            return drafting.cite(holder.plan, section.source, collapse(line))
    return drafting.cite(holder.plan, goal.source, collapse(goal.text))
