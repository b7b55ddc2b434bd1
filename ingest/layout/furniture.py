"""Running heads and page numbers: what stands on pages without belonging to the text."""

import re
from collections import Counter
from collections.abc import Sequence

from ingest.layout.boxes import around, height, holds
from ingest.layout.grids import find_grids
from ingest.layout.lines import rows_of
from ingest.model import BoundingBox
from ingest.pages import PageContent, Word

TOP, BOTTOM = 0.13, 0.90
"""Margins where furniture stands, as parts of the page's height."""

_PAGE_NUMBER = re.compile(r"(?:sida|page|s\.)?\s*\d{1,4}(?:\s*(?:\(|/|av|of)\s*\d{1,4}\)?)?", re.IGNORECASE)

_COUNTED = re.compile(
    r"(?<!\S)(?!(?:19|20)\d\d\b)\d{1,4}(?=\s*(?:\(|/|av\s|of\s)\s*\d)|^(?!(?:19|20)\d\d\b)\d{1,4}(?=\s)"
    r"|(?<=\s)(?!(?:19|20)\d\d\b)\d{1,4}$|(?<=sida\s)\d{1,4}"
)
"""Where a line that runs through the pages holds their number."""


def body_size(words: Sequence[Word]) -> float:
    """The size, in points, that most characters are set in; 10 for a page without words."""
    sizes: Counter[float] = Counter()
    for word in words:
        sizes[word.style.size] += len(word.text)
    return sizes.most_common(1)[0][0] if sizes else 10.0


def without_furniture(pages: Sequence[PageContent]) -> list[list[Word]]:
    """Each page's words less page numbers, lines repeated at one height, and small print in tabs at the edge."""
    rows = [_margin_rows(page) for page in pages]
    seen = Counter(
        key for page, page_rows in zip(pages, rows, strict=True) for key in {_key(row, page) for row in page_rows}
    )
    enough = max(3, round(0.15 * len(pages)))
    kept = []
    for page, page_rows in zip(pages, rows, strict=True):
        size, tables = body_size(page.words), _tables(page)
        drop: set[int] = set()
        for row in page_rows:
            if any(holds(table, around(word.box for word in row)) for table in tables):
                continue
            small = max(word.style.size for word in row) <= 1.15 * size
            repeated = seen[_key(row, page)] >= enough
            if _PAGE_NUMBER.fullmatch(_text(row)) or (small and (repeated or _in_edge_tab(row, page))):
                drop.update(id(word) for word in row)
        kept.append([word for word in page.words if id(word) not in drop])
    return kept


def _margin_rows(page: PageContent) -> list[list[Word]]:
    marginal = [
        word for word in page.words if word.box.bottom < TOP * page.height or word.box.top > BOTTOM * page.height
    ]
    return rows_of(marginal)


def _text(row: Sequence[Word]) -> str:
    return " ".join(word.text for word in row)


def _key(row: Sequence[Word], page: PageContent) -> tuple[str, int]:
    """What makes two rows the same line on two pages: height and text, a number at an end counted from the page's."""
    text = _COUNTED.sub(lambda found: f"#{int(found[0]) - page.number}", _text(row).casefold())
    return text, round(row[0].box.bottom / 6)


def _tables(page: PageContent) -> list[BoundingBox]:
    """The ruled tables of a page that are not all in one margin."""
    grids = (grid.box for grid in find_grids(page))
    return [box for box in grids if box.bottom > TOP * page.height and box.top < BOTTOM * page.height]


def _in_edge_tab(row: Sequence[Word], page: PageContent) -> bool:
    box = around(word.box for word in row)
    for shape in page.shapes:
        at_edge = shape.box.x0 <= 1 or shape.box.x1 >= page.width - 1 or shape.box.top <= 1
        narrow = shape.box.x1 - shape.box.x0 < 0.5 * page.width
        if shape.filled and at_edge and narrow and height(shape.box) < 0.12 * page.height and holds(shape.box, box):
            return True
    return False
