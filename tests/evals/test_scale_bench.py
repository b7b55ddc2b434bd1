from pathlib import Path

import pytest

from assistant.settings import Settings
from evals.errors import NothingToMeasure
from evals.recombined_plans import Proportions
from evals.scale_bench import Growth, scale


def test_a_library_is_built_changed_and_searched(tmp_path: Path) -> None:
    growth = Growth((25,), Proportions(10, 4, 3), tmp_path, questions=6)
    parts = scale(Settings(data=tmp_path / "unused"), [], growth)
    (built,) = parts["building"]
    assert (built["passages"], built["plans"], built["records"]) == (25, 3, 25 + 3 * (4 + 3))
    assert built["disk MB"] > built["of it words"] > 0
    (replaced,) = parts["replacing one plan among all"]
    assert (replaced["replaced"], replaced["embedded"], replaced["its own"]) == (1, 17, 17)
    (opened,) = parts["opening"]
    assert opened["dense recall@10"] == 1.0
    assert {(row["search"], row["in"], row["callers"]) for row in parts["searching"]} == {
        (search, where, callers)
        for search in ("passages", "all kinds")
        for where in ("all plans", "one plan")
        for callers in (1, 8)
    }
    assert all(0 < row["p50_ms"] <= row["p95_ms"] for row in parts["searching"])
    assert (tmp_path / "25" / "library.sqlite").is_file()
    assert not (tmp_path / "unused").exists()


def test_texts_come_from_one_folder(tmp_path: Path) -> None:
    with pytest.raises(NothingToMeasure):
        scale(Settings(data=tmp_path), [tmp_path, tmp_path], Growth((1,)))
