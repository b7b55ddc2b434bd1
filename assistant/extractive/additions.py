"""Totals with the rows that they add up, or are to: in a table, a list, over all units, and told beside a table."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from assistant.citations import spoken_value
from assistant.extractive.rows import Row, groups_of
from ingest.checks.checked_plan import CheckedPlan
from ingest.checks.parts import whole_and_parts
from ingest.checks.precision import tolerance
from ingest.checks.sums import rows_added
from ingest.model import Figure, Plan, SourceRef

_LEAST = 2
FAULTS = frozenset({"rows-sum", "parts-whole"})
"""Findings that a total is not what its rows or its units give."""
Cell = tuple[int | None, int | None, int | None]


@dataclass(frozen=True, slots=True)
class Part:
    """A figure that is added, in its row."""

    row: Row
    figure: Figure


@dataclass(frozen=True, slots=True)
class Addition:
    """A printed total with its parts; `across` is true where those are the units' rows of the same name."""

    total: Part
    parts: tuple[Part, ...]
    across: bool = False

    @property
    def added(self) -> Decimal:
        """What the parts give, each as it is said."""
        return sum((spoken_value(part.figure) for part in self.parts), Decimal(0))

    @property
    def gap(self) -> Decimal:
        """How much the printed total is above what the parts give."""
        return abs(spoken_value(self.total.figure)) - abs(self.added)

    @property
    def agrees_as_printed(self) -> bool:
        """Whether the two differ by no more than their rounding with every sign as it is printed."""
        printed = sum((part.figure.value for part in self.parts), Decimal(0))
        return abs(abs(self.total.figure.value) - abs(printed)) <= self._slack

    @property
    def agrees(self) -> bool:
        """Whether the two differ by no more than their rounding."""
        return abs(self.gap) <= self._slack

    @property
    def _slack(self) -> Decimal:
        return tolerance([self.total.figure, *(part.figure for part in self.parts)])


def additions_of(plan: Plan, rows: Sequence[Row]) -> tuple[Addition, ...]:
    """Every total of the plan whose parts are certain: they give it, or the check of the plan says that they do not."""
    cells: dict[Cell, Part] = {}
    for row in rows:
        for figure in () if row.prose else row.figures:
            cells.setdefault(cell_of(figure.source), Part(row, figure))
    checked = CheckedPlan(plan)
    found = [*_at_fault(plan, cells), *_in_tables(checked, cells), *_nested(rows), *_listed(rows)]
    found += [*_across(checked, cells), *_told_beside(rows)]
    kept: dict[tuple[int, bool], Addition] = {}
    for addition in found:
        holds_any = addition.total.figure.value or any(part.figure.value for part in addition.parts)
        if holds_any and len(addition.parts) >= _LEAST and _is_in_one_unit(addition):
            kept.setdefault((id(addition.total.figure), addition.across), addition)
    return tuple(kept.values())


def cell_of(source: SourceRef) -> Cell:
    """The place of a figure's cell."""
    return source.table, source.row, source.column


def _is_in_one_unit(addition: Addition) -> bool:
    return all(part.figure.unit is addition.total.figure.unit for part in addition.parts)


def _at_fault(plan: Plan, cells: Mapping[Cell, Part]) -> Iterator[Addition]:
    for finding in plan.findings:
        parts = [cells[cell_of(source)] for source in finding.sources if cell_of(source) in cells]
        if finding.rule in FAULTS and len(parts) == len(finding.sources) > _LEAST:
            owners = {part.row.owner for part in parts[1:]}
            yield Addition(parts[0], tuple(parts[1:]), finding.rule == "parts-whole" and len(owners) > 1)


def _in_tables(checked: CheckedPlan, cells: Mapping[Cell, Part]) -> Iterator[Addition]:
    for table in checked.tables:
        for position, row in enumerate(table.rows):
            for column in table.added_columns if row.is_sum else ():
                if column not in row.cells or (reading := rows_added(table, position, column)) is None:
                    continue
                figures = [table.rows[n].cells[column] for n in reading if column in table.rows[n].cells]
                parts = [cells[cell_of(figure.source)] for figure in figures if cell_of(figure.source) in cells]
                addition = Addition(cells[cell_of(row.cells[column].source)], tuple(parts))
                if addition.agrees:
                    yield addition


def _nested(rows: Iterable[Row]) -> Iterator[Addition]:
    """A row with the rows under it, where these give it."""
    known = [row for row in rows if not row.prose]
    for parent in known:
        place = (*groups_of(parent.first), parent.first.label)
        under = [row for row in known if row.first.source.table == parent.first.source.table]
        under = [row for row in under if groups_of(row.first) == place]
        for figure in parent.figures if under else ():
            parts = [Part(row, own) for row in under if (own := row.of(figure.year)) is not None]
            addition = Addition(Part(parent, figure), tuple(parts))
            if addition.agrees:
                yield addition


def _listed(rows: Iterable[Row]) -> Iterator[Addition]:
    """The total at the end of a list of amounts in running text."""
    lists: dict[object, list[Row]] = {}
    for row in rows:
        if row.prose:
            lists.setdefault((row.first.source.section_path, row.unit, row.first.kind), []).append(row)
    for lines in lists.values():
        *items, last = lines
        addition = Addition(Part(last, last.first), tuple(Part(row, row.first) for row in items))
        if last.is_sum and not any(row.is_sum for row in items) and addition.agrees:
            yield addition


def _told_beside(rows: Sequence[Row]) -> Iterator[Addition]:
    """An amount that the running text tells, with all rows of a table without a sum where these give exactly it."""
    tables: dict[int, list[Row]] = {}
    for row in rows:
        if row.first.source.table is not None:
            tables.setdefault(row.first.source.table, []).append(row)
    told = [row for row in rows if row.prose]
    for own in tables.values():
        if any(row.is_sum for row in own):
            continue
        for year in sorted({figure.year for row in own for figure in row.figures if figure.year is not None}):
            parts = tuple(Part(row, figure) for row in own if (figure := row.of(year)) is not None)
            added = sum((part.figure.value for part in parts), Decimal(0))
            for row in told if len(parts) > _LEAST else ():
                if row.first.value == added and row.first.year in {None, year}:
                    yield Addition(Part(row, row.first), parts)


def _across(checked: CheckedPlan, cells: Mapping[Cell, Part]) -> Iterator[Addition]:
    for figure, parts in whole_and_parts(checked):
        known = [cells[cell_of(part.source)] for part in parts if cell_of(part.source) in cells]
        if cell_of(figure.source) in cells:
            yield Addition(cells[cell_of(figure.source)], tuple(known), across=True)
