"""Reads Markdown through markdown-it-py: headings, paragraphs, lists, pipe tables and the HTML among them."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from pathlib import Path

from markdown_it import MarkdownIt
from markdown_it.token import Token

from ingest.errors import EmptyDocument
from ingest.pages import Block, BlockKind, Document, table_block
from ingest.ports import Progress
from ingest.readers.decoding import read_text
from ingest.readers.html_reader import html_blocks

_FRONT_MATTER = re.compile(r"\ufeff?---[ \t]*\n(?:.*\n)*?(?:---|\.\.\.)[ \t]*\n")
_FIELD = re.compile(r"^(title|author):[ \t]*(\S.*)$", re.MULTILINE)
_TAG = re.compile(
    r"<(?:!--|/?(?:a|abbr|b|code|del|em|font|i|img|ins|mark|p|small|span|strong|sub|sup|u)\b)", re.IGNORECASE
)
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)


class MarkdownReader:
    """Reads Markdown files."""

    suffixes = frozenset({".md", ".markdown"})

    def read(self, path: Path, progress: Progress) -> Document:
        """The whole file as blocks; raises UnsupportedFormat or EmptyDocument."""
        source = unicodedata.normalize("NFC", read_text(path))
        head = _FRONT_MATTER.match(source)
        tokens = MarkdownIt("commonmark").enable("table").parse(source[head.end() :] if head else source)
        blocks = tuple(_blocks(tokens))
        progress(1, 1)
        if not blocks:
            raise EmptyDocument(str(path))
        told = dict(_FIELD.findall(head[0])) if head else {}
        first = next((b.text for b in blocks if b.kind is BlockKind.HEADING and b.level == 1), "")
        return Document(
            blocks, None, first or told.get("title", "").strip("\"' "), told.get("author", "").strip("\"' ")
        )


def _blocks(tokens: Sequence[Token]) -> Iterator[Block]:
    ordinals: list[int | None] = []
    marker, end = "", 0
    for index, token in enumerate(tokens):
        if token.type in {"bullet_list_open", "ordered_list_open"}:
            ordinals.append(int(token.attrs.get("start", 1)) if token.type.startswith("ordered") else None)
        elif token.type in {"bullet_list_close", "ordered_list_close"}:
            ordinals.pop()
        elif token.type in {"list_item_open", "list_item_close"}:
            marker = _marker(ordinals) if token.type == "list_item_open" else ""
        elif token.type == "table_open":
            end = next(n for n in range(index, len(tokens)) if tokens[n].type == "table_close")
            rows = _rows(tokens[index:end])
            yield table_block(rows)
        elif token.type == "html_block":
            yield from html_blocks(token.content)
        elif index >= end and (text := _text(token)):
            yield _block(text, tokens[index - 1], marker, len(ordinals) - 1)
            marker = ""


def _text(token: Token) -> str:
    if token.type in {"code_block", "fence"}:
        return "\n".join(" ".join(line.split()) for line in token.content.split("\n") if line.strip())
    return _plain(token) if token.type == "inline" else ""


def _block(text: str, opening: Token, marker: str, depth: int) -> Block:
    if marker:
        return Block(BlockKind.ITEM, f"{marker} {text}", depth)
    if opening.type == "heading_open":
        return Block(BlockKind.HEADING, text, int(opening.tag[1]))
    return Block(BlockKind.PARAGRAPH, text)


def _marker(ordinals: list[int | None]) -> str:
    number = ordinals[-1]
    if number is None:
        return "•"
    ordinals[-1] = number + 1
    return f"{number}."


def _plain(inline: Token) -> str:
    """The words without emphasis, links and tags; a line break in the source is a space."""
    parts = []
    for child in inline.children or []:
        if child.type in {"text", "code_inline"}:
            parts.append(child.content)
        elif child.type in {"softbreak", "hardbreak"} or _BREAK.match(child.content):
            parts.append(" ")
        elif child.type == "html_inline" and not _TAG.match(child.content):
            parts.append(child.content)
    return " ".join("".join(parts).split())


def _rows(tokens: Sequence[Token]) -> tuple[tuple[str, ...], ...]:
    rows: list[list[str]] = []
    for token in tokens:
        if token.type == "tr_open":
            rows.append([])
        elif token.type == "inline":
            rows[-1].append(_plain(token))
    return tuple(tuple(row) for row in rows if any(row))
