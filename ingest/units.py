"""The unit of tables that print none, where the plan's prose leaves only one that fits."""

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from ingest.amounts import without_amounts
from ingest.model import Figure, FigureKind, Unit, UnitSource

SCALES = {Unit.KR: Decimal(1), Unit.TKR: Decimal(1_000), Unit.MNKR: Decimal(1_000_000), Unit.MDKR: Decimal(10) ** 9}
"""Kronor in one of each unit of money."""

_OTHERS = {FigureKind.SHARE, FigureKind.STAFFING, FigureKind.TARGET}
_ACCOUNTS = {FigureKind.INCOME, FigureKind.COST, FigureKind.RESULT, FigureKind.INVESTMENT, FigureKind.FEE}
"""Kinds that tell a table of money from one of other things."""

LEAST, MOST = Decimal("0.2"), Decimal(50)
"""How the largest amount in the tables may compare with the largest in the prose; less than 1 000 apart, so that at
most one scale fits."""


def with_inferred_units(figures: Sequence[Figure]) -> tuple[Figure, ...]:
    """Figures of tables without a unit get the scale of money that fits the prose, if exactly one does."""
    unit = _fitting(figures)
    if unit is None:
        return tuple(figures)
    told = {abs(f.value) * SCALES[f.unit] for f in figures if f.source.table is None and f.unit in SCALES}
    accounts = {
        f.source.table
        for f in figures
        if _open(f) and (f.kind in _ACCOUNTS or (f.value and abs(f.value) * SCALES[unit] in told))
    }
    return tuple(
        replace(f, unit=unit, unit_source=UnitSource.INFERRED) if _open(f) and f.source.table in accounts else f
        for f in figures
    )


_NO_MONEY = re.compile(
    r"\bantal|soliditet|likviditet|\w+grad(?:en)?\b|\w*andel(?:en)?\b|\w*index\b|\bkvot|skattesats|"
    r"utdebitering|sjukfrånvaro|procent|%|per invånare|/inv\b|folkmängd|befolkning\b|invånarantal|årsarbet",
    re.IGNORECASE,
)


def counts_no_money(label: str, heads: Sequence[str] = ()) -> bool:
    """Whether a label, or a head over it without figures of its own, names a count, a share or a ratio: no money."""
    told = [without_amounts(label), *(head for head in heads if not re.search(r"\d", head))]
    return any(_NO_MONEY.search(text) for text in told)


def _open(figure: Figure) -> bool:
    heads = figure.path[len(figure.source.section_path) :]
    told = figure.unit is not None or figure.source.table is None or figure.kind in _OTHERS
    return not told and not counts_no_money(figure.label, heads)


def _fitting(figures: Sequence[Figure]) -> Unit | None:
    prose = [abs(f.value) * SCALES[f.unit] for f in figures if f.source.table is None and f.unit in SCALES]
    tables = [abs(f.value) for f in figures if _open(f)]
    if not prose or not tables or max(tables) == 0:
        return None
    printed = {f.unit for f in figures if f.source.table is not None and f.unit in SCALES}
    fits = [
        unit for unit, scale in SCALES.items() if LEAST <= max(tables) * scale / max(max(prose), Decimal(1)) <= MOST
    ]
    return fits[0] if len(fits) == 1 and printed <= {fits[0]} else None
