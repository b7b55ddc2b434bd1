"""What the plans in scope offer for one question: hits from the library, and the plans themselves."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Protocol

from assistant.plan_choice import PlanSearch
from assistant.question import Question
from assistant.thresholds import RETRIEVAL, RetrievalLimits
from index.hits import FigureHit, GoalHit, PassageHit
from index.scope import EVERYTHING, Scope
from ingest.model import Plan


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


@dataclass(frozen=True)
class Evidence:
    """The plans in scope by id, and what a search within them finds for one question, best first.

    The extractive engine looks figures and sentences up in the plans themselves, so hits are searched for when they are
    first asked for. Raises as the library's searches do.
    """

    question: str
    plans: Mapping[str, Plan]
    library: Searcher
    limits: RetrievalLimits = RETRIEVAL

    @cached_property
    def passages(self) -> tuple[PassageHit, ...]:
        """The passages that fit best."""
        return self.library.search_passages(self.question, self._scope, self.limits.passages)

    @cached_property
    def figures(self) -> tuple[FigureHit, ...]:
        """The figures that fit best."""
        return self.library.search_figures(self.question, self._scope, self.limits.figures)

    @cached_property
    def goals(self) -> tuple[GoalHit, ...]:
        """The goals that fit best."""
        return self.library.search_goals(self.question, self._scope, self.limits.goals)

    @property
    def _scope(self) -> Scope:
        return Scope(tuple(self.plans))


def retrieve(
    library: Searcher, question: Question, plans: Sequence[Plan], limits: RetrievalLimits = RETRIEVAL
) -> Evidence:
    """The evidence for what the question with all that it inherits is about, in those of the plans that it can mean."""
    meant = {plan.id: plan for plan in plans if question.plan_ids is None or plan.id in question.plan_ids}
    return Evidence(question.standalone, meant, library, limits)
