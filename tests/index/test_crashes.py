"""A process killed at any moment of an ingest leaves one edition or the other in force, whole, and nothing else."""

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from index.chroma_store import ChromaShelf
from tests.index.crashing import DATABASE_POINTS, NEW_TEXTS, POINTS
from tests.index.libraries import found, put, small_library
from tests.index.plans import TEXTS, make_plan
from tests.index.postgres import needs_postgres

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize("name", POINTS)
def test_a_killed_ingest_leaves_the_plans_answering(name: str, tmp_path: Path) -> None:
    kill_and_look(name, tmp_path)
    assert len(ChromaShelf(tmp_path).generations()) == 1


@needs_postgres
@pytest.mark.parametrize("name", DATABASE_POINTS)
def test_a_killed_ingest_into_a_database_leaves_the_plans_answering(name: str, tmp_path: Path, postgres: str) -> None:
    kill_and_look(name, tmp_path, postgres)


def kill_and_look(name: str, data: Path, *database: str) -> None:
    with small_library(data, *database) as library:
        put(library, make_plan("a"), make_plan("b"))
    command = [sys.executable, "-m", "tests.index.crashing", str(data), name, *database]
    run = subprocess.run(command, cwd=ROOT, capture_output=True, check=False)
    assert run.returncode == -signal.SIGKILL, run.stderr.decode()
    texts = NEW_TEXTS if (DATABASE_POINTS if database else POINTS)[name].switched else TEXTS
    with small_library(data, *database) as library:
        assert library.plans() == (make_plan("a", texts), make_plan("b"))
        assert {text for plan_id, text in found(library, "medlemsavgift hyra") if plan_id == "a"} == set(texts)
        put(library, make_plan("c"))
        assert library.plan_ids() == ("a", "b", "c")
        assert {plan_id for plan_id, _ in found(library, "medlemsavgift höjs")} == {"a", "b", "c"}
