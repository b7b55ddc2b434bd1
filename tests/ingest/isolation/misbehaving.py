"""A reading process whose Markdown reader does what the file says, instead of reading it."""

import ctypes
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from ingest import reading
from ingest.isolation import reading_child
from ingest.pages import Block, BlockKind, Document
from ingest.ports import Progress

START = (
    "import sys; sys.path.insert(0, sys.argv[1]);"
    "from tests.ingest.isolation.misbehaving import main; main(*sys.argv[2:])"
)


def recurse(depth: int = 0) -> int:
    return recurse(depth + 1) + 1


def fill_memory() -> None:
    held = []
    while True:
        held.append(bytearray(16 << 20))


def loop() -> None:
    while True:
        pass


def loop_in_c() -> None:
    re.match(r"(a+)+$", "a" * 60 + "b")


def start_another() -> None:
    sleeper = subprocess.Popen(["sleep", "600"])
    Path(os.environ["OTHER"]).write_text(str(sleeper.pid), encoding="ascii")
    loop()


def print_much() -> None:
    os.write(1, b"not a report\n" * 1000)
    sys.stdout.write("nor this\n")


def write_into_pipe() -> None:
    for number in range(3, 20):
        try:
            os.write(number, b"plan {}\n")
        except OSError:
            continue
    loop()


def raise_foreign() -> None:
    raise AttributeError("'NoneType' object has no attribute 'text'")


def keep_memory() -> None:
    KEPT.append(bytearray(150 << 20))


def leave() -> None:
    os._exit(7)


KEPT: list[bytearray] = []

DEEDS: dict[str, Callable[[], object]] = {
    "segfault": lambda: ctypes.string_at(0),
    "abort": os.abort,
    "killed": lambda: os.kill(os.getpid(), signal.SIGKILL),
    "exit": leave,
    "loop": loop,
    "loop in C": loop_in_c,
    "sleep": lambda: time.sleep(600),
    "memory": fill_memory,
    "keep memory": keep_memory,
    "recursion": recurse,
    "foreign error": raise_foreign,
    "start another": start_another,
    "print much": print_much,
    "write into pipe": write_into_pipe,
}


class MisbehavingReader:
    suffixes = frozenset({".md"})

    def read(self, path: Path, progress: Progress) -> Document:
        deed, _, pages = path.read_text(encoding="utf-8").strip().partition(" x")
        for number in range(int(pages or 0)):
            time.sleep(0.1)
            progress(number + 1, int(pages))
        DEEDS.get(deed, lambda: None)()
        text = f"Budgeten är 500 tkr år 2026. {os.getpid()}"
        return Document((Block(BlockKind.PARAGRAPH, text),), None, "Budget 2026")


def main(*given: str) -> None:
    reading.READERS = (MisbehavingReader(),)
    reading_child.main(*given)
