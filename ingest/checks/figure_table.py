"""A table's figures by row and column, as the checks over tables see them."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby

from ingest.checks.precision import rounding_of
from ingest.column_heads import Column, ColumnRole
from ingest.figure_kinds import COST_WORDS, INCOME_WORDS, RESULT_WORDS, SUM_WORDS
from ingest.model import Figure, FigureKind, Plan, Table, Unit
from ingest.table_reading import Columns, columns_by_row, is_undivided

_NET = re.compile(r"\bnetto(?!omsättning|invester)|(?<!före )\bkassaflöde\b", re.IGNORECASE)
_PART = re.compile(r"^(?:[-–•]\s*)?(?:varav|därav|inkl(?:usive|\.)?)\b", re.IGNORECASE)
_NOT_ADDED = re.compile(r"index|\bper\b(?! den)|/inv|snitt\b|medeltal|medelv|kvot|ålder", re.IGNORECASE)
"""Column heads over figures that their rows do not add up to a total of."""


@dataclass(frozen=True, slots=True)
class FigureRow:
    """A row's figures by column, and `halves`, what each may be off for its rounding.

    `head` is the sub-heading over the row, `depth` the number of those. The label says that a row adds up others
    (`is_sum`), is what is left, a result or a net (`is_result`), or is a part of the row before it, "varav …"
    (`is_part`); `side` is income or cost, by the kind or else the words of the label.
    """

    index: int
    label: str
    head: str
    depth: int
    kind: FigureKind
    cells: Mapping[int, Figure]
    halves: Mapping[int, Decimal]
    is_sum: bool
    is_result: bool
    is_part: bool
    side: FigureKind | None


@dataclass(frozen=True, slots=True)
class FigureTable:
    """A table, or the part of it under one head, with its rows of figures; `heads` are the columns by number.

    `columns` are those that hold figures, from the left; `added_columns` those of them whose figures add up downwards:
    no shares, changes or amounts per head.
    """

    table: Table
    number: int
    rows: tuple[FigureRow, ...]
    heads: Mapping[int, Column]
    columns: tuple[int, ...]
    added_columns: tuple[int, ...]

    def head(self, column: int) -> str:
        """The column's name, or nothing."""
        return self.heads[column].name if column in self.heads else ""

    def slack(self, positions: Iterable[int], column: int) -> Decimal:
        """What the rows at the positions may be off in a column for their rounding; an empty cell adds nothing."""
        return sum((self.rows[n].halves[column] for n in positions if column in self.rows[n].halves), Decimal(0))

    def unread_between(self, first: int, last: int) -> bool:
        """Whether figures that could not be parted into columns stand between two rows of the table."""
        return any(is_undivided(row) for row in self.table.rows[first:last])


def figure_tables(plan: Plan) -> Iterator[FigureTable]:
    """The plan's tables that hold figures, in order."""
    held: dict[int, dict[int, dict[int, Figure]]] = {}
    for figure in plan.figures:
        number, row, column = figure.source.table, figure.source.row, figure.source.column
        if number is None or row is None or column is None:
            continue
        if plan.tables[number].rows[row][column].startswith(figure.as_printed):
            held.setdefault(number, {}).setdefault(row, {}).setdefault(column, figure)
    for number, rows in sorted(held.items()):
        table = plan.tables[number]
        for columns, under in groupby(sorted(rows), key=_columns_of(table)):
            heads = dict(enumerate(columns, start=1))
            yield _table(table, number, tuple(_row(index, rows[index]) for index in under), heads)


def _columns_of(table: Table) -> Callable[[int], Columns]:
    by_row = columns_by_row(table.rows, table.cell_boxes)
    return lambda index: by_row.get(index, ())


def _row(index: int, cells: Mapping[int, Figure]) -> FigureRow:
    first = next(iter(cells.values()))
    inside = first.path[len(first.source.section_path) :]
    label, kind = first.label, first.kind
    is_sum = bool(SUM_WORDS.match(label)) and kind is not FigureKind.RESULT
    return FigureRow(
        index,
        label,
        inside[0] if inside else "",
        len(inside),
        kind,
        cells,
        {column: rounding_of(figure) for column, figure in cells.items()},
        is_sum,
        kind is FigureKind.RESULT or (not is_sum and bool(_NET.search(label))),
        bool(_PART.match(label)),
        _side(label, kind),
    )


def _side(label: str, kind: FigureKind) -> FigureKind | None:
    if kind in {FigureKind.INCOME, FigureKind.COST}:
        return kind
    income, cost = INCOME_WORDS.search(label), COST_WORDS.search(label)
    if bool(income) == bool(cost) or RESULT_WORDS.search(label):
        return None
    return FigureKind.INCOME if income else FigureKind.COST


def _table(table: Table, number: int, rows: tuple[FigureRow, ...], heads: Mapping[int, Column]) -> FigureTable:
    columns = tuple(sorted({column for row in rows for column in row.cells}))
    added = tuple(c for c in columns if _holds_amounts(heads.get(c)) and not _of_shares(rows, c))
    return FigureTable(table, number, rows, heads, columns, added)


def _holds_amounts(head: Column | None) -> bool:
    return head is None or (head.role is ColumnRole.AMOUNT and not _NOT_ADDED.search(head.name))


def _of_shares(rows: Sequence[FigureRow], column: int) -> bool:
    units = {row.cells[column].unit for row in rows if column in row.cells}
    return bool(units) and units <= {Unit.PERCENT, Unit.KR_PER_INHABITANT}
