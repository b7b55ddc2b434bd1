"""The process that reads: takes paths from its parent, one at a time, and reports each file's pages and plan.

It knows the folder ingest/ alone, so that it starts quickly and has little to lose.
"""

import json
import os
import sys
import tempfile
from pathlib import Path
from typing import BinaryIO

from ingest.errors import DamagedDocument, IngestError, ReadingStopped, TooMuchMemory
from ingest.isolation.limits import Limits, held_memory_mb, restrict_memory, restrict_work
from ingest.isolation.pydantic_reports import Leaving, PageDone, Ready, encode, prepare
from ingest.ports import Progress
from ingest.reading import read_plan

TIRED = 0.5
"""Share of the memory limit that a process may hold after a file and still be given another."""


def main(seconds: str, memory_mb: str, pages: str, scratch: str) -> None:
    """Read until the parent closes the pipe; what is printed meanwhile goes nowhere."""
    limits = Limits(float(seconds), int(memory_mb), int(pages))
    tempfile.tempdir = scratch
    restrict_memory(limits)
    with os.fdopen(os.dup(sys.stdout.fileno()), "wb") as reports:
        os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
        prepare()
        reports.write(encode(Ready()))
        reports.flush()
        for line in sys.stdin.buffer:
            folder, path = json.loads(line)
            if folder:
                os.chdir(folder)
            _read(Path(path), limits, reports)


def _read(path: Path, limits: Limits, reports: BinaryIO) -> None:
    """Read one file and report; this process ends with it where another file would not find it healthy."""

    def page_done(done: int, total: int) -> None:
        restrict_work(limits.seconds_after(done))
        reports.write(encode(PageDone(done, total)))
        reports.flush()

    restrict_work(limits.seconds_after(0))
    outcome, healthy = _outcome(path, limits, page_done)
    stays = healthy and held_memory_mb() < TIRED * limits.memory_mb
    reports.write(outcome if stays else encode(Leaving()) + outcome)
    reports.flush()
    if not stays:
        sys.exit()


def _outcome(path: Path, limits: Limits, page_done: Progress) -> tuple[bytes, bool]:
    """The report on a file, and whether reading it left this process as it was."""
    try:
        return encode(read_plan(path, page_done, limits.pages)), True
    except IngestError as error:
        return encode(error), True
    except RecursionError:
        return encode(DamagedDocument(str(path), "nested too deeply")), True
    except MemoryError:
        return encode(TooMuchMemory(str(path), f"{limits.memory_mb} MB")), False
    except Exception as error:  # noqa: BLE001 - a broken file can make a parser raise anything
        return encode(ReadingStopped(str(path), _told(error))), True


def _told(error: Exception) -> str:
    """The error in the words of who wrote the parser, with the line that raised it."""
    last = error.__traceback__
    while last is not None and last.tb_next is not None:
        last = last.tb_next
    place = "" if last is None else f", {Path(last.tb_frame.f_code.co_filename).name}:{last.tb_lineno}"
    return f"{type(error).__name__}: {error}{place}"
