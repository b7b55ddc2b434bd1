"""Goals: the whole list of a level with its place in the tree, one goal with its effects, or where a goal belongs."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.answerer import Draft
from assistant.citations import collapse
from assistant.evidence import Evidence
from assistant.extractive.digest import Digest, digest
from assistant.extractive.drafting import Drafting
from assistant.extractive.goal_tree import NEAR, Node, groups
from assistant.extractive.limits import FIGURE, TEXT
from assistant.extractive.matching import full
from assistant.extractive.text_search import weights
from assistant.phrases import counted, level_name
from assistant.question import Question
from assistant.understanding.cues import Asked
from assistant.understanding.lexicon import LEVEL_WORDS
from assistant.understanding.terms import Term
from ingest.model import Goal, GoalLevel

_LEVEL = re.compile("|".join(LEVEL_WORDS.values()), re.IGNORECASE)
_NOT = (
    Asked.WHY,
    Asked.WHO,
    Asked.WHEN,
    Asked.WHERE,
    Asked.FUNDING,
    Asked.AUDIT,
    Asked.OUT_OF_SCOPE,
    Asked.FIGURE,
    Asked.RANK,
)
_DOING = re.compile(
    r"\b(vad (ska|skall|vill|tänker|planerar|gör|prioriter\w+)|hur (ska|skall|vill|tänker|arbetar)|what (will|does"
    r"|should|is)\b.*\b(do|doing)|how (will|does))\b",
    re.IGNORECASE,
)
"""Questions for what an organisation is going to do."""
_DONE = frozenset({GoalLevel.ACTION, GoalLevel.ASSIGNMENT, GoalLevel.OBJECTIVE, GoalLevel.GOAL})
"""Levels of what is to be done."""
_MOST = 5
"""So many goals are still an answer where they are found one by one."""
_CLOSE = 0.03


@dataclass(frozen=True, slots=True)
class Hit:
    """Goals that stand together and how well the question fits what stands around them, or them themselves."""

    digest: Digest
    nodes: tuple[Node, ...]
    cover: float
    whole: bool


def compose(question: Question, evidence: Evidence) -> Draft | None:
    """Give the goals asked for; decline where the question names no level and no goal fits by its own words."""
    if question.asks(*_NOT):
        return None
    concept = [term for term in question.terms if not (_LEVEL.fullmatch(term.text) or term.cue)]
    hits = [hit for plan in evidence.plans.values() for hit in _hits(digest(plan), question, concept)]
    if not hits:
        return None
    best = max(hit.cover for hit in hits)
    meant = [hit for hit in hits if hit.cover >= best - _CLOSE]
    plans = {hit.digest.plan.id for hit in meant}
    if len(plans) > 1 or sum(len(hit.nodes) for hit in meant) > TEXT.list_items:
        return None
    return _told(question, meant)


def _hits(holder: Digest, question: Question, concept: Sequence[Term]) -> list[Hit]:
    for level in _levels(question):
        nodes = [node for node in holder.goals.nodes if node.goal.level is level]
        nodes = _numbered(holder, question, nodes, level)
        if not nodes:
            continue
        whole = [hit for group in groups(nodes) if (hit := _as_list(holder, group, concept))]
        if whole:
            return whole
        own = _by_own_words(holder, nodes, concept)
        if own:
            return own
    if not question.levels and _DOING.search(question.standalone):
        whole = [hit for hit in _whole_lists(holder, concept) if hit.cover >= TEXT.cover]
        if whole:
            return whole
        done = [node for node in holder.goals.nodes if node.goal.level in _DONE]
        return _by_own_words(holder, done, concept)
    return []


def _whole_lists(holder: Digest, concept: Sequence[Term]) -> list[Hit]:
    """Lists of what is to be done, under a heading that is all that the question names."""
    nodes = [node for node in holder.goals.nodes if node.goal.level in {GoalLevel.ACTION, GoalLevel.ASSIGNMENT}]
    return [hit for group in groups(nodes) if (hit := _as_list(holder, group, concept)) and full(concept)]


def _levels(question: Question) -> tuple[GoalLevel, ...]:
    if question.levels[:1] == (GoalLevel.GOAL,) and re.search(
        r"\bmålet\b|\bgoal\b|\baim\b", question.standalone, re.IGNORECASE
    ):
        return (GoalLevel.GOAL,)
    if question.asks(Asked.EFFECT) and GoalLevel.EFFECT not in question.levels:
        return (GoalLevel.EFFECT,)
    return NEAR[question.levels[0]] if question.levels else ()


def _numbered(holder: Digest, question: Question, nodes: list[Node], level: GoalLevel) -> list[Node]:
    """Only what belongs to the numbered goal, where the question numbers one ("det andra delmålet")."""
    if question.ordinal is None or not question.levels:
        return nodes
    pointed = question.levels[-1]
    tree = holder.goals
    return [
        node
        for node in nodes
        for other in ([node.goal] if level is pointed else tree.above(node.goal))
        if other.level is pointed and tree.place_among(other) == question.ordinal
    ]


def _cover(holder: Digest, words: dict[str, float], concept: Sequence[Term]) -> float:
    """How much of the concept the words meet, each of its terms at least a little."""
    needed = full(concept)
    worth = weights(holder, needed)
    met = {term.place: holder.matcher.term(term, words) for term in needed}
    if not met or min(met.values()) < FIGURE.word:
        return 0.0
    return sum(worth[place] * strength for place, strength in met.items()) / sum(worth.values())


def _as_list(holder: Digest, group: Sequence[Node], concept: Sequence[Term]) -> Hit | None:
    """The whole group, where the question is about what stands around it."""
    if not full(concept):
        top = group[0].goal.level in {GoalLevel.AREA, GoalLevel.GOAL, GoalLevel.OBJECTIVE}
        return Hit(holder, tuple(group), 0.5, True) if top else None
    cover = _cover(holder, group[0].context, concept)
    return Hit(holder, tuple(group), cover, True) if cover >= TEXT.heading else None


def _by_own_words(holder: Digest, nodes: Sequence[Node], concept: Sequence[Term]) -> list[Hit]:
    if not full(concept):
        return []
    found = [
        Hit(holder, (node,), cover, False)
        for node in nodes
        if (cover := _cover(holder, node.words, concept)) >= TEXT.cover_cued
    ]
    best = max((hit.cover for hit in found), default=0.0)
    close = [hit for hit in found if hit.cover >= best - _CLOSE]
    return close if len(close) <= _MOST else []


def _told(question: Question, hits: Sequence[Hit]) -> Draft:
    drafting = Drafting(question.language)
    goals = [node.goal for hit in hits for node in hit.nodes]
    if question.asks(Asked.COUNT):
        drafting.line(f"{counted(len(goals), question.language)}:")
    for hit in hits:
        _group(drafting, hit)
    return drafting.done()


def _group(drafting: Drafting, hit: Hit) -> None:
    first = hit.nodes[0].goal
    tree = hit.digest.goals
    place = " › ".join(_named(drafting, goal) for goal in tree.above(first)) or _heading(first)
    name = level_name(drafting.language, first.level, len(hit.nodes) > 1)
    if len(hit.nodes) == 1:
        drafting.line(f"{name}: {_text(drafting, hit.digest, first)}" + (f" ({place})" if place else ""))
    else:
        drafting.line(f"{place + ' › ' if place else ''}{name}:")
        for number, node in enumerate(hit.nodes, start=1):
            drafting.line(f"{number}. {_text(drafting, hit.digest, node.goal)}")
    effects = [effect for effect in tree.below(first) if effect.level is GoalLevel.EFFECT]
    if len(hit.nodes) == 1 and effects:
        drafting.line(f"{level_name(drafting.language, GoalLevel.EFFECT, len(effects) > 1)}:")
        for effect in effects:
            drafting.line(f"• {_text(drafting, hit.digest, effect)}")


def _named(drafting: Drafting, goal: Goal) -> str:
    return f"{level_name(drafting.language, goal.level, False)} {goal.text}"


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
