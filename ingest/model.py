"""What is read from a plan: frozen values, each carrying the place that it was read from."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum


class Unit(StrEnum):
    """Unit of a figure, spelled as in the JSON contract."""

    KR = "kr"
    TKR = "tkr"
    MNKR = "mnkr"
    MDKR = "mdkr"
    PERCENT = "%"
    COUNT = "antal"
    KR_PER_INHABITANT = "kr/inv"
    FULL_TIME_EQUIVALENT = "årsarbetare"


class UnitSource(StrEnum):
    """How a figure's unit is known."""

    PRINTED = "printed"
    INFERRED = "inferred"


class Basis(StrEnum):
    """What a figure stands for in time: decided, planned, expected or happened."""

    BUDGET = "budget"
    PLAN = "plan"
    FORECAST = "forecast"
    OUTCOME = "outcome"


class FigureKind(StrEnum):
    """What a figure measures."""

    INCOME = "income"
    COST = "cost"
    SUM = "sum"
    RESULT = "result"
    SHARE = "share"
    STAFFING = "staffing"
    INVESTMENT = "investment"
    FEE = "fee"
    TARGET = "target"
    OTHER = "other"


class GoalLevel(StrEnum):
    """Level of a node in the goal tree, the outermost first."""

    AREA = "area"
    GOAL = "goal"
    OBJECTIVE = "objective"
    ACTION = "action"
    EFFECT = "effect"
    PRIORITY = "priority"
    ASSIGNMENT = "assignment"


class Severity(StrEnum):
    """How grave a finding is: broken arithmetic, or something that a reader should know."""

    ERROR = "error"
    NOTICE = "notice"


class PlanStatus(StrEnum):
    """Standing of a plan as a decision of its organisation."""

    DRAFT = "draft"
    ADOPTED = "adopted"
    SUPERSEDED = "superseded"


@dataclass(frozen=True, slots=True)
class BoundingBox:
    """A rectangle on a page in points, origin at the top left corner."""

    x0: float
    top: float
    x1: float
    bottom: float


@dataclass(frozen=True, slots=True)
class SourceRef:
    """Where in which plan something was read; pages are 1-based, rows and columns 0-based."""

    plan_id: str
    page: int | None = None
    section_path: tuple[str, ...] = ()
    table: int | None = None
    row: int | None = None
    column: int | None = None
    bbox: BoundingBox | None = None


@dataclass(frozen=True, slots=True)
class Section:
    """One heading's own text (not its sub-headings'), tables as lines of tab-separated cells.

    `source` is where it begins and `last_page` the page it ends on; `original` is the text as it stood in the file
    where damage in it was repaired, else null.
    """

    path: tuple[str, ...]
    text: str
    source: SourceRef
    last_page: int | None = None
    original: str | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """A table's cells as printed; `header` names the columns after the label, `caption` is its heading.

    `owner_evidence` names what decided the owner: "place", or the kinds of evidence in the text that spoke for it.
    `cell_boxes` has the form of `rows` where the document has pages, and is empty elsewhere; `row_pages` is the page
    of each row where a table goes on over several.
    """

    caption: str
    owner: str | None
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    source: SourceRef
    owner_evidence: tuple[str, ...] = ()
    cell_boxes: tuple[tuple[BoundingBox | None, ...], ...] = ()
    row_pages: tuple[int, ...] = ()

    def page_of(self, row: int) -> int | None:
        """The page that a row stands on; null where the document has no pages."""
        return self.row_pages[row] if self.row_pages else self.source.page


@dataclass(frozen=True, slots=True)
class Figure:
    """One amount bound to one table cell or one sentence.

    `value` is in `unit` with the sign as printed; `path` is the label's headings, outermost first; `quote` is the
    table row (cells joined by tabs) or the sentence, a contiguous part of its section's text.
    """

    label: str
    path: tuple[str, ...]
    owner: str | None
    value: Decimal
    unit: Unit | None
    unit_source: UnitSource | None
    year: int | None
    basis: Basis | None
    kind: FigureKind
    as_printed: str
    quote: str
    source: SourceRef


@dataclass(frozen=True, slots=True)
class Goal:
    """A node of the goal tree; `parent` is another node's id or null at a root."""

    id: str
    text: str
    level: GoalLevel
    parent: str | None
    source: SourceRef


@dataclass(frozen=True, slots=True)
class Finding:
    """A fault or oddity in the document itself: kept and shown, never raised."""

    severity: Severity
    rule: str
    message: str
    sources: tuple[SourceRef, ...]


@dataclass(frozen=True, slots=True)
class Passage:
    """A contiguous part of one section's text, at most `ingest.passages.MAX_CHARACTERS` long.

    `id` is unique within a plan and stable for the same content; `section` is the index of its section in the plan.
    """

    id: str
    text: str
    section: int
    section_path: tuple[str, ...]
    source: SourceRef


@dataclass(frozen=True, slots=True)
class Abbreviation:
    """A short form and what it stands for, in the words in which the plan itself explains it."""

    short: str
    long: str
    source: SourceRef


@dataclass(frozen=True, slots=True)
class Decision:
    """The decision that adopted a plan, as far as it is known: its day, paragraph and registration number."""

    decided: date | None = None
    paragraph: str = ""
    registration_number: str = ""


@dataclass(frozen=True, slots=True)
class Plan:
    """Everything read from one document; `pages` is null for formats without pages.

    `address` is where the original is published, `file` the file that was read.
    """

    id: str
    title: str
    organisation: str
    period: tuple[int, int] | None
    status: PlanStatus | None
    pages: int | None
    sections: tuple[Section, ...]
    tables: tuple[Table, ...]
    figures: tuple[Figure, ...]
    goals: tuple[Goal, ...]
    findings: tuple[Finding, ...]
    passages: tuple[Passage, ...]
    decision: Decision | None = None
    address: str = ""
    file: str = ""
    abbreviations: tuple[Abbreviation, ...] = ()
