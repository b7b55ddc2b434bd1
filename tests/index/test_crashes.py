"""A process killed at any moment of an ingest leaves one edition or the other in force, whole, and nothing else."""

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from index.chroma_store import ChromaShelf
from tests.index.crashing import NEW_TEXTS, POINTS
from tests.index.libraries import found, put, small_library
from tests.index.plans import TEXTS, make_plan

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize("name", POINTS)
def test_a_killed_ingest_leaves_the_plans_answering(name: str, tmp_path: Path) -> None:
    with small_library(tmp_path) as library:
        put(library, make_plan("a"), make_plan("b"))
    run = subprocess.run(
        [sys.executable, "-m", "tests.index.crashing", str(tmp_path), name], cwd=ROOT, capture_output=True, check=False
    )
    assert run.returncode == -signal.SIGKILL, run.stderr.decode()
    texts = NEW_TEXTS if POINTS[name].switched else TEXTS
    with small_library(tmp_path) as library:
        assert library.plans() == (make_plan("a", texts), make_plan("b"))
        assert {text for plan_id, text in found(library, "medlemsavgift hyra") if plan_id == "a"} == set(texts)
        put(library, make_plan("c"))
        assert library.plan_ids() == ("a", "b", "c")
        assert {plan_id for plan_id, _ in found(library, "medlemsavgift höjs")} == {"a", "b", "c"}
    assert len(ChromaShelf(tmp_path).generations()) == 1
