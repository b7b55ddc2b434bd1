"""What the reading of one file may take, and how a process holds itself to it."""

import sys
from dataclasses import dataclass
from pathlib import Path

from ingest.reading import MOST_PAGES

SECONDS_A_PAGE = 10
"""Seconds that each page read adds to a file's time: a long plan takes longer, one that stands still gains nothing."""


@dataclass(frozen=True, slots=True)
class Limits:
    """Limits for each file: seconds by the clock before its first page is read, megabytes of memory, and pages."""

    seconds: float = 60
    memory_mb: int = 1024
    pages: int = MOST_PAGES

    def seconds_after(self, pages_done: int) -> float:
        """How long a file may have been read for once so many of its pages are done."""
        return self.seconds + SECONDS_A_PAGE * min(pages_done, self.pages)


def restrict_memory(limits: Limits) -> None:
    """Hold this process to the memory limit, and let it leave no memory image behind when it crashes.

    Linux counts what a process may write to (RLIMIT_DATA): address space alone costs nothing, and pdfium reserves much
    of it. Systems that do not know the limit are left with the one of time.
    """
    if sys.platform != "win32":
        import resource

        resource.setrlimit(resource.RLIMIT_DATA, (limits.memory_mb << 20,) * 2)
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def restrict_work(seconds: float) -> None:
    """Let this process and those that it starts compute so long from now on: what ends them without a parent."""
    if sys.platform != "win32":
        import resource

        used = resource.getrusage(resource.RUSAGE_SELF)
        hard = resource.getrlimit(resource.RLIMIT_CPU)[1]
        resource.setrlimit(resource.RLIMIT_CPU, (int(used.ru_utime + used.ru_stime + seconds) + 2, hard))


def held_memory_mb() -> float:
    """What this process holds of what its memory limit counts, in megabytes; 0 where the system does not tell."""
    if sys.platform != "linux":
        return 0.0
    import resource

    pages = Path("/proc/self/statm").read_text(encoding="ascii").split()
    return int(pages[5]) * resource.getpagesize() / (1 << 20)
