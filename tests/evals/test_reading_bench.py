"""Reading measured against what a person sees in the real plans; the bounds are what the project promises."""

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from evals.errors import NothingToMeasure
from evals.reading_bench import judge, reading
from evals.reading_cells import Aspect, Judged
from evals.reading_rows import Judgement
from evals.reading_truth import Truth, load_truth
from ingest.model import Plan
from tests.conftest import plan_at
from tests.evals.plans import small_plan
from tests.evals.readings import figure, true_cell

PLANS = ("fyrbodal-verksamhetsplan-2025-2027", "sjuharad-budget-verksamhetsplan-2024")
CELLS = {"pdf": Decimal("0.995"), "txt": Decimal("0.99")}
"""Least share of cells that are right, by form."""

GOALS, HEADINGS = 0.98, 0.95
"""Least shares of goals and their edges, and of a PDF's headings."""


def small_truth() -> Truth:
    return Truth("plan", (true_cell("100"), true_cell("200", labels=("Hyra",))), (), (), (), ())


def read_with(*values: str) -> Plan:
    labels = ("Personal", "Hyra")
    figures = tuple(figure(value, label=label) for value, label in zip(values, labels, strict=True))
    return replace(small_plan(), figures=figures, goals=(), findings=())


def right(judgement: Judgement) -> int:
    return sum(read.right for read in judgement.cells)


def test_a_deliberately_wrong_figure_lowers_the_score() -> None:
    assert right(judge(read_with("100", "200"), small_truth())) == 2
    wrong = judge(read_with("100", "201"), small_truth())
    assert right(wrong) == 1
    assert [spurious.value for spurious in wrong.spurious] == [201]


def test_files_without_a_truth_are_named(tmp_path: Path) -> None:
    (tmp_path / "unknown.md").write_text("# Plan\n", "utf-8")
    with pytest.raises(NothingToMeasure, match=PLANS[0]):
        reading([tmp_path])


@pytest.fixture(scope="module", params=[(name, form) for name in PLANS for form in CELLS], ids="-".join)
def judged(request: pytest.FixtureRequest, shared: Path) -> tuple[str, Judgement]:
    name, form = request.param
    folder = shared / "plans" / "text" if form == "txt" else shared / "plans"
    return form, judge(plan_at(folder / f"{name}.{form}"), load_truth()[name])


@pytest.mark.shared
def test_cells_are_right_with_owner_year_unit_and_sign(judged: tuple[str, Judgement]) -> None:
    form, judgement = judged
    assert Decimal(right(judgement)) / len(judgement.cells) >= CELLS[form]


@pytest.mark.shared
def test_no_cell_has_a_wrong_owner_year_unit_or_sign(judged: tuple[str, Judgement]) -> None:
    _, judgement = judged
    wrong = [
        (read.cell, aspect)
        for read in judgement.cells
        for aspect in (Aspect.OWNER, Aspect.YEAR, Aspect.UNIT, Aspect.SIGN)
        if read.aspects[aspect] is Judged.WRONG
    ]
    assert wrong == []


@pytest.mark.shared
def test_no_table_gives_a_figure_that_is_not_on_the_page(judged: tuple[str, Judgement]) -> None:
    assert [each for each in judged[1].spurious if each.source.table is not None] == []


@pytest.mark.shared
def test_no_false_error_is_found(judged: tuple[str, Judgement]) -> None:
    misses = judged[1].parts["findings"].misses
    assert [line for line in misses if line.startswith("false finding: error")] == []


@pytest.mark.shared
def test_every_inconsistency_that_a_person_finds_is_found(judged: tuple[str, Judgement]) -> None:
    misses = judged[1].parts["findings"].misses
    assert [line for line in misses if line.startswith("finding missed")] == []


@pytest.mark.shared
@pytest.mark.parametrize("part", ["goal nodes", "goal edges"])
def test_goals_and_their_edges_are_found(judged: tuple[str, Judgement], part: str) -> None:
    found = judged[1].parts[part]
    assert (found.recall or 1.0) >= GOALS
    assert (found.precision or 1.0) >= GOALS


@pytest.mark.shared
def test_headings_of_pages_are_found_where_they_stand(judged: tuple[str, Judgement]) -> None:
    form, judgement = judged
    if form == "pdf":
        assert (judgement.parts["sections"].recall or 0.0) >= HEADINGS
        assert judgement.parts["sections"].precision == 1.0
        assert judgement.parts["section pages"].recall == 1.0
