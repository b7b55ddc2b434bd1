"""openpyxl's workbooks: figures as a sheet that can be filtered and summed."""

import io
from collections.abc import Sequence
from decimal import Decimal
from typing import Any


def workbook_bytes(title: str, columns: Sequence[str], rows: Sequence[Sequence[Any]], amount: str) -> bytes:
    """A workbook with one sheet; the column `amount` holds numbers, every other text stays text, never a formula."""
    from openpyxl import Workbook
    from openpyxl.styles import Font
    from openpyxl.utils import get_column_letter

    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = title
    sheet.append(list(columns))
    for cell in sheet[1]:
        cell.font = Font(bold=True)
    for number, row in enumerate(rows, start=2):
        for at, value in enumerate(row, start=1):
            _fill(sheet.cell(number, at), value, is_amount=columns[at - 1] == amount)
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = sheet.dimensions
    for at in range(1, len(columns) + 1):
        sheet.column_dimensions[get_column_letter(at)].width = 18
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def _fill(cell: Any, value: Any, *, is_amount: bool) -> None:
    from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

    if is_amount and value is not None:
        cell.value = Decimal(value)
        cell.number_format = "#,##0.##########" if "." in value else "#,##0"
    elif isinstance(value, str):
        cell.value = ILLEGAL_CHARACTERS_RE.sub(" ", value)
        cell.data_type = "s"
    else:
        cell.value = value
