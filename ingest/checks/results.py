"""Printed results and nets against the sums and rows before them."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import product

from ingest.checks.checked_plan import CheckedPlan
from ingest.checks.figure_table import FigureRow, FigureTable
from ingest.checks.readings import Reading
from ingest.checks.totals import Measure, Misfit, by_column, misfits
from ingest.checks.wording import named, plain
from ingest.model import FigureKind, Finding, Severity

_MAGNITUDE = re.compile(r"underskott|överskott|\bnetto", re.IGNORECASE)
"""Labels that say themselves which way the amount goes, whatever its sign."""
_EITHER_WAY = re.compile(r"^(?:medel|avsättning|disposition|uttag|reservering|återföring|användning)\b", re.IGNORECASE)
"""Labels of amounts set aside or taken back, which are printed with or without the sign that they count with."""
_MOST_EITHER_WAY = 4
_BOTH = {FigureKind.INCOME, FigureKind.COST}


def sums_against_results(checked: CheckedPlan) -> Iterator[Finding]:
    """Income less cost against the printed result; rows between may be printed as costs or as what they add."""
    for table in checked.tables:
        for position, row in enumerate(table.rows):
            if row.is_result:
                for misfit in misfits(table, position, by_column(table, position, _readings), _MEASURE):
                    yield _finding(misfit)


def _readings(table: FigureTable, total: int, column: int) -> tuple[Reading, ...]:
    return tuple(dict.fromkeys(reading for reading in _all(table, total, column) if len(reading) > 1))


def _before(table: FigureTable, total: int, column: int) -> list[int]:
    """The rows before the result, under its own heading where it has one."""
    rows, head = table.rows, table.rows[total].head
    return [
        n
        for n in range(total)
        if column in rows[n].cells and not rows[n].is_part and (not head or rows[n].head == head)
    ]


def _all(table: FigureTable, total: int, column: int) -> Iterator[Reading]:
    rows = _before(table, total, column)
    sums = [n for n in rows if table.rows[n].is_sum]
    results = [n for n in rows if table.rows[n].is_result]
    items = [n for n in rows if n not in sums and n not in results]
    after_sum = [n for n in items if sums and n > sums[-1]]
    yield (*sums[-2:], *after_sum)
    yield (*sums, *after_sum)
    if results:
        last = results[-1]
        since = [n for n in items if n > last]
        yield (last, *since)
        yield (last, *(n for n in sums if n > last))
        yield (last, *(n for n in sums if n > last), *(n for n in after_sum if n > last))
        if not any(n > last for n in sums):
            yield tuple(since)
    yield from (tuple(results[-count:]) for count in range(2, len(results) + 1))
    if not sums:
        yield tuple(items)
        yield tuple(n for n in items if table.rows[n].depth == min(table.rows[k].depth for k in items))


def _fits(table: FigureTable, reading: Reading, total: int, column: int) -> bool:
    printed = table.rows[total].cells[column]
    slack = table.slack((total, *reading), column)
    possible = _possible(table, reading, column)
    if _has_sides(table, reading) and not _MAGNITUDE.search(printed.label):
        return any(abs(value - printed.value) <= slack for value in possible)
    return any(abs(abs(value) - abs(printed.value)) <= slack for value in possible)


def _has_sides(table: FigureTable, reading: Reading) -> bool:
    sides = _sides([table.rows[n] for n in reading])
    return set(sides) >= _BOTH


def _sides(rows: Sequence[FigureRow]) -> list[FigureKind | None]:
    """Each row's side; of two sums that do not say, the first is income and the second cost."""
    sums = [n for n, row in enumerate(rows) if row.is_sum]
    sides = [row.side for row in rows]
    if len(sums) == 2 and sides[sums[0]] is None and sides[sums[1]] is None:
        sides[sums[0]], sides[sums[1]] = FigureKind.INCOME, FigureKind.COST
    return sides


def _possible(table: FigureTable, reading: Reading, column: int) -> tuple[Decimal, ...]:
    """What the rows give: as they are signed, and with income and cost by their sides whatever their signs."""
    positions = [n for n in reading if column in table.rows[n].cells]
    rows = [table.rows[n] for n in positions]
    values = [row.cells[column].value for row in rows]
    difference, rest, set_aside = Decimal(0), Decimal(0), []
    for row, value, side in zip(rows, values, _sides(rows), strict=True):
        if _EITHER_WAY.search(row.label):
            set_aside.append(value)
        elif row.is_result:
            difference += value
        elif side is FigureKind.INCOME:
            difference += abs(value)
        elif side is FigureKind.COST:
            difference -= abs(value)
        else:
            rest += value
    added = sum(values, Decimal(0))
    turned = [sum(signed, Decimal(0)) for signed in product(*((v, -v) for v in set_aside[:_MOST_EITHER_WAY]))]
    return tuple(dict.fromkeys((*(d + t for d in (difference - rest, difference + rest) for t in turned), added)))


def _plain(table: FigureTable, total: int, column: int) -> Reading | None:
    """Two sums of income and cost with what follows them, or rows that are all income or cost, before one result."""
    rows = table.rows
    before = _before(table, total, column)
    sums = [n for n in before if rows[n].is_sum]
    results = [n for n in before if rows[n].is_result]
    if results:
        return _after_a_result(table, total, column, results[-1])
    if len(sums) == 2:
        reading = (*sums, *(n for n in before if n > sums[-1]))
        return reading if _has_sides(table, reading) else None
    sided = all(rows[n].side is not None for n in before)
    return tuple(before) if not sums and sided and _has_sides(table, tuple(before)) and rows[0].index > 0 else None


def _after_a_result(table: FigureTable, total: int, column: int, last: int) -> Reading | None:
    """The result before, carried on by rows of income and cost, where that one is right itself."""
    since = [n for n in range(last + 1, total) if column in table.rows[n].cells]
    right = any(_fits(table, reading, last, column) for reading in _readings(table, last, column))
    sided = bool(since) and all(table.rows[n].side is not None and not table.rows[n].is_sum for n in since)
    return (last, *since) if right and sided else None


_MEASURE = Measure(_fits, _plain)


def _finding(misfit: Misfit) -> Finding:
    printed = misfit.total
    possible = _possible(misfit.table, misfit.reading, misfit.column)
    nearest = min(possible, key=lambda value: abs(value - printed.value))
    told = "summorna" if any(misfit.table.rows[n].is_sum for n in misfit.reading) else "raderna"
    return Finding(
        Severity.ERROR,
        "sums-result",
        f"{named(printed)} är tryckt som {printed.as_printed}, men {told} ger {plain(nearest)}.",
        (printed.source, *(row.source for row in misfit.rows)),
    )
