"""Goals: the whole list of a level with its place in the tree, one goal with its effects, or where a goal belongs."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.answerer import Draft
from assistant.evidence import Evidence
from assistant.extractive.digest import Digest, digest
from assistant.extractive.drafting import Drafting
from assistant.extractive.goal_cues import BELONGS, COMES_OF, DOING, JOINED_LEVELS, NUMBER, WORDED
from assistant.extractive.goal_telling import tell_goals
from assistant.extractive.goal_tree import NEAR, Node, groups
from assistant.extractive.headings import is_of_other_years
from assistant.extractive.matching import full
from assistant.extractive.numbered import agrees
from assistant.extractive.text_search import weights
from assistant.phrases import counted
from assistant.question import Question
from assistant.thresholds import FIGURE, MARGINS, TEXT
from assistant.understanding.cues import Asked
from assistant.understanding.lexicon import LEVEL_WORDS
from assistant.understanding.terms import Term
from assistant.understanding.words import tokens
from ingest.model import GoalLevel, Plan

_LEVEL = re.compile("|".join([*LEVEL_WORDS.values(), r"områden?|området"]), re.IGNORECASE)
_NOT = (
    Asked.WHY,
    Asked.WHO,
    Asked.WHEN,
    Asked.WHERE,
    Asked.FUNDING,
    Asked.AUDIT,
    Asked.OUT_OF_SCOPE,
    Asked.RANK,
)
_DONE = frozenset({GoalLevel.ACTION, GoalLevel.ASSIGNMENT, GoalLevel.OBJECTIVE, GoalLevel.GOAL})
"""Levels of what is to be done."""


@dataclass(frozen=True, slots=True)
class Hit:
    """Goals that stand together and how well the question fits what stands around them, or them themselves.

    `sure` where they are of the level asked for and say all that is asked about, so that there is such a goal; `whole`
    where they are all that stands in one place.
    """

    digest: Digest
    nodes: tuple[Node, ...]
    cover: float
    sure: bool = False
    whole: bool = False


def compose(question: Question, evidence: Evidence) -> Draft | None:
    """Give the goals asked for; decline where the question names no level and no goal fits by its own words."""
    if asks_other(question) or _asks_in_what_way(question) or JOINED_LEVELS.search(question.standalone):
        return None
    concept = concept_of(question)
    found = (hit for holder in meant(question, evidence) for hit in _hits(holder, question, concept))
    hits = [hit for hit in found if not is_of_other_years(question, hit.nodes[0].goal.source.section_path)]
    if not hits:
        return None
    best = max(hit.cover for hit in hits)
    close = [hit for hit in hits if hit.cover >= best - MARGINS.goals]
    plans = {hit.digest.plan.id for hit in close}
    if len(plans) > 1 or sum(len(hit.nodes) for hit in close) > TEXT.list_items:
        return None
    if question.asks(Asked.COUNT) and not all(hit.whole for hit in close):
        return None
    if question.asks(Asked.EFFECT) and not all(has_effect(hit.digest, node) for hit in close for node in hit.nodes):
        return None
    total = sum(len(hit.nodes) for hit in close)
    return told(question, close) if total == 1 or agrees(question, total) else None


def has_effect(holder: Digest, node: Node) -> bool:
    """Whether an effect hangs on the goal, or it is one."""
    return any(goal.level is GoalLevel.EFFECT for goal in (node.goal, *holder.goals.below(node.goal)))


def asks_other(question: Question) -> bool:
    """Whether the question asks for what no goal tells; beside an effect, an amount or a purpose is not asked for."""
    if BELONGS.search(question.standalone):
        return False
    return question.asks(*_NOT) or (question.asks(Asked.FIGURE, Asked.PURPOSE) and not question.asks(Asked.EFFECT))


def concept_of(question: Question) -> list[Term]:
    """The question's terms without the words for levels and for what is asked."""
    effect = question.asks(Asked.EFFECT)
    return [
        term
        for term in question.terms
        if not (_LEVEL.fullmatch(term.text) or term.cue or (effect and COMES_OF.fullmatch(term.text)))
    ]


def meant(question: Question, evidence: Evidence) -> list[Digest]:
    """The plans that the question names, or that are of its years."""
    plans = evidence.plans.values()
    return [digest(plan) for plan in plans if question.names_plan or _covers_years(question, plan)]


def _covers_years(question: Question, plan: Plan) -> bool:
    """Whether the plan is of a year that the question names, or names none."""
    asked, period = question.years.named, plan.period
    return not asked or period is None or any(period[0] <= year <= period[1] for year in asked)


def _asks_in_what_way(question: Question) -> bool:
    """Whether the question asks how something is done with the goals rather than what they are."""
    asks_how = question.asks(Asked.HOW) and not question.asks(Asked.COUNT, Asked.EFFECT)
    told_how = DOING.search(question.standalone) or WORDED.search(question.standalone)
    return asks_how and not told_how


def _hits(holder: Digest, question: Question, concept: Sequence[Term]) -> list[Hit]:
    if question.asks(Asked.YES_NO) and question.levels:
        return _existing(holder, question.levels[0], concept)
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
    if not question.levels and DOING.search(question.standalone) and not NUMBER.search(question.standalone):
        whole = [hit for hit in _whole_lists(holder, concept) if hit.cover >= TEXT.cover]
        if whole:
            return whole
        done = [node for node in holder.goals.nodes if node.goal.level in _DONE]
        return _by_own_words(holder, done, concept)
    return []


def _existing(holder: Digest, level: GoalLevel, concept: Sequence[Term]) -> list[Hit]:
    """The goals whose own words are all that is asked about: those of the level asked for, else any."""
    found = [
        Hit(holder, (node,), cover, node.goal.level in NEAR[level])
        for node in holder.goals.nodes
        if (cover := _cover(holder, dict.fromkeys(tokens(node.goal.text), 1.0), concept)) >= TEXT.cover
    ]
    sure = [hit for hit in found if hit.sure]
    return (sure or found) if len(sure or found) <= TEXT.goals else []


def _whole_lists(holder: Digest, concept: Sequence[Term]) -> list[Hit]:
    """Lists of what is to be done, under a heading that is all that the question names."""
    nodes = [node for node in holder.goals.nodes if node.goal.level in {GoalLevel.ACTION, GoalLevel.ASSIGNMENT}]
    return [hit for group in groups(nodes) if (hit := _as_list(holder, group, concept)) and full(concept)]


def _levels(question: Question) -> tuple[GoalLevel, ...]:
    if question.levels[:1] == (GoalLevel.GOAL,) and _asks_for_one(question):
        return (GoalLevel.GOAL,)
    if question.asks(Asked.EFFECT) and GoalLevel.EFFECT not in question.levels:
        return (GoalLevel.EFFECT,)
    return NEAR[question.levels[0]] if question.levels else ()


def _asks_for_one(question: Question) -> bool:
    return re.search(r"\bmålet\b|\bgoal\b|\baim\b", question.standalone, re.IGNORECASE) is not None


def _numbered(holder: Digest, question: Question, nodes: list[Node], level: GoalLevel) -> list[Node]:
    """Only what belongs to the numbered goal, where the question numbers one ("det andra delmålet")."""
    if question.ordinal is None or not question.levels:
        return nodes
    tree = holder.goals
    near = [each for each in NEAR[question.levels[-1]] if any(node.goal.level is each for node in tree.nodes)]
    pointed = near[0] if near else question.levels[-1]
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


def _is_about(holder: Digest, node: Node, concept: Sequence[Term]) -> bool:
    """Whether the goal or what stands below it meets some of the concept itself, not only by where it stands."""
    needed = full(concept)
    worth = weights(holder, needed)
    met = {term.place: holder.matcher.term(term, node.own) for term in needed}
    return sum(worth[place] * strength for place, strength in met.items()) >= TEXT.goal_own * sum(worth.values())


def _as_list(holder: Digest, group: Sequence[Node], concept: Sequence[Term]) -> Hit | None:
    """The whole group, where the question is about what stands around it."""
    if not full(concept):
        top = group[0].goal.level in {GoalLevel.AREA, GoalLevel.GOAL, GoalLevel.OBJECTIVE}
        return Hit(holder, tuple(group), 0.5, whole=True) if top else None
    cover = _cover(holder, group[0].context, concept)
    return Hit(holder, tuple(group), cover, whole=True) if cover >= TEXT.heading else None


def _by_own_words(holder: Digest, nodes: Sequence[Node], concept: Sequence[Term]) -> list[Hit]:
    if not full(concept):
        return []
    found = [
        Hit(holder, (node,), cover)
        for node in nodes
        if (cover := _cover(holder, node.words, concept)) >= TEXT.cover_cued and _is_about(holder, node, concept)
    ]
    best = max((hit.cover for hit in found), default=0.0)
    close = [hit for hit in found if hit.cover >= best - MARGINS.goals]
    return close if len(close) <= TEXT.goals else []


def told(question: Question, hits: Sequence[Hit]) -> Draft:
    """The goals set down as an answer, those that stand together under their place."""
    drafting = Drafting(question.language)
    goals = [node.goal for hit in hits for node in hit.nodes]
    if question.asks(Asked.YES_NO) and all(hit.sure for hit in hits):
        drafting.say("yes")
    if question.asks(Asked.COUNT):
        drafting.line(f"{counted(len(goals), question.language)}:")
    for place, hit in enumerate(hits):
        if place:
            drafting.line("")
        with_parts = question.asks(Asked.LIST) and not _asks_for_one(question)
        tell_goals(drafting, hit.digest, hit.nodes, with_parts, question.asks(Asked.DEFINITION))
    return drafting.done()
