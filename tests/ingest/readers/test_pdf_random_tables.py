"""Tables made at random, printed plain, between lines and in a grid: every cell must be read where it stands."""

import random
from itertools import pairwise
from pathlib import Path

import pytest

from ingest.pages import BlockKind
from ingest.readers.pdf_reader import PdfReader
from tests.ingest.printed import Sheet

POSTS = (
    "Hyra",
    "Personal",
    "Lokaler",
    "Resor",
    "Avskrivningar",
    "Bidrag",
    "Konsulter",
    "Utbildning",
    "Arvoden",
    "Möten",
)
LEFT, LABEL = 50.0, 170.0

Row = tuple[str, ...]


class RandomTable:
    """A table of random size, set in random type, with wrapped labels, sub-headings and empty cells."""

    def __init__(self, seed: int) -> None:
        self._random = random.Random(seed)
        self.columns = self._random.randint(1, 4)
        self.size = self._random.choice((8, 9, 10))
        self.pitch = self.size * self._random.choice((1.5, 1.8, 2.2))
        self.drawn = self._random.choice(("plain", "lines", "grid"))
        self.top_aligned = self._random.random() < 0.5
        years = [str(2025 + n) for n in range(self.columns)]
        heads = self._random.choice((years, [f"Budget {year}" for year in years]))
        self.rows: list[Row] = [(self._random.choice(("", "Belopp i tkr")), *heads)]
        count = self._random.randint(4, 12)
        for number in range(count):
            if 0 < number < count - 1 and any(self.rows[-1][1:]) and self._random.random() < 0.15:
                self.rows.append((self._random.choice(("INTÄKTER", "KOSTNADER")), *("",) * self.columns))
            else:
                self.rows.append((self._label(), *self._amounts()))

    def _label(self) -> str:
        return self._random.choice(POSTS) + "".join(
            f" {self._random.choice(POSTS).lower()}" for _ in range(self._random.randint(0, 4))
        )

    def _amounts(self) -> list[str]:
        found = []
        for _ in range(self.columns):
            whole = self._random.randint(0, 10 ** self._random.randint(2, 7))
            found.append(("-" if self._random.random() < 0.25 else "") + f"{whole:,}".replace(",", " "))
        if self._random.random() < 0.15:
            found[self._random.randrange(self.columns)] = "-"
        if self.columns > 1 and self._random.random() < 0.15:
            found[self._random.randrange(self.columns)] = ""
        return found

    def print_on(self, sheet: Sheet, y: float) -> None:
        """Print the table with its first base line at `y`."""
        sheet.set_font("helvetica", "", self.size)
        wide = sheet.get_string_width("Budget 2025") + self._random.choice((8, 14, 22))
        edges = [LEFT + LABEL + wide * (n + 1) for n in range(self.columns)]
        lines = [y - self.size - 3]
        for row in self.rows:
            sheet.set_font("helvetica", "", self.size)
            label = self._wrapped(sheet, row[0])
            bold = not any(row[1:])
            for number, text in enumerate(label):
                sheet.at(LEFT, y + 1.2 * self.size * number, text, self.size, bold=bold)
            down = 0 if self.top_aligned else 1.2 * self.size * (len(label) - 1)
            for amount, edge in zip(row[1:], edges, strict=True):
                sheet.ending_at(edge, y + down, amount, self.size)
            y += 1.2 * self.size * (len(label) - 1) + self.pitch
            lines.append(y - self.size - 1)
        self._rule(sheet, lines, [LEFT - 3, *(edge - wide + 3 for edge in edges), edges[-1] + 3])

    def _wrapped(self, sheet: Sheet, label: str) -> list[str]:
        lines = [""]
        for word in label.split(" "):
            longer = f"{lines[-1]} {word}".strip()
            if lines[-1] and sheet.get_string_width(longer) > LABEL - 15:
                lines.append(word)
            else:
                lines[-1] = longer
        return lines

    def _rule(self, sheet: Sheet, ys: list[float], xs: list[float]) -> None:
        if self.drawn == "lines":
            for y in ys:
                sheet.line(xs[0], y, xs[-1], y)
        if self.drawn == "grid":
            for top, bottom in pairwise(ys):
                for left, right in pairwise(xs):
                    sheet.rect(left, top, right - left, bottom - top)


@pytest.mark.parametrize("seed", range(60))
def test_a_random_table_is_read_to_the_exact_rows(tmp_path: Path, seed: int) -> None:
    made, sheet = RandomTable(seed), Sheet()
    sheet.at(LEFT, 80, "Budget", 16, bold=True)
    sheet.prose(LEFT, 105, ["Här redovisas budgeten för verksamheten under de kommande åren."])
    made.print_on(sheet, 150)
    document = PdfReader().read(sheet.saved(tmp_path / "a.pdf"), lambda _done, _total: None)
    (table,) = [block for block in document.blocks if block.kind is BlockKind.TABLE]
    assert list(table.rows) == made.rows
