"""What the plans in scope offer for one question: hits from the library, and the plans themselves."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from assistant.question import Question
from assistant.thresholds import RETRIEVAL, RetrievalLimits
from index.hits import FigureHit, GoalHit, PassageHit
from ingest.model import Plan


@dataclass(frozen=True, slots=True)
class Evidence:
    """Hits for one question, best first, and the plans in scope by id."""

    question: str
    passages: tuple[PassageHit, ...] = ()
    figures: tuple[FigureHit, ...] = ()
    goals: tuple[GoalHit, ...] = ()
    plans: Mapping[str, Plan] = field(default_factory=dict)


class Searcher(Protocol):
    """Finds passages, figures and goals in the plans named, or in all of them."""

    def search_passages(
        self, query: str, plan_ids: Sequence[str] | None = None, limit: int = 8
    ) -> tuple[PassageHit, ...]:
        """Passages nearest in words and meaning, best first."""
        ...

    def search_figures(
        self, query: str, plan_ids: Sequence[str] | None = None, limit: int = 60
    ) -> tuple[FigureHit, ...]:
        """Figures whose label, owner, heading, unit or year the query names, best first."""
        ...

    def search_goals(self, query: str, plan_ids: Sequence[str] | None = None, limit: int = 20) -> tuple[GoalHit, ...]:
        """Goals that the query is about, best first."""
        ...


class Shelf(Protocol):
    """The plans in force."""

    def plan(self, plan_id: str) -> Plan:
        """The plan of this id; raises `UnknownPlan`."""
        ...

    def plans(self) -> tuple[Plan, ...]:
        """Every plan in force."""
        ...


class PlanLibrary(Searcher, Shelf, Protocol):
    """What answering needs of `index.library.Library`."""


def retrieve(library: PlanLibrary, question: Question, limits: RetrievalLimits = RETRIEVAL) -> Evidence:
    """Search for what the question with all that it inherits is about, within the plans that it can mean."""
    query, scope = question.standalone, question.plan_ids
    plans = {plan.id: plan for plan in library.plans() if scope is None or plan.id in scope}
    return Evidence(
        question=query,
        passages=library.search_passages(query, scope, limits.passages),
        figures=library.search_figures(query, scope, limits.figures),
        goals=library.search_goals(query, scope, limits.goals),
        plans=plans,
    )
