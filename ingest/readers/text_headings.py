"""Which chunks of a text extract are headings, and how they rank: by numbers, contents, capitals and goal words."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from ingest.amounts import amounts_in, parse_cell
from ingest.goal_words import term_of_noun
from ingest.layout.paragraphs import BULLET
from ingest.pages import Block, BlockKind
from ingest.readers.text_chunks import Line
from ingest.readers.text_contents import LEADERS, NUMBER, contents_of, key_of, parts_in
from ingest.readers.text_rows import is_row, is_year_header
from ingest.table_reading import stated_unit

LONGEST, MOST_WORDS = 90, 12
"""Characters and words that a heading has at most; one in capitals may have a third more words."""

TITLE, CAPITALS, OVER, PLAIN = 1, 6, 7, 8
"""Levels: a page's title or a chapter, with the parts of numbers and contents next to it; a heading in capitals; one
that stands right over another; any other."""
INNER = 10
"""How much deeper the headings of a box are than they would be in the running text."""

_LABEL = re.compile(r"(?P<word>[^\W\d_]+)\s+\d{1,2}(?:\.\d{1,2})*\s*[:.–-]\s*\S")
_OF_A_TABLE = re.compile(r"(?:tabell|diagram|figur)\s\d+\b", re.IGNORECASE)
"""How the title of a table or picture begins, which heads nothing else."""
_OPEN_VERB = re.compile(r"\b(?:är|följer|följande|gäller|innebär|lyder)$", re.IGNORECASE)
_VERB = re.compile(
    r"\b(?:är|har|ska|skall|kan|vill|består|omfattar|innehåller|innebär|gäller|arbetar|prioriterar|behöver)\b",
    re.IGNORECASE,
)
_MANY_NUMBERED = 2


@dataclass(frozen=True, slots=True)
class Headings:
    """What a document tells of its headings as a whole: its contents, and whether they are numbered in parts."""

    contents: Mapping[str, int] = field(default_factory=dict)
    numbered: bool = False

    def is_heading(self, chunk: Sequence[Line], text: str, before: BlockKind | None, after: Line | None) -> bool:
        """Whether a chunk is a heading, by itself, by what stands `before` it and by the line `after` it."""
        number = NUMBER.match(text)
        bare = text[number.end() :] if number else text
        if not _looks_like_one(chunk, bare) or LEADERS.search(text) or _labels_amount(after):
            return False
        if key_of(text) in self.contents:
            return True
        if number and number[0].rstrip().endswith(".") and "." not in number["parts"]:
            return self.numbered and after is not None and after.blank > 0 and not NUMBER.match(after.text)
        listed = after is not None and BULLET.match(after.text) is not None
        return not (listed and before is BlockKind.PARAGRAPH and _VERB.search(text))

    def level_of(self, text: str, *, over: bool) -> int:
        """A heading's level by itself; `over` where it stands right over another heading."""
        depth = self.contents.get(key_of(text), 0) or (parts_in(text) if self.numbered else 0)
        if depth:
            return TITLE + min(depth, CAPITALS - TITLE) - 1
        if text.isupper():
            return CAPITALS
        return OVER if over else PLAIN


def headings_of(text: str, lines: Iterable[Line]) -> Headings:
    """What the whole text tells of its headings."""
    parted = sum(parts_in(line.text) > 1 and _looks_like_one([line], NUMBER.sub("", line.text)) for line in lines)
    return Headings(contents_of(text), parted >= _MANY_NUMBERED)


def label_rank(heading: str) -> float | None:
    """The rank of the goal word in a numbered form such as "Delmål 2: …"; null for any other heading."""
    label = _LABEL.match(heading)
    term = term_of_noun(label["word"]) if label else None
    return term.rank if term is not None else None


def is_labelled(heading: str) -> bool:
    """Whether a heading is one of a numbered series: "Delmål 2: …"."""
    return _LABEL.match(heading) is not None


def with_goal_levels(blocks: Sequence[Block]) -> list[Block]:
    """Blocks where the headings of numbered goals lie as deep as their words rank, the outermost with the plain."""
    ranks = [label_rank(b.text) if b.kind is BlockKind.HEADING and b.level == PLAIN else None for b in blocks]
    known = sorted({rank for rank in ranks if rank is not None})
    return [
        block if rank is None else replace(block, level=PLAIN + known.index(rank))
        for block, rank in zip(blocks, ranks, strict=True)
    ]


def with_close_levels(blocks: Sequence[Block]) -> list[Block]:
    """Blocks with their levels numbered without gaps, 1 kept for titles; without titles to end it, none is `OVER`."""
    levels = {block.level for block in blocks if block.kind is BlockKind.HEADING}
    outer = min(levels, default=PLAIN) < CAPITALS
    found = [replace(b, level=PLAIN) if b.level == OVER and not outer else b for b in blocks]
    order = sorted({TITLE, *(block.level for block in found if block.kind is BlockKind.HEADING)})
    return [replace(b, level=1 + order.index(b.level)) if b.kind is BlockKind.HEADING else b for b in found]


def _labels_amount(after: Line | None) -> bool:
    """Whether what follows is an amount alone: the line before it is a label out of a table."""
    return after is not None and not is_year_header(after.text) and parse_cell(after.text) is not None


def _looks_like_one(chunk: Sequence[Line], text: str) -> bool:
    if len(chunk) > 3 or not 3 <= len(text) <= LONGEST or not text[0].isalnum() or text[0].islower():
        return False
    if text.endswith((".", ",", ":", ";", "!", "?", "%")) or "://" in text or _OPEN_VERB.search(text):
        return False
    if _OF_A_TABLE.match(text):
        return False
    if amounts_in(text) or stated_unit([text]) is not None or re.search(r"\d,\d", text):
        return False
    most = MOST_WORDS * 4 // 3 if text.isupper() else MOST_WORDS
    return (
        not is_row(text) and not is_year_header(text) and len(text.split()) <= most and any(c.isalpha() for c in text)
    )
