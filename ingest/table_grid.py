"""A table as rows of amounts over time, whichever way it was printed: each cell knows where it stands in the table."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ingest.amounts import amounts_in, parse_cell, unit_in
from ingest.column_heads import ROLE_WORDS, ColumnRole, is_period, is_year, years_in
from ingest.model import Table

Place = tuple[int, int]
"""Row and column of a cell in the table as printed."""


@dataclass(frozen=True, slots=True)
class Grid:
    """Rows with the label first; `groups` is what stands over each label in a column of its own, if any.

    `places` has the form of `rows`.
    """

    rows: tuple[tuple[str, ...], ...]
    groups: tuple[str, ...]
    places: tuple[tuple[Place, ...], ...]


_CODES = next(words for words, role in ROLE_WORDS if role is ColumnRole.REMARK)


def grid_of(table: Table) -> Grid:
    """The table's cells with labels down the side and years across, if it has any."""
    width = max((len(row) for row in table.rows), default=0)
    rows = tuple(tuple(row) + ("",) * (width - len(row)) for row in table.rows)
    places = tuple(tuple((n, column) for column in range(width)) for n in range(len(rows)))
    grid = _with_one_label(Grid(rows, ("",) * len(rows), places))
    return _turned(grid, table.caption) if _has_years_down(grid) else grid


def header_rows(rows: Sequence[Sequence[str]]) -> int:
    """How many rows at the top are header: words or years over the first row of amounts."""
    if len(rows) > 1 and all(_is_row_of_amounts(row) for row in rows[:2]):
        return 0
    dated = False
    for index, row in enumerate(rows):
        cells = [cell for cell in row[1:] if cell]
        head = is_head(row) and not (dated and _is_labelled(row))
        if any(is_amount(cell) for cell in cells) and not (index and head):
            return index
        if index and not (head or (cells and not row[0] and index == 1)):
            return index
        dated = dated or any(years_in(cell) for cell in cells)
    return min(1, len(rows))


def _is_row_of_amounts(row: Sequence[str]) -> bool:
    """Whether a row is a label and nothing but amounts that have their unit with them."""
    cells = [cell.strip() for cell in row[1:] if cell]
    return bool(row[0]) and bool(cells) and all(_is_amount_in_unit(cell) for cell in cells)


def _is_amount_in_unit(cell: str) -> bool:
    found = amounts_in(cell)
    return len(found) == 1 and (found[0].start, found[0].end) == (0, len(cell)) and found[0].unit is not None


def is_head(row: Sequence[str]) -> bool:
    """Whether a row's cells are all heads of columns: years (also in two digits), bases, changes, units, one a time."""
    cells = [cell.strip() for cell in row[1:] if cell]
    times = [bool(is_period(cell) or (_SHORT.fullmatch(cell) and not _is_labelled(row))) for cell in cells]
    return any(times) and all(time or _is_other_head(cell) for time, cell in zip(times, cells, strict=True))


def _is_labelled(row: Sequence[str]) -> bool:
    return bool(row[0]) and _UNIT_ALONE.fullmatch(row[0].strip()) is None


def _is_other_head(cell: str) -> bool:
    if re.search(r"\d", cell):
        return False
    return unit_in(cell) is not None or any(re.search(words, cell, re.IGNORECASE) for words, _ in ROLE_WORDS)


_SHORT = re.compile(r"[-\u2212\u2013'\u2019]\d\d")
_UNIT_ALONE = re.compile(r"\(?(?:belopp\W+)?(?:i\s)?(?:tkr|kkr|mnkr|mkr|mdkr|kr|kronor|tsek|msek)\)?", re.IGNORECASE)


def is_amount(cell: str) -> bool:
    """Whether a cell holds an amount and no year."""
    return parse_cell(cell) is not None and not is_year(cell.strip())


def _with_one_label(grid: Grid) -> Grid:
    """The grid without a column of codes before the labels, and with a second column of labels under the first."""
    heads = header_rows(grid.rows)
    body = grid.rows[heads:]
    if not body or len(body[0]) < 3:
        return grid
    if _is_words(body, 1) and _is_codes(grid, heads):
        rest = Grid(tuple(row[1:] for row in grid.rows), grid.groups, tuple(row[1:] for row in grid.places))
        return _with_one_label(rest)
    first = [row[0] for row in body]
    merged = any(not label for label in first) or len(set(first)) < len(first)
    if merged and _is_words(body, 1) and all(row[1] for row in body if any(row[2:])) and first[0]:
        return _nested(grid, heads)
    return grid


def _is_words(body: Sequence[Sequence[str]], column: int) -> bool:
    cells = [row[column] for row in body if row[column]]
    return 2 * len(cells) > len(body) and not any(parse_cell(cell) for cell in cells)


def _is_codes(grid: Grid, heads: int) -> bool:
    cells = [row[0] for row in grid.rows[heads:] if row[0]]
    named = any(re.search(_CODES, row[0], re.IGNORECASE) for row in grid.rows[:heads])
    letters = "[A-ZÅÄÖ]{0,2}" if named else ""
    coded = all(re.fullmatch(rf"{letters}[\d.:-]{{1,8}}", cell) for cell in cells)
    return bool(cells) and coded and (named or len(cells) > 1)


def _nested(grid: Grid, heads: int) -> Grid:
    """The second column as labels, the first as what stands over them, also where it is printed only once."""
    groups: list[str] = []
    for index, row in enumerate(grid.rows):
        carried = groups[-1] if index > heads else ""
        groups.append("" if index < heads else row[0] or carried)
    lone = [index >= heads and bool(row[0]) and not any(row[1:]) for index, row in enumerate(grid.rows)]
    rows = tuple(row if alone else row[1:] for row, alone in zip(grid.rows, lone, strict=True))
    places = tuple(row if alone else row[1:] for row, alone in zip(grid.places, lone, strict=True))
    return Grid(rows, tuple(groups), places)


def _has_years_down(grid: Grid) -> bool:
    heads = header_rows(grid.rows)
    body = [row for row in grid.rows[heads:] if any(is_amount(cell) for cell in row[1:])]
    across = any(is_period(cell) for row in grid.rows[:heads] for cell in row[1:])
    return bool(body) and not across and all(is_period(row[0]) and years_in(row[0]) for row in body)


def _turned(grid: Grid, caption: str) -> Grid:
    """The grid with its columns as rows; a column without a head is labelled by the caption."""
    heads = header_rows(grid.rows)
    width = len(grid.rows[0])
    body = [index for index in range(heads, len(grid.rows)) if any(grid.rows[index])]
    names = [" ".join(row[column] for row in grid.rows[:heads] if row[column]) for column in range(width)]
    corner = (names[0], *(grid.rows[index][0] for index in body))
    rows = [corner] + [(names[c] or caption, *(grid.rows[n][c] for n in body)) for c in range(1, width)]
    places = [tuple((n, c) for n in (max(heads - 1, 0), *body)) for c in range(width)]
    return Grid(tuple(rows), ("",) * width, tuple(places))
