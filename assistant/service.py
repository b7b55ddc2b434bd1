"""The assistant itself: the steps from a question to a checked answer, in order."""

import logging
from collections.abc import Callable, Generator, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from assistant.answer import Answer, AnswerStatus, Engine, Language
from assistant.answerer import Answerer, Draft, StreamingAnswerer
from assistant.clock import Clock
from assistant.errors import ChatError, InvalidQuestion
from assistant.evidence import Evidence, PlanLibrary, retrieve
from assistant.plan_choice import plans_for
from assistant.question import Question, understand
from assistant.verification import Refusal, verify

logger = logging.getLogger(__name__)

UNVERIFIED = {
    Language.SWEDISH: "Jag hittade text om detta, men svaret gick inte att belägga i planerna och visas därför inte.",
    Language.ENGLISH: "I found text about this, but the answer could not be verified in the plans and is not shown.",
}
"""What is said when a check refuses every draft."""


class Step(StrEnum):
    """The steps of answering, in order."""

    UNDERSTAND = "understand"
    RETRIEVE = "retrieve"
    COMPOSE = "compose"
    VERIFY = "verify"
    FALL_BACK = "fall_back"


@dataclass(frozen=True, slots=True)
class StepEvent:
    """A step begins; `engine` is who composes, where that is known. Falling back takes back the pieces so far."""

    step: Step
    engine: Engine | None = None


@dataclass(frozen=True, slots=True)
class DeltaEvent:
    """A checked piece of the answer's text; the answer that comes last replaces all pieces."""

    text: str


AnswerEvent = StepEvent | DeltaEvent | Answer


def _unheard(_step: str) -> None:
    """Nobody follows the steps."""


class Assistant:
    """Answers questions over the plans of `library`, with `chat` where given and `extractive` where that fails."""

    def __init__(self, library: PlanLibrary, extractive: Answerer, chat: Answerer | None = None) -> None:
        self.library = library
        self._answerers = (chat, extractive) if chat else (extractive,)

    def ask(self, turns: Sequence[str], plan: str | None = None, on_step: Callable[[str], None] = _unheard) -> Answer:
        """Answer the last turn; `on_step` hears the steps' names.

        Raises `UnknownPlan` and `InvalidQuestion`; a question that the plans do not answer is answered so.
        """
        for event in self.follow(turns, plan):
            if isinstance(event, Answer):
                return event
            if isinstance(event, StepEvent):
                on_step(event.step)
        raise AssertionError("following a question ends with its answer")

    def follow(self, turns: Sequence[str], plan: str | None = None) -> Iterator[AnswerEvent]:
        """Answer the last turn step by step; the last event is the `Answer`. Raises as `ask`, at the first event."""
        self._check(turns, plan)
        clock = Clock()

        yield StepEvent(Step.UNDERSTAND)
        with clock.timing(Step.UNDERSTAND):
            plans = plans_for(self.library, turns, plan)
            question = understand(turns, plans, plan)

        yield StepEvent(Step.RETRIEVE)
        with clock.timing(Step.RETRIEVE):
            evidence = retrieve(self.library, question, plans)

        for answerer in self._answerers:
            gate = _Gate(turns, evidence)
            draft = yield from self._attempt(answerer, question, evidence, gate, clock)
            if draft is not None:
                break
        else:
            draft = Draft(AnswerStatus.UNVERIFIED, UNVERIFIED[question.language])
        yield _answer(turns, question, draft, answerer.engine, clock)

    def warm(self) -> None:
        """Load what the first question needs: the plans, and the model that searches them."""
        if plans_for(self.library, ("plan",)):
            self.library.search("plan", limit=1)

    def _check(self, turns: Sequence[str], plan: str | None) -> None:
        if not turns or not turns[-1].strip():
            raise InvalidQuestion("turns", "the question is empty")
        if plan is not None:
            self.library.plan(plan)

    def _attempt(
        self, answerer: Answerer, question: Question, evidence: Evidence, gate: "_Gate", clock: Clock
    ) -> Generator[AnswerEvent, None, Draft | None]:
        """Compose with one engine and verify; none where it fails or a check refuses."""
        if answerer is not self._answerers[0]:
            yield StepEvent(Step.FALL_BACK, answerer.engine)
        yield StepEvent(Step.COMPOSE, answerer.engine)
        try:
            with clock.timing(Step.COMPOSE):
                draft = yield from _composed(answerer, question, evidence, gate)
        except ChatError as error:
            logger.warning("%s", error)
            return None
        yield StepEvent(Step.VERIFY, answerer.engine)
        with clock.timing(Step.VERIFY):
            refusals = gate.refusals(draft)
        if refusals:
            logger.info("%s: %s", answerer.engine, "; ".join(map(str, refusals)))
            return None
        yield from gate.let_through(draft)
        return draft


def _composed(
    answerer: Answerer, question: Question, evidence: Evidence, gate: "_Gate"
) -> Generator[AnswerEvent, None, Draft]:
    """The engine's draft; where it comes piece by piece, each piece is shown once the checks let it through."""
    if not isinstance(answerer, StreamingAnswerer):
        return answerer.compose(question, evidence)
    pieces = answerer.compose_in_pieces(question, evidence)
    while True:
        try:
            draft = next(pieces)
        except StopIteration as end:
            whole: Draft = end.value
            return whole
        if not gate.refusals(draft):
            yield from gate.let_through(draft)


class _Gate:
    """Shows a growing text as far as the checks have let it through."""

    def __init__(self, turns: Sequence[str], evidence: Evidence) -> None:
        self._asked = (*turns, evidence.question)
        self._plans = evidence.plans
        self._shown = ""

    def refusals(self, draft: Draft) -> tuple[Refusal, ...]:
        """What the checks have against the draft."""
        return verify(draft, self._asked, self._plans)

    def let_through(self, draft: Draft) -> Iterator[DeltaEvent]:
        """Show what the draft says beyond what was shown; nothing where it has changed its beginning."""
        if draft.text.startswith(self._shown) and draft.text != self._shown:
            yield DeltaEvent(draft.text[len(self._shown) :])
            self._shown = draft.text


def _answer(turns: Sequence[str], question: Question, draft: Draft, engine: Engine, clock: Clock) -> Answer:
    return Answer(
        question=turns[-1],
        status=draft.status,
        text=draft.text,
        language=question.language,
        engine=engine,
        citations=draft.citations,
        figures=draft.figures,
        calculation=draft.calculation,
        findings=draft.findings,
        timings_ms=clock.timings_ms(),
    )
