"""What a small plan holds and what was read of it, for the tests of measured reading."""

from decimal import Decimal
from typing import Any

from evals.reading_truth import TrueCell, TrueFinding, TrueGoal, TrueSection
from ingest.model import (
    Basis,
    Figure,
    FigureKind,
    Finding,
    Goal,
    GoalLevel,
    Severity,
    SourceRef,
    Unit,
    UnitSource,
)


def true_cell(value: str = "100", **fields: Any) -> TrueCell:
    defaults: dict[str, Any] = {
        "table": "Budget",
        "page": 1,
        "labels": ("Personal",),
        "path": ("KOSTNADER",),
        "titles": ("Budget",),
        "value": Decimal(value),
        "unit": Unit.TKR,
        "unit_source": UnitSource.PRINTED,
        "owners": ("Parkenheten",),
        "years": (2025,),
        "bases": (Basis.BUDGET,),
        "kinds": (FigureKind.COST,),
    }
    return TrueCell(**{**defaults, **fields})


def figure(value: str = "100", *, page: int | None = 1, table: int | None = 0, **fields: Any) -> Figure:
    defaults: dict[str, Any] = {
        "label": "Personal",
        "path": ("Budget", "KOSTNADER"),
        "owner": "Parkenheten",
        "value": Decimal(value),
        "unit": Unit.TKR,
        "unit_source": UnitSource.PRINTED,
        "year": 2025,
        "basis": Basis.BUDGET,
        "kind": FigureKind.COST,
        "as_printed": value,
        "quote": f"Personal\t{value}",
        "source": SourceRef("plan", page, ("Budget",), table),
    }
    return Figure(**{**defaults, **fields})


def true_section(heading: str, *under: str | None, page: int = 1, optional: bool = False) -> TrueSection:
    return TrueSection(heading, page, under or (None,), optional)


def true_goal(
    key: str, level: GoalLevel, parent: int | None = None, *, page: int = 1, optional: bool = False
) -> TrueGoal:
    return TrueGoal(key, page, (level,), parent, optional)


def goal(number: str, text: str, level: GoalLevel, parent: str | None = None, page: int | None = 1) -> Goal:
    return Goal(number, text, level, parent, SourceRef("plan", page))


def true_finding(*words: tuple[str, ...], optional: bool = False) -> TrueFinding:
    return TrueFinding("rows against sum", 1, (Severity.ERROR,), words, optional)


def finding(message: str, severity: Severity = Severity.ERROR, page: int | None = 1) -> Finding:
    return Finding(severity, "rows-sum", message, (SourceRef("plan", page),))
