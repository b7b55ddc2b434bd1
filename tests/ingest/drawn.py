"""Pages drawn without any file format: words where a test wants them, every letter half a size wide."""

from collections.abc import Sequence

from ingest.layout.lines import Segment, segments_of
from ingest.model import BoundingBox
from ingest.pages import PageContent, Shape, Style, Word

BLACK = (0, 0, 0)
WIDTH, HEIGHT = 600.0, 800.0


def set_width(text: str, size: float = 10.0) -> float:
    """How wide a word is drawn, in points."""
    return len(text) * size / 2


def line(text: str, x: float, top: float, size: float = 10.0, *, bold: bool = False, space: float = 3.0) -> list[Word]:
    """The words of one line from `x` on, `space` points apart; no-break spaces part words too."""
    words = []
    for part in text.split():
        wide = set_width(part, size)
        words.append(Word(part, BoundingBox(x, top, x + wide, top + size), Style(size, bold, BLACK)))
        x += wide + space
    return words


def right(text: str, edge: float, top: float, size: float = 10.0, *, bold: bool = False) -> list[Word]:
    """A line that ends at `edge`."""
    parts = text.split()
    wide = sum(set_width(part, size) for part in parts) + 3.0 * (len(parts) - 1)
    return line(text, edge - wide, top, size, bold=bold)


def row(label: str, amounts: Sequence[str], x: float, top: float, edges: Sequence[float]) -> list[Word]:
    """A table row: a label and right-aligned amounts."""
    return line(label, x, top) + [
        word for text, edge in zip(amounts, edges, strict=True) for word in right(text, edge, top)
    ]


def page(*runs: Sequence[Word], shapes: Sequence[Shape] = (), number: int = 1) -> PageContent:
    """A page of these words and shapes."""
    return PageContent(number, WIDTH, HEIGHT, tuple(word for run in runs for word in run), tuple(shapes))


def rule(x0: float, top: float, x1: float, bottom: float) -> Shape:
    """A thin line."""
    return Shape(BoundingBox(x0, top, x1, bottom), filled=False)


def area(x0: float, top: float, x1: float, bottom: float) -> Shape:
    """A filled rectangle."""
    return Shape(BoundingBox(x0, top, x1, bottom), filled=True)


def lattice(xs: Sequence[float], ys: Sequence[float]) -> list[Shape]:
    """The rules of a table with these edges."""
    across = [rule(xs[0], y, xs[-1], y) for y in ys]
    return across + [rule(x, ys[0], x, ys[-1]) for x in xs]


def segments(*runs: Sequence[Word]) -> list[Segment]:
    """The segments of these words."""
    return segments_of([word for run in runs for word in run])
