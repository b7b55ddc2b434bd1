"""What a person has put right beside a plan: a file `NAME.plan.yaml` with what no rule can know.

A correction names a table by a row that it holds, so that it finds the same table when the plan is read anew; where it
finds none, or several, the plan is not read and the error names the field.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import ClassVar

from ingest.errors import BadSidecar
from ingest.model import Decision, Figure, Finding, PlanStatus, Severity, Table, Unit, UnitSource
from ingest.structure import Structure, with_rows
from ingest.units import SCALES

EVIDENCE = "sidecar"
"""What decided an owner that a person has set."""


@dataclass(frozen=True, slots=True)
class CellCorrection:
    """A cell put right: its row by the label as read, its column (0 the label), and what was read there before."""

    row: str
    column: int
    read: str
    corrected: str


@dataclass(frozen=True, slots=True)
class TableCorrection:
    """A table, known by a row it holds, and what is put right in it; null is left as it was read."""

    holds: str
    under: str | None = None
    owner: str | None = None
    unit: Unit | None = None
    cells: tuple[CellCorrection, ...] = ()


@dataclass(frozen=True, slots=True)
class Sidecar:
    """Everything that a sidecar may say, and nothing else; null is left as it was read."""

    __pydantic_config__: ClassVar[dict[str, str]] = {"extra": "forbid"}

    id: str | None = None
    title: str | None = None
    organisation: str | None = None
    period: tuple[int, int] | None = None
    status: PlanStatus | None = None
    decision: Decision | None = None
    address: str = ""
    tables: tuple[TableCorrection, ...] = ()


NOTHING = Sidecar()
"""The sidecar of a plan that has none."""


@dataclass(frozen=True, slots=True)
class Corrections:
    """A structure with its cells put right, a notice for each of them, and the corrections by their table's number."""

    structure: Structure
    notices: tuple[Finding, ...]
    by_table: dict[int, TableCorrection]


def corrections_in(structure: Structure, sidecar: Sidecar, where: str) -> Corrections:
    """What the sidecar puts right in the tables; `where` names it in errors.

    Raises BadSidecar for a table that is not there, or is there more than once, and for a cell that holds another text.
    """
    by_table: dict[int, TableCorrection] = {}
    rows: dict[int, tuple[tuple[str, ...], ...]] = {}
    notices: list[Finding] = []
    for position, correction in enumerate(sidecar.tables, 1):
        field = f"{where}: tables[{position}]"
        number = _table_of(structure.tables, correction, field)
        by_table[number] = correction
        if correction.cells:
            table = structure.tables[number]
            rows[number] = _corrected(table, correction.cells, field, notices)
    return Corrections(with_rows(structure, rows), tuple(notices), by_table)


def _table_of(tables: Sequence[Table], correction: TableCorrection, field: str) -> int:
    places = [
        number
        for number, table in enumerate(tables)
        if any(_same(" ".join(row), correction.holds) for row in table.rows)
        and (correction.under is None or _same(correction.under, table.caption))
    ]
    return _only(places, f"{field}.holds")


def _corrected(
    table: Table, cells: Sequence[CellCorrection], field: str, notices: list[Finding]
) -> tuple[tuple[str, ...], ...]:
    rows = [list(row) for row in table.rows]
    for position, cell in enumerate(cells, 1):
        place = f"{field}.cells[{position}]"
        places = [n for n, row in enumerate(table.rows) if _same(row[0], cell.row)]
        row = _only(places, f"{place}.row")
        if not 0 <= cell.column < len(rows[row]):
            raise BadSidecar(f"{place}.column", f"0–{len(rows[row]) - 1}")
        if not _same(table.rows[row][cell.column], cell.read):
            raise BadSidecar(f"{place}.read", f"“{table.rows[row][cell.column]}”")
        rows[row][cell.column] = cell.corrected
        notices.append(_notice(table, cell, row))
    return tuple(map(tuple, rows))


def _notice(table: Table, cell: CellCorrection, row: int) -> Finding:
    return Finding(
        Severity.NOTICE,
        "corrected-cell",
        f"{cell.row} under {table.caption} läses i dokumentet som ”{cell.read}” och har för hand rättats till "
        f"”{cell.corrected}”.",
        (replace(table.source, row=row, column=cell.column),),
    )


def _only(places: Sequence[int], field: str) -> int:
    """The only place that fits; raises BadSidecar where there is none, or more than one."""
    if len(places) != 1:
        raise BadSidecar(field, "nothing in the plan fits" if not places else f"{len(places)} places in the plan fit")
    return places[0]


def _same(a: str, b: str) -> bool:
    return " ".join(a.split()) == " ".join(b.split())


def with_owner(table: Table, correction: TableCorrection | None) -> Table:
    """The table with the owner that a person has set."""
    if correction is None or correction.owner in {None, table.owner}:
        return table
    return replace(table, owner=correction.owner, owner_evidence=(EVIDENCE,))


def with_unit(figure: Figure, corrections: Mapping[int, TableCorrection]) -> Figure:
    """The figure with its table's unit as a person has set it, where it is an amount of money or has no unit."""
    table = figure.source.table
    correction = None if table is None else corrections.get(table)
    unit = None if correction is None else correction.unit
    if unit in {None, figure.unit} or not (figure.unit is None or figure.unit in SCALES):
        return figure
    return replace(figure, unit=unit, unit_source=UnitSource.INFERRED)
