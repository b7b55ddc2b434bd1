"""Tables of one form: the budgets of an organisation's units, and that of the whole that they add up to."""

import re
from collections.abc import Sequence
from decimal import Decimal

from ingest.figure_kinds import SUM_WORDS
from ingest.model import Table
from ingest.owner_evidence import Rows, values_of

ALIKE = 0.6
"""Share of row labels that two tables have in common when they are budgets of the same form."""
NEARLY = Decimal("0.02")
"""How far the parts may be from the whole, as a share of it, where every total is that near."""
FEWEST_PARTS = 2


def labels_of(rows: Rows) -> frozenset[str]:
    """The labels of the rows that hold anything beside their label."""
    return frozenset(row[0].casefold() for row in rows if row[0] and any(row[1:]))


def are_alike(first: Rows, second: Rows) -> bool:
    """Whether two tables have mostly the same row labels, as the budgets of two units have."""
    a, b = labels_of(first), labels_of(second)
    return len(a) >= 3 and len(a & b) >= ALIKE * max(len(a | b), 1)


def has_amounts(rows: Rows) -> bool:
    """Whether any row of a table is of amounts."""
    return bool(values_of(rows))


def families_of(tables: Sequence[Table]) -> list[frozenset[int]]:
    """For each table the others of the same form and over the same years."""
    return [
        frozenset(
            other
            for other, rival in enumerate(tables)
            if other != index and rival.rows[:1] == table.rows[:1] and are_alike(table.rows, rival.rows)
        )
        if table.rows
        else frozenset()
        for index, table in enumerate(tables)
    ]


def wholes_of(tables: Sequence[Table], families: Sequence[frozenset[int]]) -> dict[int, frozenset[int]]:
    """The tables that all others of their form add up to, each with these parts."""
    return {
        index: others
        for index, others in enumerate(families)
        if len(others) >= FEWEST_PARTS and _adds_up(tables[index].rows, [tables[n].rows for n in others])
    }


def _adds_up(whole: Rows, parts: Sequence[Rows]) -> bool:
    """Whether most of the parts' totals are exactly the whole's, or with three parts every total nearly."""
    exact, compared, nearly = 0, 0, len(parts) > FEWEST_PARTS
    totals = [values for _, values in _totals(whole)]
    of_parts = [[values for _, values in _totals(part)] for part in parts]
    if any(len(found) != len(totals) for found in of_parts):
        return False
    for row, values in enumerate(totals):
        for column, value in enumerate(values):
            summed = [found[row][column] for found in of_parts if column < len(found[row])]
            if not value or len(summed) != len(parts) or sum(map(bool, summed)) < FEWEST_PARTS:
                continue
            off = abs(sum(map(abs, summed), Decimal(0)) - abs(value))
            compared += 1
            exact += off <= Decimal(len(parts)) / 2 * Decimal(1).scaleb(_exponent(value))
            nearly &= off <= abs(value) * NEARLY
    return compared > 0 and (nearly or 2 * exact > compared)


def _totals(rows: Rows) -> list[tuple[str, list[Decimal]]]:
    """The rows of totals, or all rows but results where there are none."""
    values = values_of(rows)
    totals = [(label, found) for label, found in values if SUM_WORDS.match(label)]
    return totals or [(label, found) for label, found in values if not re.match("resultat", label, re.IGNORECASE)]


def _exponent(value: Decimal) -> int:
    exponent = value.as_tuple().exponent
    return exponent if isinstance(exponent, int) else 0
