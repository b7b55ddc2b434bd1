"""Which way of parting a row's figures into columns is the right one: the sums that the table prints decide.

A row that can be parted in one way only is taken so. Where several ways remain, the one is taken that alone makes the
column sums equal the printed totals; without sums, one whose amounts are far more alike in size than in any other.
Where nothing decides, nothing is taken.
"""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import product
from math import prod

from ingest.amounts import parse_cell
from ingest.figure_kinds import RESULT_WORDS, SUM_WORDS
from ingest.readers.text_rows import Parting

MOST_SUMS = 3_000
"""Combinations of ways up to which the sums are tried."""
ALIKE, UNLIKE = 5, 100
"""Amounts of one row in several years differ less than `ALIKE` times, in a way that is out of the question more than
`UNLIKE` times."""

Way = tuple[str, ...]
Sums = tuple[Decimal, ...]


@dataclass(slots=True)
class Column:
    """The rows of a table while it is decided how they are parted; null stands for a line without amounts."""

    rows: Sequence[Parting | None]
    chosen: dict[int, Way] = field(default_factory=dict)

    def ways(self, index: int) -> tuple[Way, ...]:
        """The ways that are left for a row."""
        row = self.rows[index]
        return (self.chosen[index],) if index in self.chosen else row.ways if row is not None else ()


def decided(rows: Sequence[Parting | None]) -> list[Way | None]:
    """How each row's figures are parted, null where the table does not tell; lines without amounts are null."""
    table = Column(rows, {n: row.ways[0] for n, row in enumerate(rows) if row is not None and row.rigid})
    for whole in (True, False):
        known = -1
        while known != len(table.chosen):
            known = len(table.chosen)
            for total, parts in _sums(rows):
                _decide_by_sum(table, total, parts, whole=whole)
    gaps = any(len(way) > len([cell for cell in way if cell]) for way in table.chosen.values())
    for index, row in enumerate(rows):
        if row is not None and index not in table.chosen:
            even = _far_more_even(row.ways, gaps=gaps)
            if even is not None:
                table.chosen[index] = even
    return [table.chosen.get(index) for index in range(len(rows))]


def _sums(rows: Sequence[Parting | None]) -> Iterator[tuple[int, list[int]]]:
    """Each total with the rows that it may add up: those since the last heading or total, all, or the totals."""
    totals: list[int] = []
    start = 0
    for index, row in enumerate(rows):
        if row is None:
            start = index + 1
        elif SUM_WORDS.match(row.label):
            plain = [n for n in range(index) if n not in totals and rows[n] is not None]
            near = [n for n in plain if n >= start]
            yield from ((index, parts) for parts in (near, plain, list(totals)) if len(parts) > 1)
            totals.append(index)
            start = index + 1
        elif RESULT_WORDS.search(row.label) and len(totals) > 1:
            between = [n for n in range(totals[-1] + 1, index) if rows[n] is not None]
            yield index, totals[-2:]
            if between:
                yield index, [*totals[-2:], *between]


def _decide_by_sum(table: Column, total: int, parts: Sequence[int], *, whole: bool) -> None:
    """Takes the ways of `parts` and `total` that alone make a sum right, in all columns (`whole`) or in the most."""
    everything = [*parts, total]
    ways = [table.ways(n) for n in everything]
    if prod(map(len, ways)) > MOST_SUMS:
        ways = [_plausible(found) for found in ways]
    if not 1 < prod(map(len, ways)) <= MOST_SUMS:
        return
    label = _label(table, total)
    result = RESULT_WORDS.search(label) is not None and not SUM_WORDS.match(label)
    fits: dict[int, set[tuple[Way, ...]]] = {}
    for signs in _signings(len(parts), result=result):
        for added, path in _all_sums(ways[:-1], signs):
            for way in ways[-1]:
                right = _right_columns(added, way, len(parts))
                if not whole or right == sum(_value(cell) != 0 for cell in way):
                    fits.setdefault(right, set()).add((*path, way))
    best = max(fits, default=0)
    taken = _most_even(fits[best]) if best else None
    if taken is not None:
        table.chosen.update(zip(everything, taken, strict=True))


def _most_even(fits: Collection[tuple[Way, ...]]) -> tuple[Way, ...] | None:
    """Of ways that make a sum right, the one that does or whose amounts are by far the most alike in each row.

    Sums without a carry are right wherever all rows are parted at the same place.
    """
    ranked = sorted((max(map(_spread, ways)), ways) for ways in fits)
    if len(ranked) == 1 or ranked[1][0] >= ranked[0][0] * UNLIKE:
        return ranked[0][1]
    return None


def _plausible(ways: Sequence[Way]) -> tuple[Way, ...]:
    """Where there are too many ways to try: those that fill every column with amounts not out of the question."""
    full = [way for way in ways if all(way)] or list(ways)
    least = min(map(_spread, full))
    return tuple(way for way in full if _spread(way) < least * UNLIKE)


def _label(table: Column, index: int) -> str:
    row = table.rows[index]
    return row.label if row is not None else ""


def _signings(count: int, *, result: bool) -> list[tuple[int | None, ...]]:
    """How parts are added: as printed, or by magnitude (null); a result takes the second sum from the first."""
    if result:
        rest = (1,) * (count - 2)
        return [(1, 1, *rest), (1, -1, *rest), (1, -1, *(-1 for _ in rest))]
    return [(1,) * count, (None,) * count]


def _all_sums(parts: Sequence[tuple[Way, ...]], signs: Sequence[int | None]) -> Iterator[tuple[Sums, tuple[Way, ...]]]:
    """Each sum of columns that the ways can give, with the ways to it."""
    valued = [[(way, _signed(way, sign)) for way in ways] for ways, sign in zip(parts, signs, strict=True)]
    for combination in product(*valued):
        added = tuple(sum(column, Decimal(0)) for column in zip(*(values for _, values in combination), strict=True))
        yield added, tuple(way for way, _ in combination)


def _signed(way: Way, sign: int | None) -> Sums:
    return tuple(abs(_value(cell)) if sign is None else sign * _value(cell) for cell in way)


def _value(cell: str) -> Decimal:
    amount = parse_cell(cell)
    return amount.value if amount is not None else Decimal(0)


def _right_columns(added: Sums, total: Way, parts: int) -> int:
    """In how many columns a total other than nil is right, to half a unit of the last place for each part."""
    right = 0
    for value, cell in zip(added, total, strict=True):
        amount = parse_cell(cell)
        if amount is not None and amount.value:
            places = re.search(r",(\d+)", cell)
            slack = Decimal(1).scaleb(-len(places[1]) if places else 0) / 2 * (parts + 1)
            right += abs(abs(value) - abs(amount.value)) <= slack
    return right


def _far_more_even(ways: Sequence[Way], *, gaps: bool) -> Way | None:
    """The one way whose amounts are alike in size while those of every other are far apart; null if there is none.

    In a table with `gaps` the ways that leave cells empty are possible too.
    """
    full = sorted((_spread(way), way) for way in ways if all(way))
    if not full:
        return None
    least, best = full[0]
    if all(_spread(way) >= least * UNLIKE / ALIKE for way in ways if way != best):
        return best
    ahead = len(full) == 1 or full[1][0] >= UNLIKE
    return best if least <= ALIKE and ahead and not gaps else None


def _spread(way: Way) -> Decimal:
    """How many times the largest amount of a row is its smallest, nil aside."""
    sizes = [abs(value) for cell in way if (value := _value(cell))]
    return max(sizes) / min(sizes) if sizes else Decimal(1)
