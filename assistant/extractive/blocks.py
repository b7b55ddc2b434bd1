"""Rows of a table that stand side by side: what can be ranked together, and where rows are named among others."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from assistant.extractive.rows import Row, groups_of
from assistant.understanding.lexicon import KIND_WORDS
from assistant.understanding.words import tokens
from ingest.checks.precision import tolerance
from ingest.model import FigureKind, Plan

_LEAST = 2
_LONGEST = 8
"""Words of a label in a list of amounts."""
_FEW = 3
_DIGIT = re.compile(r"\d")


@dataclass(frozen=True, slots=True)
class Block:
    """Rows of one table, unit and column under the same headings, without what sums them.

    `group` is the heading right over them within the table, `heads` what the table's first row says over the labels
    and amounts; `complete` is false where a row between them could not be read.
    """

    rows: tuple[Row, ...]
    group: str
    heads: str
    complete: bool


def blocks_of(plan: Plan, rows: Iterable[Row]) -> tuple[Block, ...]:
    """The blocks of every table, and of every list of amounts in running text."""
    found: list[Block] = []
    for family in _families(plan, rows):
        found += _blocks(plan, family)
    return tuple(found)


def _families(plan: Plan, rows: Iterable[Row]) -> Iterable[list[Row]]:
    """Rows of one table, unit and column (the first of a year before the second), or of one list in a section."""
    families: dict[object, list[Row]] = {}
    seen: set[object] = set()
    for row in rows:
        first = row.first
        cell = (first.source.table, first.source.row, first.source.column)
        if (row.prose and not _is_line(row)) or (not row.prose and cell in seen):
            continue
        seen.add(cell)
        place: object = (
            (first.source.table, first.year is None, _rank(plan, row)) if not row.prose else first.source.section_path
        )
        families.setdefault((place, row.prose, row.unit, first.kind if row.prose else None), []).append(row)
    return families.values()


def _is_line(row: Row) -> bool:
    """Whether the amount and its label are the whole line that they stand in."""
    quote = row.first.quote.strip()
    label = tokens(row.first.label)
    return (
        len(label) <= _LONGEST
        and not quote.endswith(".")
        and tokens(quote.replace(row.first.as_printed, "", 1)) == label
    )


def _rank(plan: Plan, row: Row) -> int:
    """How many columns of the same year and unit stand before the row's own in its table."""
    first = row.first
    columns = {
        figure.source.column
        for figure in plan.figures
        if figure.source.table == first.source.table
        and (figure.unit, figure.year, figure.basis) == (first.unit, first.year, first.basis)
    }
    return sum(column is not None and column < (first.source.column or 0) for column in columns)


def _blocks(plan: Plan, family: Sequence[Row]) -> Iterable[Block]:
    groups: dict[tuple[str, ...], list[Row]] = {}
    for row in family:
        groups.setdefault(groups_of(row.first), []).append(row)
    parted = [(path, part) for path, rows in groups.items() for part in _parted(rows)]
    labels = {row.first.label for row in family}
    if len(groups) > 1 and not any(path and path[-1] in labels for path in groups):
        parted.append(((), [row for _, part in parted for row in part]))
    for path, part in parted:
        if len(part) >= _LEAST:
            yield Block(tuple(part), path[-1] if path else "", _heads(plan, part[0]), _is_complete(plan, part))


def _parted(rows: Sequence[Row]) -> list[list[Row]]:
    """The rows between those that sum them or are what is left; what follows the last of those adjusts it."""
    parts: list[list[Row]] = [[]]
    for row in rows:
        if row.is_sum or row.first.kind is FigureKind.RESULT or _is_subtotal(row, parts[-1]):
            parts.append([])
        else:
            parts[-1].append(row)
    if len(parts[0]) > _FEW and _is_whole(parts[0][-1], parts[0][:-1]):
        parts[0].pop()
    return parts[:1] if len(parts) == 1 else [part for part in parts[:-1] if part]


def _is_whole(row: Row, others: Sequence[Row]) -> bool:
    """Whether the row is all the others added up, whatever it is called."""
    added = sum((other.first.value for other in others), Decimal(0))
    slack = tolerance([row.first, *(other.first for other in others)])
    return bool(row.first.value) and abs(row.first.value - added) <= slack


def _is_subtotal(row: Row, before: Sequence[Row]) -> bool:
    """Whether the label is only a word for a side of the budget and the amount that of the rows before it."""
    sides = {word for kind in (FigureKind.COST, FigureKind.INCOME) for word in tokens(KIND_WORDS[kind])}
    named = all(any(word.startswith(side) for side in sides) for word in row.label)
    added = [other.of(row.first.year) for other in before]
    return named and len(before) > 1 and sum(each.value for each in added if each) == row.first.value


def _heads(plan: Plan, row: Row) -> str:
    """What the first row of the table says up to the column of the amounts, and over it."""
    table, column = row.first.source.table, row.first.source.column
    if table is None or table >= len(plan.tables) or not plan.tables[table].rows:
        return ""
    top = plan.tables[table].rows[0]
    others = {figure.source.column for figure in plan.figures if figure.source.table == table} - {column}
    own = [cell for place, cell in enumerate(top[: (column or 0) + 1]) if place not in others]
    return " ".join(cell for cell in own if not _DIGIT.match(cell))


def _is_complete(plan: Plan, rows: Sequence[Row]) -> bool:
    """Whether every row of the table from the first of these to the last has its amounts read."""
    table = rows[0].first.source.table
    if table is None:
        return True
    places = [row.first.source.row or 0 for row in rows]
    first, last = min(places), max(places)
    read = {figure.source.row for figure in plan.figures if figure.source.table == table}
    lines = plan.tables[table].rows
    around = range(max(0, first - 1) if first == 1 else first, last + 1)
    return all(n in read or not _is_unread(lines[n]) for n in around)


def _is_unread(line: Sequence[str]) -> bool:
    """Whether a row has a label, and an amount with its unit or of several figures that is no year."""
    amounts = (re.sub(r"\s", "", cell) for cell in line[1:])
    return bool(line and line[0]) and any(
        re.match(r"[-\u2212]?\d", cell) and not re.match(r"(19|20)\d\d\D*$", cell) for cell in amounts
    )
