"""Benches: measures that are no judgement of answers. `BENCHES` and `FILE_BENCHES` are the registry."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from evals.asking import Asked, ask_timed
from evals.crash_bench import crashes
from evals.golden import Case
from evals.metrics import percentile
from evals.reading_bench import reading
from evals.scale_bench import Growth, scale
from evals.speed_bench import reading_speed
from evals.tables_bench import tables

if TYPE_CHECKING:
    from assistant.settings import Settings

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Bench:
    """A measure over golden questions: what it tells, and how its rows come about."""

    tells: str
    run: Callable[[Asked, Sequence[Case], int], list[Row]]


@dataclass(frozen=True, slots=True)
class FileOptions:
    """What a bench over files may be told.

    The installation, golden questions, its truth's folder, rounds, pages of an invented plan, whether each pool is
    searched among the texts of all, what to build at which sizes, how often to kill an ingest, and whether to keep what
    calibration chooses.
    """

    settings: "Settings"
    questions: Path | None = None
    truth: Path | None = None
    rounds: int = 3
    pages: int = 300
    distractors: bool = False
    growth: Growth = field(default_factory=Growth)
    trials: int = 50
    fit: bool = False


@dataclass(frozen=True, slots=True)
class FileBench:
    """A measure over files: what it tells, and how its parts come about, each a title and rows."""

    tells: str
    run: Callable[[Sequence[Path], FileOptions], dict[str, list[Row]]]


def latency(assistant: Asked, cases: Sequence[Case], rounds: int) -> list[Row]:
    """Ask every question `rounds` times after one round that is not measured."""
    for case in cases:
        ask_timed(assistant, case)
    times: dict[str, list[float]] = {case.type: [] for case in cases}
    for _ in range(rounds):
        for case in cases:
            times[case.type].append(ask_timed(assistant, case)[1])
    times["all"] = [time for taken in times.values() for time in taken]
    return [
        {"kind": kind, "asked": len(taken), "p50_ms": percentile(taken, 0.5), "p95_ms": percentile(taken, 0.95)}
        for kind, taken in times.items()
    ]


def _retrieval(paths: Sequence[Path], options: FileOptions) -> dict[str, list[Row]]:
    from evals.retrieval_bench import retrieval

    return retrieval(paths, options.questions, options.settings, options.rounds, distractors=options.distractors)


def _calibration(paths: Sequence[Path], options: FileOptions) -> dict[str, list[Row]]:
    from evals.calibration_bench import calibration

    return calibration(paths, options.questions, options.settings, write=options.fit)


def _paraphrases(paths: Sequence[Path], options: FileOptions) -> dict[str, list[Row]]:
    from evals.paraphrases_bench import paraphrases

    return paraphrases(paths, options.questions, options.settings)


def _renaming(paths: Sequence[Path], options: FileOptions) -> dict[str, list[Row]]:
    from evals.renaming_bench import renaming

    return renaming(paths, options.questions, options.settings)


def _verifier(paths: Sequence[Path], options: FileOptions) -> dict[str, list[Row]]:
    from evals.verifier_bench import verifier

    return verifier(paths, options.questions, options.settings)


BENCHES: Mapping[str, Bench] = {
    "latency": Bench("milliseconds from question to answer, warm", latency),
}
"""Every bench over golden questions by its name."""

FILE_BENCHES: Mapping[str, FileBench] = {
    "calibration": FileBench(
        "which thresholds between answering and silence cost least, and how sure answers in words are",
        _calibration,
    ),
    "crashes": FileBench(
        "what is left when an ingest is killed",
        lambda _, options: crashes(options.settings, options.trials),
    ),
    "paraphrases": FileBench(
        "whether a question in five wordings gets one answer, over the sample plans",
        _paraphrases,
    ),
    "reading": FileBench(
        "reading against what a person sees in the plans",
        lambda paths, options: reading(paths, options.truth),
    ),
    "reading-speed": FileBench(
        "time and memory of reading PDFs beside pdfplumber",
        lambda paths, options: reading_speed(paths, options.pages, options.rounds),
    ),
    "renaming": FileBench(
        "whether answers follow their plans under other names, in another order and on another scale",
        _renaming,
    ),
    "retrieval": FileBench(
        "search beside BM25 and all-MiniLM-L6-v2: pools, evidence of golden questions, encoding speed",
        _retrieval,
    ),
    "scale": FileBench(
        "building and searching from a thousand passages to a million",
        lambda paths, options: scale(options.settings, paths, options.growth),
    ),
    "tables": FileBench("table cells of PDFs whose tables are known", lambda paths, _: tables(paths)),
    "verifier": FileBench(
        "true answers that verification lets through, and answers with one thing changed that it refuses",
        _verifier,
    ),
}
"""Every bench over files by its name."""
