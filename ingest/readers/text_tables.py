"""Tables in plain text: runs of rows, with their years above or below and labels wrapped over lines."""

from collections.abc import Sequence

from ingest.amounts import parse_cell, unit_in
from ingest.figure_kinds import SUM_WORDS
from ingest.layout.paragraphs import SHARE_FIRST, is_item, join_lines
from ingest.readers.text_chunks import Line
from ingest.readers.text_parting import decided
from ingest.readers.text_rows import (
    Parting,
    column_names,
    header_cells,
    header_tail,
    is_basis_header,
    is_column_head,
    is_row,
    is_year_header,
    names_over,
    partings,
)

FEWEST = 2
"""Rows with amounts that make a table."""
REACH = 4
"""Lines from a head of bare names on that show that it is one."""


def table_span(lines: Sequence[Line], start: int) -> int:
    """The index after the last line of the table that starts at `start`; `start` itself when there is none."""
    end, rows, index, columns, text_after = start, 0, start, 0, False
    names = bare_names(lines[start : start + REACH])
    if names:
        index, columns = start + 1, len(names) - 1
    while index < len(lines):
        line = lines[index]
        if SHARE_FIRST.match(line.text) or (rows and _opens_anew(line, years_known=columns > 0)):
            break
        if is_year_header(line.text):
            years = len(header_cells(line.text)) - 1
            if rows and not _heads_what_is_above(lines, start, index, years):
                break
            below, end, columns, text_after = rows > 0, index + 1, years, bool(header_tail(line.text))
            if below:
                break
        elif _is_row_of(lines, index, columns, text_after=text_after):
            rows, end = rows + 1, index + 1
        elif (
            _is_foreign_row(line, rows, columns)
            or (index == start and not _opens_table(lines, index))
            or (not is_basis_header(line.text) and not _label(lines, index, text_after=text_after))
        ):
            break
        index += 1
    return end if rows >= FEWEST else start


def bare_names(lines: Sequence[Line]) -> tuple[str, ...]:
    """The names of columns, a word each, that the first line is over rows close under it; else nothing."""
    under = lines[1:]
    close = len(under) == REACH - 1 and all(line.blank == 0 and not line.opens_page for line in under)
    return names_over(lines[0].text, [line.text for line in under]) if close else ()


def _is_foreign_row(line: Line, rows: int, columns: int) -> bool:
    """Whether a row that does not fit the columns stands right under their names: these head something else."""
    return columns > 0 and rows == 0 and is_row(line.text)


def _heads_what_is_above(lines: Sequence[Line], start: int, at: int, years: int) -> bool:
    """Whether years stand below their rows: these part into as many columns, and the next rows have years of theirs."""
    rows = [line.text for line in lines[start:at] if is_row(line.text)]
    return all(_fills(partings(row, years)) for row in rows) and _stands_below(lines, at)


def _stands_below(lines: Sequence[Line], at: int) -> bool:
    """Whether a year header has no rows after it, or rows that end in such a header."""
    index = at + 1
    while index < len(lines) and not lines[index].opens_page and not is_year_header(lines[index].text):
        if not is_row(lines[index].text) and not _label(lines, index, text_after=False):
            break
        index += 1
    if index < len(lines) and index > at + 1 and is_year_header(lines[index].text):
        return _stands_below(lines, index)
    return index == at + 1 or not any(is_row(line.text) for line in lines[at + 1 : index])


def _fills(parted: Parting | None) -> bool:
    return parted is not None and any(all(way) for way in parted.ways)


def _is_row_of(lines: Sequence[Line], index: int, columns: int, *, text_after: bool) -> bool:
    """Whether a line is a row of the table: with an amount for each column, or fewer where the table goes on.

    An amount alone beside another is none, as where extraction wrote the columns one after another.
    """
    text = lines[index].text
    if not is_row(text, text_after=text_after):
        return False
    beside = (*lines[max(index - 1, 0) : index], *lines[index + 1 : index + 2])
    if columns < 2 and _is_lone_amount(lines[index]) and any(map(_is_lone_amount, beside)):
        return False
    parted = partings(text, columns, text_after=text_after) if columns else None
    if columns == 0 or _fills(parted):
        return True
    if parted is None or any("%" in cell for cell in parted.ways[0]):
        return False
    more = any(is_row(line.text, text_after=text_after) for line in lines[index + 1 : index + 4])
    return more or bool(SUM_WORDS.match(text)) or parted.text != ""


def _is_lone_amount(line: Line) -> bool:
    return parse_cell(line.text) is not None


def _opens_table(lines: Sequence[Line], index: int) -> bool:
    """Whether a line without amounts is a table's first: names of columns, or a label with its amount below it."""
    text, following = lines[index].text, lines[index + 1 : index + 2]
    return is_column_head(text) or is_basis_header(text) or any(parse_cell(line.text) is not None for line in following)


def _opens_anew(line: Line, *, years_known: bool) -> bool:
    """Whether another table starts here: on a new page, with names of columns, or with years once these are known."""
    return line.opens_page or is_column_head(line.text) or (years_known and is_year_header(line.text))


def _label(lines: Sequence[Line], index: int, *, text_after: bool) -> bool:
    """Whether a line can stand in a table without amounts: a short label with a row close after it."""
    text = lines[index].text
    if len(text) > 60 or text.endswith((".", ":")) or is_item(text):
        return False
    return any(is_row(line.text, text_after=text_after) for line in lines[index + 1 : index + 4])


def table_rows(lines: Sequence[Line]) -> tuple[tuple[str, ...], ...]:
    """The cells of a table's lines; a header of years that stands below the rows is moved above them.

    A row whose figures cannot be told apart keeps them in its label, with empty cells.
    """
    header = next((line.text for line in lines if is_year_header(line.text)), "")
    names = () if header else bare_names(lines[:REACH])
    lines = lines[1:] if names else lines
    body = [line for line in lines if not is_year_header(line.text) and not is_basis_header(line.text)]
    tail = header_tail(header) if unit_in(header_tail(header)) is None else ""
    columns = len(header_cells(header) if header else names) - 1 if header or names else _usual_columns(lines)
    parted = _parted(body, columns, text_after=bool(tail))
    if tail and not any(row.text for row in parted if row is not None):
        wider = _parted(body, columns + 1, text_after=False)
        if any(row is not None and row.rigid for row in wider):
            columns, parted = columns + 1, wider
        else:
            tail = ""
    width = columns + any(row.text != "" for row in parted if row is not None)
    rows = _joined(body, parted, decided(parted), columns, width)
    if not header:
        return ((*names, *("" for _ in range(width + 1 - len(names)))), *rows) if names else rows
    head = (*header_cells(header), *([tail] if tail else []))
    return (_with_words(_with_unit(head, header), lines), *rows)


def _parted(lines: Sequence[Line], columns: int, *, text_after: bool) -> list[Parting | None]:
    return [
        partings(line.text, columns, text_after=text_after) if is_row(line.text, text_after=text_after) else None
        for line in lines
    ]


def _joined(
    lines: Sequence[Line],
    parted: Sequence[Parting | None],
    ways: Sequence[tuple[str, ...] | None],
    columns: int,
    width: int,
) -> tuple[tuple[str, ...], ...]:
    """The rows, with labels that are wrapped over lines joined."""
    rows: list[tuple[str, ...]] = []
    wrapped, head = "", False
    for line, row, way in zip(lines, parted, ways, strict=True):
        if row is None and (line.wrapped or _half(line.text)) and not is_column_head(line.text):
            wrapped = join_lines([wrapped, line.text])
            continue
        cells = _cells_of(line.text, row, way, columns, width)
        label = join_lines([wrapped, cells[0]]) if wrapped else cells[0]
        if head and (not label or (not wrapped and cells[0][:1].islower())):
            label = join_lines([rows.pop()[0], cells[0]])
        rows.append((label, *cells[1:]))
        wrapped, head = "", row is None
    return tuple(rows)


def _cells_of(text: str, row: Parting | None, way: tuple[str, ...] | None, columns: int, width: int) -> tuple[str, ...]:
    if row is None:
        return column_names(text, columns + 1) + ("",) * (width - columns)
    if way is None:
        return (text.removesuffix(row.text).strip(), *[""] * columns, row.text)[: width + 1]
    return (row.label, *way, row.text)[: width + 1]


def _with_unit(header: tuple[str, ...], line: str) -> tuple[str, ...]:
    """A unit that stands after the years goes into the corner."""
    tail = header_tail(line)
    return (f"{header[0]} {tail}".strip(), *header[1:]) if unit_in(tail) is not None else header


def _with_words(header: tuple[str, ...], lines: Sequence[Line]) -> tuple[str, ...]:
    """Years with the words of lines that say what each column is: ("", "Utfall 2024", "Budget 2025")."""
    for line in lines:
        words = line.text.split()
        if is_basis_header(line.text) and len(words) == len(header) - 1:
            header = (header[0], *(f"{word} {year}" for word, year in zip(words, header[1:], strict=True)))
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
