"""What a table's header says of its columns: year, basis and unit."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ingest.amounts import parse_cell, unit_in
from ingest.model import Basis, Unit
from ingest.sentences import sentences_of

BASIS_WORDS: tuple[tuple[str, Basis], ...] = (
    (r"bokslut|utfall|outcome|actual", Basis.OUTCOME),
    (r"prognos|forecast", Basis.FORECAST),
    (r"budget|\bbu?\b", Basis.BUDGET),
    (r"plan\b|flerårsplan", Basis.PLAN),
)
_FIGURES_AT_END = re.compile(r"\d,\d+\s?\*?$|\s\d+\s+\d+\s?\*?$")
_STATEMENT = re.compile(r"belopp|anges i|uttryck\w* i|redovisas i|\(tkr\)|\bi tkr\b", re.IGNORECASE)
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


@dataclass(frozen=True, slots=True)
class Column:
    """What is known of one column of amounts; null where the table does not say."""

    year: int | None
    basis: Basis | None
    unit: Unit | None
    name: str


def years_in(text: str) -> tuple[int, ...]:
    """The years that a text names, in order; the ends of a span "2025–2027" are two."""
    return tuple(int(found) for found in _YEAR.findall(text))


def basis_in(text: str) -> Basis | None:
    """The basis that a column head or heading names."""
    folded = text.casefold()
    return next((basis for pattern, basis in BASIS_WORDS if re.search(pattern, folded)), None)


def stated_unit(texts: Iterable[str]) -> Unit | None:
    """The unit of a sentence that says what amounts are in: "Alla belopp i miljoner kronor"."""
    for sentence in (sentence for text in texts for sentence in sentences_of(text)):
        if _STATEMENT.search(sentence):
            unit = unit_in(sentence)
            if unit is not None:
                return unit
    return None


def header_rows(rows: Sequence[Sequence[str]]) -> int:
    """How many rows at the top are header: years, or words over amounts, before the first row of amounts."""
    for index, row in enumerate(rows):
        cells = [cell for cell in row[1:] if cell]
        if cells and any(_is_amount(cell) for cell in cells):
            return index
        if index and not cells:
            return index
    return min(1, len(rows))


def _is_amount(cell: str) -> bool:
    return parse_cell(cell) is not None and not _YEAR.fullmatch(cell.strip())


def columns_of(rows: Sequence[Sequence[str]], heads: int) -> tuple[Column, ...]:
    """The columns after the label's; a corner cell ("Intäkter 2025") speaks for a column that names no year."""
    width = max((len(row) for row in rows), default=0)
    corner = " ".join(row[0] for row in rows[:heads] if row)
    found = []
    for index in range(1, width):
        name = " ".join(row[index] for row in rows[:heads] if index < len(row) and row[index])
        years = years_in(name) or (years_in(corner) if len(set(years_in(corner))) == 1 else ())
        found.append(Column(years[0] if len(set(years)) == 1 else None, basis_in(name), unit_in(name), name))
    return tuple(found)


def is_undivided(row: Sequence[str]) -> bool:
    """Whether a row is only a label that ends in figures: amounts that could not be parted into the columns."""
    return not any(row[1:]) and bool(_FIGURES_AT_END.search(row[0]))
