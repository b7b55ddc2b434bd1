"""Asking golden questions: answers and what was found are written down, and judged elsewhere."""

from collections.abc import Iterable, Iterator, Sequence
from time import perf_counter
from typing import Any, Protocol

from assistant.answer import Answer
from assistant.plan_json import sections_json
from assistant.schema import answer_json
from evals.citations import cited_places
from evals.errors import EmptyLibrary
from evals.golden import Case
from evals.records import Record
from evals.retrieval import Searcher, find_evidence, retrieved
from evals.scoring import is_of_plan
from ingest.model import Plan


class AskedLibrary(Searcher, Protocol):
    """What asking needs of `index.library.Library`."""

    def plans(self) -> tuple[Plan, ...]:
        """Every plan in force."""
        ...


class Asked(Protocol):
    """What asking needs of `assistant.service.Assistant`."""

    @property
    def library(self) -> AskedLibrary:
        """The plans that it answers from."""
        ...

    def ask(self, turns: Sequence[str]) -> Answer:
        """Answer the last turn."""
        ...

    def warm(self) -> None:
        """Load what the first question needs."""
        ...


def ask_all(assistant: Asked, cases: Iterable[Case]) -> Iterator[Record]:
    """Ask a warm assistant each case once, and give its record as soon as it is there."""
    assistant.warm()
    for case in cases:
        answer, elapsed_ms = ask_timed(assistant, case)
        hits = find_evidence(assistant.library, case)
        yield Record(case.id, answer_json(answer, case.id), elapsed_ms, tuple(map(retrieved, hits)))


def ask_timed(assistant: Asked, case: Case) -> tuple[Answer, float]:
    """The answer, and the milliseconds until it was there."""
    start = perf_counter()
    answer = assistant.ask(case.turns)
    return answer, (perf_counter() - start) * 1_000


def plans_to_ask(library: AskedLibrary, where: str) -> tuple[Plan, ...]:
    """Every plan in force; raises `EmptyLibrary` when there is none."""
    plans = library.plans()
    if not plans:
        raise EmptyLibrary(where)
    return plans


def cases_without_plan(cases: Iterable[Case], plans: Sequence[Plan]) -> tuple[Case, ...]:
    """The cases that must cite a plan which is not there, and so cannot be answered right."""
    return tuple(case for case in cases if case.plan and not any(is_of_plan(plan.id, case.plan) for plan in plans))


def cited_sections(plans: Iterable[Plan], records: Iterable[Record]) -> list[dict[str, Any]]:
    """The sections that the answers cite, as `plansvar sections --json` gives them."""
    places = cited_places(record.answer for record in records)
    cited_plans = {plan_id for plan_id, _ in places}
    return [
        section
        for plan in plans
        if plan.id in cited_plans
        for section in sections_json(plan)
        if (section["plan"], tuple(section["path"])) in places
    ]
