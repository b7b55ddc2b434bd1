"""The goal that a question is nearest to, where some of its words are the asker's own: told only when clearly nearest.

A goal is looked for with what stands above and below it, since an action is as often asked for by its effect as an
effect by its action.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.extractive.digest import Digest
from assistant.extractive.goal_tree import Node
from assistant.extractive.matching import full
from assistant.extractive.text_search import weights
from assistant.thresholds import NEAREST_GOAL
from assistant.understanding.terms import Term
from assistant.understanding.words import PART
from index.analysis import share_of
from ingest.model import GoalLevel

_CHILDLESS = frozenset({GoalLevel.GOAL, GoalLevel.PRIORITY, GoalLevel.EFFECT})
"""Levels whose goals are told by themselves where nothing hangs on them."""


@dataclass(frozen=True, slots=True)
class Near:
    """A goal with the share of the question's weight that it meets with its kin."""

    digest: Digest
    node: Node
    cover: float


def nearest(holders: Sequence[Digest], levels: Sequence[GoalLevel], concept: Sequence[Term]) -> Near | None:
    """The one goal of the levels (none: of any that tells what is done) that is clearly nearest to the concept."""
    if any(_is_strange(term) for term in concept):
        return None
    found = sorted((near for holder in holders for near in _near(holder, levels, concept)), key=lambda near: -near.cover)
    if not found or found[0].cover < NEAREST_GOAL.cover:
        return None
    others = [near for near in found[1:] if near.digest is not found[0].digest or not _is_kin(found[0], near)]
    return None if others and others[0].cover > found[0].cover - NEAREST_GOAL.margin else found[0]


def _is_kin(best: Near, other: Near) -> bool:
    """Whether one of the two hangs on the other."""
    tree = best.digest.goals
    return other.node.goal in tree.above(best.node.goal) or best.node.goal in tree.above(other.node.goal)


def _is_strange(term: Term) -> bool:
    """Whether the term is a name, number or rare word that no plan has: what it stands for is in none of them."""
    if term.light or term.known:
        return False
    return term.name or not term.text.isalpha() or share_of(term.text) < NEAREST_GOAL.ordinary


def _near(holder: Digest, levels: Sequence[GoalLevel], concept: Sequence[Term]) -> Iterator[Near]:
    worth = {term.place: weight for term, weight in zip(concept, _worths(holder, concept), strict=True)}
    total, needed = sum(worth.values()), full(concept)
    for node in holder.goals.nodes if total else ():
        if not _is_asked_for(holder, node, levels):
            continue
        words = holder.goals.kin(node)
        met = {term.place: holder.matcher.term(term, words) for term in concept}
        whole = [term for term in needed if met[term.place] >= PART]
        named = all(met[term.place] >= PART for term in needed if term.name)
        if named and len(whole) >= NEAREST_GOAL.terms:
            yield Near(holder, node, sum(worth[place] * strength for place, strength in met.items()) / total)


def _worths(holder: Digest, concept: Sequence[Term]) -> Iterator[float]:
    """The weight of each term; a word of the asker's own counts little, since the plan may put it in another way."""
    worth = weights(holder, concept)
    for term in concept:
        yield worth[term.place] * (1.0 if term.known or term.light else NEAREST_GOAL.unknown)


def _is_asked_for(holder: Digest, node: Node, levels: Sequence[GoalLevel]) -> bool:
    level = node.goal.level
    if levels:
        return level in levels
    return level in {GoalLevel.ACTION, GoalLevel.ASSIGNMENT} or (
        level in _CHILDLESS and node.goal.parent is None and not holder.goals.below(node.goal)
    )
