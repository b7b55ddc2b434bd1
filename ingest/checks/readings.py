"""Which rows a printed total may add up: every reading that the form of a table leaves open, tested against its values.

A total is at fault only where no reading gives it. Rows are given by their position among a table's rows of figures.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import dropwhile, islice

from ingest.checks.figure_table import FigureTable
from ingest.checks.precision import added_up
from ingest.model import FigureKind

_INCOME = re.compile(r"intäkt|avgift|bidrag|försälj|anslag|ersättning|medel\b|skatt(?!ekostnad)", re.IGNORECASE)
"""Labels of rows of income, where nothing over them says so."""
Reading = tuple[int, ...]
"""Positions of the rows that a total adds up, from the top."""

_MOST_ROWS = 60
"""Rows in one sum up to which groups of rows are looked for."""
_NEARLY = Decimal("0.2")
"""How far from what its rows give, as a share of it, a row may be and still be taken for their sum."""


def readings(table: FigureTable, total: int, column: int) -> tuple[Reading, ...]:
    """What the total row may add up, the likeliest first; those that rest on values are read in the given column."""
    since = rows_since(table, total, column)
    several = (reading for reading in (since, *_others(table, total, column)) if len(reading) > 1)
    return tuple(dict.fromkeys((*several, *((since,) if len(since) == 1 else ()))))


def rows_since(table: FigureTable, total: int, column: int) -> Reading:
    """The rows since the last total, without those that another of them adds up.

    A sum of costs does not begin before its costs: income over them that has no sum of its own is left out.
    """
    closed = (n for n in range(total) if table.rows[n].is_sum or table.rows[n].is_result)
    items = _items(table, range(max(closed, default=-1) + 1, total), total, column)
    if table.rows[total].side is FigureKind.COST:
        items = tuple(dropwhile(lambda n: _INCOME.search(table.rows[n].label), items))
    return _grouped(table, items, column)


def sums_before(table: FigureTable, total: int, column: int) -> Reading:
    """The sums before a total, without those that another of them adds up; none where one is of income or cost."""
    sums = tuple(n for n in range(total) if table.rows[n].is_sum and column in table.rows[n].cells)
    sided = any(table.rows[n].side is not None for n in sums)
    return () if sided else _grouped(table, sums, column)


def _others(table: FigureTable, total: int, column: int) -> Iterator[Reading]:
    rows = table.rows
    closed = [n for n in range(total) if rows[n].is_sum or rows[n].is_result]
    sums = [n for n in closed if rows[n].is_sum]
    start = closed[-1] + 1 if closed else 0
    since = _items(table, range(start, total), total, column)
    yield since
    if closed:
        yield (closed[-1], *since)
    yield tuple(sums)
    yield sums_before(table, total, column)
    after = [n for n in since if sums and n > sums[-1]]
    yield (*sums, *after)
    whole = _items(table, range(total), total, column)
    yield _grouped(table, whole, column)
    yield whole
    yield from _from_the_last(sums)
    since_sum = range(sums[-1] + 1 if sums else 0, total)
    yield tuple(n for n in since_sum if column in rows[n].cells and not rows[n].is_part)


def _from_the_last(sums: Sequence[int]) -> Iterator[Reading]:
    for first in range(len(sums) - 2, 0, -1):
        yield tuple(sums[first:])


def _items(table: FigureTable, positions: range, total: int, column: int) -> Reading:
    """The rows that may be added: no totals, no parts of another row, the outermost of those under a heading."""
    rows = table.rows
    head = rows[total].head
    plain = [
        n for n in positions if column in rows[n].cells and not (rows[n].is_sum or rows[n].is_result or rows[n].is_part)
    ]
    own = [n for n in plain if not head or rows[n].head == head]
    least = min((rows[n].depth for n in own), default=0)
    return tuple(n for n in own if rows[n].depth == least)


def _grouped(table: FigureTable, items: Reading, column: int) -> Reading:
    """The items with each group of rows left out that the row after or before it adds up."""
    kept: list[int] = []
    position = 0
    while position < len(items):
        at = items[position]
        before = max(_adding_up(table, at, reversed(kept), column), default=0)
        if before:
            kept = [*kept[: len(kept) - before], at]
            position += 1
            continue
        kept.append(at)
        following = islice(items, position + 1, None)
        position += 1 + next(_adding_up(table, at, following, column), 0)
    return tuple(kept)


def _adding_up(table: FigureTable, total: int, rows: Iterable[int], column: int) -> Iterator[int]:
    """How many of the rows, two or more from the first, add up to the total."""
    printed, slack = table.rows[total].cells[column].value, table.rows[total].halves[column]
    added = Decimal(0)
    for count, n in enumerate(rows if printed else (), start=1):
        added += table.rows[n].cells[column].value
        slack += table.rows[n].halves[column]
        if count > 1 and abs(printed - added) <= slack:
            yield count


def broken_group(table: FigureTable, items: Reading, total: int, column: int) -> tuple[int, Reading] | None:
    """A row and the rows after or before it that it nearly adds up, where just that keeps the total from being right.

    The total is right with either the row or its rows left out; null where no such group is found.
    """
    items = tuple(n for n in items if column in table.rows[n].cells)
    figures = [table.rows[n].cells[column] for n in items]
    printed = table.rows[total].cells[column]
    surplus = abs(added_up(figures)) - abs(printed.value)
    slack = table.slack((total, *items), column)
    if len(items) > _MOST_ROWS or abs(surplus) <= slack:
        return None
    found: list[tuple[Decimal, int, Reading]] = []
    for first in range(len(items) - 1):
        added = figures[first].value
        for last in range(first + 1, len(items)):
            added += figures[last].value
            for at in (first - 1, last + 1):
                if 0 <= at < len(items):
                    own = figures[at].value
                    explains = min(abs(abs(added) - surplus), abs(abs(own) - surplus)) <= slack
                    found += [(abs(own - added), items[at], items[first : last + 1])] if explains else []
    distance, at, run = min(found, default=(Decimal(0), -1, ()))
    return (at, run) if run and distance <= surplus * _NEARLY else None
