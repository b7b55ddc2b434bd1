"""Small PDF files, printed with the fonts that every reader has: Swedish letters, no dashes beyond the hyphen."""

from collections.abc import Sequence
from pathlib import Path

from fpdf import FPDF


class Sheet(FPDF):
    """A4 pages in points, origin at the top left corner."""

    def __init__(self) -> None:
        super().__init__(unit="pt", format="A4")
        self.set_auto_page_break(False)
        self.add_page()

    def at(self, x: float, y: float, text: str, size: float = 10, *, bold: bool = False) -> None:
        """Text with its base line at `y`."""
        self.set_font("helvetica", "B" if bold else "", size)
        self.text(x, y, text)

    def ending_at(self, x: float, y: float, text: str, size: float = 10, *, bold: bool = False) -> None:
        """Text whose right edge is `x`."""
        self.set_font("helvetica", "B" if bold else "", size)
        self.text(x - self.get_string_width(text), y, text)

    def prose(self, x: float, y: float, lines: Sequence[str]) -> None:
        """Lines of body text below each other, from base line `y` on."""
        for number, text in enumerate(lines):
            self.at(x, y + 13 * number, text)

    def unruled(self, x: float, y: float, rows: Sequence[Sequence[str]], edges: Sequence[float]) -> None:
        """A table without rules: labels from `x`, amounts ending at `edges`."""
        for number, (label, *amounts) in enumerate(rows):
            self.at(x, y + 16 * number, label)
            for amount, edge in zip(amounts, edges, strict=True):
                self.ending_at(edge, y + 16 * number, amount)

    def ruled(self, x: float, y: float, rows: Sequence[Sequence[str]], widths: Sequence[float]) -> None:
        """A table with all its rules, its first row's top at `y`."""
        for number, cells in enumerate(rows):
            left = x
            for index, (cell, wide) in enumerate(zip(cells, widths, strict=True)):
                top = y + 18 * number
                self.rect(left, top, wide, 18)
                if index == 0:
                    self.at(left + 4, top + 13, cell)
                else:
                    self.ending_at(left + wide - 4, top + 13, cell)
                left += wide

    def saved(self, path: Path) -> Path:
        """The path, once the file is written there."""
        self.output(str(path))
        return path
