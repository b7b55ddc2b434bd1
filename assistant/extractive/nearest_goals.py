"""The goal that a question is nearest to, where some of its words are the asker's own: told only when clearly nearest.

A goal is looked for with what stands above and below it, since an action is as often asked for by its effect as an
effect by its action.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.answerer import Draft
from assistant.evidence import Evidence
from assistant.extractive.digest import Digest
from assistant.extractive.goal_cues import DOING, IS_TO_BE_DONE, NUMBER
from assistant.extractive.goal_tree import NEAR, Node
from assistant.extractive.goals import Hit, asks_other, concept_of, has_effect, meant, told
from assistant.extractive.matching import full, is_strange, weighted
from assistant.extractive.text_search import weights
from assistant.question import Question
from assistant.thresholds import NEAREST_GOAL
from assistant.understanding.cues import Asked
from assistant.understanding.small_words import EMPTY
from assistant.understanding.terms import Term
from assistant.understanding.words import PART, likeness, tokens
from index.hits import GoalHit
from ingest.model import GoalLevel

_CHILDLESS = frozenset({GoalLevel.GOAL, GoalLevel.PRIORITY, GoalLevel.EFFECT})
"""Levels whose goals are told by themselves where nothing hangs on them."""


@dataclass(frozen=True, slots=True)
class Near:
    """A goal with the share of the question's weight that it meets with its kin."""

    digest: Digest
    node: Node
    cover: float


def compose(question: Question, evidence: Evidence) -> Draft | None:
    """Tell the goal that is clearly nearest; decline where the question asks for no effect, level or doing."""
    if not _shows_a_sign(question) or _is_of_another_kind(question):
        return None
    near = _nearest(meant(question, evidence), _levels(question), concept_of(question), evidence.goals)
    if near is None or (_is_for_effect(question) and not has_effect(near.digest, near.node)):
        return None
    return told(question, [Hit(near.digest, (near.node,), near.cover)])


def _shows_a_sign(question: Question) -> bool:
    """Whether the question asks for an effect, a level or what is done, or about what it tells is to be done."""
    signs = DOING.search(question.standalone) or IS_TO_BE_DONE.search(question.standalone)
    return question.asks(Asked.EFFECT) or bool(question.levels) or signs is not None


def _is_of_another_kind(question: Question) -> bool:
    """Whether what the question asks for is no goal, or one of which it names a number."""
    numbered = question.ordinal or NUMBER.search(question.standalone)
    return bool(numbered) or asks_other(question) or question.asks(Asked.YES_NO, Asked.COUNT)


def _is_for_effect(question: Question) -> bool:
    return question.asks(Asked.EFFECT) or question.levels[:1] == (GoalLevel.EFFECT,)


def _levels(question: Question) -> tuple[GoalLevel, ...]:
    """The levels to look among; none where an effect is asked for, which is told with the action that it hangs on."""
    if _is_for_effect(question) or not question.levels:
        return ()
    return NEAR[question.levels[0]]


def _nearest(
    holders: Sequence[Digest], levels: Sequence[GoalLevel], concept: Sequence[Term], hits: Sequence[GoalHit]
) -> Near | None:
    """The one goal of the levels (none: of any that tells what is done) that is clearly nearest to the concept.

    One that a search by meaning finds first too need meet less of it.
    """
    if any(is_strange(term) for term in concept):
        return None
    every = [near for holder in holders for near in _near(holder, levels, concept)]
    found = sorted(every, key=lambda near: -near.cover)
    if found and found[0].cover >= NEAREST_GOAL.seconded and _is_seconded(found[0], hits):
        return found[0]
    if not found or found[0].cover < NEAREST_GOAL.cover:
        return None
    others = [near for near in found[1:] if near.digest is not found[0].digest or not _is_kin(found[0], near)]
    return None if others and others[0].cover > found[0].cover - NEAREST_GOAL.margin else found[0]


def _is_seconded(near: Near, hits: Sequence[GoalHit]) -> bool:
    """Whether a search by meaning finds the goal, or what hangs on it, first, and others clearly after it."""
    own, tree = near.node.goal, near.digest.goals
    below = [own, *tree.below(own)]
    others = [hit for hit in hits if hit.goal not in below and hit.goal not in tree.above(own)]
    first = hits[0] if hits and hits[0].goal in below else None
    return first is not None and all(hit.score <= NEAREST_GOAL.second * first.score for hit in others)


def _is_kin(best: Near, other: Near) -> bool:
    """Whether one of the two hangs on the other."""
    tree = best.digest.goals
    return other.node.goal in tree.above(best.node.goal) or best.node.goal in tree.above(other.node.goal)


def _near(holder: Digest, levels: Sequence[GoalLevel], concept: Sequence[Term]) -> Iterator[Near]:
    worth = {term.place: weight for term, weight in zip(concept, _worths(holder, concept), strict=True)}
    needed = full(concept)
    for node in holder.goals.nodes if needed else ():
        if not _is_asked_for(holder, node, levels):
            continue
        words = holder.goals.kin(node)
        met = {term.place: holder.matcher.term(term, words) for term in concept}
        if len(needed) == 1 and not _says(holder, node, needed[0]):
            continue
        whole = _distinct([term for term in needed if met[term.place] >= PART])
        named = all(met[term.place] >= PART for term in needed if term.name)
        if named and _adds(holder, node, concept) and len(whole) >= min(NEAREST_GOAL.terms, len(needed)) > 0:
            counted = [term.place for term in concept if not term.light or met[term.place] >= PART]
            cover = sum(worth[place] * met[place] for place in counted) / sum(worth[place] for place in counted)
            yield Near(holder, node, cover)


def _distinct(terms: Sequence[Term]) -> Sequence[Term]:
    """The terms without those that say a word again in another form (kartläggning, kartläggas)."""
    found: list[Term] = []
    for term in terms:
        if not any(likeness(term.text, other.text) for other in found):
            found.append(term)
    return found


def _says(holder: Digest, node: Node, term: Term) -> bool:
    """Whether a lone word is the goal's own, or stands itself, not only a word like it, in what hangs on the goal."""
    own, kin = weighted(node.goal.text), holder.goals.kin(node)
    return holder.matcher.term(term, own) >= PART or holder.matcher.term(term, kin) >= NEAREST_GOAL.itself


def _adds(holder: Digest, node: Node, concept: Sequence[Term]) -> bool:
    """Whether the goal says more than is asked, by its own words or by what hangs on it."""
    words = [word for word in tokens(node.goal.text) if word not in EMPTY]
    return bool(holder.goals.below(node.goal)) or any(not holder.matcher.asked_for(word, concept) for word in words)


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
