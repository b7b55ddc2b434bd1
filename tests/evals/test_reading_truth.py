from decimal import Decimal
from pathlib import Path

import pytest

from evals.errors import UnreadableTruth
from evals.reading_truth import load_truth, printed_value
from ingest.model import Basis, FigureKind, GoalLevel, Severity

TRUTH = """
plan: park-2025
tables:
  - {name: Budget, page: 3, owners: [Parken], unit: tkr, unit_source: printed, columns: [{year: 2025, basis: budget},
     {year: 2024, basis: [budget, null]}], rows: [{label: [Hyra, Hyror], path: [KOSTNADER], kind: cost,
     values: ["-1 200", null]}, {label: Summa, owners: [Allt], values: ["5", "6"]}]}
prose: [{value: "2,5", unit: "%", page: 2, about: avgiften}]
sections: [{heading: Mål, page: 1, under: [null, Plan]}]
goals:
  - {level: area, page: 1, key: Grönt, parent: null, below: [{level: [goal, objective], page: 1, key: Träd}]}
  - {level: priority, page: 2, key: Lek, optional: true}
findings: [{severity: [error], family: sums, page: 3, words: ["5", [a, b]]}]
"""


def test_a_truth_is_read_with_all_that_it_allows(tmp_path: Path) -> None:
    (tmp_path / "park.yaml").write_text(TRUTH, "utf-8")
    (truth,) = load_truth(tmp_path).values()
    first, second, third = truth.cells
    assert [cell.value for cell in truth.cells] == [Decimal(-1200), Decimal(5), Decimal(6)]
    assert (first.labels, first.path, first.kinds) == (("Hyra", "Hyror"), ("KOSTNADER",), (FigureKind.COST,))
    assert (second.owners, second.years, second.kinds) == (("Allt",), (2025,), ())
    assert third.bases == (Basis.BUDGET, None)
    assert (truth.amounts[0].value, truth.amounts[0].years) == (Decimal("2.5"), ())
    assert truth.sections[0].under == (None, "Plan")
    assert [(goal.key, goal.parent) for goal in truth.goals] == [("Grönt", -1), ("Träd", 0), ("Lek", None)]
    assert truth.goals[1].levels == (GoalLevel.GOAL, GoalLevel.OBJECTIVE)
    assert (truth.findings[0].severities, truth.findings[0].words) == ((Severity.ERROR,), (("5",), ("a", "b")))


@pytest.mark.parametrize(
    "content", ["", "[]", "plan: [", "tables: []", TRUTH.replace("tkr", "pund"), TRUTH.replace('"6"', '"x"')]
)
def test_a_truth_that_cannot_be_used_names_its_file(tmp_path: Path, content: str) -> None:
    (tmp_path / "bad.yaml").write_text(content, "utf-8")
    with pytest.raises(UnreadableTruth, match=r"bad\.yaml"):
        load_truth(tmp_path)


def test_a_folder_without_truth_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(UnreadableTruth):
        load_truth(tmp_path)


@pytest.mark.parametrize(("text", "value"), [("−1 596 935", -1596935), ("10\u00a0447", 10447), ("0,6", Decimal("0.6"))])
def test_amounts_are_read_as_printed(text: str, value: Decimal) -> None:
    assert printed_value(text) == value


def test_the_bundled_truths_are_whole() -> None:
    for truth in load_truth().values():
        assert truth.cells
        assert truth.amounts
        assert truth.findings
        keys = [(goal.page, goal.levels, goal.key) for goal in truth.goals]
        assert len(keys) == len(set(keys))
