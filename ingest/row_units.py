"""In which unit a cell is: what its row, its column, its part of the table and the table say, the nearest first."""

import re
from collections.abc import Mapping, Sequence

from ingest.amounts import parse_cell, unit_in, without_amounts
from ingest.column_heads import Column, ColumnRole
from ingest.figure_kinds import RESULT_WORDS, SUM_WORDS
from ingest.model import Unit
from ingest.table_reading import stated_unit, unit_of_cell
from ingest.table_titles import unit_of_title
from ingest.units import SCALES, counts_no_money

_COUNT = re.compile(
    r"^antal\w*|^folkmängd|^befolkning(?:smängd|en)?\b|^invånar(?:e|antal)\b|[,(]\s?(?:antal|st)\W*$", re.IGNORECASE
)
_COUNTED = re.compile(
    r"(?<!\bper\s)(?<!\btill\s)(?<!\bför\s)(?<!\bav\s)(?<!\bfrån\s)\b[\w-]*(?:platser|anställda|personer|deltagare|elever|"
    r"studenter|barn|medarbetare|ledamöter|ersättare|möten|sammanträden|besök|ärenden|larm|insatser|utryckningar|brukare|"
    r"hushåll|lägenheter|bostäder|fordon|timmar|dagar|minuter|stycken)\b(?!\s(?:kostar|betalar))",
    re.IGNORECASE,
)
"""Heads of columns that name what is counted in them: people, things, events, stretches of time."""
_OF_MONEY = re.compile(
    r"kostnad|utgift|intäkt|avgift|taxa|anslag|bidrag|budget|hyra|pris\b|(?<!\w)ram(?:en|ar)?\b|investering|resultat",
    re.IGNORECASE,
)
"""What is never counted in a table whose title says that it counts."""
_EACH_INHABITANT = re.compile(r"(?:/|\bper\s)\s?(?:inv\b|(?:kommun)?invånare\b)", re.IGNORECASE)


def unit_of_label(label: str) -> Unit | None:
    """The unit that a row's label or a head names, a count without more included; null where it names none."""
    unit = unit_in(label)
    if unit is None and _COUNT.search(label):
        return Unit.COUNT
    if unit is Unit.KR and _EACH_INHABITANT.search(label):
        return Unit.KR_PER_INHABITANT
    return unit


def unit_of_table(rows: Sequence[Sequence[str]], heads: int, captions: Sequence[str], title: str = "") -> Unit | None:
    """What a table's heads, closing lines, `title`, `captions` (the nearest first) and sums say of all its amounts."""
    over = [cell for row in rows[:heads] for cell in row]
    money = {unit for cell in over if (unit := unit_of_label(cell)) in SCALES}
    if len(money) == 1:
        return money.pop()
    corner = " ".join(row[0] for row in rows[:heads])
    closing = stated_unit(row[0] for row in rows if not any(row[1:]))
    totals = {unit_of_label(row[0]) for row in rows[heads:] if _is_total(row)} & SCALES.keys()
    named = (unit for caption in captions if (unit := unit_in(caption)) is not None)
    stated = unit_in(corner) or closing or unit_of_title(title) or next(named, None)
    return stated or (totals.pop() if len(totals) == 1 else None)


def _is_total(row: Sequence[str]) -> bool:
    return any(row[1:]) and bool(SUM_WORDS.search(row[0]) or RESULT_WORDS.search(row[0]))


def unit_of_cell_in(
    said: Unit | None, label: str, heads: Sequence[str], column: Column, beside: Unit | None, table: Unit | None
) -> Unit | None:
    """A cell's unit: its own (`said`), its column of shares, the unit printed `beside` it, its row's, its column's, its
    part's, or the `table`'s, which holds for money alone."""
    share = column.unit if column.unit is Unit.PERCENT else None
    part = next((unit for head in reversed(heads) if (unit := unit_of_label(head)) is not None), None)
    own = said or share or beside or unit_of_label(label) or unit_of_label(column.name) or _counted(column)
    wide = part or table
    if own in {None, *SCALES} and _EACH_INHABITANT.search(without_amounts(f"{label} {column.name}")):
        return Unit.KR_PER_INHABITANT if (own or wide) is Unit.KR else None
    if own is None and wide is not Unit.PERCENT:
        apart = column.role in {ColumnRole.SHARE, ColumnRole.TARGET} or counts_no_money(label, heads)
        money = wide in {Unit.COUNT, Unit.FULL_TIME_EQUIVALENT} and _OF_MONEY.search(f"{label} {column.rest}")
        return None if apart or money else wide
    return own or wide


def _counted(column: Column) -> Unit | None:
    """A count, where the head of a column names what is counted in it: "Platser 2027", "Möten per år"."""
    return Unit.COUNT if column.role is ColumnRole.AMOUNT and _COUNTED.search(column.name) else None


def units_beside(row: Sequence[str], columns: Sequence[Column]) -> Mapping[int, Unit | None]:
    """For a row with a unit in a column of its own that unit by column; null where it is none of ours."""
    told = [index for index, column in enumerate(columns) if column.role is ColumnRole.UNIT and index < len(row)]
    if not told or not row[told[0]]:
        return {}
    unit = unit_of_cell(row[told[0]])
    return {index: unit for index, cell in enumerate(row) if index not in told and parse_cell(cell) is not None}
