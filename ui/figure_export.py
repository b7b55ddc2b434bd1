"""Figures as files for other programs: comma-separated values, and what a workbook needs."""

import csv
import io
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from assistant.plan_json import figures_json
from ingest.model import Plan
from ui.errors import UnwritableFile

COLUMNS = (
    "plan", "owner", "label", "path", "value", "unit", "unit_source", "year", "basis", "kind", "page", "as_printed",
)  # fmt: skip
"""The fields of a figure in the JSON contract; a path's headings are joined into one cell."""

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def figure_rows(plans: Iterable[Plan]) -> list[tuple[Any, ...]]:
    """One row for each figure, in the order of `COLUMNS`."""
    return [_row(figure) for plan in plans for figure in figures_json(plan)]


def _row(figure: Mapping[str, Any]) -> tuple[Any, ...]:
    joined = {**figure, "path": " › ".join(figure["path"])}
    return tuple(joined[column] for column in COLUMNS)


def csv_bytes(plans: Iterable[Plan]) -> bytes:
    """Comma-separated, decimal point, in UTF-8 with the mark by which spreadsheets know it.

    A text that a spreadsheet would take for a formula gets an apostrophe before it, except for amounts.
    """
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(COLUMNS)
    amount = COLUMNS.index("value")
    for row in figure_rows(plans):
        writer.writerow(cell if at == amount else _inert(cell) for at, cell in enumerate(row))
    return text.getvalue().encode("utf-8-sig")


def _inert(cell: Any) -> Any:
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(_FORMULA) else cell


def save(path: Path, content: bytes) -> None:
    """Write the file; raises UnwritableFile."""
    try:
        path.write_bytes(content)
    except OSError as error:
        raise UnwritableFile(str(path), error.strerror or "") from error
