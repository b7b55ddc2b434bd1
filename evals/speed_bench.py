"""How long reading takes beside pdfplumber's text and tables, and how much memory it needs.

Both read the same files in one process, in turns; what they load at first is loaded by a round that is not counted.
Time is the processor's, so that what else the machine does is not measured: neither reader waits for anything.
Memory is the largest that a process has which does nothing but read the one file.
"""

import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import process_time
from typing import Any

from evals.errors import NothingToMeasure
from evals.invented_plan import write_plan
from evals.pdfplumber_pages import read_text_and_tables
from ingest.reading import read_plan

MEGABYTE = 1_000_000
MEMORY_UNIT = 1 if sys.platform == "darwin" else 1024
"""Bytes in what the operating system counts a process's memory in."""

_READ_ALONE = """
import resource, sys
from pathlib import Path
from ingest.reading import read_plan
read_plan(Path(sys.argv[1]))
status = Path("/proc/self/status")
own, children = (resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
print(max(int(status.read_text().split("VmHWM:")[1].split()[0]) if status.exists() else own, children))
"""
"""Linux counts to a process's own peak that of the process which started it, but not in its status."""


def reading_speed(paths: Sequence[Path], pages: int, rounds: int) -> dict[str, list[dict[str, Any]]]:
    """Processor time per page of each PDF and of one of `pages` invented pages (none at 0), and the readers' ratio.

    Raises NothingToMeasure, BenchExtraMissing and what `ingest.reading.read_plan` raises.
    """
    files = [file for path in paths for file in (sorted(path.glob("*.pdf")) if path.is_dir() else [path])]
    if not files and not pages:
        raise NothingToMeasure(", ".join(map(str, paths)), "PDF files")
    with TemporaryDirectory() as folder:
        if pages:
            invented = Path(folder) / f"invented-{pages}-pages.pdf"
            write_plan(invented, pages)
            files.append(invented)
        rows = [_timed(file, rounds, warm=number > 0) for number, file in enumerate(files)]
    return {"milliseconds per page, and how many times pdfplumber's time is Plansvar's": rows}


def interleaved(
    own: Callable[[], object], peer: Callable[[], object], rounds: int, clock: Callable[[], float] = process_time
) -> list[tuple[float, float]]:
    """Processor seconds of each in every round, in turns."""
    times = []
    for _ in range(rounds):
        start = clock()
        own()
        between = clock()
        peer()
        times.append((between - start, clock() - between))
    return times


def peak_memory(path: Path) -> int:
    """Bytes at most in use by a process that reads one file; raises what its last line says as a RuntimeError."""
    command = [sys.executable, "-c", _READ_ALONE, str(path.resolve())]
    done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603
    if done.returncode:
        raise RuntimeError(done.stderr.strip().splitlines()[-1])
    return int(done.stdout) * MEMORY_UNIT


def _timed(path: Path, rounds: int, *, warm: bool) -> dict[str, Any]:
    if not warm:
        read_plan(path)
        read_text_and_tables(path)
    times = interleaved(lambda: read_plan(path), lambda: read_text_and_tables(path), rounds)
    pages = read_plan(path).pages or 0
    own, peer = (median(each) * 1000 for each in zip(*times, strict=True))
    return {
        "file": path.stem,
        "pages": pages,
        "plansvar_ms": own / pages if pages else None,
        "pdfplumber_ms": peer / pages if pages else None,
        "times faster": round(median(theirs / ours for ours, theirs in times), 2),
        "peak MB": round(peak_memory(path) / MEGABYTE),
    }
