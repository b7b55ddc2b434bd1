"""A table's figures by row and column, as the checks over tables see them."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby

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
    """A row's figures by column; `head` is the sub-heading over it, `depth` the number of those."""

    index: int
    label: str
    head: str
    depth: int
    kind: FigureKind
    cells: Mapping[int, Figure]

    @property
    def is_sum(self) -> bool:
        """Whether the label says that the row adds up others."""
        return bool(SUM_WORDS.match(self.label)) and self.kind is not FigureKind.RESULT

    @property
    def is_result(self) -> bool:
        """Whether the label says that the row is what is left: a result or a net."""
        return self.kind is FigureKind.RESULT or (not self.is_sum and bool(_NET.search(self.label)))

    @property
    def is_part(self) -> bool:
        """Whether the row tells a part of the row before it ("varav …")."""
        return bool(_PART.match(self.label))

    @property
    def side(self) -> FigureKind | None:
        """Income or cost, by the row's kind or else the words of its label."""
        if self.kind in {FigureKind.INCOME, FigureKind.COST}:
            return self.kind
        income, cost = INCOME_WORDS.search(self.label), COST_WORDS.search(self.label)
        if bool(income) == bool(cost) or RESULT_WORDS.search(self.label):
            return None
        return FigureKind.INCOME if income else FigureKind.COST


@dataclass(frozen=True, slots=True)
class FigureTable:
    """A table, or the part of it under one head, with its rows of figures; `heads` are the columns by number."""

    table: Table
    number: int
    rows: tuple[FigureRow, ...]
    heads: Mapping[int, Column]

    def head(self, column: int) -> str:
        """The column's name, or nothing."""
        return self.heads[column].name if column in self.heads else ""

    @property
    def columns(self) -> tuple[int, ...]:
        """The columns that hold figures, from the left."""
        return tuple(sorted({column for row in self.rows for column in row.cells}))

    @property
    def added_columns(self) -> tuple[int, ...]:
        """The columns whose figures add up downwards: no shares, changes or amounts per head."""
        return tuple(c for c in self.columns if self._holds_amounts(c) and not self._of_shares(c))

    def _holds_amounts(self, column: int) -> bool:
        role = self.heads[column].role if column in self.heads else ColumnRole.AMOUNT
        return role is ColumnRole.AMOUNT and not _NOT_ADDED.search(self.head(column))

    def _of_shares(self, column: int) -> bool:
        units = {row.cells[column].unit for row in self.rows if column in row.cells}
        return bool(units) and units <= {Unit.PERCENT, Unit.KR_PER_INHABITANT}

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
            yield FigureTable(table, number, tuple(_row(index, rows[index]) for index in under), heads)


def _columns_of(table: Table) -> Callable[[int], Columns]:
    by_row = columns_by_row(table.rows, table.cell_boxes)
    return lambda index: by_row.get(index, ())


def _row(index: int, cells: Mapping[int, Figure]) -> FigureRow:
    first = next(iter(cells.values()))
    inside = first.path[len(first.source.section_path) :]
    return FigureRow(index, first.label, inside[0] if inside else "", len(inside), first.kind, cells)
