"""The real plan of one organisation, as PDF and as the text that was extracted from it."""

from decimal import Decimal
from pathlib import Path

import pytest

from ingest.model import GoalLevel, Plan, Unit
from tests.conftest import plan_at
from tests.ingest.faithful import kept_share, loose_passages, loose_quotes, lost_lines, lost_pages, value

pytestmark = pytest.mark.shared
NAME = "fyrbodal-verksamhetsplan-2025-2027"
OWNER = "Fyrbodals kommunalförbund"
YEARS = (2025, 2026, 2027)
COSTS = (
    "Personalkostnader",
    "Bilkostnader",
    "Politiska arvoden, ordförande och revision",
    "Möteskostnader politiker och tjänstemän",
    "Konsultkostnader",
    "Administrativa kostnader",
    "VästKom",
)


@pytest.fixture(scope="module", params=["pdf", "txt"])
def plan(request: pytest.FixtureRequest, shared: Path) -> Plan:
    return plan_at(file_in(shared, request.param))


def file_in(shared: Path, form: str) -> Path:
    folder = shared / "plans" / "text" if form == "txt" else shared / "plans"
    return folder / f"{NAME}.{form}"


def table_with(plan: Plan, label: str) -> int:
    (found,) = {f.source.table for f in plan.figures if f.source.table is not None and f.label == label}
    assert found is not None
    return found


def test_no_page_of_the_pdf_is_lost(shared: Path) -> None:
    path = file_in(shared, "pdf")
    assert plan_at(path).pages == 18
    assert kept_share(path, plan_at(path)) >= 0.99
    assert lost_pages(path, plan_at(path)) == []


def test_no_line_of_the_text_is_lost(shared: Path) -> None:
    path = file_in(shared, "txt")
    text = path.read_text(encoding="utf-8")
    assert len(lost_lines(text, plan_at(path))) <= 0.01 * len(text.split("\n"))


def test_whose_it_is_and_when(plan: Plan) -> None:
    assert (plan.organisation, plan.period) == (OWNER, (2025, 2027))
    assert {figure.owner for figure in plan.figures} == {OWNER}


def test_income_adds_up(plan: Plan) -> None:
    table = table_with(plan, "Medlemsavgift")
    for year in YEARS:
        income = value(plan, "Medlemsavgift", year, table=table) + value(plan, "Övriga intäkter", year, table=table)
        assert income == value(plan, "Summa intäkter", year, table=table)


def test_costs_add_up_once_the_rent_has_its_sign(plan: Plan) -> None:
    table = table_with(plan, "Medlemsavgift")
    for year in YEARS:
        costs = sum((value(plan, label, year, table=table) for label in COSTS), Decimal(0))
        misprinted = value(plan, "Hyra", year, table=table)
        assert -(costs - misprinted) == value(plan, "Summa kostnader", year, table=table)
    assert [f.rule for f in plan.findings if f.rule not in {"per-inhabitant", "goal-budget"}] == ["missing-sign"] * 3


def test_income_less_cost_is_the_result(plan: Plan) -> None:
    table = table_with(plan, "Medlemsavgift")
    for year in YEARS:
        difference = value(plan, "Summa intäkter", year, table=table) - value(
            plan, "Summa kostnader", year, table=table
        )
        assert difference == value(plan, "Resultat", year, table=table)


def test_the_development_funds_add_up(plan: Plan) -> None:
    income = table_with(plan, "VGR motfinansiering")
    own = [f for f in plan.figures if f.source.table == income]
    assert sum(f.value for f in own[:3]) == own[3].value == 16422
    assert own[3].value + own[4].value == own[5].value == 20622
    costs = [f for f in plan.figures if f.source.table == table_with(plan, "Funktioner")]
    outer = [f for f in costs[:-1] if len(f.path) == len(f.source.section_path)]
    assert sum(f.value for f in outer) == costs[-1].value == 20622
    for parent in ("Funktioner", "Verksamheter/avtal"):
        children = [f for f in costs if f.path[-1] == parent]
        (head,) = (f for f in costs if f.label == parent)
        assert sum(f.value for f in children) == head.value


def test_the_shares_of_posts_add_up(plan: Plan) -> None:
    posts = [f for f in plan.figures if f.path[-1] == "Personal" and f.unit is Unit.PERCENT]
    assert {f.label: f.value for f in posts}["Socialstrateg"] == 75
    assert sum(f.value for f in posts if f.label != "Totalt") == 725
    assert [f.value for f in posts if f.label == "Totalt"] == [725]


def test_the_shares_of_the_turnover_add_up(plan: Plan) -> None:
    labels = ("Medlemsfinansiering", "Särskild finansierad verksamhet", "Projektverksamhet")
    shares = {f.label: f.value for f in plan.figures if f.label in labels and f.unit is Unit.PERCENT}
    assert [shares[label] for label in labels] == [20, 41, 39]
    assert sum(shares.values()) == 100


def test_every_amount_of_the_budgets_has_its_printed_unit(plan: Plan) -> None:
    amounts = [f for f in plan.figures if f.source.table is not None and f.unit is not Unit.PERCENT]
    assert {f.unit for f in amounts} == {Unit.TKR}


def test_quotes_and_passages_are_parts_of_their_sections(plan: Plan) -> None:
    assert loose_quotes(plan) == []
    assert loose_passages(plan) == []


def test_the_goal_tree(plan: Plan) -> None:
    levels = {level: [g for g in plan.goals if g.level is level] for level in GoalLevel}
    assert [g.text for g in levels[GoalLevel.AREA]] == [
        "Regional utveckling",
        "Kompetensförsörjning",
        "Välfärdsutveckling",
    ]
    by_id = {g.id: g for g in plan.goals}
    areas = {g.id: by_id[g.parent].text for g in levels[GoalLevel.GOAL] if g.parent}
    for area, count in (("Regional utveckling", 3), ("Kompetensförsörjning", 2), ("Välfärdsutveckling", 3)):
        own = [g for g in levels[GoalLevel.OBJECTIVE] if g.parent and areas.get(g.parent) == area]
        assert len(own) == count
    assert all(g.parent and by_id[g.parent].level is GoalLevel.ACTION for g in levels[GoalLevel.EFFECT])


def test_pdf_and_text_hold_the_same_budget_rows(shared: Path) -> None:
    rows = [
        {
            (f.label, f.value, f.year, f.unit)
            for f in plan_at(file_in(shared, form)).figures
            if f.source.table is not None and f.unit is Unit.TKR
        }
        for form in ("pdf", "txt")
    ]
    assert rows[0] == rows[1]
