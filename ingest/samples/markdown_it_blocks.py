"""A sample plan's Markdown as a flat list of blocks, ready to be laid out; markdown-it-py does the parsing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from markdown_it import MarkdownIt
from markdown_it.token import Token


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of level 1 to 6, as plain text."""

    level: int
    text: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text on one line; `**` around what is bold. `quoted` inside a block quote."""

    text: str
    quoted: bool


@dataclass(frozen=True, slots=True)
class Item:
    """One list item on one line; `marker` is a bullet or a number with its dot, `depth` counts from 1."""

    marker: str
    depth: int
    text: str


@dataclass(frozen=True, slots=True)
class Cell:
    """One table cell as plain text; `bold` when all of it is bold, `link` the address it leads to, or empty."""

    text: str
    bold: bool
    link: str


@dataclass(frozen=True, slots=True)
class TableBlock:
    """A table: its header row, its other rows, and for each column whether it is right-aligned."""

    header: tuple[Cell, ...]
    rows: tuple[tuple[Cell, ...], ...]
    right: tuple[bool, ...]


Block = Heading | Paragraph | Item | TableBlock


def read_blocks(markdown: str) -> list[Block]:
    """The blocks of `markdown` in reading order (CommonMark with tables)."""
    tokens = MarkdownIt("commonmark").enable("table").parse(markdown)
    return list(_blocks(tokens))


def _blocks(tokens: list[Token]) -> Iterator[Block]:
    lists: list[Token] = []
    marker, quoted, i = "", False, 0
    while i < len(tokens):
        token = tokens[i]
        if token.type == "table_open":
            end = next(k for k in range(i, len(tokens)) if tokens[k].type == "table_close")
            yield _table(tokens[i:end])
            i = end
        elif token.type in ("bullet_list_open", "ordered_list_open"):
            lists.append(token)
        elif token.type in ("bullet_list_close", "ordered_list_close"):
            lists.pop()
        elif token.type == "list_item_open":
            marker = f"{token.info}." if lists[-1].type.startswith("ordered") else "•"
        elif token.type in ("blockquote_open", "blockquote_close"):
            quoted = token.type == "blockquote_open"
        elif token.type == "inline":
            yield _text_block(tokens[i - 1], token, lists, marker, quoted)
        i += 1


def _text_block(opening: Token, inline: Token, lists: list[Token], marker: str, quoted: bool) -> Block:
    text = re.sub(r"\s+", " ", inline.content).strip()
    if opening.type == "heading_open":
        return Heading(int(opening.tag[1]), text)
    if lists:
        return Item(marker, len(lists), text)
    return Paragraph(text, quoted)


def _table(tokens: list[Token]) -> TableBlock:
    rows: list[list[Cell]] = []
    right: list[bool] = []
    for k, token in enumerate(tokens):
        if token.type == "tr_open":
            rows.append([])
        elif token.type in ("th_open", "td_open"):
            rows[-1].append(_cell(tokens[k + 1]))
            if token.type == "th_open":
                right.append("right" in str(token.attrs.get("style", "")))
    return TableBlock(tuple(rows[0]), tuple(tuple(row) for row in rows[1:]), tuple(right))


def _cell(inline: Token) -> Cell:
    children = [child for child in inline.children or [] if child.content or child.type != "text"]
    link = next((str(child.attrs["href"]) for child in children if child.type == "link_open"), "")
    bold = bool(children) and children[0].type == "strong_open" and children[-1].type == "strong_close"
    return Cell("".join(child.content for child in children), bold, link)
