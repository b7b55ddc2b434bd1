"""Printed sums against the rows that they add up."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from ingest.checks.checked_plan import CheckedPlan
from ingest.checks.figure_table import FigureTable
from ingest.checks.precision import added_up
from ingest.checks.readings import Reading, broken_group, readings, rows_since, sums_before
from ingest.checks.totals import Measure, Misfit, by_column, cells_of, misfits
from ingest.checks.wording import named, plain
from ingest.model import Figure, FigureKind, Finding, Severity

_LEAST_ROWS = 2


def rows_against_sums(checked: CheckedPlan) -> Iterator[Finding]:
    """Each printed sum against the rows that it stands under or over."""
    for table in checked.tables:
        for position, row in enumerate(table.rows):
            if row.is_sum:
                found = by_column(table, position, readings)
                for column, own in found.items():
                    yield from _missing_sign(table, position, column, own)
                for misfit in misfits(table, position, found, _MEASURE):
                    yield _sum_finding(misfit)


def rows_added(table: FigureTable, total: int, column: int) -> Reading | None:
    """The rows that give the printed total in a column, in the likeliest reading that does; null where none does."""
    return next((reading for reading in readings(table, total, column) if _fits(table, reading, total, column)), None)


def _fits(table: FigureTable, reading: Reading, total: int, column: int) -> bool:
    return _signed(table, reading, total, column) or _magnitudes(table, reading, total, column)


def _signed(table: FigureTable, reading: Reading, total: int, column: int) -> bool:
    printed, rows = table.rows[total].cells[column], cells_of(table, reading, column)
    return abs(abs(printed.value) - abs(added_up(rows))) <= table.slack((total, *reading), column)


def _magnitudes(table: FigureTable, reading: Reading, total: int, column: int) -> bool:
    printed, rows = table.rows[total].cells[column], cells_of(table, reading, column)
    off = abs(abs(printed.value) - sum((abs(row.value) for row in rows), Decimal(0)))
    return off <= table.slack((total, *reading), column) and _one_side(table, reading)


def _one_side(table: FigureTable, reading: Reading) -> bool:
    """Whether no income and cost are added: their total is a result under another name."""
    sides = {table.rows[n].kind for n in reading} & {FigureKind.INCOME, FigureKind.COST}
    return len(sides) < 2


def _plain(table: FigureTable, total: int, column: int) -> Reading | None:
    """The rows since the last total, or where there are none the totals, in a table that begins with its header."""
    found = rows_since(table, total, column) or sums_before(table, total, column)
    if len(found) < _LEAST_ROWS or not _one_side(table, found) or _goes_on(table, found):
        return None
    return found


def _goes_on(table: FigureTable, reading: Reading) -> bool:
    """Whether the table has no header of its own, and no title that tells its year: it may go on from another page."""
    untold = all(cell.year is None for row in table.rows for cell in row.cells.values())
    return reading[0] == 0 and table.rows[0].index == 0 and untold


_MEASURE = Measure(_fits, _plain)


def _missing_sign(table: FigureTable, total: int, column: int, found: Sequence[Reading]) -> Iterator[Finding]:
    if any(_signed(table, reading, total, column) for reading in found):
        return
    reading = next((reading for reading in found if _magnitudes(table, reading, total, column)), None)
    if reading is None:
        return
    printed, rows = table.rows[total].cells[column], cells_of(table, reading, column)
    signed = added_up(rows)
    odd = [row for row in rows if (row.value < 0) != (signed < 0) and row.value != 0]
    names = ", ".join(row.label for row in odd)
    yield Finding(
        Severity.NOTICE,
        "missing-sign",
        f"{named(printed)} stämmer bara om {names} läses med samma tecken som de andra raderna; "
        f"tecknet är inte utsatt, och som raderna är tryckta ger de {plain(signed)}.",
        tuple(row.source for row in (printed, *odd)),
    )


def _sum_finding(misfit: Misfit) -> Finding:
    group = broken_group(misfit.table, misfit.reading, misfit.position, misfit.column)
    if group is None:
        return _finding(misfit.total, misfit.rows)
    position, reading = group
    return _finding(misfit.table.rows[position].cells[misfit.column], cells_of(misfit.table, reading, misfit.column))


def _finding(total: Figure, rows: tuple[Figure, ...]) -> Finding:
    signed = added_up(rows)
    return Finding(
        Severity.ERROR,
        "rows-sum",
        f"{named(total)} är tryckt som {total.as_printed}, men raderna ger {plain(signed)} "
        f"(skillnad {plain(abs(total.value) - abs(signed))}).",
        (total.source, *(row.source for row in rows)),
    )
