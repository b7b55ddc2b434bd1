"""The rows of amounts of a table with the headings over them inside the table."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from ingest.amounts import parse_cell
from ingest.column_heads import is_year
from ingest.figure_kinds import RESULT_WORDS, SUM_WORDS
from ingest.table_reading import is_statement, is_undivided


@dataclass(frozen=True, slots=True)
class Row:
    """A table row with the headings over it inside the table."""

    index: int
    label: str
    heads: tuple[str, ...]
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Line:
    """A row of amounts under a run of sub-headings; `group` numbers the runs."""

    index: int
    cells: tuple[str, ...]
    heads: tuple[str, ...]
    group: int


def rows_of(rows: Sequence[Sequence[str]], heads: int, groups: Sequence[str] = ()) -> tuple[Row, ...]:
    """The rows of amounts with their sub-headings: labels alone, or a row that the next rows add up to.

    `groups` is what a column of its own says over each row.
    """
    lines = tuple(_lines(rows, heads, groups))
    found = [Row(line.index, line.cells[0], _heads(lines, n), line.cells[1:]) for n, line in enumerate(lines)]
    return _with_wholes(_with_parents(found))


def _is_bare_amount(label: str) -> bool:
    """Whether what stands in a label's place is an amount and no year: a row whose label was lost."""
    return parse_cell(label) is not None and not is_year(label)


def _lines(rows: Sequence[Sequence[str]], heads: int, groups: Sequence[str]) -> Iterator[_Line]:
    over = _title(rows, heads)
    group, opened = 0, False
    for index, cells in enumerate(rows):
        if index < heads or not cells[0] or _is_bare_amount(cells[0]) or is_undivided(cells) or is_statement(cells):
            continue
        if not any(cells[1:]):
            over = (*over, cells[0]) if opened else (cells[0],)
            group, opened = group + 1, True
            continue
        opened = False
        aside = (groups[index],) if groups and groups[index] else ()
        yield _Line(index, tuple(cells), (*over, *aside), group)
        if over and _CLOSING.search(cells[0]) and over[-1].casefold()[:6] in cells[0].casefold():
            over, group = (), group + 1


def _title(rows: Sequence[Sequence[str]], heads: int) -> tuple[str, ...]:
    """A label alone in the first line of the heads, where it is the table's only sub-heading."""
    alone = [index for index, row in enumerate(rows) if row[0] and not any(row[1:]) and not is_statement(row)]
    return (rows[0][0],) if heads and alone == [0] else ()


_CLOSING = re.compile(rf"{SUM_WORDS.pattern}|kassaflöde", re.IGNORECASE)
_WHOLE = re.compile(r"^(?:summa\s)?total|^(?:summa|sammanlagt)\W*$", re.IGNORECASE)


def _heads(lines: Sequence[_Line], position: int) -> tuple[str, ...]:
    """A line's sub-headings; a result or total after several groups stands under none of them."""
    line = lines[position]
    label = line.cells[0].casefold()
    if not (RESULT_WORDS.search(label) or _WHOLE.search(label)):
        return line.heads
    goes_on = [other for other in lines[position + 1 :] if other.group == line.group]
    repeated = {other.group for other in lines if other.cells[0].casefold() == label}
    bare = label.startswith("summa") and len({other.heads for other in lines if other.heads}) == 1
    return line.heads if goes_on or bare or len(repeated) > 1 else ()


def _with_wholes(rows: Sequence[Row]) -> tuple[Row, ...]:
    """Rows that begin with "varav" stand under the row before them that does not."""
    found: list[Row] = []
    whole = ""
    for row in rows:
        part = re.match(r"(?:varav|därav)\b", row.label, re.IGNORECASE)
        found.append(replace(row, heads=(*row.heads, whole)) if part and whole else row)
        whole = whole if part else row.label
    return tuple(found)


def _with_parents(rows: list[Row]) -> tuple[Row, ...]:
    """Rows that a row before them adds up get it as their heading, where only that makes the printed total right."""
    values = [amount.value if row.cells and (amount := parse_cell(row.cells[0])) else None for row in rows]
    total = next((n for n, row in enumerate(rows) if SUM_WORDS.search(row.label) and values[n] is not None), None)
    if total is None:
        return tuple(rows)
    children = _children(values[:total])
    outer = [v for n, v in enumerate(values[:total]) if v is not None and n not in children]
    if not children or abs(sum(outer, Decimal(0))) != abs(values[total] or Decimal(0)):
        return tuple(rows)
    return tuple(
        replace(row, heads=(*row.heads, rows[children[n]].label)) if n in children else row
        for n, row in enumerate(rows)
    )


def _children(values: Sequence[Decimal | None]) -> dict[int, int]:
    """Child to parent: each row whose value the two or more rows right after it add up to."""
    found: dict[int, int] = {}
    for parent, value in enumerate(values):
        added = Decimal(0)
        for index in range(parent + 1, len(values)):
            part = values[index]
            if not value or part is None or parent in found:
                break
            added += part
            if added == value and index > parent + 1:
                found.update(dict.fromkeys(range(parent + 1, index + 1), parent))
                break
    return found
