"""What a budget amounts to in the measures that financial goals are set in, year by year."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from ingest.checks.checked_plan import CheckedPlan, OwnedRow
from ingest.checks.precision import half_a_place
from ingest.figure_kinds import COST_WORDS, INCOME_WORDS
from ingest.model import Figure, Unit
from ingest.units import SCALES

_TAXES = re.compile(r"^(?:summa )?skatte(?:intäkter|r)?\b(?!.*kostnad)", re.IGNORECASE)
_GRANTS = re.compile(r"^(?:generella )?(?:statsbidrag|statliga bidrag)\b|utjämning", re.IGNORECASE)
_BOTH = re.compile(r"skatte\w*.*(?:bidrag|utjämning)", re.IGNORECASE)
_EQUITY = re.compile(r"^(?:summa )?eget kapital(?:et)?\b(?!.*(?:skulder|avsättning))", re.IGNORECASE)
_ASSETS = re.compile(r"^summa tillgångar\b", re.IGNORECASE)
_NET_COST = re.compile(r"^(?:verksamhetens )?netto(?:kostnad|resultat)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Measured:
    """A measure's value in one year, its rounding, and the figures that it comes from."""

    year: int
    value: Decimal
    slack: Decimal
    figures: tuple[Figure, ...]


Measure = Callable[[Sequence[OwnedRow], int], Measured | None]


def organisation_rows(checked: CheckedPlan) -> tuple[OwnedRow, ...]:
    """The rows of the organisation's own tables."""
    return tuple(row for row in checked.rows if row.owner == checked.plan.organisation)


def result(rows: Sequence[OwnedRow], year: int) -> Measured | None:
    """The last result of the first table that has one, in kronor."""
    tables = dict.fromkeys(row.table.number for row in rows if row.row.is_result)
    for number in tables:
        own = [row for row in rows if row.table.number == number and re.search(r"resultat", row.row.label, re.I)]
        cells = own[-1].cells(year) if own else []
        if len(cells) == 1 and cells[0].unit in SCALES:
            return _of(year, cells)
    return None


def income_less_cost(rows: Sequence[OwnedRow], year: int) -> Measured | None:
    """The printed result, else the sum of income less the sum of cost, in kronor."""
    printed = result(rows, year)
    if printed is not None:
        return printed
    income, cost = _sum_of(rows, year, INCOME_WORDS), _sum_of(rows, year, COST_WORDS)
    if income is None or cost is None:
        return None
    return Measured(year, abs(income.value) - abs(cost.value), income.slack + cost.slack, income.figures + cost.figures)


def income(rows: Sequence[OwnedRow], year: int) -> Measured | None:
    """The sum of income, in kronor."""
    return _sum_of(rows, year, INCOME_WORDS)


def taxes_and_grants(rows: Sequence[OwnedRow], year: int) -> Measured | None:
    """Tax income with general state grants, in kronor: one row of both, or a row of each."""
    together = [row for row in rows if _BOTH.search(row.row.label)]
    if together:
        return _of(year, together[0].cells(year))
    taxes = [row for row in rows if _TAXES.search(row.row.label)]
    for first in taxes:
        grants = [r for r in rows if r.table.number == first.table.number and _GRANTS.search(r.row.label)]
        cells = [cell for row in (first, *grants) for cell in row.cells(year)]
        if grants and len(cells) == 1 + len(grants):
            return _of(year, cells)
    return None


def net_cost(rows: Sequence[OwnedRow], year: int) -> Measured | None:
    """The net cost of all operations, in kronor."""
    return next((_of(year, row.cells(year)) for row in rows if _NET_COST.search(row.row.label)), None)


def equity(rows: Sequence[OwnedRow], year: int) -> Measured | None:
    """Equity, in kronor."""
    return next((_of(year, row.cells(year)) for row in rows if _EQUITY.search(row.row.label)), None)


def assets(rows: Sequence[OwnedRow], year: int) -> Measured | None:
    """The sum of all assets, in kronor."""
    return next((_of(year, row.cells(year)) for row in rows if _ASSETS.search(row.row.label)), None)


def share(part: Measure, whole: Measure) -> Measure:
    """One measure in per cent of another."""

    def measured(rows: Sequence[OwnedRow], year: int) -> Measured | None:
        of, base = part(rows, year), whole(rows, year)
        if of is None or base is None or not base.value:
            return None
        value = of.value / abs(base.value) * 100
        slack = (of.slack + base.slack * abs(of.value / base.value)) / abs(base.value) * 100
        return Measured(year, value, slack, of.figures + base.figures)

    return measured


def row_named(pattern: str) -> Measure:
    """A key figure in per cent that a row of this name prints."""

    def measured(rows: Sequence[OwnedRow], year: int) -> Measured | None:
        for cell in _cells(rows, year, re.compile(pattern, re.IGNORECASE)):
            if cell.unit in {Unit.PERCENT, None}:
                return Measured(year, cell.value, half_a_place(cell.value), (cell,))
        return None

    return measured


def first_of(*measures: Measure) -> Measure:
    """The first of the measures that the tables allow."""
    return lambda rows, year: next((found for m in measures if (found := m(rows, year)) is not None), None)


def _cells(rows: Sequence[OwnedRow], year: int, pattern: re.Pattern[str]) -> Iterator[Figure]:
    for row in rows:
        if pattern.search(row.row.label):
            yield from row.cells(year)


def _sum_of(rows: Sequence[OwnedRow], year: int, words: re.Pattern[str]) -> Measured | None:
    found = [row for row in rows if row.row.is_sum and words.search(row.row.label)]
    return _of(year, found[0].cells(year)) if found else None


def _of(year: int, cells: Sequence[Figure]) -> Measured | None:
    """The cells added up in kronor; null where one has no unit of money."""
    value, slack = Decimal(0), Decimal(0)
    for cell in cells:
        if cell.unit not in SCALES or cell.unit is None:
            return None
        value += cell.value * SCALES[cell.unit]
        slack += half_a_place(cell.value) * SCALES[cell.unit]
    return Measured(year, value, slack, tuple(cells)) if cells else None
