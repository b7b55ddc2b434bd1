"""Tables in plain text: runs of rows, with their years above or below and labels wrapped over lines."""

from collections.abc import Sequence

from ingest.amounts import parse_cell
from ingest.layout.paragraphs import SHARE_FIRST, is_item, join_lines
from ingest.readers.text_chunks import Line
from ingest.readers.text_rows import (
    column_names,
    header_cells,
    is_basis_header,
    is_column_head,
    is_row,
    is_year_header,
    split_row,
)

FEWEST = 2
"""Rows with amounts that make a table."""


def table_span(lines: Sequence[Line], start: int) -> int:
    """The index after the last line of the table that starts at `start`; `start` itself when there is none."""
    end, rows, index, columns = start, 0, start, 0
    while index < len(lines):
        line = lines[index]
        if SHARE_FIRST.match(line.text) or (rows and _opens_anew(line, years_known=columns > 0)):
            break
        if is_row(line.text) and (columns == 0 or split_row(line.text, columns) is not None):
            rows, end = rows + 1, index + 1
        elif is_year_header(line.text):
            below, end, columns = rows > 0 and columns == 0, index + 1, len(header_cells(line.text)) - 1
            if below:
                break
        elif (index == start and not _opens_table(lines, index)) or (
            not is_basis_header(line.text) and not _label(lines, index)
        ):
            break
        index += 1
    return end if rows >= FEWEST else start


def _opens_table(lines: Sequence[Line], index: int) -> bool:
    """Whether a line without amounts is a table's first: names of columns, or a label with its amount below it."""
    text, following = lines[index].text, lines[index + 1 : index + 2]
    return is_column_head(text) or is_basis_header(text) or any(parse_cell(line.text) is not None for line in following)


def _opens_anew(line: Line, *, years_known: bool) -> bool:
    """Whether another table starts here: on a new page, with names of columns, or with years once these are known."""
    return line.opens_page or is_column_head(line.text) or (years_known and is_year_header(line.text))


def _label(lines: Sequence[Line], index: int) -> bool:
    """Whether a line can stand in a table without amounts: a short label with a row close after it."""
    text = lines[index].text
    if len(text) > 60 or text.endswith((".", ":")) or is_item(text):
        return False
    return any(is_row(line.text) for line in lines[index + 1 : index + 4])


def table_rows(lines: Sequence[Line]) -> tuple[tuple[str, ...], ...]:
    """The cells of a table's lines; a header of years that stands below the rows is moved above them."""
    headers = [_with_basis(header_cells(line.text), lines) for line in lines if is_year_header(line.text)]
    columns = len(headers[0]) - 1 if headers else _usual_columns(lines)
    rows: list[tuple[str, ...]] = []
    wrapped = ""
    for line in lines:
        if is_year_header(line.text) or is_basis_header(line.text):
            continue
        cells = split_row(line.text, columns) if is_row(line.text) else None
        if cells is None and (line.wrapped or _half(line.text)) and not is_column_head(line.text):
            wrapped = join_lines([wrapped, line.text])
            continue
        cells = cells or (*column_names(line.text, columns + 1),)
        label = join_lines([wrapped, cells[0]]) if wrapped else cells[0]
        if not wrapped and rows and cells[0][:1].islower() and not any(rows[-1][1:]):
            label = join_lines([rows.pop()[0], cells[0]])
        if not label and rows and not any(rows[-1][1:]):
            label = rows.pop()[0]
        rows.append((label, *cells[1:]))
        wrapped = ""
    return tuple(headers[:1]) + tuple(rows)


def _with_basis(header: tuple[str, ...], lines: Sequence[Line]) -> tuple[str, ...]:
    """Years with the words of a line that says what each column is: ("", "Utfall 2024", "Budget 2025")."""
    for line in lines:
        words = line.text.split()
        if is_basis_header(line.text) and len(words) == len(header) - 1:
            return (header[0], *(f"{word} {year}" for word, year in zip(words, header[1:], strict=True)))
    return header


def _half(text: str) -> bool:
    return text.endswith((",", "-"))


def _usual_columns(lines: Sequence[Line]) -> int:
    """Columns of a table without years: as many amounts as wide white space parts in most rows, else one."""
    counts = [
        len([part for part in line.text.replace("\t", "   ").split("   ") if part.strip()]) - 1
        for line in lines
        if is_row(line.text)
    ]
    usual = max(set(counts), key=counts.count) if counts else 1
    return max(usual, 1)
