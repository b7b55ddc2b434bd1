"""An invented plan, small enough to check by eye."""

from decimal import Decimal

from ingest.model import (
    Basis,
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
    Unit,
    UnitSource,
)

PLAN_ID = "kustlinjen-2025-2027"
TITLE = "Kustlinjens verksamhetsplan 2025–2027"
BUDGET = ("Ekonomi", "Budget")
MEMBERS = ("Organisation", "Medlemmar")
GOALS = ("Mål", "Klimat")

FEE_ROW = "Medlemsavgifter\t4 100\t4 250\t4 400"
STAFF_ROW = "Personalkostnader\t-2 050\t-2 140\t-2 230"
RENT_ROW = "Hyra\t-410\t-420\t-430"
RESULT_ROW = "Resultat\t-15\t10\t25"
FEE_REASON = "Avgiften räknas upp med 3,5 % varje år eftersom kollektivtrafiken växer."
MEMBERS_TEXT = (
    "Kustlinjen bildades 1998 och har 11 medlemskommuner. Direktionen har 22 ledamöter. Ordförande väljs varje år."
)
GOAL_TEXT = "Utsläppen från resor ska minska med 40 % till 2030."
BUDGET_ROWS = ("tkr\t2025\t2026\t2027", FEE_ROW, STAFF_ROW, RENT_ROW, RESULT_ROW)
BUDGET_TEXT = "\n".join((*BUDGET_ROWS, "", FEE_REASON, "Hyran omförhandlas 2026."))


def _figure(label: str, value: int, year: int, kind: FigureKind, printed: str, quote: str) -> Figure:
    place = SourceRef(PLAN_ID, 7, BUDGET, table=0, row=0, column=year - 2024)
    return Figure(
        label,
        (),
        "Kustlinjen",
        Decimal(value),
        Unit.TKR,
        UnitSource.PRINTED,
        year,
        Basis.BUDGET,
        kind,
        printed,
        quote,
        place,
    )


def _row(label: str, values: tuple[int, int, int], kind: FigureKind, quote: str) -> list[Figure]:
    cells = quote.split("\t")[1:]
    return [
        _figure(label, value, year, kind, cell, quote)
        for value, year, cell in zip(values, (2025, 2026, 2027), cells, strict=True)
    ]


FIGURES = (
    *_row("Medlemsavgifter", (4100, 4250, 4400), FigureKind.FEE, FEE_ROW),
    *_row("Personalkostnader", (-2050, -2140, -2230), FigureKind.COST, STAFF_ROW),
    *_row("Hyra", (-410, -420, -430), FigureKind.COST, RENT_ROW),
    *_row("Resultat", (-15, 10, 25), FigureKind.RESULT, RESULT_ROW),
    Figure(
        "Uppräkning av avgiften", (), None, Decimal("3.5"), Unit.PERCENT, UnitSource.PRINTED, None, None,
        FigureKind.OTHER, "3,5 %", FEE_REASON, SourceRef(PLAN_ID, 7, BUDGET),
    ),
)  # fmt: skip

FINDING = Finding(
    Severity.ERROR, "sum", "Raderna summerar till 1 640 tkr, inte 1 650 tkr.", (SourceRef(PLAN_ID, 7, BUDGET, table=0),)
)


def a_plan(plan_id: str = PLAN_ID) -> Plan:
    """The plan whole."""
    sections = (
        Section(MEMBERS, MEMBERS_TEXT, SourceRef(PLAN_ID, 3, MEMBERS)),
        Section(GOALS, GOAL_TEXT, SourceRef(PLAN_ID, 5, GOALS)),
        Section(BUDGET, BUDGET_TEXT, SourceRef(PLAN_ID, 7, BUDGET)),
    )
    passages = tuple(
        Passage(f"p{index}", section.text, index, section.path, section.source)
        for index, section in enumerate(sections)
    )
    goals = (
        Goal("g1", "Klimat", GoalLevel.AREA, None, SourceRef(PLAN_ID, 5, ("Mål",))),
        Goal("g2", GOAL_TEXT, GoalLevel.OBJECTIVE, "g1", SourceRef(PLAN_ID, 5, GOALS)),
    )
    return Plan(
        plan_id,
        TITLE,
        "Kustlinjen",
        (2025, 2027),
        PlanStatus.ADOPTED,
        9,
        sections,
        (),
        FIGURES,
        goals,
        (FINDING,),
        passages,
    )


def figure(label: str, year: int | None) -> Figure:
    """The plan's figure of this row and year."""
    return next(each for each in FIGURES if each.label == label and each.year == year)
