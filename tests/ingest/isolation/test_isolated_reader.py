import gc
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from threading import Thread, active_count

import pytest

from ingest.errors import (
    DamagedDocument,
    EmptyDocument,
    IngestError,
    ReadingStopped,
    TooManyPages,
    TooMuchMemory,
    TooMuchTime,
    UnreadableFile,
)
from ingest.isolation import reading_process
from ingest.isolation.isolated_reader import IsolatedReader
from ingest.isolation.limits import Limits
from ingest.reading import read_plan
from tests.ingest.isolation import misbehaving
from tests.ingest.printed import Sheet

ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture(scope="module")
def reader() -> Iterator[IsolatedReader]:
    with IsolatedReader() as reader:
        yield reader


LIMITS = Limits(seconds=1.2, memory_mb=256, pages=5)


@pytest.fixture(scope="module")
def other(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where a process says what it has started."""
    return tmp_path_factory.mktemp("other") / "pid"


@pytest.fixture(scope="module")
def unruly(reader: IsolatedReader, other: Path) -> Iterator[IsolatedReader]:
    """Reads with a process that does what the files say; a little over a second for each."""
    assert reader.process is not None
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(reading_process, "START", misbehaving.START)
        patch.setenv("OTHER", str(other))
        with IsolatedReader(LIMITS) as unruly:
            yield unruly


def deed(folder: Path, what: str) -> Path:
    path = folder / "plan-2026.md"
    path.write_text(what, encoding="utf-8")
    return path


def process_of(reader: IsolatedReader, folder: Path) -> int:
    """The number of the process that reads, as it says itself."""
    return int(reader.read(deed(folder, "read")).sections[0].text.split()[-1])


def runs(pid: int) -> bool:
    state = Path(f"/proc/{pid}/stat")
    return state.exists() and ") Z " not in state.read_text(encoding="utf-8")


def test_a_plan_is_the_same_as_read_in_this_process(
    reader: IsolatedReader, samples: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = sorted((samples / "markdown").glob("*.md"))[0]
    assert reader.read(path) == read_plan(path)
    monkeypatch.chdir(path.parent)
    assert reader.read(Path(path.name)) == read_plan(Path(path.name))


def test_one_process_reads_file_after_file(unruly: IsolatedReader, tmp_path: Path) -> None:
    assert process_of(unruly, tmp_path) == process_of(unruly, tmp_path) != os.getpid()


def test_progress_is_told_page_by_page(reader: IsolatedReader, tmp_path: Path) -> None:
    sheet = Sheet()
    sheet.prose(60, 100, ["Första sidan."])
    sheet.add_page()
    sheet.prose(60, 100, ["Andra sidan."])
    seen: list[tuple[int, int]] = []
    reader.read(sheet.saved(tmp_path / "plan.pdf"), lambda done, total: seen.append((done, total)))
    assert seen == [(1, 2), (2, 2)]


def test_an_error_of_reading_comes_over_as_it_was(reader: IsolatedReader, tmp_path: Path) -> None:
    (tmp_path / "tom.md").touch()
    for path, error in ((tmp_path / "tom.md", EmptyDocument), (tmp_path / "borta.md", UnreadableFile)):
        with pytest.raises(error) as here:
            read_plan(path)
        with pytest.raises(error) as there:
            reader.read(path)
        assert str(there.value) == str(here.value)


@pytest.mark.parametrize(
    ("what", "error", "detail"),
    [
        ("segfault", ReadingStopped, "Segmentation fault"),
        ("abort", ReadingStopped, "Aborted"),
        ("killed", ReadingStopped, "Killed"),
        ("exit", ReadingStopped, "exit 7"),
        ("memory", TooMuchMemory, "256 MB"),
        ("recursion", DamagedDocument, "nested too deeply"),
        ("foreign error", ReadingStopped, "AttributeError: 'NoneType'"),
        ("write into pipe", ReadingStopped, ""),
    ],
)
def test_a_file_that_breaks_its_reading_ends_in_one_error_and_the_next_is_read(
    unruly: IsolatedReader, tmp_path: Path, what: str, error: type[IngestError], detail: str
) -> None:
    path = deed(tmp_path, what)
    with pytest.raises(error) as caught:
        unruly.read(path)
    assert type(caught.value) is error
    assert caught.value.where == str(path)
    assert detail in caught.value.detail
    if what in {"segfault", "memory", "recursion"}:
        assert process_of(unruly, tmp_path) != os.getpid()


@pytest.mark.parametrize("what", ["loop", "loop in C", "sleep", "start another"])
def test_a_file_that_takes_too_long_is_given_up_with_all_that_was_started_for_it(
    unruly: IsolatedReader, tmp_path: Path, other: Path, what: str
) -> None:
    before, began = process_of(unruly, tmp_path), time.monotonic()
    with pytest.raises(TooMuchTime, match=r"1\.2 s"):
        unruly.read(deed(tmp_path, what))
    assert 1.1 < time.monotonic() - began < 3
    assert not runs(before)
    if what == "start another":
        started = int(other.read_text(encoding="ascii"))
        for _ in range(50):
            if not runs(started):
                break
            time.sleep(0.02)
        assert not runs(started)


def test_each_page_read_earns_time_and_standing_still_earns_none(
    unruly: IsolatedReader, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    unruly.read(deed(tmp_path, "read"))
    monkeypatch.setattr(unruly, "limits", Limits(seconds=0.3, pages=5))
    monkeypatch.setattr("ingest.isolation.limits.SECONDS_A_PAGE", 0.2)
    assert unruly.read(deed(tmp_path, "read x5")).figures
    began = time.monotonic()
    with pytest.raises(TooMuchTime):
        unruly.read(deed(tmp_path, "sleep x2"))
    assert 0.6 < time.monotonic() - began < 1.5


def test_a_document_of_more_pages_than_are_read_is_refused_at_its_first(unruly: IsolatedReader, tmp_path: Path) -> None:
    seen: list[int] = []
    with pytest.raises(TooManyPages, match="900 > 5"):
        unruly.read(deed(tmp_path, "read x900"), lambda done, _: seen.append(done))
    assert seen == []


def test_what_a_parser_prints_is_no_report(unruly: IsolatedReader, tmp_path: Path) -> None:
    assert unruly.read(deed(tmp_path, "print much")).figures[0].value == 500


def test_a_process_that_was_killed_between_two_files_is_replaced(unruly: IsolatedReader, tmp_path: Path) -> None:
    pid = process_of(unruly, tmp_path)
    os.kill(pid, signal.SIGKILL)
    time.sleep(0.1)
    assert process_of(unruly, tmp_path) != pid


def test_a_process_that_holds_much_after_a_file_is_replaced(unruly: IsolatedReader, tmp_path: Path) -> None:
    pid = process_of(unruly, tmp_path)
    assert unruly.read(deed(tmp_path, "keep memory")).sections[0].text.split()[-1] == str(pid)
    assert process_of(unruly, tmp_path) != pid


def test_nothing_is_left_behind(unruly: IsolatedReader, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(scratch))
    threads = active_count()
    with IsolatedReader(Limits(seconds=1)) as reader:
        pid = process_of(reader, tmp_path)
        with pytest.raises(ReadingStopped):
            reader.read(deed(tmp_path, "segfault"))
        assert not runs(pid)
        pid = process_of(reader, tmp_path)
        assert list(scratch.iterdir())
    assert not runs(pid)
    assert not Path(f"/proc/{pid}").exists()
    assert list(scratch.iterdir()) == []
    assert active_count() == threads
    gc.collect()


def test_it_can_be_used_from_another_thread(reader: IsolatedReader, samples: Path) -> None:
    path = next((samples / "markdown").glob("*.md"))
    found = []
    thread = Thread(target=lambda: found.append(reader.read(path)))
    thread.start()
    thread.join(20)
    assert found == [read_plan(path)]


def test_what_goes_wrong_in_this_process_ends_the_other(unruly: IsolatedReader, tmp_path: Path) -> None:
    def interrupt(_done: int, _total: int) -> None:
        raise KeyboardInterrupt

    pid = process_of(unruly, tmp_path)
    with pytest.raises(KeyboardInterrupt):
        unruly.read(deed(tmp_path, "read x2"), interrupt)
    assert not runs(pid)
    assert process_of(unruly, tmp_path) != pid


INTERRUPTED = """
import signal
import sys
from pathlib import Path
from ingest.isolation import reading_process
from ingest.isolation.isolated_reader import IsolatedReader
from tests.ingest.isolation import misbehaving
reading_process.START = misbehaving.START
signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell's background jobs are started with it ignored
with IsolatedReader() as reader:
    sys.stdout.write(reader.read(Path(sys.argv[1])).sections[0].text + "\\n")
    sys.stdout.flush()
    reader.read(Path(sys.argv[2]))
"""


@pytest.mark.parametrize("told", [signal.SIGINT, signal.SIGKILL])
def test_ctrl_c_ends_both_processes_and_a_killed_parent_leaves_none_for_long(
    tmp_path: Path, told: signal.Signals
) -> None:
    good, bad = deed(tmp_path, "read"), tmp_path / "loop-2026.md"
    bad.write_text("loop", encoding="utf-8")
    command = [sys.executable, "-c", INTERRUPTED, str(good), str(bad)]
    with subprocess.Popen(
        command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, start_new_session=True, text=True
    ) as parent:
        assert parent.stdout is not None
        child = int(parent.stdout.readline().split()[-1])
        time.sleep(0.3)
        os.killpg(parent.pid, told)
        parent.wait(5)
    if told is signal.SIGKILL:
        limits = Path(f"/proc/{child}/limits").read_text(encoding="ascii")
        (cpu,) = [line.split()[3] for line in limits.splitlines() if line.startswith("Max cpu time")]
        assert int(cpu) <= Limits().seconds + 5
        os.kill(child, signal.SIGKILL)
    for _ in range(50):
        if not runs(child):
            break
        time.sleep(0.02)
    assert not runs(child)
