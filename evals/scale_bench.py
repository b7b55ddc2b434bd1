"""How the library grows: time to build, disk, memory and time to search, from a thousand passages to a million.

Each size is built in a folder of its own by the library's own ingest, of plans recombined from real text.
"""

import json
import resource
import subprocess
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import TYPE_CHECKING, Any

from evals.errors import NothingToMeasure
from evals.recombined_plans import (
    Material,
    Proportions,
    material_of_texts,
    recombined_plan,
    recombined_plans,
    recombined_questions,
)
from evals.sample_material import sample_material
from evals.speed_bench import MEGABYTE, MEMORY_UNIT
from evals.timed_storage import Stopwatch, open_timed_library

if TYPE_CHECKING:
    from assistant.settings import Settings
    from index.embedder import Embedder
    from index.hits import IngestReport
    from ingest.model import Plan


MAKING = "making the plans"
RECALLED, EXACT_UP_TO = 50, 100_000
"""How many questions' nearest passages are looked for one by one, and up to how many passages."""

LIMITED_TO = 40
"""How many plans the searches in one plan take in turns."""

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Growth:
    """What to build: numbers of passages, of what each plan has how many, and where to leave it (null: nowhere)."""

    sizes: Sequence[int] = (1_000, 10_000)
    each: Proportions = field(default_factory=Proportions)
    keep: Path | None = None
    questions: int = 200


def scale(settings: "Settings", paths: Sequence[Path], growth: Growth) -> dict[str, list[Row]]:
    """Build and search each size; the path is a folder of texts to recombine, without one the bundled plans are.

    Raises NothingToMeasure, and what ingest and search raise.
    """
    from assistant.bootstrap import open_embedder

    material = _material(paths)
    questions = recombined_questions(material, growth.questions)
    parts: dict[str, list[Row]] = {"building": [], "replacing one plan among all": [], "opening": [], "searching": []}
    for size in growth.sizes:
        with _folder(growth.keep, size) as folder:
            build = Build(folder, open_embedder(settings), material, growth.each)
            parts["building"].append({"passages": size, **build.fill(size)})
            parts["replacing one plan among all"].append({"passages": size, **build.replace_one(size)})
            for title, rows in _searched(folder, questions, size, growth.each).items():
                parts[title] += [{"passages": size, **row} for row in rows]
    return parts


@dataclass(frozen=True, slots=True)
class Build:
    """A library that is filled and changed by its own ingest, in a folder; all times in seconds."""

    folder: Path
    embedder: "Embedder"
    material: Material
    each: Proportions

    def fill(self, size: int) -> Row:
        """Put so many passages into it, with the rows and goals that belong to them."""
        watch = Stopwatch()
        report, seconds = self._ingest(recombined_plans(self.material, size, self.each), watch)
        return {
            "plans": len(report.added),
            "records": watch.embedded,
            "build s": round(seconds, 1),
            **{part: round(taken, 1) for part, taken in watch.seconds.items() if part != MAKING},
            "disk MB": _megabytes(self.folder.rglob("*")),
            "of it words": _megabytes(self.folder.glob("library.sqlite*")),
            "peak MB": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * MEMORY_UNIT / MEGABYTE),
        }

    def replace_one(self, size: int) -> Row:
        """Replace the plan in the middle; `embedded` should be that plan's own texts, whatever else there is."""
        watch = Stopwatch()
        changed = recombined_plan(self.material, size // self.each.passages // 2, self.each, edition=1)
        report, seconds = self._ingest([changed], watch)
        return {
            "replaced": len(report.replaced),
            "s": round(seconds, 2),
            **{part: round(taken, 2) for part, taken in watch.seconds.items() if part != MAKING},
            "embedded": watch.embedded,
            "its own": self.each.passages + self.each.rows + self.each.goals,
        }

    def _ingest(self, plans: "Iterable[Plan]", watch: Stopwatch) -> "tuple[IngestReport, float]":
        """The report, and the time without that of making the plans."""
        with open_timed_library(self.folder, self.embedder, watch) as library:
            begin = perf_counter()
            report = library.ingest(_making(plans, watch))
            return report, perf_counter() - begin - watch.seconds.get(MAKING, 0.0)


def _making(plans: "Iterable[Plan]", watch: Stopwatch) -> "Iterator[tuple[Plan, str]]":
    waiting = iter(plans)
    while True:
        with watch.timing(MAKING):
            plan = next(waiting, None)
        if plan is None:
            return
        yield plan, f"{plan.id} {plan.organisation}"


def _material(paths: Sequence[Path]) -> Material:
    if len(paths) > 1:
        raise NothingToMeasure(", ".join(map(str, paths)), "one folder of texts")
    return material_of_texts(paths[0]) if paths else sample_material()


@contextmanager
def _folder(keep: Path | None, size: int) -> Iterator[Path]:
    if keep is None:
        with TemporaryDirectory() as folder:
            yield Path(folder)
    else:
        yield keep / str(size)


def _searched(folder: Path, questions: Sequence[str], size: int, each: Proportions) -> dict[str, list[Row]]:
    """The rows of `evals.scale_search`; raises what its last line says as a RuntimeError."""
    plans = -(-size // each.passages)
    chosen = range(0, plans, max(plans // LIMITED_TO, 1))
    told = {
        "data": str(folder.resolve()),
        "questions": questions,
        "plan_ids": [f"plan-{number:05}" for number in chosen],
        "recalled": RECALLED if size <= EXACT_UP_TO else 0,
    }
    command = [sys.executable, "-m", "evals.scale_search"]
    done = subprocess.run(command, input=json.dumps(told), capture_output=True, text=True, check=False)  # noqa: S603
    if done.returncode:
        raise RuntimeError(done.stderr.strip().splitlines()[-1])
    rows: dict[str, list[Row]] = json.loads(done.stdout)
    return rows


def _megabytes(paths: Iterable[Path]) -> float:
    return round(sum(path.stat().st_size for path in paths if path.is_file()) / MEGABYTE, 1)
