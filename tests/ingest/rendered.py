"""One plan, written as Markdown, saved in every format that is read; what it says is the same in all."""

import gc
import unicodedata
import warnings
from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType

import docx
import openpyxl
from markdown_it import MarkdownIt

from ingest.samples.make_pdfs import write_pdf
from ingest.samples.markdown_it_blocks import Block, Heading, Item, Paragraph, TableBlock, read_blocks


def as_markdown(source: str, path: Path) -> None:
    path.write_text(source, encoding="utf-8")


def as_html(source: str, path: Path) -> None:
    body = MarkdownIt("commonmark").enable("table").render(source)
    path.write_text(f"<!doctype html><html lang=sv><meta charset=utf-8><body><main>{body}</main>", encoding="utf-8")


def as_pdf(source: str, path: Path) -> None:
    """fpdf2 leaves its font files to the garbage collector, which would warn of them later."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ResourceWarning)
        write_pdf(read_blocks(source), path)
        gc.collect()


def as_docx(source: str, path: Path) -> None:
    document = docx.Document()
    for block in read_blocks(source):
        match block:
            case Heading():
                document.add_heading(block.text, block.level)
            case Paragraph():
                document.add_paragraph(_plain(block.text))
            case Item():
                kind = "Number" if block.marker[0].isdigit() else "Bullet"
                document.add_paragraph(
                    _plain(block.text), style=f"List {kind}{f' {block.depth}' if block.depth > 1 else ''}"
                )
            case TableBlock():
                table = document.add_table(0, len(block.header))
                for cells in (block.header, *block.rows):
                    for place, cell in zip(table.add_row().cells, cells, strict=True):
                        place.text = cell.text
    document.save(str(path))


def as_xlsx(source: str, path: Path) -> None:
    """Each chapter a sheet; amounts as numbers with a format that groups the thousands."""
    workbook = openpyxl.Workbook()
    workbook.remove(workbook.worksheets[0])
    title = ""
    for block in read_blocks(source):
        if isinstance(block, Heading) and block.level <= 2:
            title = title or block.text
            workbook.create_sheet(block.text.replace(":", " –")[:31] if block.level == 2 else "Om planen")
        sheet = workbook.worksheets[-1]
        if isinstance(block, Heading) and block.level == 2 and len(block.text) > 31:
            sheet.append([block.text])
        for row in _rows(block):
            sheet.append([*row, *([None] if len(row) == 1 else [])])
            for cell in sheet[sheet.max_row]:
                cell.number_format = "#,##0" if isinstance(cell.value, int) and cell.value > 2100 else "General"
        if not isinstance(block, Item):
            sheet.append([])
    workbook.properties.title = title
    workbook.save(path)


def _plain(text: str) -> str:
    """Text without the marks of emphasis."""
    return text.replace("*", "")


def _rows(block: Block) -> list[list[str | int | None]]:
    match block:
        case Heading():
            return [[block.text]] if block.level > 2 else []
        case Paragraph():
            return [[_plain(block.text)]]
        case Item():
            return [[f"{block.marker} {_plain(block.text)}"]]
        case TableBlock():
            return [[_number(cell.text) for cell in row] for row in (block.header, *block.rows)]


def _number(text: str) -> str | int | None:
    digits = unicodedata.normalize("NFKC", text).replace(" ", "")
    return int(digits) if digits.removeprefix("-").isdigit() else text or None


FORMATS: Mapping[str, Callable[[str, Path], None]] = MappingProxyType(
    {".md": as_markdown, ".html": as_html, ".docx": as_docx, ".pdf": as_pdf, ".xlsx": as_xlsx}
)
"""Each ending and how a plan is saved with it."""
