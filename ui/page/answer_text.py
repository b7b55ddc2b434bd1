"""An answer's text as a page shows it: paragraphs and lists, with its markers as references to sources."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from itertools import groupby

_ITEM = re.compile(r"(?P<indent>[ \t]*)(?:[-*•]|(?P<number>\d{1,2})[.)])[ \t]+(?P<text>.*)")
_PIECE = re.compile(r"\[(?P<marker>\d{1,3})\]|\*\*(?P<strong>[^*\n]+)\*\*")


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of an answer; with a `source` it is the word before a marker, which the marker stays with."""

    text: str
    strong: bool = False
    source: int | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph or list item; `depth` is how far the item is indented, `number` its printed number."""

    pieces: tuple[Piece, ...]
    item: bool = False
    depth: int = 0
    number: int | None = None


@dataclass(frozen=True, slots=True)
class AnswerBlock:
    """Lines of one kind: a list's items, or paragraphs."""

    listed: bool
    lines: tuple[Line, ...]


def answer_blocks(text: str, sources: Collection[int]) -> tuple[AnswerBlock, ...]:
    """The blocks of an answer's text; markers without a source stay text."""
    lines = [_line(line, sources) for line in text.splitlines() if line.strip()]
    return tuple(AnswerBlock(listed, tuple(group)) for listed, group in groupby(lines, key=lambda line: line.item))


def _line(line: str, sources: Collection[int]) -> Line:
    item = _ITEM.fullmatch(line.rstrip())
    if not item:
        return Line(tuple(_pieces(line.strip(), sources)))
    number = item["number"]
    return Line(
        pieces=tuple(_pieces(item["text"], sources)),
        item=True,
        depth=min(len(item["indent"].expandtabs(4)) // 2, 3),
        number=int(number) if number else None,
    )


def _pieces(text: str, sources: Collection[int]) -> Iterator[Piece]:
    end = 0
    for match in _PIECE.finditer(text):
        marker = match["marker"]
        if marker and int(marker) not in sources:
            continue
        before = text[end : match.start()].rstrip() if marker else text[end : match.start()]
        tied = before.rsplit(maxsplit=1)[-1] if marker and before else ""
        if before[: len(before) - len(tied)]:
            yield Piece(before[: len(before) - len(tied)])
        yield Piece(tied, source=int(marker)) if marker else Piece(match["strong"], strong=True)
        end = match.end()
    if end < len(text):
        yield Piece(text[end:])
