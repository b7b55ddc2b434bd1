"""The unit of tables that print none, where the plan's prose leaves only one that fits."""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from ingest.amounts import without_amounts
from ingest.figure_kinds import SUM_WORDS
from ingest.model import Figure, FigureKind, Section, Unit, UnitSource

SCALES = {Unit.KR: Decimal(1), Unit.TKR: Decimal(1_000), Unit.MNKR: Decimal(1_000_000), Unit.MDKR: Decimal(10) ** 9}
"""Kronor in one of each unit of money."""

_OTHERS = {FigureKind.SHARE, FigureKind.STAFFING, FigureKind.TARGET}
_ACCOUNTS = {FigureKind.INCOME, FigureKind.COST, FigureKind.RESULT, FigureKind.INVESTMENT, FigureKind.FEE}
"""Kinds that tell a table of money from one of other things."""

LEAST, MOST = Decimal("0.2"), Decimal(50)
"""How the largest amount in the tables may compare with the largest in the prose; less than 1 000 apart, so that at
most one scale fits."""


_OF_ONE = re.compile(r"\bper\s(?!år\b)|/\s?\w", re.IGNORECASE)

TELLING = 3
"""Digits of an amount at least that shows its scale by being told in the prose too."""
SMALLER = 1_000
"""How many times smaller than the largest amount in the tables a table's largest may be to share its scale."""

LEAST_SUM, MOST_SUM, FEWEST = Decimal("0.3"), Decimal("1.05"), 3
"""How what a table hands out may compare with an amount told above it, and of how many rows."""


def with_inferred_units(figures: Sequence[Figure], sections: Sequence[Section] = ()) -> tuple[Figure, ...]:
    """Figures of tables without a unit get the scale of money that fits the prose, if exactly one does.

    A table that no such scale fits, but that its `sections` lead in as amounts handed out, gets the one in which it
    adds up to an amount told above it.
    """
    handed_out = _handed_out(figures, sections)
    return tuple(
        replace(figure, unit=unit, unit_source=UnitSource.INFERRED)
        if _open(figure) and (unit := handed_out.get(figure.source.table)) is not None
        else figure
        for figure in _with_common_scale(figures)
    )


def _with_common_scale(figures: Sequence[Figure]) -> tuple[Figure, ...]:
    unit = _fitting(figures)
    if unit is None:
        return tuple(figures)
    told = {abs(f.value) * SCALES[f.unit] for f in figures if f.source.table is None and f.unit in SCALES}
    tables: dict[int | None, list[Figure]] = defaultdict(list)
    for figure in figures:
        if _open(figure):
            tables[figure.source.table].append(figure)
    most = max(abs(f.value) for cells in tables.values() for f in cells)
    accounts = {
        table
        for table, cells in tables.items()
        if any(
            f.kind in _ACCOUNTS or (len(f.value.as_tuple().digits) >= TELLING and abs(f.value) * SCALES[unit] in told)
            for f in cells
        )
        if max(abs(f.value) for f in cells) * SMALLER > most and (unit is Unit.KR or not _are_prices(cells))
    }
    return tuple(
        replace(f, unit=unit, unit_source=UnitSource.INFERRED) if _open(f) and f.source.table in accounts else f
        for f in figures
    )


def _are_prices(cells: Sequence[Figure]) -> bool:
    """Whether a table is a list of prices, each of one thing, which are in no scale but kronor."""
    return {cell.kind for cell in cells} <= {FigureKind.FEE, FigureKind.OTHER} and any(
        cell.kind is FigureKind.FEE and _OF_ONE.search(cell.label) for cell in cells
    )


_NO_MONEY = re.compile(
    r"\bantal|soliditet|likviditet|\w+grad(?:en)?\b|\w*andel(?:en)?\b|\w*index\b|\bkvot|skattesats|"
    r"utdebitering|sjukfrånvaro|procent|%|per invånare|/inv\b|folkmängd|befolkning\b|invånarantal|årsarbet|"
    r"[,(]\s?(?:km|mil|m[²³23]?|kvm|kubikmeter|ha|hektar|ton|kg|kilo|liter|[kmg]?wh?|dagar|dygn|timmar|minuter|poäng)\)?\W*$",
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


_MONEY_LED_IN = re.compile(
    r"\b(?:så (?:här )?mycket|hur mycket)\b.*\b(?:få[rs]?|fick|\w*sök\w*|\w*tilldel\w*|\w*betal\w*|begära)\b"
    r"|\bbelopp\w*|\bsumm(?:a|an|or|orna)\b|\b\w*bidrag\w*|\bpengar\w*|\bmedel\b|\banslag\w*|\b\w*kronor\b",
    re.IGNORECASE,
)
"""What is said right before a table that hands out money."""


def _handed_out(figures: Sequence[Figure], sections: Sequence[Section]) -> dict[int | None, Unit]:
    """By table the one unit in which its largest column adds up to about an amount that its section tells."""
    tables: dict[int | None, list[Figure]] = defaultdict(list)
    for figure in figures:
        if _open(figure):
            tables[figure.source.table].append(figure)
    printed = {figure.unit for figure in figures if figure.source.table is not None and figure.unit in SCALES}
    found = {}
    for table, cells in tables.items():
        fits = _fitting_sum(cells, figures) if _is_led_in(cells[0], sections) else []
        if len(fits) == 1 and printed <= {fits[0]}:
            found[table] = fits[0]
    return found


def _fitting_sum(cells: Sequence[Figure], figures: Sequence[Figure]) -> list[Unit]:
    columns: dict[int | None, list[Decimal]] = defaultdict(list)
    for cell in cells:
        if not SUM_WORDS.search(cell.label):
            columns[cell.source.column].append(cell.value)
    added = max((sum(values) for values in columns.values() if len(values) >= FEWEST), default=Decimal(0))
    path = cells[0].source.section_path
    told = [
        figure.value * SCALES[figure.unit]
        for figure in figures
        if figure.source.table is None and figure.unit in SCALES and figure.value > 0
        if path[: len(figure.source.section_path)] == figure.source.section_path
    ]
    return [
        unit
        for unit, scale in SCALES.items()
        if any(LEAST_SUM <= added * scale / amount <= MOST_SUM for amount in told)
    ]


def _is_led_in(cell: Figure, sections: Sequence[Section]) -> bool:
    """Whether the last line before the table says that it hands out money, and nothing that is counted."""
    for section in sections:
        before, found, _ = section.text.partition(cell.quote)
        if section.path == cell.source.section_path and found:
            prose = [line for line in before.splitlines() if line.strip() and "\t" not in line]
            return bool(prose) and _MONEY_LED_IN.search(prose[-1]) is not None and not counts_no_money(prose[-1])
    return False
