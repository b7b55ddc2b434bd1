"""The port of composing: a question and its evidence become a draft, which is checked before anyone sees it."""

from collections.abc import Generator
from dataclasses import dataclass
from typing import Protocol, runtime_checkable

from assistant.answer import AnswerStatus, Calculation, Citation, CitedFigure, Engine
from assistant.evidence import Evidence
from assistant.question import Question
from ingest.model import Finding


@dataclass(frozen=True, slots=True)
class Draft:
    """An answer that no check has seen yet; `text` carries `[n]` markers that number `citations`.

    Figures are made by `citations.cited_figure`, results by `calculations.work_out`, which also say what signs and the
    order of operands mean. `findings` are the plan's own that bear on a cited table or row; numbers of their messages
    may stand in the text. `siblings` are the same calculation over other plans' figures, where the answer has a line
    for each plan.
    """

    status: AnswerStatus
    text: str
    citations: tuple[Citation, ...] = ()
    figures: tuple[CitedFigure, ...] = ()
    calculation: Calculation | None = None
    findings: tuple[Finding, ...] = ()
    siblings: tuple[Calculation, ...] = ()

    @property
    def calculations(self) -> tuple[Calculation, ...]:
        """Every calculation, the answer's own first."""
        return (*((self.calculation,) if self.calculation else ()), *self.siblings)


class Answerer(Protocol):
    """Composes a draft from evidence; abstaining is a draft too.

    Raises a branch of `ChatError` where an outside model is needed and gives nothing that can be used.
    """

    engine: Engine

    def compose(self, question: Question, evidence: Evidence) -> Draft:
        """Compose one draft."""
        ...


@runtime_checkable
class StreamingAnswerer(Answerer, Protocol):
    """An answerer whose text comes piece by piece."""

    def compose_in_pieces(self, question: Question, evidence: Evidence) -> Generator[Draft, None, Draft]:
        """Yield a growing draft after each finished sentence and return the whole one."""
        ...
