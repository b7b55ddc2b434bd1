"""Blocks laid out as A4 pages with fpdf2: title band, running head, page numbers, wrapped and ruled tables."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import cast

from fpdf import FPDF
from fpdf.enums import MethodReturnValue, TableBordersLayout, XPos, YPos
from fpdf.fonts import FontFace

from ingest.samples.markdown_it_blocks import Block, Cell, Heading, Item, Paragraph, TableBlock

Colour = tuple[int, int, int]

ACCENT: Colour = (18, 78, 98)
TINT: Colour = (240, 245, 247)
HEADER: Colour = (217, 230, 234)
RULE: Colour = (205, 214, 218)
INK: Colour = (33, 37, 41)
MUTED: Colour = (98, 108, 116)
WHITE: Colour = (255, 255, 255)

FONT_FOLDERS = (Path("/usr/share/fonts/truetype/liberation"), Path("/usr/share/fonts/truetype/dejavu"))
FONT_FILES = (("LiberationSans-Regular.ttf", "LiberationSans-Bold.ttf"), ("DejaVuSans.ttf", "DejaVuSans-Bold.ttf"))
CREATED = datetime(2025, 1, 1, tzinfo=UTC)
MARGIN, BOTTOM, TOP = 22.0, 22.0, 26.0  # mm
NUMBER_COLUMN = 30.0
LABEL_COLUMN = 96.0
SHORT_SECTION = 75.0  # mm; a section without a table, at most this high, is not torn between pages
MIN_START = 34.0  # mm; what of a longer section must fit on the page where it starts


class FontsMissingError(RuntimeError):
    """No Unicode font with Swedish letters was found in the known folders."""


def find_fonts() -> tuple[Path, Path]:
    """The regular and bold TrueType files to embed; raises FontsMissingError with the remedy."""
    for folder, (regular, bold) in zip(FONT_FOLDERS, FONT_FILES, strict=True):
        if (folder / regular).is_file() and (folder / bold).is_file():
            return folder / regular, folder / bold
    places = ", ".join(str(folder) for folder in FONT_FOLDERS)
    raise FontsMissingError(f"no Liberation Sans or DejaVu Sans in {places}; install fonts-liberation")


def keep_amounts_whole(text: str) -> str:
    """`text` with no-break spaces inside amounts and before their units, so that no line ends there."""
    return re.sub(r"(?<=\d) (?=\d{3}\b|%|tkr\b|kr\b|kronor\b|miljoner\b)", "\u00a0", text)


class PlanPages(FPDF):
    """The pages of one plan; `draw` places blocks below each other."""

    def __init__(self, title: str, height: float = 297.0) -> None:
        super().__init__(format=(210, height))
        regular, bold = find_fonts()
        self.add_font("plan", "", str(regular))
        self.add_font("plan", "B", str(bold))
        self.plan_title = title
        self.set_title(title)
        self.set_author("Plansvar")
        self.set_subject("Sammanfattning i egna ord, för demonstration")
        self.set_lang("sv-SE")
        self.set_creation_date(CREATED)
        self.set_margins(MARGIN, TOP, MARGIN)
        self.c_margin = 0
        self.set_auto_page_break(True, BOTTOM)
        self.set_draw_color(*RULE)
        self.set_line_width(0.2)

    def header(self) -> None:
        """The running head, on every page but the first."""
        if self.page_no() == 1:
            return
        self._style(8, "", MUTED)
        self.set_y(13)
        self.cell(0, 5, self.plan_title)
        self.line(MARGIN, 19, self.w - MARGIN, 19)
        self.set_y(TOP)

    def footer(self) -> None:
        """The page number, centred."""
        self._style(8, "", MUTED)
        self.set_y(-14)
        self.cell(0, 5, str(self.page_no()), align="C")

    def make_room(self, section: Sequence[Block], height: float) -> None:
        """Start a new page where this one cannot hold the section, or enough of its beginning; `height` in mm."""
        left = self.page_break_trigger - self.get_y()
        whole = any(isinstance(block, TableBlock) for block in section) or height <= SHORT_SECTION
        fits_page = height <= self.page_break_trigger - TOP
        if left < (height if whole and fits_page else min(height, MIN_START)):
            self.add_page()

    def draw(self, section: Sequence[Block]) -> None:
        """Place the blocks of one section in order."""
        for block, following in zip(section, (*section[1:], None), strict=True):
            match block:
                case Heading():
                    self._heading(block)
                case Paragraph():
                    self._paragraph(block)
                case Item():
                    self._item(block)
                    self.set_y(self.get_y() + (0.9 if isinstance(following, Item) else 2.2))
                case TableBlock():
                    self._table(block)

    def _style(self, size: float, emphasis: str, colour: Colour) -> None:
        self.set_font("plan", emphasis, size)
        self.set_text_color(*colour)

    def _flow(self, text: str, line: float, width: float = 0, *, indent: float = 0) -> None:
        self.set_x(MARGIN + indent)
        self.multi_cell(
            width, line, keep_amounts_whole(text), align="L", markdown=True, new_x=XPos.LMARGIN, new_y=YPos.NEXT
        )

    def _heading(self, heading: Heading) -> None:
        if heading.level == 1:
            self._title_band(heading.text)
            return
        at_top = self.get_y() <= TOP
        size, line, above = (16.0, 7.5, 8.0) if heading.level == 2 else (11.5, 5.6, 4.5)
        self.set_y(self.get_y() + (0 if at_top else above))
        self._style(size, "B", ACCENT)
        self.start_section(heading.text, level=heading.level - 2)
        self._flow(heading.text, line)
        if heading.level == 2:
            self.set_draw_color(*ACCENT)
            self.line(MARGIN, self.get_y() + 0.8, self.w - MARGIN, self.get_y() + 0.8)
            self.set_draw_color(*RULE)
            self.set_y(self.get_y() + 2.2)
        self.set_y(self.get_y() + 1.2)

    def _title_band(self, title: str) -> None:
        self.set_fill_color(*ACCENT)
        self.rect(0, 0, self.w, 52, style="F")
        self.set_y(20)
        self._style(21, "B", WHITE)
        self._flow(title, 9.5)
        self.set_y(60)

    def _paragraph(self, paragraph: Paragraph) -> None:
        if not paragraph.quoted:
            self._style(10, "", INK)
            self._flow(paragraph.text, 5)
            self.set_y(self.get_y() + 2)
            return
        self._style(9.5, "", INK)
        top, width, text = self.get_y(), self.epw - 12, keep_amounts_whole(paragraph.text)
        asked = MethodReturnValue.HEIGHT
        height = cast("float", self.multi_cell(width, 5, text, align="L", markdown=True, dry_run=True, output=asked))
        self.set_fill_color(*TINT)
        self.rect(MARGIN, top, self.epw, height + 8, style="F")
        self.set_fill_color(*ACCENT)
        self.rect(MARGIN, top, 1.4, height + 8, style="F")
        self.set_y(top + 4)
        self._flow(paragraph.text, 5, width, indent=6)
        self.set_y(top + height + 13)

    def _item(self, item: Item) -> None:
        indent = 2.0 + 6.0 * (item.depth - 1)
        self._style(10, "", INK)
        if self.will_page_break(2 * 5):
            self.add_page()
            self._style(10, "", INK)
        self.set_x(MARGIN + indent)
        self.cell(6, 5, item.marker)
        self._flow(item.text, 5, self.epw - indent - 6, indent=indent + 6)

    def _table(self, table: TableBlock) -> None:
        self.set_y(self.get_y() + 1.5)
        self._style(9, "", INK)
        self.set_fill_color(*WHITE)
        widths = self._widths(table)
        heading = FontFace(emphasis="BOLD", color=ACCENT, fill_color=HEADER)
        with self.table(
            align="LEFT",
            width=sum(widths),
            col_widths=widths,
            headings_style=heading,
            line_height=4.4,
            v_align="TOP",
            padding=(1.1, 2, 1.1, 2),
            borders_layout=TableBordersLayout.HORIZONTAL_LINES,
            text_align=tuple("RIGHT" if right else "LEFT" for right in table.right),
        ) as grid:
            for cells in (table.header, *table.rows):
                row = grid.row()
                for cell in cells:
                    row.cell(keep_amounts_whole(cell.text), style=self._cell_style(cell, cells), link=cell.link or None)
        self.set_y(self.get_y() + 3.5)

    @staticmethod
    def _cell_style(cell: Cell, row: Sequence[Cell]) -> FontFace | None:
        """Rows whose label is bold are totals (tinted) or, without other content, sub-headings (coloured)."""
        if cell.link:
            return FontFace(color=ACCENT, size_pt=7.5)
        if not row[0].bold:
            return None
        if any(other.text for other in row[1:]):
            return FontFace(emphasis="BOLD", fill_color=TINT)
        return FontFace(emphasis="BOLD", color=ACCENT)

    def _widths(self, table: TableBlock) -> list[float]:
        """Column widths in mm: fixed for figures; text columns share the rest by their longest text."""
        numbers = sum(table.right) * NUMBER_COLUMN
        room = min(self.epw - numbers, LABEL_COLUMN) if numbers else self.epw
        columns = zip(table.header, *table.rows, strict=True)
        longest = [max(len(cell.text) for cell in column) for column in columns]
        weights = [0 if right else min(70, max(24, length)) for right, length in zip(table.right, longest, strict=True)]
        return [float(round(room * weight / sum(weights))) if weight else NUMBER_COLUMN for weight in weights]
