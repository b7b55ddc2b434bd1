"""Columns that are computed from the columns beside them: changes, differences, totals and nets of a row."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from ingest.checks.checked_plan import CheckedPlan
from ingest.checks.figure_table import FigureRow, FigureTable
from ingest.checks.precision import half_a_place
from ingest.checks.wording import named, plain, rounded
from ingest.column_heads import ColumnRole, years_in
from ingest.model import Figure, Finding, Severity, Unit

_OPEN_SIGN = re.compile(r"differens|\bdiff\b|skillnad|avvikelse", re.IGNORECASE)
_TOTAL = re.compile(r"^(?:summa|totalt?|netto\w*|resultat)\b", re.IGNORECASE)
_SUM = "summan"
_LEAST_RIGHT = 2
"""Rows that must keep a rule before another row is held to it."""


@dataclass(frozen=True, slots=True)
class _Rule:
    """How a column follows from others: `columns` in the order that `value` takes them, `slack` their rounding."""

    name: str
    columns: tuple[int, ...]
    value: Callable[[Sequence[Decimal]], Decimal | None]
    slack: Callable[[Sequence[Decimal]], Decimal]
    either_way: bool = False

    def is_kept(self, values: Sequence[Decimal], printed: Decimal) -> bool:
        """Whether the printed value follows; its sign is free where the head leaves it open or amounts are negative."""
        expected = self.value(values) or Decimal(0)
        free = self.either_way or min(values) < 0
        apart = min(abs(expected - printed), abs(expected + printed)) if free else abs(expected - printed)
        return apart <= self.slack(values) + half_a_place(printed)


def computed_columns(checked: CheckedPlan) -> Iterator[Finding]:
    """Columns of changes between two years, of totals and of nets, against the columns that they are computed from."""
    for table in checked.tables:
        for column in table.columns:
            if _is_change(table, column):
                yield from _held_to(table, column, _changes(table, column))
            elif _TOTAL.search(table.head(column)):
                yield from _held_to(table, column, _totals(table, column))


def _is_change(table: FigureTable, column: int) -> bool:
    return column in table.heads and table.heads[column].role is ColumnRole.CHANGE


def _changes(table: FigureTable, column: int) -> Iterator[_Rule]:
    others = [c for c in table.columns if c != column and not _is_change(table, c)]
    head = table.head(column)
    named_years, open_sign = set(years_in(head)), bool(_OPEN_SIGN.search(head))
    if len(named_years) == 2:
        others = [c for c in others if named_years & set(years_in(table.head(c)))]
    for first in others:
        for second in others:
            if first != second:
                yield _Rule("skillnaden", (first, second), lambda v: v[0] - v[1], _sum_slack, open_sign)
                yield _Rule("förändringen i procent", (first, second), _percent, _percent_slack, open_sign)


def _totals(table: FigureTable, column: int) -> Iterator[_Rule]:
    before = tuple(c for c in table.columns if c < column and not _is_change(table, c))
    for start in range(len(before) - 1):
        yield _Rule(_SUM, before[start:], lambda v: sum(v, Decimal(0)), _sum_slack)
    for first in before:
        for second in before:
            if first != second:
                yield _Rule("skillnaden", (first, second), lambda v: abs(v[0]) - abs(v[1]), _sum_slack)


def _sum_slack(values: Sequence[Decimal]) -> Decimal:
    return sum((half_a_place(value) for value in values), Decimal(0))


def _percent(values: Sequence[Decimal]) -> Decimal | None:
    return (values[0] - values[1]) / abs(values[1]) * 100 if values[1] else None


def _percent_slack(values: Sequence[Decimal]) -> Decimal:
    new, old = values
    if not old:
        return Decimal(0)
    return (half_a_place(new) + half_a_place(old) * abs(new / old)) / abs(old) * 100


def _held_to(table: FigureTable, column: int, rules: Iterator[_Rule]) -> Iterator[Finding]:
    """The rows that miss the rule that most rows keep."""
    rows = [row for row in table.rows if column in row.cells and not _mixed(row)]
    judged = [(rule, *_judge(rows, column, rule)) for rule in rules]
    if not judged:
        return
    rule, right, wrong = max(judged, key=lambda found: (len(found[1]), -len(found[2])))
    certain = len(right) >= max(_LEAST_RIGHT, len(wrong) + 1) or (len(right) == 1 and len(wrong) == 1 and _two(table))
    if certain and not any(len(other) == len(right) and len(missed) < len(wrong) for _, other, missed in judged):
        for row in wrong:
            yield _finding(row, column, rule)


def _two(table: FigureTable) -> bool:
    return len(table.columns) == 3


def _mixed(row: FigureRow) -> bool:
    """Whether a row's own unit is a share, so that its change is one of percentage points or of nothing."""
    units = [figure.unit for figure in row.cells.values()]
    return Unit.PERCENT in units[:1]


def _judge(rows: Sequence[FigureRow], column: int, rule: _Rule) -> tuple[list[FigureRow], list[FigureRow]]:
    """The rows that tell of the rule and keep it, and those that miss it; rows of nothing tell nothing."""
    right: list[FigureRow] = []
    wrong: list[FigureRow] = []
    for row in rows:
        values = [row.cells[c].value for c in rule.columns if c in row.cells]
        printed = row.cells[column].value
        partial = len(values) < len(rule.columns) and rule.name != _SUM
        if partial or not any(values) or rule.value(values) is None:
            continue
        (right if rule.is_kept(values, printed) else wrong).append(row)
    return right, wrong


def _finding(row: FigureRow, column: int, rule: _Rule) -> Finding:
    printed = row.cells[column]
    operands: list[Figure] = [row.cells[c] for c in rule.columns if c in row.cells]
    expected = rule.value([figure.value for figure in operands]) or Decimal(0)
    told = f"{rounded(expected)} %" if "procent" in rule.name else plain(expected)
    cells = " och ".join(f"{figure.as_printed}" for figure in operands)
    name = named(printed) if printed.year is None else named(printed).removesuffix(f" {printed.year}")
    return Finding(
        Severity.ERROR,
        "computed-column",
        f"{name}: kolumnen är tryckt som {printed.as_printed}, men {rule.name} av {cells} är {told}.",
        (printed.source, *(figure.source for figure in operands)),
    )
