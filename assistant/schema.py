"""The JSON of the contract: one model for each shape, field names and order as programs rely on them."""

from decimal import Decimal
from typing import Annotated, Any, TypeAlias

from pydantic import AfterValidator, BaseModel, Field, PlainSerializer, StringConstraints

from assistant.answer import Answer, AnswerStatus, Calculation, CalculationKind, Citation, CitedFigure, Engine, Language
from assistant.citations import collapse
from assistant.thresholds import REQUEST
from ingest.model import Basis, FigureKind, GoalLevel, PlanStatus, Severity, Unit, UnitSource

Json: TypeAlias = dict[str, Any]
Value = Annotated[Decimal, PlainSerializer(lambda value: f"{value:f}", return_type=str)]
"""A decimal string without exponent."""


def _not_blank(turn: str) -> str:
    if not turn.strip():
        raise ValueError("a turn is empty")
    return turn


Turn = Annotated[str, StringConstraints(max_length=REQUEST.turn_characters), AfterValidator(_not_blank)]


class AskRequest(BaseModel):
    """A question with the turns before it, oldest first; `plan` limits it to one plan, `id` comes back as it is."""

    id: str | int | None = None
    turns: list[Turn] = Field(min_length=1, max_length=REQUEST.turns)
    plan: str | None = None


class CitationJson(BaseModel):
    """A numbered place in a plan."""

    n: int
    plan: str
    plan_title: str
    section: list[str]
    page: int | None
    quote: str


class CitedFigureJson(BaseModel):
    """An amount in an answer, bound to the citation of that number."""

    label: str
    owner: str | None
    value: Value
    unit: Unit | None
    year: int | None
    basis: Basis | None
    plan: str
    citation: int


class CalculationJson(BaseModel):
    """A value worked out from operands, indices into the answer's figures."""

    kind: CalculationKind
    operands: list[int]
    value: Value
    unit: Unit | None


class AnswerFindingJson(BaseModel):
    """A finding of the plan that bears on the answer."""

    rule: str
    message: str


class AnswerJson(BaseModel):
    """One answer."""

    id: str | int | None
    question: str
    answer: str
    status: AnswerStatus
    abstained: bool
    language: Language
    engine: Engine
    citations: list[CitationJson]
    figures: list[CitedFigureJson]
    calculation: CalculationJson | None
    findings: list[AnswerFindingJson]
    timings_ms: dict[str, float]


class FailedLine(BaseModel):
    """What stands in the place of an answer that could not be given."""

    id: str | int | None
    status: AnswerStatus = AnswerStatus.FAILED
    error: str


class PlanJson(BaseModel):
    """A plan and how much was read from it."""

    plan: str
    title: str
    organisation: str
    period: tuple[int, int] | None
    status: PlanStatus | None
    pages: int | None
    passages: int
    figures: int
    goals: int
    findings: int


class SectionJson(BaseModel):
    """A section's own text as read and repaired, tables as rows with tab-separated cells."""

    plan: str
    path: list[str]
    page: int | None
    text: str


class FigureJson(BaseModel):
    """A figure as read from a plan."""

    plan: str
    owner: str | None
    label: str
    path: list[str]
    value: Value
    unit: Unit | None
    unit_source: UnitSource | None
    year: int | None
    basis: Basis | None
    kind: FigureKind
    page: int | None
    as_printed: str


class GoalJson(BaseModel):
    """A node of a plan's goal tree."""

    id: str
    parent: str | None
    plan: str
    level: GoalLevel
    text: str
    page: int | None
    section: list[str]


class FindingJson(BaseModel):
    """A fault or oddity in a plan."""

    plan: str
    rule: str
    severity: Severity
    message: str
    pages: list[int]


class PassageJson(BaseModel):
    """A passage, its id unique over all plans."""

    id: str
    plan: str
    plan_title: str
    section: list[str]
    page: int | None
    text: str


class ErrorBody(BaseModel):
    """What went wrong and what to do about it."""

    code: str
    message: str
    remedy: str


class ErrorJson(BaseModel):
    """The answer of a request that failed."""

    error: ErrorBody


def _citation(citation: Citation) -> CitationJson:
    return CitationJson(
        n=citation.n,
        plan=citation.plan_id,
        plan_title=citation.plan_title,
        section=list(citation.section),
        page=citation.page,
        quote=collapse(citation.quote),
    )


def _cited_figure(figure: CitedFigure) -> CitedFigureJson:
    return CitedFigureJson(
        label=figure.label,
        owner=figure.owner,
        value=figure.value,
        unit=figure.unit,
        year=figure.year,
        basis=figure.basis,
        plan=figure.plan_id,
        citation=figure.citation,
    )


def _calculation(worked: Calculation | None) -> CalculationJson | None:
    if worked is None:
        return None
    return CalculationJson(kind=worked.kind, operands=list(worked.operands), value=worked.value, unit=worked.unit)


def answer_json(answer: Answer, id: str | int | None = None) -> Json:  # noqa: A002 - the field's own name
    """The answer as the contract's object."""
    return AnswerJson(
        id=id,
        question=answer.question,
        answer=answer.text,
        status=answer.status,
        abstained=answer.status.abstained,
        language=answer.language,
        engine=answer.engine,
        citations=[_citation(citation) for citation in answer.citations],
        figures=[_cited_figure(figure) for figure in answer.figures],
        calculation=_calculation(answer.calculation),
        findings=[AnswerFindingJson(rule=finding.rule, message=finding.message) for finding in answer.findings],
        timings_ms=dict(answer.timings_ms),
    ).model_dump(mode="json")
