"""Tables in plain text: runs of rows, with their years above or below and labels wrapped over lines."""

from collections.abc import Sequence

from ingest.layout.paragraphs import SHARE_FIRST, is_item, join_lines
from ingest.readers.text_chunks import Line
from ingest.readers.text_rows import column_names, header_cells, is_column_head, is_row, is_year_header, split_row

FEWEST = 2
"""Rows with amounts that make a table."""


def table_span(lines: Sequence[Line], start: int) -> int:
    """The index after the last line of the table that starts at `start`; `start` itself when there is none."""
    end, rows, index, columns = start, 0, start, 0
    while index < len(lines):
        line = lines[index]
        if rows and _opens_anew(lines, index):
            break
        if SHARE_FIRST.match(line.text):
            break
        if is_row(line.text) and (columns == 0 or split_row(line.text, columns) is not None):
            rows, end = rows + 1, index + 1
        elif is_year_header(line.text):
            end, columns = index + 1, len(header_cells(line.text))
            if rows and lines[start].text != line.text and not is_year_header(lines[start].text):
                break
        elif not _label(lines, index):
            break
        index += 1
    return end if rows >= FEWEST else start


def _opens_anew(lines: Sequence[Line], index: int) -> bool:
    """Whether another table starts here: a page, or years over rows when this table has had its years."""
    if lines[index].opens_page:
        return True
    if is_column_head(lines[index].text):
        return True
    upcoming = lines[index + 1].text if index + 1 < len(lines) else ""
    return is_year_header(lines[index].text) and not is_row(upcoming) and upcoming.isupper()


def _label(lines: Sequence[Line], index: int) -> bool:
    """Whether a line can stand in a table without amounts: a short label with a row close after it."""
    text = lines[index].text
    if len(text) > 60 or text.endswith((".", ":")) or is_item(text):
        return False
    return any(is_row(line.text) for line in lines[index + 1 : index + 4])


def table_rows(lines: Sequence[Line]) -> tuple[tuple[str, ...], ...]:
    """The cells of a table's lines; a header of years that stands below the rows is moved above them."""
    headers = [header_cells(line.text) for line in lines if is_year_header(line.text)]
    columns = len(headers[0]) if headers else _usual_columns(lines)
    rows: list[tuple[str, ...]] = []
    wrapped = ""
    for line in lines:
        if is_year_header(line.text):
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
    return tuple([("", *headers[0])] if headers else []) + tuple(rows)


def _half(text: str) -> bool:
    return text.endswith((",", "-"))


def _usual_columns(lines: Sequence[Line]) -> int:
    """Columns of a table without years: as many amounts as wide white space parts in most rows, else one."""
    counts = [len([part for part in line.text.replace("\t", "   ").split("   ") if part.strip()]) - 1 for line in lines if is_row(line.text)]
    usual = max(set(counts), key=counts.count) if counts else 1
    return max(usual, 1)
