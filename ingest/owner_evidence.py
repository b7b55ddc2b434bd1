"""Which unit a table belongs to where its place does not tell: by what the units' own text says of their figures.

Each kind of evidence is a small pure function; the assignment of tables to units that the evidence speaks for most is
taken only when it is clearly ahead of every other.
"""

import re
from collections.abc import Callable, Sequence
from decimal import Decimal
from itertools import permutations

from ingest.amounts import amounts_in, parse_cell
from ingest.model import Unit
from ingest.sentences import sentences_of
from ingest.units import SCALES

Rows = Sequence[Sequence[str]]
Evidence = Callable[[str, Rows], Decimal]

LEAD = Decimal(1)
"""How far ahead the best assignment must be of the next."""
MOST_TABLES = 6
"""Tables on one page up to which every assignment is tried."""

_RISE = re.compile(r"\bökning(?:en|ar)?\b|\bökar\b|\bökad", re.IGNORECASE)
_FALL = re.compile(r"\bminskning(?:en|ar)?\b|\bminskar\b|\bminskad", re.IGNORECASE)
_SURPLUS = re.compile(r"budgetera(?:de|t) överskott", re.IGNORECASE)
_DEFICIT = re.compile(r"budgetera(?:de|t) underskott", re.IGNORECASE)
_UPRATED = re.compile(r"räknas upp|uppräkning|indexeras", re.IGNORECASE)
_FEE = re.compile(r"avgift", re.IGNORECASE)


def surplus_or_deficit(prose: str, rows: Rows) -> Decimal:
    """A budgeted surplus or deficit that the text names, against the sign of the printed result."""
    result = next((values[0] for label, values in _values(rows) if label.casefold().startswith("resultat")), None)
    if result is None or not (_SURPLUS.search(prose) or _DEFICIT.search(prose)):
        return Decimal(0)
    return Decimal(1) if (result > 0 if _SURPLUS.search(prose) else result < 0) else Decimal(-1)


def direction_of_change(prose: str, rows: Rows) -> Decimal:
    """What the text says rises or falls, against how the row of that name changes from the older year."""
    told = Decimal(0)
    for sentence in sentences_of(prose):
        rises, falls = bool(_RISE.search(sentence)), bool(_FALL.search(sentence))
        if rises == falls:
            continue
        for label, values in _values(rows):
            if len(values) > 1 and label.casefold() in sentence.casefold() and values[0] != values[1]:
                told += 1 if (values[0] > values[1]) == rises else -1
    return max(min(told, Decimal(1)), Decimal(-1))


def amount_of_change(prose: str, rows: Rows) -> Decimal:
    """An amount that the text says something changes by, against the change of any row, within two per cent."""
    for sentence in sentences_of(prose):
        if not (_RISE.search(sentence) or _FALL.search(sentence)):
            continue
        for amount in amounts_in(sentence):
            for _, values in _values(rows):
                if (
                    len(values) > 1
                    and amount.unit in SCALES
                    and _near(values[0] - values[1], amount.value, amount.unit)
                ):
                    return Decimal(2)
    return Decimal(0)


def uprating_of_fees(prose: str, rows: Rows) -> Decimal:
    """A yearly uprating in per cent, against the growth of the row of fees."""
    for sentence in sentences_of(prose):
        shares = [amount.value for amount in amounts_in(sentence) if amount.unit is Unit.PERCENT]
        if not shares or not _UPRATED.search(sentence):
            continue
        for label, values in _values(rows):
            if _FEE.search(label) and len(values) > 1 and values[1]:
                growth = (values[0] / values[1] - 1) * 100
                return Decimal(1) if abs(growth - shares[0]) <= Decimal("0.3") else Decimal(-1)
    return Decimal(0)


EVIDENCE: tuple[Evidence, ...] = (surplus_or_deficit, direction_of_change, amount_of_change, uprating_of_fees)
"""What speaks for or against a table being a unit's."""


def assign(tables: Sequence[Rows], prose: Sequence[str]) -> tuple[int | None, ...]:
    """For each table the index of the unit whose text fits it; null for all where the evidence does not decide.

    `prose` is each unit's text; there are as many units as tables, or nothing is decided.
    """
    open_ended: tuple[int | None, ...] = (None,) * len(tables)
    if len(tables) != len(prose) or len(tables) > MOST_TABLES:
        return open_ended
    fit = [[sum((e(text, rows) for e in EVIDENCE), Decimal(0)) for text in prose] for rows in tables]
    scored = sorted(
        ((sum(fit[t][u] for t, u in enumerate(order)), order) for order in permutations(range(len(prose)))),
        reverse=True,
    )
    if len(scored) > 1 and scored[0][0] - scored[1][0] < LEAD:
        return open_ended
    return scored[0][1]


def _values(rows: Rows) -> list[tuple[str, list[Decimal]]]:
    """Labels with the amounts of their row, the newest year first."""
    years = next(([c.strip()[-4:] for c in row[1:]] for row in rows if _is_years(row)), [])
    newest_first = years == sorted(years, reverse=True)
    found = []
    for row in rows:
        values = [amount.value for cell in row[1:] if (amount := parse_cell(cell)) is not None]
        if row[0] and len(values) == len(row) - 1 and not _is_years(row):
            found.append((row[0], values if newest_first else values[::-1]))
    return found


def _is_years(row: Sequence[str]) -> bool:
    return len(row) > 1 and all(re.fullmatch(r".*\b(?:19|20)\d\d", cell.strip()) for cell in row[1:])


def _near(change: Decimal, told: Decimal, unit: Unit | None) -> bool:
    if unit not in SCALES or not told:
        return False
    scales = [SCALES[unit] / SCALES[other] for other in (Unit.KR, Unit.TKR, Unit.MNKR)]
    return any(abs(abs(change) - told * scale) <= told * scale / 50 for scale in scales)
