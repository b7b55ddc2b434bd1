"""Printed totals against what their rows give: one way of judging for sums and for results.

A total is at fault where no reading of its rows gives it, and where it is certain which rows it adds up: one reading
holds in another column of the same table, or the table's form leaves only one.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from ingest.checks.figure_table import FigureTable
from ingest.checks.readings import Reading
from ingest.model import Figure
from ingest.units import SCALES

_MOST_MISFITS = 2
"""Columns that may be at fault where no column tells what the total adds up."""


@dataclass(frozen=True, slots=True)
class Measure:
    """How one kind of total is judged.

    `fits` tells whether a reading gives the printed total in a column, `plain` gives the one reading that the form of
    the table leaves, if it does.
    """

    fits: Callable[[FigureTable, Reading, int, int], bool]
    plain: Callable[[FigureTable, int, int], Reading | None]


@dataclass(frozen=True, slots=True)
class Misfit:
    """A total in a column that is not what the rows of the reading give."""

    total: Figure
    rows: tuple[Figure, ...]
    table: FigureTable
    reading: Reading
    position: int
    column: int


def cells_of(table: FigureTable, reading: Reading, column: int) -> tuple[Figure, ...]:
    """The figures of a reading's rows in a column; an empty cell adds nothing."""
    return tuple(table.rows[n].cells[column] for n in reading if column in table.rows[n].cells)


def by_column(
    table: FigureTable, total: int, readings: Callable[[FigureTable, int, int], Sequence[Reading]]
) -> Mapping[int, Sequence[Reading]]:
    """What a total row may add up, for each added column that it has a figure in."""
    return {c: readings(table, total, c) for c in table.added_columns if c in table.rows[total].cells}


def misfits(
    table: FigureTable, total: int, readings: Mapping[int, Sequence[Reading]], measure: Measure
) -> Iterator[Misfit]:
    """The columns in which a total row is certain not to be what its rows give, of those that `readings` are of."""
    candidates = tuple(dict.fromkeys(reading for own in readings.values() for reading in own))
    held = {c: [r for r in candidates if measure.fits(table, r, total, c)] for c in readings}
    wrong = [c for c in readings if not held[c]]
    telling = {c: [r for r in held[c] if any(f.value for f in cells_of(table, r, c))] for c in readings if held[c]}
    for column in wrong:
        told = [reading for own in telling.values() for reading in own]
        reading: Reading | None = max(told, key=told.count, default=None)
        if reading is not None and told.count(reading) < len(wrong):
            continue
        if reading is None and len(wrong) <= _MOST_MISFITS:
            reading = measure.plain(table, total, column)
        if reading is None or not _is_read(table, reading, total, column):
            continue
        rows = cells_of(table, reading, column)
        if len(rows) > 1 and not _may_be_average(table, rows, total, column):
            yield Misfit(table.rows[total].cells[column], rows, table, reading, total, column)


def _is_read(table: FigureTable, reading: Reading, total: int, column: int) -> bool:
    """Whether every cell that the total may rest on was read, in one unit."""
    rows, printed = table.table.rows, table.rows[total].cells[column]
    first, last = table.rows[min(reading)].index, table.rows[total].index
    if table.unread_between(first, last) or (min(reading) == 0 and table.unread_between(0, last)):
        return False
    for index in range(first, last):
        cell = rows[index][column] if column < len(rows[index]) else ""
        held = any(row.index == index and column in row.cells for row in table.rows)
        if re.search(r"\d", cell) and rows[index][0] and not held:
            return False
    return all(figure.unit == printed.unit for figure in cells_of(table, reading, column))


def _may_be_average(table: FigureTable, rows: Sequence[Figure], total: int, column: int) -> bool:
    """Whether the printed figure is no amount of money, of no year, and within its rows: a mean of them, perhaps."""
    printed = table.rows[total].cells[column]
    dated = column in table.heads and table.heads[column].year is not None
    magnitudes = [abs(row.value) for row in rows]
    return printed.unit not in SCALES and not dated and min(magnitudes) <= abs(printed.value) <= max(magnitudes)
