"""Reads Word documents through python-docx: headings by style, paragraphs, lists and tables in document order."""

import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, cast

from ingest.errors import DamagedDocument, EmptyDocument
from ingest.layout.paragraphs import is_item
from ingest.pages import Block, BlockKind, Document, table_block
from ingest.ports import Progress
from ingest.readers.docx_text import (
    WORD,
    Element,
    boxes_in,
    children,
    nested_tables,
    notes_in,
    notes_of,
    rows_of,
    value,
    words_of,
)
from ingest.readers.office_package import require_package

if TYPE_CHECKING:
    from docx.document import Document as WordDocument

_HEADING = re.compile(r"(?:heading|rubrik|överskrift|otsikko|überschrift|titre|kop)\s*(\d)", re.IGNORECASE)
_TITLE = re.compile(r"title|rubrik|titel", re.IGNORECASE)
_LIST = re.compile(r"list|punkt|bullet|nummer", re.IGNORECASE)
_CONTENTS = re.compile(r"(?:toc|innehåll)\s*\d|table of figures|figurförteckning", re.IGNORECASE)
_DEEPEST = 9


@dataclass(frozen=True, slots=True)
class Look:
    """What a style says: its name, the level of heading (0 for none), and whether its paragraphs are list items."""

    name: str = ""
    heading: int = 0
    listed: bool = False


@dataclass(frozen=True, slots=True)
class Parts:
    """What a body refers to: styles by id, number formats by list and depth, notes by kind and number."""

    looks: dict[str, Look]
    formats: dict[tuple[str, int], str]
    notes: dict[str, str]
    counts: dict[tuple[str, int], int] = field(default_factory=dict)


class DocxReader:
    """Reads DOCX files."""

    suffixes = frozenset({".docx"})

    def read(self, path: Path, progress: Progress) -> Document:
        """The whole file as blocks; raises UnsupportedFormat, EncryptedDocument, DamagedDocument or EmptyDocument."""
        import docx
        from docx.opc.exceptions import PackageNotFoundError

        require_package(path, "DOCX")
        try:
            document = docx.Document(str(path))
            body = cast("Element", document.element.body)
            blocks = tuple(_blocks(body, _parts(document)))
            title, author = document.core_properties.title, document.core_properties.author
        except (
            PackageNotFoundError,
            zipfile.BadZipFile,
            KeyError,
            ValueError,
            TypeError,
            SyntaxError,
            AttributeError,
        ) as exc:
            raise DamagedDocument(str(path)) from exc
        progress(1, 1)
        if not blocks:
            raise EmptyDocument(str(path))
        return Document(blocks, None, title or "", author or "")


def _parts(document: "WordDocument") -> Parts:
    from docx.oxml import parse_xml

    found = {
        str(part.partname).rsplit("/", 1)[-1]: part
        for part in document.part.package.iter_parts()
        if str(part.partname).startswith("/word/")
    }

    def root(name: str) -> "Element | None":
        return cast("Element", parse_xml(found[name].blob)) if name in found else None

    notes: dict[str, str] = {}
    for kind in ("footnote", "endnote"):
        part = root(f"{kind}s.xml")
        notes |= notes_of(kind, part) if part is not None else {}
    return Parts(_looks(root("styles.xml")), _formats(root("numbering.xml")), notes)


def _looks(styles: Element | None) -> dict[str, Look]:
    """What each style says itself or has from the style that it is based on."""
    known = {
        style.get(f"{WORD}styleId") or "": style
        for style in (styles if styles is not None else ())
        if style.tag == f"{WORD}style"
    }

    def look(identity: str, depth: int) -> Look:
        style = known.get(identity)
        if style is None or depth > _DEEPEST:
            return Look()
        based = look(value(style, "basedOn") or "", depth + 1)
        name = value(style, "name") or identity
        named = _HEADING.match(name)
        outline = value(style, "pPr", "outlineLvl")
        level = int(named[1]) if named else _level(outline) if outline is not None else based.heading
        level = 1 if _TITLE.fullmatch(name) else level
        listed = bool(_LIST.search(name)) or value(style, "pPr", "numPr", "numId") is not None or based.listed
        return Look(name, level, listed and not level)

    return {identity: look(identity, 0) for identity in known}


def _level(outline: str) -> int:
    """Word counts outline levels from 0 and writes 9 for running text."""
    return int(outline) + 1 if outline.isdigit() and int(outline) < _DEEPEST else 0


def _formats(numbering: Element | None) -> dict[tuple[str, int], str]:
    """How each list marks each depth: "bullet", "decimal" and others, by the list's number."""
    if numbering is None:
        return {}
    abstract = {
        (item.get(f"{WORD}abstractNumId"), int(level.get(f"{WORD}ilvl") or 0)): value(level, "numFmt") or "decimal"
        for item in numbering.iter(f"{WORD}abstractNum")
        for level in item.iter(f"{WORD}lvl")
    }
    return {
        (number.get(f"{WORD}numId") or "", depth): form
        for number in numbering.iter(f"{WORD}num")
        for (kind, depth), form in abstract.items()
        if kind == value(number, "abstractNumId")
    }


def _blocks(container: Element, parts: Parts) -> Iterator[Block]:
    for element in children(container, f"{WORD}p", f"{WORD}tbl"):
        if element.tag == f"{WORD}tbl":
            yield from _tables(element, parts)
            continue
        block = _block(element, parts)
        if block is not None:
            yield block
        for note in notes_in(element, parts.notes):
            yield Block(BlockKind.PARAGRAPH, note)
        for box in boxes_in(element):
            yield from _blocks(box, parts)


def _tables(table: Element, parts: Parts) -> Iterator[Block]:
    """A table, then those in its cells and the notes that it refers to; a frame of one cell is no table."""
    rows = rows_of(table)
    inner = list(nested_tables(table))
    if len(rows) == 1 and len(rows[0]) == 1:
        for row in children(table, f"{WORD}tr"):
            for cell in children(row, f"{WORD}tc"):
                yield from _blocks(cell, parts)
        return
    if rows:
        yield table_block(rows)
    for nested in inner:
        told = rows_of(nested)
        if told:
            yield table_block(told)
    for note in notes_in(table, parts.notes):
        yield Block(BlockKind.PARAGRAPH, note)


def _block(paragraph: Element, parts: Parts) -> Block | None:
    text = words_of(paragraph)
    look = parts.looks.get(value(paragraph, "pPr", "pStyle") or "", Look())
    if not text or _CONTENTS.match(look.name):
        return None
    outline = value(paragraph, "pPr", "outlineLvl")
    level = _level(outline) if outline is not None else look.heading
    if level:
        return Block(BlockKind.HEADING, text, level)
    number = value(paragraph, "pPr", "numPr", "numId")
    if number == "0" or (number is None and not look.listed):
        return Block(BlockKind.ITEM if is_item(text) else BlockKind.PARAGRAPH, text)
    told = value(paragraph, "pPr", "numPr", "ilvl") or ""
    named = re.search(r"\s(\d)$", look.name)
    depth = int(told) if told.isdigit() else int(named[1]) - 1 if named else 0
    return _item(text, number or re.sub(r"\s\d$", "", look.name), depth, look, parts)


def _item(text: str, number: str, depth: int, look: Look, parts: Parts) -> Block:
    if is_item(text):
        return Block(BlockKind.ITEM, text, depth)
    form = parts.formats.get((number, depth), "decimal" if re.search("num", look.name, re.IGNORECASE) else "bullet")
    if form in {"bullet", "none"}:
        return Block(BlockKind.ITEM, f"• {text}", depth)
    for known in [key for key in parts.counts if key[0] == number and key[1] > depth]:
        parts.counts.pop(known)
    parts.counts[number, depth] = parts.counts.get((number, depth), 0) + 1
    return Block(BlockKind.ITEM, f"{parts.counts[number, depth]}. {text}", depth)
