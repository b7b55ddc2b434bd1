"""Reading measured: files read as plans are read, and compared with what a person sees in them."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from time import perf_counter

from evals.errors import NothingToMeasure
from evals.reading_cells import read_amounts, read_cells
from evals.reading_headings import sections_found
from evals.reading_parts import Found, findings_found, goals_found
from evals.reading_rows import (
    Judgement,
    Reading,
    Row,
    aspects_rows,
    misses_rows,
    tables_rows,
    texts_rows,
    words_rows,
)
from evals.reading_truth import Truth, load_truth
from ingest.model import Figure, Plan
from ingest.reading import read_plan


def reading(paths: Sequence[Path], truth: Path | None = None) -> dict[str, list[Row]]:
    """Measure every file whose plan there is a truth for.

    Raises UnreadableTruth, NothingToMeasure and what `ingest.reading.read_plan` raises.
    """
    readings = list(_read(paths, load_truth(truth)))
    return {
        "tables: cells with value, sign, unit, year, basis, owner and label right": [
            row for each in readings for row in tables_rows(each)
        ],
        "aspects of cells": [row for each in readings for row in aspects_rows(each)],
        "text, goals and findings": [row for each in readings for row in texts_rows(each)],
        "words of one form against the other": [row for pair in _pairs(readings) for row in words_rows(*pair)],
        "misses": [row for each in readings for row in misses_rows(each)],
    }


def judge(plan: Plan, truth: Truth) -> Judgement:
    """Compare one plan as read with its truth."""
    from_tables = [figure for figure in plan.figures if figure.source.table is not None]
    from_text = [figure for figure in plan.figures if figure.source.table is None]
    cells, left = read_cells(truth.cells, (*from_tables, *from_text))
    amounts, spurious = _amounts(truth, left)
    parts = {
        "amounts in text": amounts,
        **sections_found(truth.sections, plan),
        **goals_found(truth.goals, plan.goals),
        "findings": findings_found(truth.findings, plan.findings),
    }
    return Judgement(tuple(cells), parts, spurious)


def _amounts(truth: Truth, figures: Sequence[Figure]) -> tuple[Found, tuple[Figure, ...]]:
    """The amounts of running text that were found among the figures of no cell, and the figures of neither."""
    wanted = [amount for amount in truth.amounts if not amount.optional]
    pairs, left = read_amounts((*wanted, *(amount for amount in truth.amounts if amount.optional)), figures)
    got = [(amount, pairs[a]) for a, amount in enumerate(wanted) if a in pairs]
    misses = [
        f"amount missed: p. {amount.page} {amount.value} {amount.unit} ({', '.join(amount.about)})"
        for a, amount in enumerate(wanted)
        if a not in pairs
    ]
    misses += [
        f"amount's year: p. {amount.page} {amount.value} {amount.unit} is {figure.year}"
        for amount, figure in got
        if amount.years and figure.year not in amount.years
    ]
    in_text = sum(figure.source.table is None for figure in (*pairs.values(), *left))
    own = sum(figure.source.table is None for figure in pairs.values())
    return Found(len(wanted), len(got), in_text, own, tuple(misses)), tuple(left)


def _read(paths: Sequence[Path], truths: dict[str, Truth]) -> Iterator[Reading]:
    known = [path for path in _files(paths) if path.stem in truths]
    if not known:
        raise NothingToMeasure(", ".join(map(str, paths)), f"plans with a truth: {', '.join(truths)}")
    for path in known:
        start = perf_counter()
        plan = read_plan(path)
        yield Reading(plan, path.suffix, perf_counter() - start, judge(plan, truths[path.stem]))


def _files(paths: Sequence[Path]) -> Iterator[Path]:
    for path in paths:
        yield from sorted(path.glob("*")) if path.is_dir() else [path]


def _pairs(readings: Sequence[Reading]) -> list[tuple[Reading, Reading]]:
    """Readings of the same plan, the form with pages first."""
    ordered = sorted(readings, key=lambda reading: (reading.plan.id, reading.plan.pages is None))
    return [(one, other) for one, other in pairwise(ordered) if one.plan.id == other.plan.id]
