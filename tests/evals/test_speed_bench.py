from pathlib import Path

import pytest

from evals.errors import BenchExtraMissing, NothingToMeasure
from evals.invented_plan import write_plan
from evals.speed_bench import interleaved, peak_memory, reading_speed
from ingest.reading import read_plan


def test_both_readers_are_timed_in_turns() -> None:
    order: list[str] = []
    ticks = iter([0.0, 1.0, 4.0, 10.0, 12.0, 20.0])
    times = interleaved(lambda: order.append("own"), lambda: order.append("peer"), 2, lambda: next(ticks))
    assert times == [(1.0, 3.0), (2.0, 8.0)]
    assert order == ["own", "peer"] * 2


def test_an_invented_plan_has_its_pages_and_adds_up(tmp_path: Path) -> None:
    target = tmp_path / "long.pdf"
    write_plan(target, 3)
    plan = read_plan(target)
    assert (plan.pages, len(plan.tables)) == (3, 3)
    assert [finding for finding in plan.findings if finding.severity == "error"] == []
    for number in range(3):
        own = {(f.label, f.year): f.value for f in plan.figures if f.source.table == number}
        costs = sum(own[label, 2026] for label in ("Personal", "Lokaler", "Material", "Tjänster", "Avskrivningar"))
        assert costs == own["Summa kostnader", 2026]
    assert 10_000_000 < peak_memory(target) < 500_000_000


def test_without_fpdf2_no_plan_is_invented(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(__import__("sys").modules, "ingest.samples.fpdf2_pages", raising=False)
    monkeypatch.setitem(__import__("sys").modules, "fpdf", None)
    with pytest.raises(BenchExtraMissing):
        write_plan(tmp_path / "long.pdf", 1)


def test_nothing_to_time_is_an_error() -> None:
    with pytest.raises(NothingToMeasure):
        reading_speed([], 0, 1)
