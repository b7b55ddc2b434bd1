"""A document as its reader leaves it: words and shapes on pages, then blocks in reading order."""

from dataclasses import dataclass
from enum import StrEnum

from ingest.model import BoundingBox


@dataclass(frozen=True, slots=True)
class Style:
    """How a word is set: size in points, weight and fill colour (red, green, blue, 0–255)."""

    size: float
    bold: bool
    color: tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class Word:
    """Characters without white space between them and where they stand."""

    text: str
    box: BoundingBox
    style: Style


@dataclass(frozen=True, slots=True)
class Shape:
    """The bounding box of a drawn path; `filled` is false for one that is only stroked."""

    box: BoundingBox
    filled: bool


@dataclass(frozen=True, slots=True)
class PageContent:
    """One page: its 1-based number, its size in points and what stands on it, in no particular order.

    `turn` is by how many quarters the page was turned right so that most of its text stands upright; sizes and
    rectangles are those of the turned page. `aside` are lines that are set another way, each as one word.
    """

    number: int
    width: float
    height: float
    words: tuple[Word, ...]
    shapes: tuple[Shape, ...]
    turn: int = 0
    aside: tuple[Word, ...] = ()


class BlockKind(StrEnum):
    """What a block is to a reader."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    TABLE = "table"


@dataclass(frozen=True, slots=True)
class Block:
    """One heading, paragraph, list item or table.

    `level` orders headings, 1 the outermost, and items, 0 the outermost; `rows` holds a table's cells as printed,
    `cell_boxes`, where the format has pages, the place of each, and `row_pages` the page of each row of a table that
    goes on over several;
    `boxed` numbers the side box that the block stands in, so that its headings end with the box; `rivals` are the
    headings of a page whose order does not tell which of them owns the table; `original` is the text before repair,
    where there was damage to repair.
    """

    kind: BlockKind
    text: str
    level: int = 0
    page: int | None = None
    box: BoundingBox | None = None
    rows: tuple[tuple[str, ...], ...] = ()
    boxed: int | None = None
    rivals: tuple[str, ...] = ()
    cell_boxes: tuple[tuple[BoundingBox | None, ...], ...] = ()
    original: str | None = None
    row_pages: tuple[int, ...] = ()


def table_block(rows: tuple[tuple[str, ...], ...]) -> Block:
    """A table's block; its text is one line for each row, cells parted by tabs."""
    return Block(BlockKind.TABLE, "\n".join("\t".join(row) for row in rows), rows=rows)


@dataclass(frozen=True, slots=True)
class Document:
    """Blocks in reading order; `pages` is null for formats without pages, `title` and `author` as the file says.

    `scanned` are the numbers of pages that are pictures and could not be read, `recognised` of those read by OCR.
    """

    blocks: tuple[Block, ...]
    pages: int | None
    title: str = ""
    author: str = ""
    scanned: tuple[int, ...] = ()
    recognised: tuple[int, ...] = ()
