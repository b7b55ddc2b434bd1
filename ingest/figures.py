"""Table cells become figures: label with headings, value, unit, year, basis, kind and owner."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from ingest.amounts import amounts_in, parse_cell, unit_in
from ingest.model import Basis, BoundingBox, Figure, FigureKind, SourceRef, Table, Unit, UnitSource
from ingest.table_reading import Column, basis_in, columns_of, header_rows, is_undivided, stated_unit, years_in
from ingest.units import SCALES

SUM_WORDS = re.compile(r"^(?:delsumma|summa|totalt?|totala|sammanlagt)\b", re.IGNORECASE)
RESULT_WORDS = re.compile(r"resultat|överskott|underskott", re.IGNORECASE)
INCOME_WORDS = re.compile(r"intäkt|inkomst|skatteintäkt|statsbidrag", re.IGNORECASE)
COST_WORDS = re.compile(r"kostnad|utgift|personal|avskrivning", re.IGNORECASE)
INVESTMENT_WORDS = re.compile(r"investering", re.IGNORECASE)
STAFFING_WORDS = re.compile(r"personal|tjänst|bemanning|befattning|anställ", re.IGNORECASE)
FEE_WORDS = re.compile(r"avgift|taxa|/inv|per invånare", re.IGNORECASE)
_TRAILING_UNIT = re.compile(r"[\s,(]+(?:tkr|mnkr|mkr|kr|%)\)?$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Row:
    """A table row with the headings over it inside the table."""

    index: int
    label: str
    heads: tuple[str, ...]
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PlanYears:
    """What tells the basis of a column that does not say: the plan's period and title."""

    period: tuple[int, int] | None
    title: str


def table_figures(table: Table, nearby: Sequence[str], years: PlanYears) -> tuple[Figure, ...]:
    """The figures of one table; `nearby` is the text of its section, where a unit may be stated."""
    heads = header_rows(table.rows)
    columns = columns_of(table.rows, heads)
    rows = rows_of(table.rows, heads)
    unit = _table_unit(table, heads, nearby)
    found: list[Figure] = []
    for position, row in enumerate(rows):
        kind = _kind(row, rows[position:], table)
        for column_index, cell in enumerate(row.cells):
            column = columns[column_index] if column_index < len(columns) else Column(None, None, None, "")
            found += _cell_figures(table, row, (column_index, cell), column, (unit, kind), years)
    return tuple(found)


def rows_of(rows: Sequence[Sequence[str]], heads: int) -> tuple[Row, ...]:
    """The rows of amounts with their sub-headings: a label alone, or a row that the next rows add up to."""
    found: list[Row] = []
    head: str | None = None
    for index, cells in enumerate(rows):
        if index < heads or not cells[0] or is_undivided(cells):
            continue
        if not any(cells[1:]):
            head = cells[0]
            continue
        closing = bool(RESULT_WORDS.search(cells[0])) or cells[0].casefold().startswith("total")
        found.append(Row(index, cells[0], (head,) if head and not closing else (), tuple(cells[1:])))
        if head and SUM_WORDS.search(cells[0]) and head.casefold()[:6] in cells[0].casefold():
            head = None
    return _with_parents(found)


def _with_parents(rows: list[Row]) -> tuple[Row, ...]:
    """Rows that a row before them adds up get it as their heading, where only that makes the printed total right."""
    values = [amount.value if row.cells and (amount := parse_cell(row.cells[0])) else None for row in rows]
    total = next((n for n, row in enumerate(rows) if SUM_WORDS.search(row.label) and values[n] is not None), None)
    if total is None:
        return tuple(rows)
    children = _children(values[:total])
    outer = [v for n, v in enumerate(values[:total]) if v is not None and n not in children]
    if not children or abs(sum(outer, Decimal(0))) != abs(values[total] or Decimal(0)):
        return tuple(rows)
    return tuple(
        replace(row, heads=(*row.heads, rows[children[n]].label)) if n in children else row
        for n, row in enumerate(rows)
    )


def _children(values: Sequence[Decimal | None]) -> dict[int, int]:
    """Child to parent: each row whose value the two or more rows right after it add up to."""
    found: dict[int, int] = {}
    for parent, value in enumerate(values):
        added = Decimal(0)
        for index in range(parent + 1, len(values)):
            part = values[index]
            if not value or part is None or parent in found:
                break
            added += part
            if added == value and index > parent + 1:
                found.update(dict.fromkeys(range(parent + 1, index + 1), parent))
                break
    return found


def _table_unit(table: Table, heads: int, nearby: Sequence[str]) -> Unit | None:
    """The one scale of money that any cell names, else what the corner, the caption or a sentence nearby says."""
    named = {unit_in(cell) for row in table.rows for cell in row if parse_cell(cell) is None}
    money = named & SCALES.keys()
    if len(money) == 1:
        return money.pop()
    corner = " ".join(row[0] for row in table.rows[:heads])
    return unit_in(corner) or unit_in(table.caption) or stated_unit(nearby)


def _cell_figures(
    table: Table, row: Row, at: tuple[int, str], column: Column, known: tuple[Unit | None, FigureKind], years: PlanYears
) -> Iterator[Figure]:
    index, cell = at
    own, remark = _own_and_remark(cell)
    amount = parse_cell(own)
    label = _TRAILING_UNIT.sub("", re.sub(r"^\d{1,2}[.)]\s+", "", row.label))
    source = replace(table.source, row=row.index, column=index + 1, bbox=_box_of(table, row.index, index + 1))
    if amount is not None and not (column.name == "" and re.fullmatch(r"(?:19|20)\d\d", cell.strip())):
        shares = column.unit if column.unit is Unit.PERCENT else None
        unit = amount.unit or unit_in(remark) or shares or _row_unit(row) or column.unit or known[0]
        yield _figure(table, row, label, source, (amount.value, unit, amount.as_printed), column, known[1], years)
    told = remark if amount is not None else cell
    for part in amounts_in(told):
        rest = " ".join((told[: part.start] + told[part.end :]).split()).strip(" ,.()")
        name, kind = (f"{label}: {rest}", FigureKind.OTHER) if rest else (label, known[1])
        printed = (part.value, part.unit, part.as_printed)
        yield _figure(table, row, name, source, printed, column, kind, years)


def _box_of(table: Table, row: int, column: int) -> BoundingBox | None:
    """Where the cell stands, or else its table."""
    known = row < len(table.cell_boxes) and column < len(table.cell_boxes[row])
    return (table.cell_boxes[row][column] if known else None) or table.source.bbox


def _own_and_remark(cell: str) -> tuple[str, str]:
    """A cell's amount and what stands in parentheses after it, or the whole cell: "160 (varav 60 tkr i år)"."""
    own, mark, remark = cell.partition(" (")
    if own.strip() and mark:
        return own, f"({remark}"
    return cell.rstrip("* "), ""


def _row_unit(row: Row) -> Unit | None:
    return unit_in(row.label) or (Unit.COUNT if re.match(r"antal\b", row.label, re.IGNORECASE) else None)


def _figure(
    table: Table,
    row: Row,
    label: str,
    source: SourceRef,
    printed: tuple[Decimal, Unit | None, str],
    column: Column,
    kind: FigureKind,
    years: PlanYears,
) -> Figure:
    value, unit, text = printed
    if unit is Unit.PERCENT:
        context = " ".join((table.caption, *table.rows[0], *row.heads))
        kind = FigureKind.STAFFING if STAFFING_WORDS.search(context) else FigureKind.SHARE
    year = column.year or _caption_year(table)
    return Figure(
        label=label,
        path=(*table.source.section_path, *row.heads),
        owner=table.owner,
        value=value,
        unit=unit,
        unit_source=UnitSource.PRINTED if unit is not None else None,
        year=year,
        basis=column.basis or basis_of(year, f"{table.caption} {table.rows[0][0]}", years),
        kind=kind,
        as_printed=text,
        quote="\t".join(table.rows[row.index]),
        source=source,
    )


def _caption_year(table: Table) -> int | None:
    for text in (table.rows[0][0], table.caption):
        years = set(years_in(text))
        if len(years) == 1:
            return years.pop()
    return None


def basis_of(year: int | None, heading: str, years: PlanYears) -> Basis | None:
    """The basis that follows from the plan's period: its first year is the budget, the years after it are plan."""
    named = basis_in(heading)
    if year is None or years.period is None:
        return named
    if year < years.period[0]:
        return None
    if year == years.period[0]:
        return Basis.BUDGET if named in {Basis.BUDGET, None} else named
    return Basis.PLAN


def _kind(row: Row, following: Sequence[Row], table: Table) -> FigureKind:
    label, heads = row.label, " ".join((*row.heads, table.rows[0][0]))
    if RESULT_WORDS.search(label) and not COST_WORDS.search(label) and not INCOME_WORDS.search(label):
        return FigureKind.RESULT
    if SUM_WORDS.search(label):
        return FigureKind.SUM
    if INVESTMENT_WORDS.search(f"{table.caption} {heads}"):
        return FigureKind.INVESTMENT
    for text in (*reversed(row.heads), table.rows[0][0], label):
        if INCOME_WORDS.search(text):
            return FigureKind.INCOME
        if COST_WORDS.search(text):
            return FigureKind.COST
    total = next((other.label for other in following if SUM_WORDS.search(other.label)), "")
    if INCOME_WORDS.search(total):
        return FigureKind.INCOME
    return FigureKind.COST if COST_WORDS.search(total) else FigureKind.OTHER
