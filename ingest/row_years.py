"""The year that a row of a table tells itself: in a column of years, or in its label."""

from collections.abc import Sequence

from ingest.column_heads import OF_TARGET_YEARS, OF_YEARS, Column, ColumnRole, years_in
from ingest.table_rows import Row


def year_told(row: Row, columns: Sequence[Column], column: Column) -> int | None:
    """The year that a row tells in a column of years, for a target in one of the years of targets if there is one."""
    head = OF_TARGET_YEARS if column.role is ColumnRole.TARGET and are_measures(columns) else OF_YEARS
    told = [years_in(cell) for cell, own in zip(row.cells, columns, strict=False) if head.match(own.name)]
    return told[0][0] if told and len(told[0]) == 1 else None


def are_measures(columns: Sequence[Column]) -> bool:
    """Whether a table tells by which year each of its targets is to be met: it holds measures, and no money."""
    return any(OF_TARGET_YEARS.match(column.name) for column in columns)


def year_of_label(label: str, beside: int | None) -> int | None:
    """The year of what surrounds a row, unless its label tells another: "Pris 2025" in a table for 2026."""
    told = set(years_in(label))
    return beside if beside is None or not told or beside in told else (told.pop() if len(told) == 1 else None)
