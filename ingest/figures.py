"""Table cells become figures: label with headings, value, unit, year, basis, kind and owner."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from ingest.amounts import Amount, amounts_in, parse_cell, unit_in
from ingest.column_heads import Column, ColumnRole, basis_in, is_year, years_in
from ingest.figure_kinds import TARGET_WORDS, kind_in_column, kind_of_row
from ingest.model import Basis, BoundingBox, Figure, FigureKind, SourceRef, Table, Unit, UnitSource
from ingest.row_units import unit_of_cell_in, unit_of_table, units_beside
from ingest.row_years import are_measures, year_of_label, year_told
from ingest.table_grid import Grid, Place, grid_of, header_rows
from ingest.table_reading import Columns, column_at, columns_by_row, stated_unit
from ingest.table_rows import Row, rows_of
from ingest.table_titles import counts_in_thousands

_TRAILING_UNIT = re.compile(
    r"(?<!\d)[\s,(]+(?:i\s)?(?:tkr|kkr|tsek|ksek|mnkr|mkr|msek|mdkr|kr/inv|kr|sek|%|st)\)?$|\s\((?:antal|procent)\)$",
    re.IGNORECASE,
)
_NUMBERED = re.compile(r"^\d{1,2}[.)]\s+")


@dataclass(frozen=True, slots=True)
class PlanYears:
    """What tells the basis of a column that does not say: the plan's period and title."""

    period: tuple[int, int] | None
    title: str


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What stands around a table: the text of its section, the unit stated for it further off, and the names of units.

    `units` maps a unit's name, case folded, to the name as written; `title` is the line right above the table.
    """

    nearby: Sequence[str] = ()
    stated: Unit | None = None
    units: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    title: str = ""


@dataclass(frozen=True, slots=True)
class _Reading:
    """A table while its cells are read: whichever way it was printed, labels down the side and years across."""

    table: Table
    grid: Grid
    corner: str
    unit: Unit | None
    years: PlanYears
    around: Surroundings
    dated: bool
    of_units: bool


def table_figures(table: Table, around: Surroundings, years: PlanYears) -> tuple[Figure, ...]:
    """The figures of one table."""
    grid = grid_of(table)
    heads = header_rows(grid.rows)
    columns = columns_by_row(grid.rows, _boxes(table, grid))
    blanked = [
        row if n in columns or n < heads else (row[0], *("" for _ in row[1:])) for n, row in enumerate(grid.rows)
    ]
    rows = rows_of(blanked, heads, grid.groups)
    captions = tuple(reversed(table.source.section_path)) if table.source.section_path else (table.caption,)
    stated = None if any(map(are_measures, columns.values())) else around.stated
    unit = unit_of_table(grid.rows, heads, captions, around.title) or stated_unit(around.nearby) or stated
    dated = any(c.year is not None for own in columns.values() for c in own if c.role is ColumnRole.AMOUNT)
    corner = grid.rows[0][0] if grid.rows else ""
    reading = _Reading(table, grid, corner, unit, years, around, dated, _is_of_units(rows, table, around))
    found: list[Figure] = []
    for position, row in enumerate(rows):
        labels = [other.label for other in rows[position:]]
        kind = kind_of_row(row.label, row.heads, labels, (f"{table.caption} {around.title}", corner))
        found += _row_figures(reading, row, columns.get(row.index, ()), kind)
    return tuple(found)


def _is_of_units(rows: Sequence[Row], table: Table, around: Surroundings) -> bool:
    """Whether a table of the whole has its units as rows: two or more of its labels are units' names."""
    named = {row.label.casefold() for row in rows} & around.units.keys()
    return len(named) > 1 and (table.owner is None or table.owner.casefold() not in around.units)


def _boxes(table: Table, grid: Grid) -> list[list[BoundingBox | None]]:
    return [[_cell_box(table, place) for place in row] for row in grid.places] if table.cell_boxes else []


def _cell_box(table: Table, place: Place) -> BoundingBox | None:
    row, column = place
    known = row < len(table.cell_boxes) and column < len(table.cell_boxes[row])
    return table.cell_boxes[row][column] if known else None


def _row_figures(reading: _Reading, row: Row, columns: Columns, kind: FigureKind) -> Iterator[Figure]:
    beside = units_beside(row.cells, columns)
    alike = Counter(
        (c.year, c.basis, c.unit)
        for index, cell in enumerate(row.cells)
        if parse_cell(cell) and (c := column_at(columns, index)).role is ColumnRole.AMOUNT
    )
    for index, cell in enumerate(row.cells):
        column = column_at(columns, index)
        apart = alike[column.year, column.basis, column.unit] > 1
        told = _Cell(
            row, index, cell, column, _aside(reading, column, apart=apart), kind, year_told(row, columns, column)
        )
        yield from _cell_figures(reading, told, beside)


def _aside(reading: _Reading, column: Column, *, apart: bool) -> str:
    """What a figure's label must add of its column's head, so that it does not pass for the year's own amount."""
    if column.role is ColumnRole.CHANGE or column.part:
        return column.rest
    undated = reading.dated and column.year is None and column.role is ColumnRole.AMOUNT
    return column.rest if apart or undated else ""


@dataclass(frozen=True, slots=True)
class _Cell:
    """One cell with all that is known of its row and column."""

    row: Row
    index: int
    text: str
    column: Column
    aside: str
    kind: FigureKind
    row_year: int | None


def _cell_figures(reading: _Reading, cell: _Cell, beside: Mapping[int, Unit | None]) -> Iterator[Figure]:
    own, remark = _own_and_remark(cell.text)
    amount = parse_cell(own)
    label, column = _label(cell.row.label), cell.column
    heads_column = column.name == "" and is_year(cell.text.strip())
    if amount is not None and not heads_column and column.role not in {ColumnRole.UNIT, ColumnRole.REMARK}:
        said = amount.unit or unit_in(remark)
        if cell.index in beside and said is None and beside[cell.index] is None:
            unit = None
        else:
            unit = unit_of_cell_in(said, cell.row.label, cell.row.heads, column, beside.get(cell.index), reading.unit)
        unit = None if unit is Unit.COUNT and counts_in_thousands(reading.around.title) else unit
        yield _figure(reading, cell, label, replace(amount, unit=unit), None)
    told = remark if amount is not None else cell.text
    for part in amounts_in(told):
        rest = " ".join((told[: part.start] + told[part.end :]).split()).strip(" ,.()")
        other = FigureKind.OTHER if rest and part.unit is not Unit.PERCENT else None
        kind = FigureKind.TARGET if TARGET_WORDS.search(told) else other
        yield _figure(reading, cell, f"{label}: {rest}" if rest else label, part, kind)


def _label(printed: str) -> str:
    return _TRAILING_UNIT.sub("", _NUMBERED.sub("", printed))


def _own_and_remark(cell: str) -> tuple[str, str]:
    """A cell's amount and what stands in parentheses after it, or the whole cell: "160 (varav 60 tkr i år)"."""
    own, mark, remark = cell.partition(" (")
    if own.strip() and mark:
        return own, f"({remark}"
    return cell.rstrip("* "), ""


def _figure(reading: _Reading, cell: _Cell, label: str, amount: Amount, kind: FigureKind | None) -> Figure:
    table, column, row = reading.table, cell.column, cell.row
    place = reading.grid.places[row.index][cell.index + 1]
    heads = " ".join((table.caption, *table.rows[0], *row.heads))
    label, owner = _label_and_owner(reading, cell, label)
    year = column.year or cell.row_year or year_of_label(cell.row.label, _year_beside(reading, column))
    return Figure(
        label=label,
        path=(*table.source.section_path, *row.heads),
        owner=owner,
        value=amount.value,
        unit=amount.unit,
        unit_source=UnitSource.PRINTED if amount.unit is not None else None,
        year=year,
        basis=_basis(reading, column, year),
        kind=kind or kind_in_column(cell.kind, column, amount.unit, f"{heads} {label}"),
        as_printed=amount.as_printed,
        quote="\t".join(table.rows[place[0]]),
        source=_source(table, place),
    )


def _source(table: Table, place: Place) -> SourceRef:
    row, column = place
    box = _cell_box(table, place) or table.source.bbox
    return replace(table.source, page=table.page_of(row), row=row, column=column, bbox=box)


def _label_and_owner(reading: _Reading, cell: _Cell, label: str) -> tuple[str, str | None]:
    """The label with what sets its column apart, and the unit that row, heading or column names, else the table's."""
    units, aside = reading.around.units, cell.aside
    named = [units[head.casefold()] for head in cell.row.heads if head.casefold() in units]
    owner = named[-1] if named else reading.table.owner
    told_in_words = label.startswith(f"{cell.row.label}: ")
    if reading.of_units and cell.row.label.casefold() in units and not told_in_words:
        return (aside or label), units[cell.row.label.casefold()]
    if aside.casefold() in units and cell.column.role is ColumnRole.AMOUNT:
        return label, units[aside.casefold()]
    return (f"{label}: {aside}" if aside else label), owner


def _year_beside(reading: _Reading, column: Column) -> int | None:
    """The year of a table in which no column is dated: the corner's, its title's or heading's, or a one-year plan's."""
    if reading.dated or column.role not in {ColumnRole.AMOUNT, ColumnRole.TARGET} or years_in(column.name):
        return None
    for text in (reading.corner, reading.around.title, reading.table.caption):
        years = set(years_in(text))
        if years:
            return years.pop() if len(years) == 1 else None
    period = reading.years.period
    of_one = period is not None and (period[0] == period[1] or set(years_in(reading.years.title)) == {period[0]})
    return period[0] if of_one and period is not None and column.basis is Basis.BUDGET else None


def _basis(reading: _Reading, column: Column, year: int | None) -> Basis | None:
    """A column's own basis, else, for amounts of whole years, that of the table's heading or of the plan's period."""
    if column.role is not ColumnRole.AMOUNT or column.basis is not None or column.part:
        return column.basis
    return basis_of(year, f"{reading.table.caption} {reading.corner}", reading.years)


def basis_of(year: int | None, heading: str, years: PlanYears) -> Basis | None:
    """The basis that follows from the plan's period: its first year is the budget, the years after it are plan."""
    named = basis_in(heading)
    if year is None or years.period is None:
        return named
    if year < years.period[0]:
        return named if named in {Basis.OUTCOME, Basis.FORECAST} and set(years_in(heading)) == {year} else None
    if year == years.period[0]:
        return Basis.BUDGET if named in {Basis.BUDGET, None} else named
    return Basis.PLAN
