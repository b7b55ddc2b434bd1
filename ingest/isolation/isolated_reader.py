"""Plans read in another process: whatever a file does to it, this one gets a plan or an error within the limits."""

import signal
from collections.abc import Callable
from pathlib import Path
from threading import Event, Thread
from time import monotonic
from typing import Self

from ingest.errors import IngestError, ReadingStopped, TooMuchTime
from ingest.isolation.limits import Limits
from ingest.isolation.pydantic_reports import Leaving, PageDone
from ingest.isolation.reading_process import ReadingProcess
from ingest.model import Plan
from ingest.ports import Progress
from ingest.reading import quiet

START_SECONDS = 120
"""Seconds that the process may take to start, on a machine that is busy with other things."""


class IsolatedReader:
    """Reads files one after the other, in one process for as long as it is healthy; a context manager.

    The process is started ahead of the first file, so that it is ready by then. For one thread at a time, whichever.
    """

    def __init__(self, limits: Limits | None = None) -> None:
        self.limits = limits or Limits()
        self.process: ReadingProcess | None = None

    def __enter__(self) -> Self:
        self.process = ReadingProcess(self.limits)
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def read(self, path: Path, progress: Progress = quiet) -> Plan:
        """As `ingest.reading.read_plan`; raises TooMuchTime, TooMuchMemory and ReadingStopped as well."""
        if self.process is not None and not self.process.runs():
            self.close()
        process = self.process = self.process or ReadingProcess(self.limits)
        try:
            outcome = self._outcome(process, path, progress)
        except BaseException:
            self.close()
            raise
        if isinstance(outcome, IngestError):
            raise outcome
        return outcome

    def close(self) -> None:
        """End the process and what it started."""
        process, self.process = self.process, None
        if process is not None:
            process.end()

    def _outcome(self, process: ReadingProcess, path: Path, progress: Progress) -> Plan | IngestError:
        leaving = False
        with _Clock(START_SECONDS, process.kill):
            if not process.is_ready():
                return ReadingStopped(str(path), _told(process.end()))
        with _Clock(self.limits.seconds_after(0), process.kill) as clock:
            process.ask(path)
            while not isinstance(report := process.next_report(), Plan | IngestError | None):
                if isinstance(report, PageDone):
                    clock.allow(self.limits.seconds_after(report.done))
                    progress(report.done, report.total)
                leaving = leaving or isinstance(report, Leaving)
        if report is not None:
            if leaving or clock.expired:
                self.close()
            return report
        code = process.end()
        if clock.expired or -code == getattr(signal, "SIGXCPU", 0):
            return TooMuchTime(str(path), f"{self.limits.seconds:g} s")
        return ReadingStopped(str(path), _told(code))


def _told(code: int) -> str:
    return signal.strsignal(-code) or "" if code < 0 else f"exit {code}"


class _Clock:
    """Calls back when the time is up, unless the block is left before."""

    def __init__(self, seconds: float, when_up: Callable[[], None]) -> None:
        self.expired = False
        self._start, self._seconds, self._when_up = monotonic(), seconds, when_up
        self._left = Event()
        self._thread = Thread(target=self._run, daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._left.set()
        self._thread.join()

    def allow(self, seconds: float) -> None:
        """Let the time be up so many seconds after its start."""
        self._seconds = seconds

    def _run(self) -> None:
        while (rest := self._start + self._seconds - monotonic()) > 0:
            if self._left.wait(rest):
                return
        self.expired = True
        self._when_up()
