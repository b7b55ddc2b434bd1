"""Tables are assigned to the units that could own them, as far as the evidence is clearly ahead."""

from collections.abc import Sequence
from decimal import Decimal
from functools import cache

from ingest.owner_evidence import EVIDENCE, Claim, Rows

LEAD = 1
"""How far ahead an assignment must be of the best one that gives the table to another unit."""
MOST = 10
"""Tables or units up to which assignments are compared."""

ELIMINATION = "elimination"
"""What decided the last unit left on a page, where the others were decided by evidence."""

Assigned = tuple[int | None, tuple[str, ...]]
NOBODY: Assigned = (None, ())


def assign(
    tables: Sequence[Rows], units: Sequence[tuple[str, str]], inhabitants: Sequence[Decimal] = ()
) -> tuple[Assigned, ...]:
    """For each table the index of the unit (name and text) whose text fits it, and the names of what decided.

    A unit owns at most one of the tables. Null where the evidence does not decide.
    """
    if not 0 < max(len(tables), len(units)) <= MOST:
        return (NOBODY,) * len(tables)
    told = [[_evidence(t, u, tables, units, inhabitants) for u in range(len(units))] for t in range(len(tables))]
    fit = [[sum(score for _, score in names) for names in row] for row in told]
    padded = [row + [0] * max(len(tables) - len(units), 0) for row in fit]
    best, order = _best(padded)
    found: list[Assigned] = []
    for table, unit in enumerate(order):
        barred = [[None if (t, u) == (table, unit) else s for u, s in enumerate(row)] for t, row in enumerate(padded)]
        second, _ = _best(barred)
        if unit >= len(units) or (second is not None and best is not None and best - second < LEAD):
            found.append(NOBODY)
        else:
            names = tuple(name for name, score in told[table][unit] if score > 0)
            found.append((unit, names or (ELIMINATION,)))
    return tuple(found)


def _evidence(
    table: int, unit: int, tables: Sequence[Rows], units: Sequence[tuple[str, str]], inhabitants: Sequence[Decimal]
) -> list[tuple[str, int]]:
    name, prose = units[unit]
    claim = Claim(
        name,
        prose,
        tables[table],
        tuple(rows for n, rows in enumerate(tables) if n != table),
        tuple(f"{other} {text}" for n, (other, text) in enumerate(units) if n != unit),
        tuple(inhabitants),
    )
    return [(kind, evidence(claim)) for kind, evidence in EVIDENCE]


def _best(fit: Sequence[Sequence[int | None]]) -> tuple[int | None, tuple[int, ...]]:
    """The highest total and its order, each column taken at most once; null where there is no order."""

    @cache
    def of(table: int, taken: int) -> tuple[int, tuple[int, ...]] | None:
        if table == len(fit):
            return 0, ()
        found: tuple[int, tuple[int, ...]] | None = None
        for column, score in enumerate(fit[table]):
            rest = None if score is None or taken >> column & 1 else of(table + 1, taken | 1 << column)
            if rest is not None and score is not None and (found is None or rest[0] + score > found[0]):
                found = (rest[0] + score, (column, *rest[1]))
        return found

    best = of(0, 0)
    return best if best is not None else (None, ())
