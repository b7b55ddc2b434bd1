"""Reads web pages through lxml: headings, paragraphs, lists and tables of the body; scripts and menus are left out."""

import re
from collections.abc import Iterator, Sequence
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
_TEXT = {"p", "blockquote", "pre", "dt", "dd", "figcaption", "caption", "summary", "address"}
_BLOCKS = {
    *_TEXT,
    *_HEADINGS,
    "ul",
    "ol",
    "li",
    "dl",
    "table",
    "div",
    "section",
    "article",
    "figure",
    "details",
    "tr",
    "td",
}
_ROW_GROUPS = {"thead", "tbody", "tfoot"}
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)


class HtmlReader:
    """Reads HTML files."""

    suffixes = frozenset({".html", ".htm"})

    def read(self, path: Path, progress: Progress) -> Document:
        """The page as blocks; raises UnsupportedFormat, DamagedDocument or EmptyDocument."""
        try:
            root = _root(read_text(path))
        except (etree.ParserError, etree.XMLSyntaxError) as exc:
            raise DamagedDocument(str(path)) from exc
        blocks = _told(root)
        progress(1, 1)
        if not blocks:
            raise EmptyDocument(str(path))
        return Document(blocks, None, cleaned(root.findtext(".//title") or ""))


def html_blocks(source: str) -> tuple[Block, ...]:
    """The blocks of a piece of HTML that stands in another format; none where it says nothing."""
    try:
        return _told(_root(f"<div>{source}</div>"))
    except (etree.ParserError, etree.XMLSyntaxError):
        return ()


def _root(source: str) -> html.HtmlElement:
    root = html.document_fromstring(source.encode(), parser=html.HTMLParser(encoding="utf-8"))
    for line_break in root.iter("br"):
        line_break.tail = f"\n{line_break.tail or ''}"
    return root


def _told(root: html.HtmlElement) -> tuple[Block, ...]:
    return tuple(block for block in _blocks(root) if block.text.strip())


def _blocks(element: html.HtmlElement) -> Iterator[Block]:
    """The blocks of a container in order; its own words before, between and after them are paragraphs."""
    own = element.text or ""
    for child in element:
        tag = child.tag if isinstance(child.tag, str) else ""
        if tag and _left_out(child):
            pass
        elif tag in _INLINE and not _holds_blocks(child):
            own += _text(child)
        elif tag:
            yield Block(BlockKind.PARAGRAPH, cleaned(own))
            yield from _block(child, tag)
            own = ""
        own += child.tail or ""
    yield Block(BlockKind.PARAGRAPH, cleaned(own))


def _holds_blocks(element: html.HtmlElement) -> bool:
    return any(child.tag in _BLOCKS for child in element.iter() if child is not element)


def _left_out(element: html.HtmlElement) -> bool:
    """Whether an element is no part of the text; the header of an article is one, a page's own is not."""
    parent = element.getparent()
    inside = parent is not None and parent.tag in {"article", "main", "section"}
    hidden = element.get("hidden") is not None or element.get("aria-hidden") == "true"
    hidden = hidden or bool(_HIDDEN.search(element.get("style", "")))
    return hidden or (element.tag in _LEFT_OUT and not (element.tag == "header" and inside))


def _block(element: html.HtmlElement, tag: str) -> Iterator[Block]:
    if tag in _HEADINGS:
        yield Block(BlockKind.HEADING, _words(element), _HEADINGS[tag])
    elif tag == "table":
        yield from _table(element)
    elif tag in {"ul", "ol"}:
        yield from _items(element, 0)
    elif tag in _TEXT and not _holds_blocks(element):
        yield Block(BlockKind.PARAGRAPH, _words(element))
    else:
        yield from _blocks(element)


def _items(listing: html.HtmlElement, depth: int) -> Iterator[Block]:
    told = listing.get("start", "1")
    number = int(told) if told.isdecimal() and len(told) < 6 else 1
    for item in listing:
        if item.tag in {"ul", "ol"}:
            yield from _items(item, depth + 1)
        if item.tag != "li":
            continue
        own = _words(item)
        yield Block(BlockKind.ITEM, f"{'•' if listing.tag == 'ul' else f'{number}.'} {own}" if own else "", depth)
        number += 1
        for child in item.iter("ul", "ol", "table"):
            if _holder(child) is item:
                yield from _table(child) if child.tag == "table" else _items(child, depth + 1)


def _holder(element: html.HtmlElement) -> html.HtmlElement | None:
    """The nearest list item or cell that an element stands in."""
    return next((parent for parent in element.iterancestors("li", "td", "th")), None)


def _table(table: html.HtmlElement) -> Iterator[Block]:
    """A table's caption, its rows, and the tables in its cells; one that lays out the page is its cells' blocks."""
    rows = _own_rows(table)
    cells = [cell for row in rows for cell in row if cell.tag in {"td", "th"}]
    laid_out = table.get("role") == "presentation" or any(True for cell in cells for _ in cell.iter(*_HEADINGS))
    if laid_out or len(cells) == 1:
        for cell in cells:
            yield from _blocks(cell)
        return
    for caption in table.findall("caption"):
        yield Block(BlockKind.PARAGRAPH, _words(caption))
    yield table_block(_rows(rows))
    for cell in cells:
        for inner in cell.iter("table"):
            if _holder(inner) is cell:
                yield from _table(inner)


def _own_rows(table: html.HtmlElement) -> list[html.HtmlElement]:
    """The rows that are the table's own and shown, its foot last wherever it is written."""
    parts = sorted(table, key=lambda part: {"thead": 0, "tfoot": 2}.get(str(part.tag), 1))
    rows = [row for part in parts for row in ([part] if part.tag == "tr" else part if part.tag in _ROW_GROUPS else [])]
    return [row for row in rows if row.tag == "tr" and not _left_out(row)]


def _rows(rows: Sequence[html.HtmlElement]) -> tuple[tuple[str, ...], ...]:
    """The cells of each row; one that reaches over several columns or rows leaves the other places empty."""
    found = []
    reaching: dict[int, int] = {}
    for row in rows:
        cells: list[str] = []
        below: dict[int, int] = {}
        for cell in (cell for cell in row if cell.tag in {"td", "th"} and not _left_out(cell)):
            while reaching.get(len(cells)):
                cells.append("")
            across, down = _span(cell, "colspan"), _span(cell, "rowspan")
            below.update(dict.fromkeys(range(len(cells), len(cells) + across), down - 1))
            cells += [_words(cell), *[""] * (across - 1)]
        cells += [""] * (max((column for column, left in reaching.items() if left), default=-1) + 1 - len(cells))
        reaching = below | {column: left - 1 for column, left in reaching.items() if left > 0 and column not in below}
        if any(cells):
            found.append(tuple(cells))
    width = max(map(len, found), default=0)
    return tuple((*row, *[""] * (width - len(row))) for row in found)


def _span(cell: html.HtmlElement, name: str) -> int:
    told = cell.get(name, "1")
    return max(1, min(int(told), 50)) if told.isdecimal() and len(told) < 6 else 1


def _words(element: html.HtmlElement) -> str:
    return cleaned(_text(element))


def _text(element: html.HtmlElement) -> str:
    """An element's words; what is hidden, and lists and tables in list items and tables in cells, are left out.

    The points of a list in a cell keep bullets, so that they can be told apart.
    """
    parts = [element.text or ""]
    for child in element:
        if isinstance(child.tag, str) and not _stands_alone(child) and not _left_out(child):
            mark = "• " if child.tag == "li" else ""
            apart = " " if child.tag in _BLOCKS else ""
            parts.append(f"{apart}{mark}{_text(child)}{apart}")
        parts.append(child.tail or "")
    return "".join(parts)


def _stands_alone(element: html.HtmlElement) -> bool:
    holder = _holder(element)
    return element.tag == "table" or (element.tag in {"ul", "ol"} and holder is not None and holder.tag == "li")
