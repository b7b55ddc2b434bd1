"""Drafts that say something true: what composers make of questions whose answers are known, and freely worded ones."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from assistant.answer import Answer, Engine
from assistant.answerer import Draft
from assistant.evidence import Evidence, PlanLibrary
from assistant.extractive.answerer import ExtractiveAnswerer
from assistant.question import Question
from assistant.schema import answer_json
from assistant.service import Assistant
from evals.golden import Case
from evals.scoring import Verdict, judge
from ingest.model import Plan


@dataclass(frozen=True, slots=True)
class TrueDraft:
    """A draft with the words that it was asked by, the question as it was understood last, and the plans in scope."""

    draft: Draft
    turns: tuple[str, ...]
    plans: Mapping[str, Plan]
    origin: str


def asked_drafts(library: PlanLibrary, cases: Iterable[Case], origin: str) -> Iterator[TrueDraft]:
    """What the composers draft for each case before any check, where it is what the case expects."""
    listener = _Listener()
    assistant = Assistant(library, listener)
    for case in cases:
        assistant.ask(case.turns)
        draft, question, evidence = listener.heard[-1]
        if _is_right(case, question, draft):
            yield TrueDraft(draft, (*case.turns, evidence.question), evidence.plans, origin)


@dataclass(slots=True)
class _Listener:
    """The extractive engine, with what it drafted."""

    heard: list[tuple[Draft, Question, Evidence]] = field(default_factory=list)
    engine: Engine = Engine.EXTRACTIVE

    def compose(self, question: Question, evidence: Evidence) -> Draft:
        draft = ExtractiveAnswerer().compose(question, evidence)
        self.heard.append((draft, question, evidence))
        return draft


def _is_right(case: Case, question: Question, draft: Draft) -> bool:
    if not draft.status.abstained and not draft.citations:
        return False
    answer = Answer(
        case.turns[-1],
        draft.status,
        draft.text,
        question.language,
        Engine.EXTRACTIVE,
        draft.citations,
        draft.figures,
        draft.calculation,
        draft.findings,
    )
    return judge(case, answer_json(answer)).verdict is Verdict.RIGHT


def origins(drafts: Sequence[TrueDraft]) -> tuple[str, ...]:
    """Where the drafts come from, each origin once, in order."""
    return tuple(dict.fromkeys(draft.origin for draft in drafts))
