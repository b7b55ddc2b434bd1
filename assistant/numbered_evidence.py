"""Evidence as a chat model sees it: numbered places to quote, never the plans themselves."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from assistant.citations import collapse
from assistant.evidence import Evidence
from assistant.thresholds import CHAT, ChatLimits
from ingest.model import Figure, Goal, Passage, Plan, SourceRef


@dataclass(frozen=True, slots=True)
class Item:
    """One numbered place: `quote` is a contiguous part of its section's text, `shown` what the model reads."""

    n: int
    plan: Plan
    source: SourceRef
    quote: str
    shown: str


def number(evidence: Evidence, limits: ChatLimits = CHAT) -> tuple[Item, ...]:
    """The best passages, figures and goals of the evidence, numbered from 1."""
    plans = evidence.plans
    found = [
        *_passages([hit.passage for hit in evidence.passages[: limits.passages]], plans),
        *_figures([hit.figure for hit in evidence.figures[: limits.figures]], plans),
        *_goals([hit.goal for hit in evidence.goals[: limits.goals]], plans),
    ]
    return tuple(
        Item(n, plans[source.plan_id], source, quote, _line(n, plans[source.plan_id], source, fields))
        for n, (source, quote, fields) in enumerate(found, 1)
    )


_Found = tuple[SourceRef, str, dict[str, object]]


def _passages(passages: Sequence[Passage], plans: Mapping[str, Plan]) -> Iterator[_Found]:
    for passage in passages:
        if passage.source.plan_id in plans:
            yield passage.source, passage.text, {"text": passage.text}


def _figures(figures: Sequence[Figure], plans: Mapping[str, Plan]) -> Iterator[_Found]:
    for figure in figures:
        if figure.source.plan_id in plans:
            names_unit = re.search(r"[^\W\d_]|%", figure.as_printed) is not None
            amount = figure.as_printed if names_unit or figure.unit is None else f"{figure.as_printed} {figure.unit}"
            fields = {"label": figure.label, "under": list(figure.path), "owner": figure.owner, "year": figure.year}
            yield figure.source, figure.quote, {**fields, "basis": figure.basis, "amount": amount}


def _goals(goals: Sequence[Goal], plans: Mapping[str, Plan]) -> Iterator[_Found]:
    for goal in goals:
        plan = plans.get(goal.source.plan_id)
        if plan is not None and _is_quotable(plan, goal):
            yield goal.source, goal.text, {"level": goal.level, "goal": goal.text, "under": _above(plan, goal)}


def _is_quotable(plan: Plan, goal: Goal) -> bool:
    texts = (collapse(section.text) for section in plan.sections if section.path == goal.source.section_path)
    return any(collapse(goal.text) in text for text in texts)


def _above(plan: Plan, goal: Goal) -> list[str]:
    known = {other.id: other for other in plan.goals}
    above: list[str] = []
    while goal.parent in known and len(above) < len(known):
        goal = known[goal.parent]
        above.insert(0, goal.text)
    return above


def _line(n: int, plan: Plan, source: SourceRef, fields: Mapping[str, object]) -> str:
    place = {"n": n, "plan": plan.title, "organisation": plan.organisation, "section": list(source.section_path)}
    return json.dumps({**place, "page": source.page, **fields}, ensure_ascii=False)
