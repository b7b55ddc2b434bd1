"""The development set that thresholds are chosen on: questions with plans that answer them, and with plans that do not.

Every question that names its plan is also asked where that plan is not, and must there be met with silence.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from assistant.answerer import Draft
from assistant.evidence import Evidence, PlanLibrary, retrieve
from assistant.question import Question, understand
from assistant.settings import Settings
from evals.golden import BUNDLED, Case, load_golden
from evals.lent_assistant import SAMPLES, assistant_over, plans_read
from evals.paraphrases import load_groups
from evals.scoring import Verdict, is_of_plan, judge

COST = {Verdict.RIGHT: 0, Verdict.INCOMPLETE: 1, Verdict.ABSTAINED: 1, Verdict.WRONG: 3}
"""What a verdict costs: a wrong answer as much as three that were not given."""


@dataclass(frozen=True, slots=True)
class Posed:
    """A case with its question understood, and the evidence of the plans that it is asked of."""

    case: Case
    question: Question
    evidence: Evidence

    def verdict(self, draft: Draft) -> Verdict:
        """The judgement of a draft that no check has refused."""
        cited = [{"plan": citation.plan_id} for citation in draft.citations]
        answer = {"answer": draft.text, "status": draft.status.value, "citations": cited}
        return judge(self.case, answer).verdict


def development_set(paths: Sequence[Path], questions: Path | None, settings: Settings) -> list[Posed]:
    """The bundled questions over the sample plans, and those of the file over the plans at the paths, where given.

    Raises what golden questions, reading a plan and opening the library raise.
    """
    wordings = [case for group in load_groups() for case in group.cases]
    own = load_golden(BUNDLED / "samples.yaml").cases
    posed = _posed([SAMPLES], (*own, *wordings), settings)
    return posed + (_posed(paths, load_golden(questions).cases, settings) if paths else [])


def _posed(paths: Sequence[Path], cases: Sequence[Case], settings: Settings) -> list[Posed]:
    with assistant_over(plans_read(paths), settings) as assistant:
        return [*_each(assistant.library, cases), *without_their_plan(assistant.library, cases)]


def _each(library: PlanLibrary, cases: Sequence[Case], without: str | None = None) -> Iterator[Posed]:
    plans = [plan for plan in library.plans() if plan.id != without]
    for case in cases:
        question = understand(case.turns, plans, None)
        yield Posed(case, question, retrieve(library, question, plans))


def without_their_plan(library: PlanLibrary, cases: Sequence[Case]) -> Iterator[Posed]:
    """The questions that name their plan, asked of the library's other plans."""
    for plan in library.plans():
        own = [case for case in cases if case.plan and is_of_plan(plan.id, case.plan)]
        yield from _each(library, [_silent(case, case.turns) for case in own], plan.id)


def _silent(case: Case, turns: tuple[str, ...]) -> Case:
    return replace(case, turns=turns, plan=None, fig=(), not_fig=(), all=(), any=(), abstain=True)
