"""Two processes, or two threads, at one library."""

import subprocess
import sys
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

import pytest

from index.embedded import open_embedded_library
from index.errors import LibraryBusy
from tests.fakes import HashingEmbedder
from tests.index.libraries import found, put, small_library
from tests.index.plans import make_plan

ROOT = Path(__file__).resolve().parents[2]


@contextmanager
def other_process(data: Path, action: str, plan_id: str) -> Iterator[subprocess.Popen[str]]:
    command = [sys.executable, "-m", "tests.index.other_process", str(data), action, plan_id]
    with subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        yield process
        process.communicate("go on\n", timeout=60)
    assert process.returncode == 0


def test_a_process_that_stays_open_sees_what_another_ingested_and_removed(tmp_path: Path) -> None:
    with small_library(tmp_path) as library:
        put(library, make_plan("a"))
        assert {plan_id for plan_id, _ in found(library, "medlemsavgift")} == {"a"}
        with other_process(tmp_path, "ingest", "b"):
            pass
        assert library.plan_ids() == ("a", "b")
        assert {plan_id for plan_id, _ in found(library, "medlemsavgift")} == {"a", "b"}
        with other_process(tmp_path, "remove", "a"):
            pass
        assert {plan_id for plan_id, _ in found(library, "medlemsavgift")} == {"b"}


def test_a_second_ingest_waits_for_the_first(tmp_path: Path) -> None:
    with small_library(tmp_path) as library, ThreadPoolExecutor(1) as pool:
        with other_process(tmp_path, "ingest", "a") as process:
            assert process.stdout is not None
            process.stdout.readline()
            second = pool.submit(put, library, make_plan("b"))
            with pytest.raises(TimeoutError):
                second.result(timeout=0.5)
        second.result(timeout=60)
        assert library.plan_ids() == ("a", "b")


def test_a_second_ingest_says_so_when_the_first_goes_on(tmp_path: Path) -> None:
    with (
        open_embedded_library(tmp_path, HashingEmbedder(), patience_s=0.1) as library,
        other_process(tmp_path, "ingest", "a") as process,
    ):
        assert process.stdout is not None
        process.stdout.readline()
        with pytest.raises(LibraryBusy):
            put(library, make_plan("b"))
        assert library.plan_ids() == ()


def test_two_libraries_in_one_process_see_each_other(tmp_path: Path) -> None:
    with small_library(tmp_path) as one, small_library(tmp_path) as two:
        put(one, make_plan("a"))
        assert found(two, "medlemsavgift")
        put(two, make_plan("b"))
        one.remove(["a"])
        assert {plan_id for plan_id, _ in found(two, "medlemsavgift")} == {"b"}
        assert found(one, "medlemsavgift") == found(two, "medlemsavgift")


def test_searches_stay_whole_while_plans_are_replaced_and_removed(tmp_path: Path) -> None:
    editions = [tuple(f"Avgift {number} utgåva {edition}" for number in range(4)) for edition in range(6)]
    whole = [set(texts) for texts in editions]
    done = threading.Event()
    seen: list[set[str]] = []

    def search() -> None:
        while not done.is_set():
            seen.append({text for plan_id, text in found(library, "avgift utgåva") if plan_id == "a"})

    with small_library(tmp_path) as library, ThreadPoolExecutor(3) as pool:
        put(library, make_plan("a", editions[0]), make_plan("b"))
        searches = [pool.submit(search) for _ in range(3)]
        try:
            for texts in editions[1:]:
                put(library, make_plan("a", texts))
            library.remove(["b"])
        finally:
            done.set()
        for each in searches:
            each.result(timeout=60)
    assert all(texts in whole for texts in seen)
    assert seen[-1] == whole[-1]


def test_several_processes_may_open_a_new_library_at_once(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "tests.index.other_process", str(tmp_path), "ingest"]
    processes = [
        subprocess.Popen([*command, plan_id], cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, text=True)
        for plan_id in "abc"
    ]
    for process in processes:
        assert process.stdin is not None
        process.stdin.write("go on\n")
        process.stdin.flush()
    for process in processes:
        process.communicate(timeout=60)
    assert [process.returncode for process in processes] == [0, 0, 0]
    with small_library(tmp_path) as library:
        assert library.plan_ids() == ("a", "b", "c")
