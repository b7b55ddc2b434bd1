"""What a person puts right beside a plan goes before what is read, is visible, and never lands in the wrong place."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from ingest.errors import BadSidecar, DuplicatePlan
from ingest.model import Decision, Plan, PlanStatus, Unit, UnitSource
from ingest.reading import content_hash, find_files, plan_id_of, read_plan
from ingest.sidecar_yaml import sidecar_of, sidecar_text

PLAN = """# Norrviks kommun: budget 2025–2027

## Hamnen

| | 2026 | 2025 |
|---|---|---|
| Avgifter | 1 200 | 1 100 |
| Hyra | 300 | 290 |
| Summa | 1 500 | 1 390 |

## Badhuset

| | 2026 | 2025 |
|---|---|---|
| Avgifter | 700 | 650 |
| Hyra | 300 | 290 |
| Summa | 1 000 | 940 |
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "norrvik-budget-2025-2027.md"
    path.write_text(PLAN, encoding="utf-8")
    return path


def corrected(file: Path, sidecar: str) -> Plan:
    sidecar_of(file).write_text(sidecar, encoding="utf-8")
    return read_plan(file)


def value(plan: Plan, label: str, caption: str, year: int) -> Decimal:
    [found] = [f for f in plan.figures if (f.label, f.source.section_path[-1], f.year) == (label, caption, year)]
    return found.value


def test_facts_of_the_plan_go_before_what_was_read(file: Path) -> None:
    plan = corrected(
        file,
        "id: hamn\ntitle: Hamnplanen\norganisation: Hamnbolaget\nperiod: [2026, 2027]\nstatus: adopted\n"
        "decision:\n  decided: 2025-11-20\n  paragraph: § 12\n  registration_number: 2025/1:30\n"
        "address: hamn.example/plan\n",
    )
    assert (plan.id, plan.title, plan.organisation, plan.period) == ("hamn", "Hamnplanen", "Hamnbolaget", (2026, 2027))
    assert plan.status is PlanStatus.ADOPTED
    assert plan.decision == Decision(date(2025, 11, 20), "§ 12", "2025/1:30")
    assert plan.address == "hamn.example/plan"
    assert all(figure.source.plan_id == "hamn" for figure in plan.figures)


def test_a_table_gets_the_owner_and_the_unit_that_a_person_sets(file: Path) -> None:
    plan = corrected(file, "tables:\n- {holds: Avgifter 700 650, under: Badhuset, owner: Simhallen, unit: tkr}\n")
    own = [f for f in plan.figures if f.source.section_path[-1] == "Badhuset"]
    assert {(f.owner, f.unit, f.unit_source) for f in own} == {("Simhallen", Unit.TKR, UnitSource.INFERRED)}
    assert plan.tables[1].owner_evidence == ("sidecar",)
    assert {f.unit for f in plan.figures if f not in own} == {None}


def test_a_corrected_cell_is_used_and_told_and_the_original_kept(file: Path) -> None:
    cell = '{row: Hyra, column: 1, read: "300", corrected: "330"}'
    plan = corrected(file, f"tables:\n- {{holds: Avgifter 700 650, cells: [{cell}]}}\n")
    assert value(plan, "Hyra", "Badhuset", 2026) == 330
    assert value(plan, "Hyra", "Hamnen", 2026) == 300
    [section] = [s for s in plan.sections if s.path[-1] == "Badhuset"]
    assert "Hyra\t330\t290" in section.text
    assert section.original is not None and "Hyra\t300\t290" in section.original
    [notice] = [f for f in plan.findings if f.rule == "corrected-cell"]
    assert "300" in notice.message and "330" in notice.message
    assert any(finding.rule == "rows-sum" for finding in plan.findings)


@pytest.mark.parametrize(
    ("sidecar", "place"),
    [
        ("tables: [{holds: Hyra 300 290, owner: Simhallen}]", "tables[1].holds"),
        ("tables: [{holds: Hyra 301 290, owner: Simhallen}]", "tables[1].holds"),
        ("tables: [{holds: Avgifter 700 650, unit: öre}]", "tables[1].unit"),
        (
            'tables: [{holds: Avgifter 700 650, cells: [{row: Hyra, column: 1, read: "299", corrected: "1"}]}]',
            "cells[1].read",
        ),
        (
            'tables: [{holds: Avgifter 700 650, cells: [{row: Hyra, column: 9, read: "299", corrected: "1"}]}]',
            "cells[1].column",
        ),
        ("tables: [{holds: Avgifter 700 650, ownr: Simhallen}]", "tables[1].ownr"),
        ("period: [2027, 2025]", "period"),
        ("status: antagen", "status"),
        ("id: a/b", "id"),
        ("title: [", ": 1"),
        ("just words", "norrvik-budget-2025-2027.plan.yaml"),
    ],
)
def test_a_sidecar_that_cannot_be_followed_names_its_field(file: Path, sidecar: str, place: str) -> None:
    with pytest.raises(BadSidecar) as caught:
        corrected(file, sidecar)
    assert place in caught.value.where
    assert sidecar_of(file).name in caught.value.where


def test_the_sidecar_that_is_written_changes_nothing_until_it_is_edited(file: Path) -> None:
    before = read_plan(file)
    after = corrected(file, sidecar_text(before, lambda name, /, **_known: f"{name}: anmärkning"))
    assert after == before


def test_a_written_sidecar_can_be_edited_in_place(file: Path) -> None:
    text = sidecar_text(read_plan(file), lambda name, /, **_known: "")
    plan = corrected(file, text.replace("status:", "status: draft").replace("owner: Badhuset", "owner: Simhallen"))
    assert plan.status is PlanStatus.DRAFT
    assert {table.owner for table in plan.tables} == {"Hamnen", "Simhallen"}


def test_a_plan_with_another_sidecar_is_another_content(file: Path) -> None:
    before = content_hash(file)
    sidecar_of(file).write_text("status: draft", encoding="utf-8")
    assert content_hash(file) != before


def test_two_files_with_one_id_by_their_sidecars_are_told(file: Path) -> None:
    other = file.with_name("annan.md")
    other.write_text(PLAN, encoding="utf-8")
    sidecar_of(other).write_text(f"id: {file.stem}", encoding="utf-8")
    assert plan_id_of(other) == file.stem
    with pytest.raises(DuplicatePlan):
        find_files([file.parent])
