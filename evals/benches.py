"""Benches: measures that are no judgement of answers. `BENCHES` and `FILE_BENCHES` are the registry."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from evals.asking import Asked, ask_timed
from evals.golden import Case
from evals.metrics import percentile, ratio
from evals.reading_bench import reading
from evals.retrieval import find_evidence, has_evidence, retrieved
from evals.speed_bench import reading_speed
from evals.tables_bench import tables
from index.hits import PassageHit

POOL = 100
"""Hits among which the best of one ranking alone are looked for; no fusion puts a first five beyond."""

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Bench:
    """A measure over golden questions: what it tells, and how its rows come about."""

    tells: str
    run: Callable[[Asked, Sequence[Case], int], list[Row]]


@dataclass(frozen=True, slots=True)
class FileOptions:
    """What a bench over files may be told: its truth's folder, rounds, and pages of an invented plan."""

    truth: Path | None = None
    rounds: int = 3
    pages: int = 300


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


def retrieval(assistant: Asked, cases: Sequence[Case], _rounds: int) -> list[Row]:
    """Recall@5 of the fused ranking, and of words and of meaning alone."""
    found: dict[str, list[bool]] = {name: [] for name in RANKINGS}
    for case in cases:
        hits = find_evidence(assistant.library, case, POOL)
        for name, score in RANKINGS.items():
            recalled = has_evidence(case, [retrieved(hit) for hit in _ranked(hits, score)])
            if recalled is not None:
                found[name].append(recalled)
    return [
        {"ranking": name, "hits": sum(hits), "cases": len(hits), "share": ratio(sum(hits), len(hits))}
        for name, hits in found.items()
    ]


def _ranked(hits: Sequence[PassageHit], score: Callable[[PassageHit], float | None]) -> list[PassageHit]:
    scored = [(value, hit) for hit in hits if (value := score(hit)) is not None]
    return [hit for _, hit in sorted(scored, key=lambda pair: pair[0], reverse=True)]


RANKINGS: Mapping[str, Callable[[PassageHit], float | None]] = {
    "hybrid": lambda hit: hit.score,
    "lexical": lambda hit: hit.lexical,
    "dense": lambda hit: hit.similarity,
}
"""The score by which each ranking orders hits; null for a hit that it did not find."""

BENCHES: Mapping[str, Bench] = {
    "latency": Bench("milliseconds from question to answer, warm", latency),
    "retrieval": Bench("evidence recall@5 of words and meaning fused, and of each alone", retrieval),
}
"""Every bench over golden questions by its name."""

FILE_BENCHES: Mapping[str, FileBench] = {
    "reading": FileBench(
        "reading against what a person sees in the plans",
        lambda paths, options: reading(paths, options.truth),
    ),
    "reading-speed": FileBench(
        "time and memory of reading PDFs beside pdfplumber",
        lambda paths, options: reading_speed(paths, options.pages, options.rounds),
    ),
    "tables": FileBench("table cells of PDFs whose tables are known", lambda paths, _: tables(paths)),
}
"""Every bench over files by its name."""
