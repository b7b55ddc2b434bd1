"""A section's text as a page shows it: paragraphs, lists and tables, with the quoted part marked."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby

from ui.page.highlight import find_quote

_BULLET = re.compile(r"[-•–*\uf0b7]\s+|\d{1,2}[.)]\s+")
_AMOUNT = re.compile(r"[-−–+]?[\d\s\u00a0.,]*\d\s?%?|[-−–]")
_YEAR = re.compile(r"\D*(?:19|20)\d\d\D*")


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text, quoted or not."""

    text: str
    quoted: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    """A table cell; those of an amounts' column stand to the right."""

    runs: tuple[Run, ...]
    amount: bool


@dataclass(frozen=True, slots=True)
class Row:
    """A table row; `heading` names the columns."""

    cells: tuple[Cell, ...]
    heading: bool
    quoted: bool


class Shape(StrEnum):
    """How lines that belong together are shown."""

    TABLE = "table"
    LIST = "list"
    PARAGRAPHS = "paragraphs"


@dataclass(frozen=True, slots=True)
class TextBlock:
    """Lines of one shape: `rows` of a table, `lines` of the others."""

    shape: Shape
    lines: tuple[tuple[Run, ...], ...] = ()
    rows: tuple[Row, ...] = ()


@dataclass(frozen=True, slots=True)
class _Line:
    text: str
    start: int

    @property
    def shape(self) -> Shape:
        if "\t" in self.text:
            return Shape.TABLE
        return Shape.LIST if _BULLET.match(self.text) else Shape.PARAGRAPHS


def text_blocks(text: str, quote: str = "") -> tuple[TextBlock, ...]:
    """The blocks of a section's text, lines with tabs being table rows."""
    span = find_quote(text, quote) or (0, 0)
    return tuple(
        _block(shape, list(lines), span) for shape, lines in groupby(_lines(text), key=lambda line: line.shape)
    )


def _lines(text: str) -> Iterator[_Line]:
    start = 0
    for line in text.splitlines(keepends=True):
        if line.strip():
            yield _Line(line.rstrip("\r\n"), start)
        start += len(line)


def _block(shape: Shape, lines: Sequence[_Line], span: tuple[int, int]) -> TextBlock:
    if shape is Shape.TABLE:
        return TextBlock(shape, rows=_rows(lines, span))
    return TextBlock(shape, lines=tuple(_runs(*_without_bullet(line), span) for line in lines))


def _without_bullet(line: _Line) -> tuple[str, int]:
    bullet = re.match(r"[-•*\uf0b7]\s+", line.text) if line.shape is Shape.LIST else None
    skipped = bullet.end() if bullet else 0
    return line.text[skipped:], line.start + skipped


def _rows(lines: Sequence[_Line], span: tuple[int, int]) -> tuple[Row, ...]:
    grid = [line.text.split("\t") for line in lines]
    headed = len(grid) > 1 and _names_columns(grid[0])
    amounts = _amount_columns(grid[headed:])
    return tuple(
        _row(line.start, cells, amounts, span, heading=headed and line is lines[0])
        for line, cells in zip(lines, grid, strict=True)
    )


def _row(start: int, cells: Sequence[str], amounts: frozenset[int], span: tuple[int, int], *, heading: bool) -> Row:
    made = []
    for column, cell in enumerate(cells):
        made.append(Cell(_runs(cell, start, span), column in amounts))
        start += len(cell) + 1
    return Row(tuple(made), heading, quoted=any(run.quoted for cell in made for run in cell.runs))


def _names_columns(cells: Sequence[str]) -> bool:
    return all(_YEAR.fullmatch(cell.strip()) or not _AMOUNT.fullmatch(cell.strip()) for cell in cells[1:])


def _amount_columns(grid: Sequence[Sequence[str]]) -> frozenset[int]:
    """Columns after the first in which at least half of what is filled in are amounts."""
    filled = Counter(column for row in grid for column, cell in enumerate(row) if column and cell.strip())
    amounts = Counter(column for row in grid for column, cell in enumerate(row) if _AMOUNT.fullmatch(cell.strip()))
    return frozenset(column for column in filled if 2 * amounts[column] >= filled[column])


def _runs(text: str, start: int, span: tuple[int, int]) -> tuple[Run, ...]:
    first = min(max(span[0] - start, 0), len(text))
    last = min(max(span[1] - start, first), len(text))
    parts = (Run(text[:first]), Run(text[first:last], quoted=True), Run(text[last:]))
    return tuple(part for part in parts if part.text)
