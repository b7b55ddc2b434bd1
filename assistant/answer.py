"""What the assistant says: an answer, its citations and the amounts that it stands on."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum

from ingest.model import Basis, Finding, Unit


class AnswerStatus(StrEnum):
    """How a question ended; every member but the first three is an abstention."""

    ANSWERED = "answered"
    PARTIAL = "partial"
    AMBIGUOUS = "ambiguous"
    NOT_IN_PLANS = "not_in_plans"
    OTHER_PERIOD = "other_period"
    OTHER_ORGANISATION = "other_organisation"
    UNDECIDED = "undecided"
    OUT_OF_SCOPE = "out_of_scope"
    UNVERIFIED = "unverified"
    FAILED = "failed"

    @property
    def abstained(self) -> bool:
        """Whether the assistant held back from answering."""
        return self not in {AnswerStatus.ANSWERED, AnswerStatus.PARTIAL, AnswerStatus.AMBIGUOUS}


class Language(StrEnum):
    """Language of the sentences around names and quotes."""

    SWEDISH = "sv"
    ENGLISH = "en"


class Engine(StrEnum):
    """What composed the answer."""

    EXTRACTIVE = "extractive"
    CHAT = "chat"


class CalculationKind(StrEnum):
    """How a calculated value follows from its operands."""

    DIFFERENCE = "difference"
    CHANGE = "change"
    SHARE = "share"
    SUM = "sum"
    RANK = "rank"
    RATIO = "ratio"


@dataclass(frozen=True, slots=True)
class Citation:
    """A numbered place in a plan; `quote` is a contiguous part of that section's text, white space collapsed."""

    n: int
    plan_id: str
    plan_title: str
    section: tuple[str, ...]
    page: int | None
    quote: str


@dataclass(frozen=True, slots=True)
class CitedFigure:
    """An amount in the answer, bound to the citation `citation`; costs are magnitudes, results and changes signed."""

    label: str
    owner: str | None
    value: Decimal
    unit: Unit | None
    year: int | None
    basis: Basis | None
    plan_id: str
    citation: int


@dataclass(frozen=True, slots=True)
class Calculation:
    """A value worked out from `operands`, indices into the answer's figures."""

    kind: CalculationKind
    operands: tuple[int, ...]
    value: Decimal
    unit: Unit | None


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer to one question; one that is not an abstention cannot be made without a citation.

    Raises ValueError when an answer that claims something cites nothing.
    """

    question: str
    status: AnswerStatus
    text: str
    language: Language
    engine: Engine
    citations: tuple[Citation, ...] = ()
    figures: tuple[CitedFigure, ...] = ()
    calculation: Calculation | None = None
    findings: tuple[Finding, ...] = ()
    timings_ms: Mapping[str, float] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if not self.status.abstained and not self.citations:
            raise ValueError(f"an answer with status {self.status} needs a citation")
