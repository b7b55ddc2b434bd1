"""The unit of tables that print none, where the plan's prose leaves only one that fits."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from ingest.model import Figure, FigureKind, Unit, UnitSource

SCALES = {Unit.KR: Decimal(1), Unit.TKR: Decimal(1_000), Unit.MNKR: Decimal(1_000_000), Unit.MDKR: Decimal(10) ** 9}
"""Kronor in one of each unit of money."""

LEAST, MOST = Decimal("0.2"), Decimal(50)
"""How the largest amount in the tables may compare with the largest in the prose; less than 1 000 apart, so that at
most one scale fits."""


def with_inferred_units(figures: Sequence[Figure]) -> tuple[Figure, ...]:
    """Figures of tables without a unit get the scale of money that fits the prose, if exactly one does."""
    unit = _fitting(figures)
    if unit is None:
        return tuple(figures)
    return tuple(replace(f, unit=unit, unit_source=UnitSource.INFERRED) if _open(f) else f for f in figures)


def _open(figure: Figure) -> bool:
    counted = any("antal" in part.casefold() for part in (figure.label, *figure.path))
    return figure.unit is None and figure.source.table is not None and not counted


def _fitting(figures: Sequence[Figure]) -> Unit | None:
    prose = [abs(f.value) * SCALES[f.unit] for f in figures if f.source.table is None and f.unit in SCALES]
    tables = [abs(f.value) for f in figures if _open(f) and f.kind not in {FigureKind.SHARE, FigureKind.STAFFING}]
    if not prose or not tables or max(tables) == 0:
        return None
    printed = {f.unit for f in figures if f.source.table is not None and f.unit in SCALES}
    fits = [
        unit for unit, scale in SCALES.items() if LEAST <= max(tables) * scale / max(max(prose), Decimal(1)) <= MOST
    ]
    return fits[0] if len(fits) == 1 and printed <= {fits[0]} else None
