"""What the plans in scope offer for one question: hits from the library, and the plans themselves."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from assistant.plan_choice import PlanSearch
from assistant.question import Question
from assistant.thresholds import RETRIEVAL, RetrievalLimits
from index.hits import FigureHit, GoalHit, PassageHit
from index.scope import EVERYTHING, Scope
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
    """Finds passages, figures and goals within a scope."""

    def search_passages(self, query: str, scope: Scope = EVERYTHING, limit: int = 8) -> tuple[PassageHit, ...]:
        """Passages nearest in words and meaning, best first."""
        ...

    def search_figures(self, query: str, scope: Scope = EVERYTHING, limit: int = 60) -> tuple[FigureHit, ...]:
        """Figures whose label, owner, heading, unit or year the query names, best first."""
        ...

    def search_goals(self, query: str, scope: Scope = EVERYTHING, limit: int = 20) -> tuple[GoalHit, ...]:
        """Goals that the query is about, best first."""
        ...


class PlanLibrary(Searcher, PlanSearch, Protocol):
    """What answering needs of `index.library.Library`."""

    def plans(self) -> tuple[Plan, ...]:
        """Every plan in force."""
        ...


def retrieve(
    library: Searcher, question: Question, plans: Sequence[Plan], limits: RetrievalLimits = RETRIEVAL
) -> Evidence:
    """Search for what the question with all that it inherits is about, within those of the plans that it can mean."""
    meant = {plan.id: plan for plan in plans if question.plan_ids is None or plan.id in question.plan_ids}
    query, scope = question.standalone, Scope(tuple(meant))
    return Evidence(
        question=query,
        passages=library.search_passages(query, scope, limits.passages),
        figures=library.search_figures(query, scope, limits.figures),
        goals=library.search_goals(query, scope, limits.goals),
        plans=meant,
    )
