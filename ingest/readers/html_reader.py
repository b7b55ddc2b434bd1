"""Reads web pages through lxml: headings, paragraphs, lists and tables of the body; scripts and menus are left out."""

from collections.abc import Iterator
from pathlib import Path

from lxml import etree, html

from ingest.errors import DamagedDocument, EmptyDocument
from ingest.pages import Block, BlockKind, Document, table_block
from ingest.ports import Progress
from ingest.readers.decoding import cleaned, read_text

_LEFT_OUT = {"script", "style", "nav", "header", "footer", "form", "noscript", "template", "svg", "head", "aside"}
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_INLINE = {
    "a",
    "abbr",
    "b",
    "br",
    "code",
    "em",
    "font",
    "i",
    "mark",
    "q",
    "small",
    "span",
    "strong",
    "sub",
    "sup",
    "time",
    "u",
}
_TEXT = {"p", "blockquote", "pre", "dt", "dd", "figcaption", "caption"}


class HtmlReader:
    """Reads HTML files."""

    suffixes = frozenset({".html", ".htm"})

    def read(self, path: Path, progress: Progress) -> Document:
        """The page as blocks; raises UnsupportedFormat, DamagedDocument or EmptyDocument."""
        source = read_text(path)
        try:
            root = html.document_fromstring(source.encode(), parser=html.HTMLParser(encoding="utf-8"))
        except (etree.ParserError, etree.XMLSyntaxError) as exc:
            raise DamagedDocument(str(path)) from exc
        for line_break in root.iter("br"):
            line_break.tail = f"\n{line_break.tail or ''}"
        blocks = tuple(block for block in _blocks(root) if block.text.strip())
        progress(1, 1)
        if not blocks:
            raise EmptyDocument(str(path))
        return Document(blocks, None, cleaned(root.findtext(".//title") or ""))


def _blocks(element: html.HtmlElement) -> Iterator[Block]:
    """The blocks of a container in order; its own words before, between and after them are paragraphs."""
    own = element.text or ""
    for child in element:
        tag = child.tag if isinstance(child.tag, str) else ""
        if tag in _INLINE:
            own += child.text_content()
        elif tag and not _left_out(child):
            yield Block(BlockKind.PARAGRAPH, cleaned(own))
            yield from _block(child, tag)
            own = ""
        own += child.tail or ""
    yield Block(BlockKind.PARAGRAPH, cleaned(own))


def _left_out(element: html.HtmlElement) -> bool:
    """Whether an element is no part of the text; the header of an article is one, a page's own is not."""
    parent = element.getparent()
    inside = parent is not None and parent.tag in {"article", "main", "section"}
    return element.tag in _LEFT_OUT and not (element.tag == "header" and inside)


def _block(element: html.HtmlElement, tag: str) -> Iterator[Block]:
    if tag in _HEADINGS:
        yield Block(BlockKind.HEADING, _words(element), _HEADINGS[tag])
    elif tag == "table":
        rows = _rows(element)
        yield table_block(rows)
    elif tag in {"ul", "ol"}:
        yield from _items(element)
    elif tag in _TEXT:
        yield Block(BlockKind.PARAGRAPH, _words(element))
    else:
        yield from _blocks(element)


def _items(listing: html.HtmlElement) -> Iterator[Block]:
    for number, item in enumerate(listing.findall("li"), 1):
        nested = [child for child in item if child.tag in {"ul", "ol"}]
        for child in nested:
            child.drop_tree()
        own = _words(item)
        yield Block(BlockKind.ITEM, f"{'•' if listing.tag == 'ul' else f'{number}.'} {own}" if own else "")
        for child in nested:
            yield from _items(child)


def _rows(table: html.HtmlElement) -> tuple[tuple[str, ...], ...]:
    """The cells of each row; one that reaches over several columns or rows leaves the other places empty."""
    found = []
    reaching: dict[int, int] = {}
    for row in table.iter("tr"):
        cells: list[str] = []
        below: dict[int, int] = {}
        for cell in (cell for cell in row if cell.tag in {"td", "th"}):
            while reaching.get(len(cells)):
                cells.append("")
            across, down = _span(cell, "colspan"), _span(cell, "rowspan")
            below.update(dict.fromkeys(range(len(cells), len(cells) + across), down - 1))
            cells += [_words(cell), *[""] * (across - 1)]
        reaching = below | {column: rows - 1 for column, rows in reaching.items() if rows > 0}
        if any(cells):
            found.append(tuple(cells))
    return tuple(found)


def _span(cell: html.HtmlElement, name: str) -> int:
    told = cell.get(name, "1")
    return max(1, min(int(told), 50)) if told.isdigit() else 1


def _words(element: html.HtmlElement) -> str:
    return cleaned(element.text_content())
