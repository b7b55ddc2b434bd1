"""Chunking: each section's text becomes passages, never across sections."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ingest.model import Passage, Section
from ingest.pages import Block

MAX_CHARACTERS = 1200
"""The longest passage: short enough to read beside an answer and to be about one thing."""


def passages_of(sections: Sequence[Section], blocks: Sequence[Sequence[Block]]) -> tuple[Passage, ...]:
    """The passages of all sections in order; each is a run of lines of its section's text, with its first page."""
    found: list[Passage] = []
    for index, (section, own) in enumerate(zip(sections, blocks, strict=True)):
        for number, (text, first) in enumerate(_runs(own)):
            source = replace(section.source, page=first.page or section.source.page, bbox=first.box)
            found.append(Passage(f"s{index}p{number}", text, index, section.path, source))
    return tuple(found)


def _runs(blocks: Sequence[Block]) -> Iterator[tuple[str, Block]]:
    lines: list[str] = []
    first: Block | None = None
    for block in blocks:
        for line in _lines(block.text):
            if first is not None and len("\n".join([*lines, line])) > MAX_CHARACTERS:
                yield "\n".join(lines), first
                lines, first = [], None
            lines.append(line)
            first = first or block
    if first is not None:
        yield "\n".join(lines), first


def _lines(text: str) -> Iterator[str]:
    """Lines of a block; one longer than a passage may be is cut between words."""
    for line in text.split("\n"):
        rest = line
        while len(rest) > MAX_CHARACTERS:
            at = rest.rfind(" ", 0, MAX_CHARACTERS)
            at = at if at > 0 else MAX_CHARACTERS
            yield rest[:at]
            rest = rest[at:].lstrip()
        yield rest
