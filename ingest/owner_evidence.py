"""Which unit a table belongs to where its place does not tell: by what the units' own text says of their figures.

Each kind of evidence is a small pure function; a table is given to a unit only where the assignment of all tables that
the evidence speaks for most is clearly ahead of every assignment that gives it to another.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from ingest.amounts import amounts_in, parse_cell
from ingest.model import Unit
from ingest.sentences import sentences_of
from ingest.units import SCALES

Rows = Sequence[Sequence[str]]

ALIKE = Decimal("0.00005")
"""How far an amount in the text may be from the cell that it names, as a share of it."""
SAME_PEOPLE = Decimal("0.01")
"""How far the inhabitants that a fee gives may be from those that the plan knows, as a share."""

_RISE = re.compile(r"\bökning(?:en|ar)?\b|\bökar\b|\bökad", re.IGNORECASE)
_FALL = re.compile(r"\bminskning(?:en|ar)?\b|\bminskar\b|\bminskad", re.IGNORECASE)
_SURPLUS = re.compile(r"budgetera(?:de|t) överskott", re.IGNORECASE)
_DEFICIT = re.compile(r"budgetera(?:de|t) underskott", re.IGNORECASE)
_UPRATED = re.compile(r"räknas upp|uppräkning|indexeras", re.IGNORECASE)
_FEE = re.compile(r"avgift", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]{4,}")


@dataclass(frozen=True, slots=True)
class Claim:
    """A unit's claim on a table: its name, its text, the table, and what it competes with.

    `other_rows` are the other tables that could be the unit's, `other_prose` the texts of the units that could own
    this one; `inhabitants` are numbers of people that the plan is known to speak of.
    """

    unit: str
    prose: str
    rows: Rows
    other_rows: tuple[Rows, ...] = ()
    other_prose: tuple[str, ...] = ()
    inhabitants: tuple[Decimal, ...] = ()


Evidence = Callable[[Claim], int]


def surplus_or_deficit(claim: Claim) -> int:
    """A budgeted surplus or deficit that the text names, against the sign of the printed result."""
    result = next((v[0] for label, v in values_of(claim.rows) if label.casefold().startswith("resultat")), None)
    if result is None or not (_SURPLUS.search(claim.prose) or _DEFICIT.search(claim.prose)):
        return 0
    return 1 if (result > 0 if _SURPLUS.search(claim.prose) else result < 0) else -1


def direction_of_change(claim: Claim) -> int:
    """What the text says rises or falls, against how the row of that name changes from the older year."""
    told = 0
    for sentence in sentences_of(claim.prose):
        rises, falls = bool(_RISE.search(sentence)), bool(_FALL.search(sentence))
        if rises == falls:
            continue
        for label, values in values_of(claim.rows):
            if len(values) > 1 and label.casefold() in sentence.casefold() and values[0] != values[1]:
                told += 1 if (values[0] > values[1]) == rises else -1
    return max(min(told, 1), -1)


def amount_of_change(claim: Claim) -> int:
    """An amount that the text says something changes by, against the change of any row, within two per cent."""
    for sentence in sentences_of(claim.prose):
        if not (_RISE.search(sentence) or _FALL.search(sentence)):
            continue
        changes = [values[0] - values[1] for _, values in values_of(claim.rows) if len(values) > 1]
        if any(_near(c, told, Decimal("0.02")) for told in _money_in(sentence) for c in changes):
            return 2
    return 0


def amount_in_one_table(claim: Claim) -> int:
    """An amount that the text names and that stands in this table, but in none of the others."""
    for told in _money_in(claim.prose):
        here, *others = (
            any(_near(value, told, ALIKE) for _, values in values_of(rows) for value in values)
            for rows in (claim.rows, *claim.other_rows)
        )
        if here and not any(others):
            return 2
    return 0


def uprating_of_fees(claim: Claim) -> int:
    """A yearly uprating in per cent, against the growth of the row of fees."""
    for sentence in sentences_of(claim.prose):
        shares = [amount.value for amount in amounts_in(sentence) if amount.unit is Unit.PERCENT]
        if not shares or not _UPRATED.search(sentence):
            continue
        for label, values in values_of(claim.rows):
            if _FEE.search(label) and len(values) > 1 and values[1]:
                growth = (values[0] / values[1] - 1) * 100
                return 1 if abs(growth - shares[0]) <= Decimal("0.3") else -1
    return 0


def fee_per_inhabitant(claim: Claim) -> int:
    """Kronor for each inhabitant, against the row of fees and the inhabitants that the plan knows."""
    if not claim.inhabitants:
        return 0
    people = list(people_paying(claim.prose, claim.rows))
    return int(any(abs(n - known) <= known * SAME_PEOPLE for n in people for known in claim.inhabitants))


def row_of_its_own(claim: Claim) -> int:
    """A row that only this table has, named by a word of the unit or of its text that no other unit's text has."""
    others = {word for text in claim.other_prose for word in _words(text)}
    elsewhere = {word for rows in claim.other_rows for row in rows for word in _words(row[0])}
    own = (_words(claim.unit) | _words(claim.prose)) - others
    here = {word for row in claim.rows if any(row[1:]) for word in _words(row[0])}
    return int(bool(own & (here - elsewhere)))


EVIDENCE: tuple[tuple[str, Evidence], ...] = (
    ("surplus-or-deficit", surplus_or_deficit),
    ("change-direction", direction_of_change),
    ("change-amount", amount_of_change),
    ("amount-in-text", amount_in_one_table),
    ("fee-uprating", uprating_of_fees),
    ("fee-per-inhabitant", fee_per_inhabitant),
    ("label", row_of_its_own),
)
"""What speaks for or against a table being a unit's, by the name that a table's owner is explained with."""


def people_paying(prose: str, rows: Rows) -> Iterator[Decimal]:
    """How many inhabitants a fee per inhabitant in the text and the row of fees give, for each scale of money."""
    rates = [amount.value for amount in amounts_in(prose) if amount.unit is Unit.KR_PER_INHABITANT and amount.value]
    fees = [values[0] for label, values in values_of(rows) if _FEE.search(label)]
    for rate in rates:
        yield from (fee * SCALES[scale] / rate for fee in fees for scale in (Unit.KR, Unit.TKR, Unit.MNKR))


def values_of(rows: Rows) -> list[tuple[str, list[Decimal]]]:
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


def _words(text: str) -> frozenset[str]:
    return frozenset(word.casefold() for word in _WORD.findall(text))


def _money_in(text: str) -> list[Decimal]:
    """The amounts of money in a text, in kronor."""
    return [a.value * SCALES[a.unit] for a in amounts_in(text) if a.unit in SCALES and a.value]


def _near(value: Decimal, told: Decimal, share: Decimal) -> bool:
    """Whether a cell is an amount of kronor in any scale of money, within a share of it."""
    return any(abs(abs(value) * SCALES[scale] - told) <= told * share for scale in (Unit.KR, Unit.TKR, Unit.MNKR))
