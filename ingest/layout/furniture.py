"""Running heads and page numbers: what stands on pages without belonging to the text."""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from ingest.column_heads import is_year
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

APART = 3.0
"""White between two words, in sizes of the font, from which they are two lines at one height."""

Key = tuple[str, int]
"""Text and height of a line in a margin."""


def body_size(words: Sequence[Word]) -> float:
    """The size, in points, that most characters are set in; 10 for a page without words."""
    sizes: Counter[float] = Counter()
    for word in words:
        sizes[word.style.size] += len(word.text)
    return sizes.most_common(1)[0][0] if sizes else 10.0


def without_furniture(pages: Sequence[PageContent]) -> list[list[Word]]:
    """Each page's words less page numbers, running heads, lines repeated at one height, and small print in tabs."""
    rows = [_margin_rows(page) for page in pages]
    running = _running(pages, rows)
    numbers = _numbers_beside(pages)
    kept = []
    for page, page_rows in zip(pages, rows, strict=True):
        size = body_size(page.words)
        tables = _tables(page) if any(_in_something(row, page) for row in page_rows) else []
        drop = set(numbers)
        for row in page_rows:
            if any(holds(table, around(word.box for word in row)) for table in tables) or _names_years(row):
                continue
            if all(_is_furniture(part, row, page, size, running) for part in parts_of(row)):
                drop.update(id(word) for word in row)
        kept.append([word for word in page.words if id(word) not in drop])
    return kept


def _is_furniture(
    part: Sequence[Word], row: Sequence[Word], page: PageContent, size: float, running: set[tuple[int, Key]]
) -> bool:
    """Whether a part of a row in the margin is a page number, runs through the pages or stands in a tab."""
    text, known = _text(part), (page.number, _key(part, page)) in running
    if _PAGE_NUMBER.fullmatch(text) and (len(part) == len(row) or known or not text.isdecimal()):
        return True
    small = max(word.style.size for word in part) <= 1.15 * size
    return small and not text.isdecimal() and (known or _in_edge_tab(part, page))


def parts_of(row: Sequence[Word]) -> list[list[Word]]:
    """The words of a row parted where they stand far from each other."""
    parts = [[row[0]]]
    for last, word in pairwise(row):
        if word.box.x0 - last.box.x1 > APART * last.style.size:
            parts.append([])
        parts[-1].append(word)
    return parts


def _names_years(row: Sequence[Word]) -> bool:
    """Whether a row is the head of a table: years that stand apart."""
    return sum(is_year(_text(part)) for part in parts_of(row)) > 1


def _running(pages: Sequence[PageContent], rows: Sequence[Sequence[list[Word]]]) -> set[tuple[int, Key]]:
    """What of the margins, by page, runs through the document or through its chapter.

    A chapter's name stands where half of the pages have such a line: beside their number or what runs through them
    all, on several pages, or again as a heading.
    """
    found = [
        (page.number, [(_key(part, page), part[0].style.size) for part in parts_of(row)])
        for page, own in zip(pages, rows, strict=True)
        for row in own
    ]
    seen = Counter(key for _, key in {(page, key) for page, parts in found for key, _ in parts})
    used = Counter(place for _, place in {(page, (key[1], size)) for page, parts in found for key, size in parts})
    often, half = _enough(pages), max(3, round(0.5 * len(pages)))
    varied = Counter((key[1], size) for _, parts in found for key, size in _changing(parts, seen, often))
    headings = _set_large(pages) if any(count >= half for count in used.values()) else set()
    running: set[tuple[int, Key]] = set()
    for page, parts in found:
        numbered = any(_numbers(key[0]) and seen[key] > 1 for key, _ in parts)
        for key, size in parts:
            chapter = used[key[1], size] >= half and (numbered or seen[key] > 1 or key[0] in headings)
            chapter = chapter or (varied[key[1], size] >= half and (key, size) in _changing(parts, seen, often))
            if seen[key] >= often or (seen[key] > 1 if _numbers(key[0]) else chapter):
                running.add((page, key))
    return running


def _changing(parts: Sequence[tuple[Key, float]], seen: Counter[Key], often: int) -> list[tuple[Key, float]]:
    """The words that change in a row of the margin of which the rest, but no mere number, runs through the document."""
    changing = [(key, size) for key, size in parts if seen[key] < often]
    running = any(seen[key] >= often and not _numbers(key[0]) for key, _ in parts)
    return changing if running and len(changing) == 1 and re.match(r"[^\W\d_]{2}", changing[0][0][0]) else []


def _numbers(text: str) -> bool:
    """Whether a line as it is counted says nothing but the page's number."""
    return bool(re.fullmatch(r"(?:sida |page |s\. ?)?#-?\d+(?: ?(?:\(|/|av |of )\d+\)?)?", text))


def _numbers_beside(pages: Sequence[PageContent]) -> set[int]:
    """The identities of page numbers outside the margins: numbers at one place that grow from page to page."""
    found = [
        (int(word.text) - page.number, round(word.box.bottom / 6), id(word))
        for page in pages
        for word in page.words
        if word.text.isdecimal() and len(word.text) < 4 and not 0.15 * page.width < word.box.x0 < 0.85 * page.width
    ]
    seen = Counter((more, at) for more, at, _ in found)
    half = max(3, round(0.5 * len(pages)))
    return {word for more, at, word in found if seen[more, at] >= half}


def _set_large(pages: Sequence[PageContent]) -> set[str]:
    """The lines that are set larger than the text of their page."""
    found: set[str] = set()
    for page in pages:
        size = body_size(page.words)
        found |= {_text(row).casefold() for row in rows_of(w for w in page.words if w.style.size > 1.15 * size)}
    return found


def lasting_asides(pages: Sequence[PageContent]) -> list[list[Word]]:
    """Each page's lines that are set aslant or sideways, less page numbers and what other pages' margins repeat."""
    texts = [{_counted(line.text, page) for line in page.aside} for page in pages]
    if not any(texts):
        return [[] for _ in pages]
    for page, own in zip(pages, texts, strict=True):
        own.update(_counted(_text(row), page) for row in _margin_rows(page))
    seen = Counter(text for own in texts for text in own)
    enough = _enough(pages)
    return [
        [w for w in page.aside if seen[_counted(w.text, page)] < enough and not _PAGE_NUMBER.fullmatch(w.text)]
        for page in pages
    ]


def _enough(pages: Sequence[PageContent]) -> int:
    """On how many pages a line stands that runs through the document."""
    return max(3, round(0.15 * len(pages)))


def _margin_rows(page: PageContent) -> list[list[Word]]:
    marginal = [
        word for word in page.words if word.box.bottom < TOP * page.height or word.box.top > BOTTOM * page.height
    ]
    return rows_of(marginal)


def _text(row: Sequence[Word]) -> str:
    return " ".join(word.text for word in row)


def _key(row: Sequence[Word], page: PageContent) -> Key:
    """What makes two rows the same line on two pages: height and text, a number at an end counted from the page's."""
    return _counted(_text(row), page), round(row[0].box.bottom / 6)


def _counted(text: str, page: PageContent) -> str:
    if text.isdecimal() and not is_year(text):
        return f"#{int(text) - page.number}"
    return _COUNTED.sub(lambda found: f"#{int(found[0]) - page.number}", text.casefold())


def _in_something(row: Sequence[Word], page: PageContent) -> bool:
    """Whether anything drawn stands at the height of a row."""
    middle = (row[0].box.top + row[0].box.bottom) / 2
    return any(shape.box.top <= middle <= shape.box.bottom for shape in page.shapes)


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
