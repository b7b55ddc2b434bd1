"""The process that reads, as its parent holds it: started, asked, listened to and ended."""

import json
import os
import signal
import subprocess
import sys
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import IO

from ingest.isolation.limits import Limits
from ingest.isolation.pydantic_reports import LONGEST, Ready, Report, Unintelligible, decode

START = (
    "import sys; sys.path.insert(0, sys.argv[1]); from ingest.isolation.reading_child import main; main(*sys.argv[2:])"
)
PACKAGES = str(Path(__file__).resolve().parents[2])


class ReadingProcess:
    """The interpreter run anew: a copy of this process (fork) would hold the locks of its threads, and
    multiprocessing's spawn would run the main module a second time.
    """

    def __init__(self, limits: Limits) -> None:
        self._scratch = tempfile.TemporaryDirectory(prefix="plansvar-", ignore_cleanup_errors=True)
        self._ready = False
        given = map(str, (limits.seconds, limits.memory_mb, limits.pages))
        # A session of its own: Ctrl-C reaches this process alone, which then ends the other and all that it started.
        self._process = subprocess.Popen(  # noqa: S603
            [sys.executable, "-P", "-c", START, PACKAGES, *given, self._scratch.name],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )

    @property
    def pid(self) -> int:
        """The process's number."""
        return self._process.pid

    def runs(self) -> bool:
        """Whether the process still runs."""
        return self._process.poll() is None

    def is_ready(self) -> bool:
        """Whether the process takes files, once it has had the time to start."""
        self._ready = self._ready or isinstance(self.next_report(), Ready)
        return self._ready

    def ask(self, path: Path) -> None:
        """Have the file read; nothing happens where the process has ended, as its lack of reports will tell."""
        folder = "" if path.is_absolute() else str(Path.cwd())
        pipe = _open(self._process.stdin)
        with suppress(BrokenPipeError):
            pipe.write(json.dumps([folder, str(path)]).encode() + b"\n")
            pipe.flush()

    def next_report(self) -> Report | None:
        """The next report; None once the process has ended, or writes what no process that reads would write."""
        line = _open(self._process.stdout).readline(LONGEST)
        with suppress(Unintelligible):
            return decode(line) if line else None
        return None

    def kill(self) -> None:
        """End the process and those that it started, whatever they do; to be followed by `end`."""
        if sys.platform == "win32":
            self._process.kill()
        elif self._process.returncode is None:
            with suppress(ProcessLookupError, PermissionError):
                os.killpg(self._process.pid, signal.SIGKILL)

    def end(self) -> int:
        """The exit code of a process that has ended, or does so now; what it left on disk is cleared."""
        self.kill()
        code = self._process.wait()
        for pipe in (self._process.stdin, self._process.stdout):
            with suppress(BrokenPipeError):
                _open(pipe).close()
        self._scratch.cleanup()
        return code


def _open(pipe: IO[bytes] | None) -> IO[bytes]:
    if pipe is None:
        raise ValueError("no pipe was asked for")
    return pipe
