"""Reads web pages through lxml: headings, paragraphs, lists and tables of the body; scripts and menus are left out."""

import unicodedata
from collections.abc import Iterator
from pathlib import Path

from lxml import etree, html

from ingest.errors import DamagedDocument, EmptyDocument
from ingest.pages import Block, BlockKind, Document
from ingest.ports import Progress
from ingest.readers.decoding import read_text

_LEFT_OUT = {"script", "style", "nav", "header", "footer", "form", "noscript", "template", "svg", "head", "aside"}
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
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
        blocks = tuple(block for block in _blocks(root) if block.text.strip())
        progress(1, 1)
        if not blocks:
            raise EmptyDocument(str(path))
        return Document(blocks, None, _clean(root.findtext(".//title") or ""))


def _blocks(element: html.HtmlElement) -> Iterator[Block]:
    for child in element:
        tag = child.tag if isinstance(child.tag, str) else ""
        if not tag or tag in _LEFT_OUT:
            continue
        if tag in _HEADINGS:
            yield Block(BlockKind.HEADING, _words(child), _HEADINGS[tag])
        elif tag == "table":
            rows = _rows(child)
            yield Block(BlockKind.TABLE, "\n".join("\t".join(row) for row in rows), rows=rows)
        elif tag in {"ul", "ol"}:
            yield from _items(child)
        elif tag in _TEXT:
            yield Block(BlockKind.PARAGRAPH, _words(child))
        else:
            yield from _loose(child)


def _loose(element: html.HtmlElement) -> Iterator[Block]:
    """A container: its blocks, or its own words as a paragraph where it holds none."""
    inner = list(_blocks(element))
    if inner:
        yield from inner
    else:
        yield Block(BlockKind.PARAGRAPH, _words(element))


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
    found = []
    for row in table.iter("tr"):
        cells: list[str] = []
        for cell in row:
            if cell.tag in {"td", "th"}:
                span = cell.get("colspan", "1")
                cells += [_words(cell), *[""] * (min(int(span), 50) - 1 if span.isdigit() else 0)]
        if any(cells):
            found.append(tuple(cells))
    return tuple(found)


def _words(element: html.HtmlElement) -> str:
    return _clean(element.text_content())


def _clean(text: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", text.replace("\u00ad", "")).split())
