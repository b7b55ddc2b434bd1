"""Which plans a question is held against: all of a few; of many those that it names, then those that a search finds."""

import contextlib
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Protocol

from assistant.thresholds import PLAN_CHOICE
from index.errors import UnknownPlan
from index.hits import Hit
from index.scope import EVERYTHING, Scope
from ingest.model import Plan


class PlanSearch(Protocol):
    """What choosing needs of `index.library.Library`."""

    def plan_ids(self) -> tuple[str, ...]:
        """Ids of the plans in force, in order."""
        ...

    def named_plans(self, text: str) -> tuple[str, ...]:
        """Ids of the plans whose organisations the text names."""
        ...

    def plan(self, plan_id: str) -> Plan:
        """The plan of this id; raises `UnknownPlan`."""
        ...

    def search(self, query: str, scope: Scope = EVERYTHING, limit: int = 5) -> tuple[Hit, ...]:
        """Passages, figure rows and goals that fit best."""
        ...


def plans_for(library: PlanSearch, turns: Sequence[str], plan: str | None = None) -> tuple[Plan, ...]:
    """The plans that the last turn can be about, at most `PLAN_CHOICE.plans`; `plan` is one that it is limited to.

    That one comes first, and others stay in view, so that a question which names one of them is told from it. Raises
    `UnknownPlan` where it is not in force.
    """
    first = [library.plan(plan).id] if plan else []
    everything = library.plan_ids()
    if len(everything) <= PLAN_CHOICE.plans:
        return _read(library, everything)
    named = library.named_plans(" ".join(turns))
    scope = Scope(plan_ids=named) if len(named) > PLAN_CHOICE.plans else EVERYTHING
    found = _ranked(library.search(" ".join(turns[-PLAN_CHOICE.turns :]), scope, PLAN_CHOICE.hits))
    order = [*first, *sorted(named, key=lambda plan_id: -found.get(plan_id, 0.0)), *found, *everything]
    return _read(library, list(dict.fromkeys(order))[: PLAN_CHOICE.plans])


def _ranked(hits: Iterable[Hit]) -> Mapping[str, float]:
    """The plans of the hits, the one with the most and best of them first."""
    worth: defaultdict[str, float] = defaultdict(float)
    for rank, hit in enumerate(hits):
        worth[hit.plan_id] += 1 / (PLAN_CHOICE.rank_constant + rank)
    return dict(sorted(worth.items(), key=lambda scored: -scored[1]))


def _read(library: PlanSearch, plan_ids: Iterable[str]) -> tuple[Plan, ...]:
    """The plans in this order, but for one that was removed meanwhile."""
    plans = []
    for plan_id in plan_ids:
        with contextlib.suppress(UnknownPlan):
            plans.append(library.plan(plan_id))
    return tuple(plans)
