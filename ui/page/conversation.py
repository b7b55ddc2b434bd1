"""A conversation on the page: questions with their answers, and what is seen while one is on its way."""

import logging
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from assistant.answer import Answer
from assistant.service import AnswerEvent, DeltaEvent, Step, StepEvent
from ingest.errors import PlansvarError
from ui.error_texts import error_line, unexpected_line
from ui.page.places import Shelf, as_printed
from ui.texts import Texts

MAX_QUESTION = 2000
"""Characters of a question that are passed on; no question about a plan is longer."""

_LOG = logging.getLogger(__name__)


class PageAssistant(Protocol):
    """What the page needs of `assistant.service.Assistant`."""

    @property
    def library(self) -> Shelf:
        """The plans in force."""
        ...

    def follow(self, turns: Sequence[str], plan: str | None = None) -> Iterator[AnswerEvent]:
        """Answer the last turn step by step; the last event is the `Answer`."""
        ...


@dataclass(frozen=True, slots=True)
class Exchange:
    """One question and what has come of it so far: a step, a first text, then an answer or an error's line.

    `rows` are the citations' quotes as printed, tabs between a table's cells and no-break spaces in its amounts.
    """

    question: str
    step: str = ""
    draft: str = ""
    answer: Answer | None = None
    rows: tuple[str, ...] = ()
    error: str = ""

    @property
    def pending(self) -> bool:
        """Whether the answer is still on its way."""
        return self.answer is None and not self.error


Conversation = tuple[Exchange, ...]


def continue_with(
    conversation: Conversation,
    question: str,
    plan: str | None,
    open_assistant: Callable[[], PageAssistant],
    texts: Texts,
) -> Iterator[Conversation]:
    """The conversation after each step of answering one more question; an error ends it as a line in its place."""
    turns = [*(exchange.question for exchange in conversation), question]
    exchange = Exchange(question, step=Step.UNDERSTAND)
    yield (*conversation, exchange)
    try:
        assistant = open_assistant()
        for event in assistant.follow(turns, plan):
            exchange = _after(exchange, event, assistant.library)
            yield (*conversation, exchange)
    except PlansvarError as error:
        yield (*conversation, replace(exchange, error=error_line(error, texts.language)))
    except Exception:  # noqa: BLE001 - the page is the last to see it: the asker gets a line, the log the rest
        _LOG.exception("a question could not be answered")
        yield (*conversation, replace(exchange, error=unexpected_line(texts.language)))


def _after(exchange: Exchange, event: AnswerEvent, shelf: Shelf) -> Exchange:
    match event:
        case StepEvent():
            kept = "" if event.step is Step.FALL_BACK else exchange.draft
            return replace(exchange, step=str(event.step), draft=kept)
        case DeltaEvent():
            return replace(exchange, draft=exchange.draft + event.text)
        case Answer():
            return replace(exchange, answer=event, rows=tuple(as_printed(shelf, one) for one in event.citations))
