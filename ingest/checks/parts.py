"""The units' tables against the organisation's, where it is certain that all units' tables are there."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from ingest.checks.checked_plan import CheckedPlan
from ingest.checks.precision import added_up, tolerance
from ingest.checks.wording import named, plain
from ingest.model import Figure, FigureKind, Finding, Severity

_LEAST_PARTS = 3
_LEAST_AGREEING = 2


def parts_against_whole(checked: CheckedPlan) -> Iterator[Finding]:
    """The units' rows and sums added up against the organisation's of the same name and year."""
    for figure, parts in whole_and_parts(checked):
        if not _agree(figure, parts):
            yield _finding(figure, parts)


def whole_and_parts(checked: CheckedPlan) -> Iterator[tuple[Figure, Sequence[Figure]]]:
    """Each of the organisation's figures with the units' of the same name and year, where all units are there.

    That is certain where any sum of the organisation's table is the units' sums added up.
    """
    cells, organisation = _owned_cells(checked), checked.plan.organisation
    whole = [f for f in cells if f.owner == organisation]
    units = _by_name([f for f in cells if f.owner != organisation])
    by_table: dict[int | None, list[Figure]] = defaultdict(list)
    for figure in whole:
        if figure.kind is not FigureKind.RESULT:
            by_table[figure.source.table].append(figure)
    for own in by_table.values():
        pairs = [(figure, _parts(units, figure)) for figure in own]
        sums = [(figure, parts) for figure, parts in pairs if figure.kind is FigureKind.SUM]
        complete = {_owners(parts) for figure, parts in sums if len(parts) >= _LEAST_PARTS and _agree(figure, parts)}
        yield from ((figure, parts) for figure, parts in pairs if parts and _owners(parts) in complete)


def _owned_cells(checked: CheckedPlan) -> list[Figure]:
    figures = checked.plan.figures
    return [f for f in figures if f.source.table is not None and f.owner is not None and f.year is not None]


@dataclass(frozen=True, slots=True)
class _Name:
    label: str
    year: int | None
    kind: FigureKind


def _by_name(figures: Sequence[Figure]) -> dict[_Name, list[Figure]]:
    found: dict[_Name, list[Figure]] = defaultdict(list)
    for figure in figures:
        found[_Name(figure.label.casefold(), figure.year, figure.kind)].append(figure)
    return found


def _parts(units: dict[_Name, list[Figure]], whole: Figure) -> list[Figure]:
    """Each unit's row of the whole's name, or of one of the names in it ("Anslag/avgifter"); none where one has two."""
    label = whole.label.casefold()
    names = (label,) if "/" not in label else (label, *(part.strip() for part in label.split("/")))
    found = [f for name in names for f in units.get(_Name(name, whole.year, whole.kind), ()) if f.unit == whole.unit]
    bases = {figure.basis for figure in found}
    return found if len(_owners(found)) == len(found) and len(bases) == 1 else []


def _owners(figures: Sequence[Figure]) -> frozenset[str | None]:
    return frozenset(figure.owner for figure in figures)


def _agree(whole: Figure, parts: Sequence[Figure]) -> bool:
    added = added_up(parts)
    magnitudes = sum((abs(part.value) for part in parts), Decimal(0))
    slack = tolerance([whole, *parts])
    return min(abs(abs(whole.value) - abs(added)), abs(abs(whole.value) - magnitudes)) <= slack


def _finding(whole: Figure, parts: Sequence[Figure]) -> Finding:
    return Finding(
        Severity.ERROR,
        "parts-whole",
        f"{named(whole)} är tryckt som {whole.as_printed} för helheten, men delarna ger {plain(added_up(parts))}.",
        (whole.source, *(part.source for part in parts)),
    )


def units_against_overview(checked: CheckedPlan) -> Iterator[Finding]:
    """A table of one row per unit against the units' own tables, where most rows are one named row of those."""
    cells, organisation = _owned_cells(checked), checked.plan.organisation
    owners = {f.owner.casefold(): f.owner for f in cells if f.owner and f.owner != organisation}
    overview = [
        f for f in cells if f.label.casefold() in owners and f.owner in {organisation, owners[f.label.casefold()]}
    ]
    for table, column in dict.fromkeys((f.source.table, f.source.column) for f in overview):
        rows = [f for f in overview if (f.source.table, f.source.column) == (table, column)]
        own = [f for f in cells if f.owner in {owners[r.label.casefold()] for r in rows} and f.source.table != table]
        yield from _against_own(rows, own)


def _against_own(rows: Sequence[Figure], own: Sequence[Figure]) -> Iterator[Finding]:
    for label in dict.fromkeys(f.label.casefold() for f in own):
        pairs = [(row, mine) for row in rows if (mine := _counterpart(row, own, label)) is not None]
        wrong = [(row, mine) for row, mine in pairs if not _same(row, mine)]
        right = [row for row, mine in pairs if _same(row, mine) and row.value]
        if len(right) >= max(_LEAST_AGREEING, len(wrong) + 1):
            for row, mine in wrong:
                yield Finding(
                    Severity.ERROR,
                    "parts-whole",
                    f"{row.label} {row.year} är tryckt som {row.as_printed} i översikten, men {mine.label} i "
                    f"{mine.owner}s egen tabell är {mine.as_printed}.",
                    (row.source, mine.source),
                )
            return


def _counterpart(row: Figure, own: Sequence[Figure], label: str) -> Figure | None:
    found = [
        f
        for f in own
        if f.label.casefold() == label
        and (f.owner or "").casefold() == row.label.casefold()
        and (f.year, f.basis, f.unit) == (row.year, row.basis, row.unit)
    ]
    return found[0] if len(found) == 1 else None


def _same(row: Figure, mine: Figure) -> bool:
    return abs(abs(row.value) - abs(mine.value)) <= tolerance([row, mine])
