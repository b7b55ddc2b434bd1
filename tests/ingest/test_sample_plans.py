"""The bundled sample plans, on every machine: Markdown, and the PDFs made from it."""

from decimal import Decimal
from pathlib import Path

import pytest

from ingest.model import FigureKind, Plan, Unit
from tests.conftest import SAMPLES, plan_at
from tests.ingest.faithful import kept_share, loose_passages, loose_quotes, lost_pages, rows_of

NAMES = sorted(path.stem for path in (SAMPLES / "markdown").glob("*.md"))
MISPRINTS = {("Business Region Borås", 2024), ("Dataskyddsombud", 2023)}
"""Owner and year of the tables whose rows do not give the sum that the real plan prints."""

ROUNDING = 2
"""Half a krona for each of four operands."""


@pytest.fixture(scope="module", params=NAMES)
def name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module", params=["markdown", "pdf"])
def path(request: pytest.FixtureRequest, name: str) -> Path:
    form = str(request.param)
    return SAMPLES / form / f"{name}.{'md' if form == 'markdown' else 'pdf'}"


@pytest.fixture(scope="module")
def plan(path: Path) -> Plan:
    return plan_at(path)


def both(name: str) -> tuple[Plan, Plan]:
    return plan_at(SAMPLES / "markdown" / f"{name}.md"), plan_at(SAMPLES / "pdf" / f"{name}.pdf")


def test_there_is_a_pdf_of_each_plan() -> None:
    assert len(NAMES) == 2
    assert sorted(path.stem for path in (SAMPLES / "pdf").glob("*.pdf")) == NAMES


def test_no_page_is_lost(name: str) -> None:
    path = SAMPLES / "pdf" / f"{name}.pdf"
    assert kept_share(path, plan_at(path)) >= 0.99
    assert lost_pages(path, plan_at(path)) == []


def test_pdf_and_markdown_give_the_same_figures(name: str) -> None:
    markdown, pdf = (rows_of(plan.figures) for plan in both(name))
    assert markdown - pdf == {}
    assert pdf - markdown == {}


def test_pdf_and_markdown_give_the_same_basis_and_kind(name: str) -> None:
    markdown, pdf = ({(f.label, f.value, f.year, f.basis, f.kind) for f in plan.figures} for plan in both(name))
    assert markdown == pdf


def test_pdf_and_markdown_give_the_same_goals(name: str) -> None:
    markdown, pdf = ([(goal.level, goal.text) for goal in plan.goals] for plan in both(name))
    assert markdown == pdf


def test_pdf_and_markdown_give_the_same_sections(name: str) -> None:
    markdown, pdf = ([section.path for section in plan.sections] for plan in both(name))
    assert markdown == pdf


def test_pdf_and_markdown_give_the_same_findings(name: str) -> None:
    markdown, pdf = ([(finding.rule, finding.message) for finding in plan.findings] for plan in both(name))
    assert markdown == pdf


def test_quotes_and_passages_are_parts_of_their_sections(plan: Plan) -> None:
    assert loose_quotes(plan) == []
    assert loose_passages(plan) == []


def test_every_figure_of_money_has_a_unit(plan: Plan) -> None:
    assert [f for f in plan.figures if f.unit is None] == []


def test_every_table_has_an_owner(plan: Plan) -> None:
    assert [table.caption for table in plan.tables if table.owner is None] == []


def test_sums_under_their_own_heading_are_what_their_rows_give(plan: Plan) -> None:
    off = set()
    for total in (f for f in plan.figures if f.kind is FigureKind.SUM and f.unit is not Unit.PERCENT):
        if len(total.path) == len(total.source.section_path):
            continue
        rows = [
            f
            for f in plan.figures
            if f.source.table == total.source.table
            and f.source.column == total.source.column
            and f.path == total.path
            and f is not total
        ]
        if abs(sum((abs(f.value) for f in rows), Decimal(0)) - abs(total.value)) > ROUNDING:
            off.add((total.owner, total.year))
    assert off <= MISPRINTS


def test_only_the_real_plans_own_faults_are_found(plan: Plan) -> None:
    notices = {"missing-sign", "per-inhabitant", "goal-budget"}
    assert {finding.rule for finding in plan.findings} <= {*notices, "rows-sum", "sums-result", "parts-whole"}
    assert (
        len([finding for finding in plan.findings if finding.rule in {"missing-sign", "rows-sum", "sums-result"}]) == 3
    )


def test_a_sample_says_whose_and_when(plan: Plan) -> None:
    assert plan.organisation.endswith("kommunalförbund")
    assert plan.period in {(2025, 2027), (2024, 2024)}
