"""Small plans of made-up associations."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from index.editions import Kind, PlanSummary, Record
from index.searchable import FIELD_WEIGHTS
from ingest.model import (
    Abbreviation,
    Basis,
    BoundingBox,
    Decision,
    Figure,
    FigureKind,
    Finding,
    Goal,
    GoalLevel,
    Passage,
    Plan,
    PlanStatus,
    Section,
    Severity,
    SourceRef,
    Table,
    Unit,
    UnitSource,
)

TEXTS = (
    "Medlemsavgiften räknas upp med tre procent varje år.",
    "Direktionen leder arbetet och fattar beslut om budgeten.",
    "Nätverket för bibliotek möts fyra gånger under året.",
)


def make_plan(plan_id: str, texts: Sequence[str] = TEXTS, organisation: str = "Skogsbygdens kommunalförbund") -> Plan:
    """A plan with one section and passage for each text, one figure and two goals."""
    sources = [SourceRef(plan_id, page, (f"Avsnitt {page}",)) for page in range(1, len(texts) + 1)]
    return Plan(
        id=plan_id,
        title=f"Verksamhetsplan {plan_id}",
        organisation=organisation,
        period=(2025, 2027),
        status=PlanStatus.ADOPTED,
        pages=len(texts),
        sections=tuple(Section(source.section_path, text, source) for text, source in zip(texts, sources, strict=True)),
        tables=(
            Table("Budget", None, ("2025",), (("Hyra", "-1 772"),), SourceRef(plan_id, 1, ("Avsnitt 1",), table=0)),
        ),
        figures=(make_figure(plan_id, "Hyra", "-1772", 2025),),
        goals=make_goals(plan_id),
        findings=(Finding(Severity.NOTICE, "unit", "Enheten är underförstådd.", (SourceRef(plan_id, 1),)),),
        passages=tuple(
            Passage(f"p{number}", text, number, source.section_path, source)
            for number, (text, source) in enumerate(zip(texts, sources, strict=True))
        ),
        decision=Decision(date(2024, 12, 5), "§ 71", "2024/312"),
        address="plan.example/2025",
        file=f"planer/{plan_id}.pdf",
        abbreviations=tuple(Abbreviation("MRP", "medelsrapport", source) for source in sources[:1]),
    )


def make_summary(plan_id: str) -> PlanSummary:
    return PlanSummary.of(make_plan(plan_id))


def make_figure(plan_id: str, label: str, value: str, year: int, owner: str | None = None) -> Figure:
    return Figure(
        label=label,
        path=("Kostnader",),
        owner=owner,
        value=Decimal(value),
        unit=Unit.TKR,
        unit_source=UnitSource.PRINTED,
        year=year,
        basis=Basis.BUDGET,
        kind=FigureKind.COST,
        as_printed=value,
        quote=f"{label}\t{value}",
        source=SourceRef(plan_id, 1, ("Avsnitt 1",), 0, 0, 1, BoundingBox(72.1, 100.25, 140.0, 112.5)),
    )


def make_goals(plan_id: str) -> tuple[Goal, ...]:
    source = SourceRef(plan_id, 2, ("Avsnitt 2",))
    return (
        Goal("g1", "Ett robust näringsliv", GoalLevel.OBJECTIVE, None, source),
        Goal("g2", "Starta ett lärcentrum", GoalLevel.ACTION, "g1", source),
    )


def make_record(kind: Kind, id_: str, payload: bytes = b"{}", **fields: str) -> Record:
    """A record that is found by the terms of these fields; the others are empty."""
    return Record(kind, id_, payload, tuple(fields.get(name, "") for name in FIELD_WEIGHTS[kind]))
