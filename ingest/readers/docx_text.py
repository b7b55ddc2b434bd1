"""The words of WordprocessingML elements: what a reader of the document sees, changes accepted.

The elements are any that have `tag`, `get`, `iter` and children, as lxml's and ElementTree's do.
"""

from collections.abc import Iterator
from typing import Protocol, Self

from ingest.readers.decoding import cleaned

WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_COMPATIBILITY = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_OTHER = (f"{_COMPATIBILITY}Fallback", f"{WORD}txbxContent", f"{WORD}tbl")
REMOVED = (f"{WORD}del", f"{WORD}moveFrom")
"""Tracked changes that take away; what they put in stands as if it were written."""

WRAPPERS = (f"{WORD}sdt", f"{WORD}sdtContent", f"{WORD}ins", f"{WORD}moveTo", f"{WORD}customXml", f"{WORD}smartTag")
"""Elements around paragraphs, tables, rows and cells that are no part of the page."""

_PRINTED = {
    f"{WORD}br": "\n",
    f"{WORD}cr": "\n",
    f"{WORD}tab": " ",
    f"{WORD}noBreakHyphen": "-",
    f"{WORD}softHyphen": "",
}


class Element(Protocol):
    """What is used of an XML element."""

    @property
    def tag(self) -> object:
        """Its name with the namespace in braces; no text for comments."""

    @property
    def text(self) -> str | None:
        """Its own text."""

    def get(self, name: str) -> str | None:
        """The value of an attribute."""

    def find(self, path: str) -> Self | None:
        """The first child of this name."""

    def iter(self, *tags: str) -> Iterator[Self]:
        """Itself and all elements under it, or those of the names."""

    def __iter__(self) -> Iterator[Self]: ...


def children(element: Element, *tags: str) -> Iterator[Element]:
    """The children of these names, those in content controls and insertions too."""
    for child in element:
        if child.tag in tags:
            yield child
        elif child.tag in WRAPPERS:
            yield from children(child, *tags)


def value(element: Element | None, *path: str) -> str | None:
    """The `w:val` of an element down a path of names; null where the path ends, empty where nothing is said."""
    for name in path:
        element = element.find(f"{WORD}{name}") if element is not None else None
    return None if element is None else element.get(f"{WORD}val") or ""


def words_of(element: Element) -> str:
    """The text of a paragraph with single spaces; what is deleted, hidden or in a text box is left out."""
    return cleaned("".join(_pieces(element)))


def _pieces(element: Element) -> Iterator[str]:
    for child in element:
        if child.tag in REMOVED or child.tag in _OTHER or _is_hidden(child):
            continue
        if child.tag == f"{WORD}t":
            yield child.text or ""
        elif isinstance(child.tag, str) and child.tag in _PRINTED:
            yield _PRINTED[child.tag]
        else:
            yield from _pieces(child)


def _is_hidden(run: Element) -> bool:
    told = value(run, "rPr", "vanish") if run.tag == f"{WORD}r" else None
    return told is not None and told not in {"0", "false"}


def boxes_in(element: Element) -> Iterator[Element]:
    """The text boxes anchored in a paragraph, each once though it is kept in two forms."""
    for child in element:
        if child.tag == f"{_COMPATIBILITY}Fallback" or child.tag in REMOVED:
            continue
        if child.tag == f"{WORD}txbxContent":
            yield child
        else:
            yield from boxes_in(child)


def notes_in(element: Element, known: dict[str, str]) -> Iterator[str]:
    """The footnotes that a paragraph refers to, by their number in the file."""
    for reference in element.iter(f"{WORD}footnoteReference", f"{WORD}endnoteReference"):
        kind = "endnote" if reference.tag == f"{WORD}endnoteReference" else "footnote"
        note = known.get(f"{kind}{reference.get(f'{WORD}id')}")
        if note:
            yield note


def notes_of(kind: str, root: Element) -> dict[str, str]:
    """The notes of a footnotes or endnotes part by kind and number; its separators are none."""
    return {
        f"{kind}{note.get(f'{WORD}id')}": " ".join(filter(None, (words_of(p) for p in note.iter(f"{WORD}p"))))
        for note in root.iter(f"{WORD}{kind}")
        if note.get(f"{WORD}type") is None
    }


def rows_of(table: Element) -> tuple[tuple[str, ...], ...]:
    """The cells of each row; a merged cell's text stands once, in its first place, a nested table's stand elsewhere."""
    found = []
    for row in children(table, f"{WORD}tr"):
        if row.find(f"{WORD}trPr/{WORD}del") is not None:
            continue
        cells = [""] * _count(value(row, "trPr", "gridBefore"), 0)
        for cell in children(row, f"{WORD}tc"):
            merged = value(cell, "tcPr", "vMerge")
            cells.append("" if merged in {"", "continue"} else _cell_words(cell))
            cells += [""] * (_count(value(cell, "tcPr", "gridSpan"), 1) - 1)
        found.append(tuple(cells))
    width = max(map(len, found), default=0)
    return tuple((*row, *[""] * (width - len(row))) for row in found if any(row))


def _cell_words(cell: Element) -> str:
    """A cell's paragraphs; the points of a list keep their bullets, so that they can be told apart."""
    paragraphs = list(children(cell, f"{WORD}p"))
    listed = [value(p, "pPr", "numPr", "numId") not in {None, "0"} for p in paragraphs]
    texts = [(words_of(p), point) for p, point in zip(paragraphs, listed, strict=True)]
    return " ".join(f"• {text}" if point and sum(listed) > 1 else text for text, point in texts if text)


def nested_tables(table: Element) -> Iterator[Element]:
    """The tables that stand in a table's cells, in order."""
    for row in children(table, f"{WORD}tr"):
        for cell in children(row, f"{WORD}tc"):
            for inner in children(cell, f"{WORD}tbl"):
                yield inner
                yield from nested_tables(inner)


def _count(told: str | None, otherwise: int) -> int:
    return min(int(told), 60) if told and told.isdigit() else otherwise
