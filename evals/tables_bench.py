"""Table reading measured over PDFs whose tables are known: NAME.pdf beside NAME.csv or NAME_table1.csv, _table2 ….

Cells are compared without white space, empty ones left out, each as often as it stands. A table that was read belongs
to the known table with which it shares most cells, where these are at least a fifth of either's cells and no table
that shares more has them already; others are not judged, for the truth does not tell of every table. Nor are rows of a
table that goes on beyond the known one, over pages: those before its first and after its last row that is mostly
known. Recall is the share of a known table's cells that stand in tables that belong to it, precision the share of
those tables' cells that are the known one's; a document's are over all of its known tables. Where in a table a cell
stands is not judged.
"""

import csv
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter
from typing import Any

from evals import pdfplumber_pages
from evals.errors import NothingToMeasure
from evals.metrics import ratio
from ingest.reading import read_plan

Rows = Sequence[Sequence[str]]
Cells = Counter[str]

KIN = 0.2
"""Share of one table's cells, its own or the known one's, that makes a read table belong to a known one."""


@dataclass(frozen=True, slots=True)
class CellCount:
    """Cells known, read in tables that belong to known ones, and in both."""

    known: int
    read: int
    both: int

    @property
    def recall(self) -> float | None:
        """Share of the known cells that were read."""
        return ratio(self.both, self.known)

    @property
    def precision(self) -> float | None:
        """Share of the read cells that are known."""
        return ratio(self.both, self.read)


def tables(paths: Sequence[Path]) -> dict[str, list[dict[str, Any]]]:
    """Cell recall and precision of each document, next to pdfplumber where that is installed.

    Raises NothingToMeasure and what `ingest.reading.read_plan` raises.
    """
    readers: dict[str, Callable[[Path], Sequence[Rows]]] = {"plansvar": _own_tables}
    if pdfplumber_pages.is_installed():
        readers["pdfplumber"] = pdfplumber_pages.tables_in
    documents = dict(_documents(paths))
    if not documents:
        raise NothingToMeasure(", ".join(map(str, paths)), "NAME.pdf beside NAME_table1.csv")
    rows = [
        {"document": path.stem, "reader": name, **_measured(known, read, path)}
        for path, known in documents.items()
        for name, read in readers.items()
    ]
    return {"cells of known tables": rows}


def count_cells(known: Sequence[Rows], read: Sequence[Rows]) -> CellCount:
    """Compare the known tables of a document with those that were read."""
    truths = [_cells(table) for table in known]
    left = [Counter(truth) for truth in truths]
    both = owned = 0
    for table in sorted(read, key=lambda table: -max((_cells(table) & truth).total() for truth in truths)):
        nearest = max(range(len(truths)), key=lambda t: (_cells(table) & left[t]).total())
        cells = _cells(_where_known(table, left[nearest]))
        shared = cells & left[nearest]
        if shared and shared.total() >= KIN * min(cells.total(), truths[nearest].total()):
            left[nearest] -= shared
            both += shared.total()
            owned += cells.total()
    return CellCount(sum(truth.total() for truth in truths), owned, both)


def _where_known(table: Rows, truth: Cells) -> Rows:
    """The rows from the first to the last of which more than half is known; all where there is none."""
    left = Counter(truth)
    known = []
    for index, row in enumerate(table):
        cells = _cells([row])
        shared = cells & left
        if 2 * shared.total() > cells.total():
            known.append(index)
            left -= shared
    return table[known[0] : known[-1] + 1] if known else table


def _measured(known: Sequence[Rows], read: Callable[[Path], Sequence[Rows]], path: Path) -> dict[str, Any]:
    start = perf_counter()
    count = count_cells(known, read(path))
    return {
        "cells": count.known,
        "read": count.read,
        "both": count.both,
        "recall_share": count.recall,
        "precision_share": count.precision,
        "taken_ms": (perf_counter() - start) * 1000,
    }


def _documents(paths: Sequence[Path]) -> Iterator[tuple[Path, list[Rows]]]:
    files = [file for path in paths for file in (sorted(path.glob("*.pdf")) if path.is_dir() else [path])]
    for file in files:
        known = [file.with_suffix(".csv"), *sorted(file.parent.glob(f"{file.stem}_table*.csv"))]
        tables = [_rows(path) for path in known if path.is_file()]
        if tables:
            yield file, tables


def _rows(path: Path) -> Rows:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file))


def _own_tables(path: Path) -> list[Rows]:
    return [table.rows for table in read_plan(path).tables]


def _cells(rows: Rows) -> Cells:
    squeezed = ("".join(cell.split()) for row in rows for cell in row)
    return Counter(cell for cell in squeezed if cell)
