"""The real plan of another organisation, as PDF and as the text that was extracted from it."""

from decimal import Decimal
from pathlib import Path

import pytest

from ingest.model import Plan, Severity, Unit, UnitSource
from tests.conftest import plan_at
from tests.ingest.faithful import kept_share, loose_passages, loose_quotes, lost_lines, lost_pages, value

pytestmark = pytest.mark.shared
NAME = "sjuharad-budget-verksamhetsplan-2024"
WHOLE = "Boråsregionen Sjuhärads kommunalförbund"
OWNERS = (
    (12, WHOLE, "131977553"),
    (13, "Förbundskansli", "6770066"),
    (13, "Administration", "11740063"),
    (14, "Regional utveckling", "39168565"),
    (14, "Välfärdsutveckling", "15753075"),
    (15, "Business Region Borås", "3936935"),
    (15, "Dataskyddsombud", "2647639"),
    (16, "Medarbetarcentrum", "3127398"),
    (16, "Vård- och omsorgscollege", "1216100"),
    (17, "Navet science center", "25004456"),
    (17, "Närvårdssamverkan Södra Älvsborg", "22613256"),
)
"""Page, owner and this year's sum of income of each budget."""

MISPRINTS = {
    ("3936935", 2024, "cost"): Decimal(-100),
    ("2647639", 2023, "income"): Decimal(3000),
    ("2647639", 2023, "result"): Decimal(-3000),
}
"""What the document's own rows differ by from what it prints: (sum of income of the budget, year, what)."""

OFF_THE_WHOLE = {
    ("SUMMA INTÄKTER", 2023): -3000,
    ("Personal", 2024): -263100,
    ("Övriga kostnader", 2024): 73000,
    ("Tjänster", 2024): 190000,
}
"""What the units' rows together differ by from the whole's, as printed: (row, year)."""

ROUNDING = 2
"""Half a krona for each of four operands."""


@pytest.fixture(scope="module", params=["pdf", "txt"])
def plan(request: pytest.FixtureRequest, shared: Path) -> Plan:
    return plan_at(file_in(shared, request.param))


def file_in(shared: Path, form: str) -> Path:
    folder = shared / "plans" / "text" if form == "txt" else shared / "plans"
    return folder / f"{NAME}.{form}"


def budgets(plan: Plan) -> dict[str, int]:
    """Sum of income 2024 → number of the table."""
    return {
        str(f.value): f.source.table
        for f in plan.figures
        if f.label == "SUMMA INTÄKTER" and f.year == 2024 and f.source.table is not None
    }


def test_no_page_of_the_pdf_is_lost(shared: Path) -> None:
    path = file_in(shared, "pdf")
    assert plan_at(path).pages == 20
    assert kept_share(path, plan_at(path)) >= 0.99
    assert lost_pages(path, plan_at(path)) == []


def test_no_line_of_the_text_is_lost(shared: Path) -> None:
    path = file_in(shared, "txt")
    text = path.read_text(encoding="utf-8")
    assert len(lost_lines(text, plan_at(path))) <= 0.01 * len(text.split("\n"))


def test_whose_it_is_and_when(plan: Plan) -> None:
    assert (plan.organisation, plan.period) == (WHOLE, (2024, 2024))


def test_every_budget_of_the_pdf_has_its_owner(shared: Path) -> None:
    plan = plan_at(file_in(shared, "pdf"))
    found = [
        (f.source.page, f.owner, str(f.value)) for f in plan.figures if f.label == "SUMMA INTÄKTER" and f.year == 2024
    ]
    assert found == list(OWNERS)
    assert {t.owner for t in plan.tables if t.caption in {"Investeringsbudget", "Treårsplan"}} == {WHOLE}


def test_no_budget_of_the_text_has_a_wrong_owner(shared: Path) -> None:
    right = {total: owner for _, owner, total in OWNERS}
    plan = plan_at(file_in(shared, "txt"))
    owners = {total: plan.tables[table].owner for total, table in budgets(plan).items()}
    assert owners.keys() == right.keys()
    assert {total: owner for total, owner in owners.items() if owner not in {right[total], None}} == {}
    assert owners[OWNERS[0][2]] == WHOLE


def test_every_budget_adds_up_but_for_the_known_misprints(plan: Plan) -> None:
    differences = {}
    for total, table in budgets(plan).items():
        fees = next(f.label for f in plan.figures if f.source.table == table)
        for year in (2024, 2023):
            at = {
                label: value(plan, label, year, table=table)
                for label in (fees, "Övriga intäkter", "SUMMA INTÄKTER", "Personal", "Övriga kostnader", "Tjänster")
            }
            cost, result = value(plan, "SUMMA KOSTNADER", year, table=table), value(plan, "RESULTAT", year, table=table)
            differences[total, year, "income"] = at[fees] + at["Övriga intäkter"] - at["SUMMA INTÄKTER"]
            differences[total, year, "cost"] = at["Personal"] + at["Övriga kostnader"] + at["Tjänster"] - cost
            differences[total, year, "result"] = at["SUMMA INTÄKTER"] - cost - result
    assert len(differences) == 66
    assert {key: off for key, off in differences.items() if abs(off) > ROUNDING} == MISPRINTS


def test_the_units_add_up_to_the_whole_but_for_the_known_misprints(plan: Plan) -> None:
    whole, *units = (budgets(plan)[total] for _, _, total in OWNERS)
    rows = (
        "Övriga intäkter",
        "SUMMA INTÄKTER",
        "Personal",
        "Övriga kostnader",
        "Tjänster",
        "SUMMA KOSTNADER",
        "RESULTAT",
    )
    differences = {
        (label, year): sum(value(plan, label, year, table=table) for table in units)
        - value(plan, label, year, table=whole)
        for label in rows
        for year in (2024, 2023)
    }
    assert {key: off for key, off in differences.items() if off} == OFF_THE_WHOLE


def test_the_plan_over_three_years_adds_up(plan: Plan) -> None:
    (table,) = {f.source.table for f in plan.figures if f.label == "EFFEKTIVISERINGSKRAV"}
    assert table is not None
    for year in (2025, 2026, 2027):
        income, cost = (value(plan, f"SUMMA {name}", year, table=table) for name in ("INTÄKTER", "KOSTNADER"))
        saving = value(plan, "EFFEKTIVISERINGSKRAV", year, table=table)
        assert income - cost - saving == value(plan, "RESULTAT", year, table=table) == 0


def test_the_investments_add_up(plan: Plan) -> None:
    own = [
        f
        for f in plan.figures
        if f.source.table is not None and plan.tables[f.source.table].caption == "Investeringsbudget"
    ]
    for year in (2024, 2023):
        *rows, total = (f.value for f in own if f.year == year)
        assert sum(rows) == total


def test_every_misprint_is_found_and_nothing_else(plan: Plan) -> None:
    rules = [finding.rule for finding in plan.findings if finding.severity is Severity.ERROR]
    assert rules[:3] == ["rows-sum", "rows-sum", "sums-result"]
    assert set(rules[3:]) <= {"parts-whole"}


def test_the_unit_of_the_budgets_follows_from_the_prose(plan: Plan) -> None:
    amounts = [f for f in plan.figures if f.source.table is not None and f.unit is not Unit.PERCENT]
    assert {(f.unit, f.unit_source) for f in amounts} == {(Unit.KR, UnitSource.INFERRED)}


def test_quotes_and_passages_are_parts_of_their_sections(plan: Plan) -> None:
    assert loose_quotes(plan) == []
    assert loose_passages(plan) == []


def test_pdf_and_text_hold_the_same_budget_rows(shared: Path) -> None:
    rows = [
        {
            (f.label, f.value, f.year, f.unit)
            for f in plan_at(file_in(shared, form)).figures
            if f.source.table is not None and f.unit is Unit.KR
        }
        for form in ("pdf", "txt")
    ]
    assert rows[0] == rows[1]
