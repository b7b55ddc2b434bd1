"""What a table's heads say of its columns, wherever they stand: above the rows, below them or between."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from ingest.amounts import unit_in
from ingest.column_heads import UNKNOWN, Column, ColumnRole, basis_in, column_of, years_of_head
from ingest.model import Unit
from ingest.sentences import sentences_of
from ingest.spanning_heads import Boxes, spread
from ingest.table_grid import header_rows, is_amount, is_head

Columns = tuple[Column, ...]

_FIGURES_AT_END = re.compile(r"\d,\d+\s?\*?$|\s\d+\s+\d+\s?\*?$")
_STATEMENT = re.compile(
    r"belopp|anges i|anges\W+om|uttryck\w* i|redovisas i|"
    r"\((?:i\s)?(?:tkr|mnkr|mkr|kkr|tsek|msek)\)|\bi (?:tkr|mnkr|mkr)\b",
    re.IGNORECASE,
)
_THOUSANDS = re.compile(r"\bi\s(?:tusental|1\s?000(?:-tal)?(?:\skr|\skronor)?)\b", re.IGNORECASE)
_EVERYWHERE = re.compile(
    r"\b(?:alla|samtliga|genomgående|om (?:inte|inget|ej) annat)\b|"
    r"\b(?:i|denna|detta) (?:hela )?(?:dokument|plan|budget)",
    re.IGNORECASE,
)
_UNITS_ALONE = re.compile(r"antal|st|st\.|styck|stycken|personer|index|ja/nej|dagar|timmar|poäng", re.IGNORECASE)


def stated_unit(texts: Iterable[str]) -> Unit | None:
    """The unit of a sentence that says what amounts are in: "Alla belopp i miljoner kronor"."""
    return next((unit for text in texts for unit in _stated(text, _STATEMENT)), None)


def unit_stated_for_all(texts: Iterable[str]) -> Unit | None:
    """The one unit that sentences give to every amount of a document: "… anges i tkr om inte annat anges"."""
    found = {unit for text in texts for unit in _stated(text, _EVERYWHERE)}
    return found.pop() if len(found) == 1 else None


def _stated(text: str, words: re.Pattern[str]) -> Iterable[Unit]:
    for sentence in sentences_of(text) if _STATEMENT.search(text) and words.search(text) else ():
        if _STATEMENT.search(sentence) and words.search(sentence):
            unit = unit_in(sentence) or (Unit.TKR if _THOUSANDS.search(sentence) else None)
            if unit is not None:
                yield unit


def columns_by_row(rows: Sequence[Sequence[str]], boxes: Boxes = ()) -> Mapping[int, Columns]:
    """For each row that is no head its columns, the label's left out.

    Heads stand above, are repeated or go on between the rows, or stand below them all. `boxes` has the form of `rows`
    or is empty.
    """
    top = header_rows(rows)
    heads = [*range(top), *_heads_below(rows, top)]
    columns = columns_of(rows, heads, boxes)
    found: dict[int, Columns] = {}
    for index in range(top, len(rows)):
        if index in heads:
            continue
        if _is_inner_head(rows[index], columns):
            heads = [index] if _dated(columns) or not heads else [*heads, index]
            columns = columns_of(rows, heads, boxes)
        else:
            found[index] = columns
    return found


def _heads_below(rows: Sequence[Sequence[str]], top: int) -> Sequence[int]:
    """The heads that stand below all rows of amounts, where those above name no year."""
    last = max((index for index in range(top, len(rows)) if _amounts(rows[index])), default=top)
    above = columns_of(rows, range(top))
    return () if _dated(above) else [index for index in range(last + 1, len(rows)) if is_head(rows[index])]


def _dated(columns: Columns) -> bool:
    return any(column.year is not None for column in columns)


def _amounts(row: Sequence[str]) -> bool:
    return any(is_amount(cell) for cell in row[1:])


def _is_inner_head(row: Sequence[str], columns: Columns) -> bool:
    """Whether a row among the others is a head: bases, or years that are no amounts of a year's column."""
    cells = [cell for cell in row[1:] if cell]
    if not is_head(row) or (len(cells) < 2 and row[0]):
        return False
    years = [year for cell in cells for year in years_of_head(cell)]
    known = [column.year for column in columns if column.year is not None]
    steps = {abs(a - b) for a, b in pairwise(years)}
    return any(basis_in(cell) for cell in cells) or not known or years == known or steps == {1}


def columns_of(rows: Sequence[Sequence[str]], heads: Sequence[int], boxes: Boxes = ()) -> Columns:
    """The columns after the label's; a corner cell ("Intäkter 2025") speaks for columns of which none names a year."""
    width = max((len(row) for row in rows), default=0)
    lines = [spread(rows, index, [later for later in heads if later > index], boxes) for index in heads]
    corner = years_of_head(" ".join(rows[index][0] for index in heads if rows[index]))
    found = [column_of([line[index] for line in lines]) for index in range(1, width)]
    found = [_as_units(column, rows, heads, index) for index, column in enumerate(found, 1)]
    if len(set(corner)) == 1 and not _dated(tuple(found)):
        found = [_in_year(column, corner[0]) for column in found]
    return tuple(found)


def _in_year(column: Column, year: int) -> Column:
    dated = column.role is not ColumnRole.AMOUNT or years_of_head(column.name)
    return column if dated else replace(column, year=year)


def _as_units(column: Column, rows: Sequence[Sequence[str]], heads: Sequence[int], index: int) -> Column:
    """A column whose cells are all units is one of units, whatever its head."""
    cells = [row[index] for n, row in enumerate(rows) if n not in heads and index < len(row) and row[index]]
    units = all(unit_of_cell(cell) is not None or _UNITS_ALONE.fullmatch(cell.strip()) for cell in cells)
    return replace(column, role=ColumnRole.UNIT) if cells and units else column


def unit_of_cell(cell: str) -> Unit | None:
    """The unit that a cell of a column of units names; null for one that is none of ours."""
    bare = cell.strip().strip("().").casefold()
    if bare in {"antal", "st", "styck", "stycken", "personer"}:
        return Unit.COUNT
    return None if len(bare) > 20 or re.search(r"\d", bare) else unit_in(bare)


def is_statement(row: Sequence[str]) -> bool:
    """Whether a row only says what the amounts are in: "Alla belopp i miljoner kronor"."""
    return not any(row[1:]) and bool(re.search(r"belopp", row[0], re.IGNORECASE)) and stated_unit(row[:1]) is not None


def is_undivided(row: Sequence[str]) -> bool:
    """Whether a row is only a label that ends in figures: amounts that could not be parted into the columns."""
    return not any(row[1:]) and bool(_FIGURES_AT_END.search(row[0]))


def column_at(columns: Columns, index: int) -> Column:
    """The column of the cell `index` places after the label, or one of which nothing is known."""
    return columns[index] if index < len(columns) else UNKNOWN
