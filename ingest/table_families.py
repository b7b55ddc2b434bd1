"""Tables of one form: the budgets of an organisation's units, and that of the whole that they add up to."""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from ingest.figure_kinds import SUM_WORDS
from ingest.owner_evidence import Rows, values_of

ALIKE = 0.6
"""Share of row labels that two tables have in common when they are budgets of the same form."""
NEARLY = Decimal("0.02")
"""How far the parts may be from the whole, as a share of it, where every total is that near."""
FEWEST_PARTS = 2

Labels = frozenset[str]
Head = tuple[tuple[str, ...], ...]
Totals = tuple[tuple[Decimal, ...], ...]


@dataclass(frozen=True, slots=True)
class TableForm:
    """What is compared of a table, read once: its head, its row labels, and the values of its rows of totals."""

    head: Head
    labels: Labels
    totals: Totals
    has_amounts: bool


def form_of(rows: Rows) -> TableForm:
    """The form of a table; a table without rows has no head."""
    values = values_of(rows)
    return TableForm(tuple(map(tuple, rows[:1])), labels_of(rows), _totals(values), bool(values))


def labels_of(rows: Rows) -> Labels:
    """The labels of the rows that hold anything beside their label."""
    return frozenset(row[0].casefold() for row in rows if row[0] and any(row[1:]))


def are_alike(first: Rows, second: Rows) -> bool:
    """Whether two tables have mostly the same row labels, as the budgets of two units have."""
    return _alike(labels_of(first), labels_of(second))


def _alike(a: Labels, b: Labels) -> bool:
    if len(a) < 3 or min(len(a), len(b)) < ALIKE * max(len(a), len(b)):
        return False
    common = len(a & b)
    return common >= ALIKE * (len(a) + len(b) - common)


def alike_of(forms: Sequence[TableForm]) -> list[frozenset[int]]:
    """For each table those with mostly the same row labels, itself among them where it has enough."""
    by_labels: dict[Labels, list[int]] = defaultdict(list)
    for index, form in enumerate(forms):
        by_labels[form.labels].append(index)
    found = {
        labels: frozenset(index for other, own in by_labels.items() if _alike(labels, other) for index in own)
        for labels in by_labels
    }
    return [found[form.labels] for form in forms]


def families_of(forms: Sequence[TableForm], alike: Sequence[frozenset[int]]) -> list[frozenset[int]]:
    """For each table the others that are `alike` and over the same years."""
    by_head: dict[Head, set[int]] = defaultdict(set)
    for index, form in enumerate(forms):
        by_head[form.head].add(index)
    return [
        (same & by_head[form.head]) - {index} if form.head else frozenset()
        for index, (form, same) in enumerate(zip(forms, alike, strict=True))
    ]


def wholes_of(forms: Sequence[TableForm], families: Sequence[frozenset[int]]) -> dict[int, frozenset[int]]:
    """The tables that all others of their form add up to, each with these parts."""
    found: dict[int, frozenset[int]] = {}
    sums: dict[frozenset[int], tuple[tuple[_Sum, ...], ...]] = {}
    for index, others in enumerate(families):
        if len(others) < FEWEST_PARTS:
            continue
        family = others | {index}
        if family not in sums:
            sums[family] = _sums([forms[n].totals for n in sorted(family)])
        if _adds_up(forms[index].totals, sums[family], len(others)):
            found[index] = others
    return found


@dataclass(frozen=True, slots=True)
class _Sum:
    """What the tables of a family, the whole included, hold in one place: magnitudes added up, and how many."""

    added: Decimal
    held: int
    not_zero: int


def _sums(tables: Sequence[Totals]) -> tuple[tuple[_Sum, ...], ...]:
    """The sums by row of totals and column; empty where the tables have not the same number of such rows."""
    if len({len(totals) for totals in tables}) > 1:
        return ()
    found: list[tuple[_Sum, ...]] = []
    for rows in zip(*tables, strict=True):
        columns = ([row[at] for row in rows if at < len(row)] for at in range(max(map(len, rows))))
        found.append(tuple(_Sum(sum(map(abs, own), Decimal(0)), len(own), sum(map(bool, own))) for own in columns))
    return tuple(found)


def _adds_up(whole: Totals, sums: Sequence[Sequence[_Sum]], parts: int) -> bool:
    """Whether most of the parts' totals are exactly the whole's, or with three parts every total nearly.

    `sums` are of the parts and the whole together.
    """
    exact, compared, nearly = 0, 0, parts > FEWEST_PARTS
    for values, of_row in zip(whole, sums, strict=False):
        for value, every in zip(values, of_row, strict=False):
            if not value or every.held <= parts or every.not_zero <= FEWEST_PARTS:
                continue
            off = abs(every.added - 2 * abs(value))
            compared += 1
            exact += off <= Decimal(parts) / 2 * Decimal(1).scaleb(_exponent(value))
            nearly &= off <= abs(value) * NEARLY
    return compared > 0 and (nearly or 2 * exact > compared)


def _totals(values: Sequence[tuple[str, list[Decimal]]]) -> Totals:
    """The rows of totals, or all rows but results where there are none."""
    totals = [found for label, found in values if SUM_WORDS.match(label)]
    rest = totals or [found for label, found in values if not re.match("resultat", label, re.IGNORECASE)]
    return tuple(map(tuple, rest))


def _exponent(value: Decimal) -> int:
    exponent = value.as_tuple().exponent
    return exponent if isinstance(exponent, int) else 0
