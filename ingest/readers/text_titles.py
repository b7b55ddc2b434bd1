"""Titles that a text extract left after what they stand over are put back over it.

A slide's or a page's title is often drawn last, so that it comes at the end of its page or in the midst of it.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from ingest.pages import Block, BlockKind
from ingest.readers.text_headings import INNER, OVER, PLAIN, TITLE, is_labelled

FEWEST = 2
"""Pages that end with their title from which titles in the midst of pages are looked for."""
USUALLY = 0.3
"""The share of a document's pages that it takes besides."""
MOSTLY = 0.7
"""The share of pages with titles from which every page has one."""


@dataclass(frozen=True, slots=True)
class PageBlocks:
    """A page's blocks, parted into the frames that its text was taken from.

    `opens_chapter` tells what the tabs of the pages tell: whether another chapter begins; null without tabs.
    """

    frames: tuple[tuple[Block, ...], ...]
    opens_chapter: bool | None

    @property
    def blocks(self) -> list[Block]:
        """The blocks of all frames."""
        return [block for frame in self.frames for block in frame]


def are_displaced(pages: Sequence[PageBlocks]) -> bool:
    """Whether titles stand at the end of so many pages that the order of headings is no guide."""
    ends = sum(_left_at_end(page.blocks) is not None for page in pages)
    return ends >= FEWEST and ends >= USUALLY * len(pages)


def with_titles_first(pages: Sequence[PageBlocks]) -> list[list[Block]]:
    """The blocks of each page with its title before them, and titles of boxes and tables before these.

    Where few pages end with a heading, the order is taken to be right.
    """
    if not are_displaced(pages):
        return [page.blocks for page in pages]
    ends = [_left_at_end(page.blocks) if page.opens_chapter is not False else None for page in pages]
    titles = {page.blocks[end].text for page, end in zip(pages, ends, strict=True) if end is not None}
    alone = [_without_text(page.blocks) if page.opens_chapter is not False else None for page in pages]
    titles |= {page.blocks[at].text for page, at in zip(pages, alone, strict=True) if at is not None}
    places = [_known(page, titles) for page in pages]
    no_tabs = all(page.opens_chapter is None for page in pages)
    deck = no_tabs and sum(place is not None for place in places) >= MOSTLY * len(pages)
    found = []
    for page, place in zip(pages, places, strict=True):
        if place is None and (deck or page.opens_chapter):
            place = _first_plain(page.blocks)
        blocks = _with_box_title(page) if page.opens_chapter is False else page.blocks
        if place is not None:
            blocks = [replace(blocks[place], level=TITLE), *blocks[:place], *blocks[place + 1 :]]
        found.append(_with_table_title(blocks))
    return found


def _left_at_end(blocks: Sequence[Block]) -> int | None:
    """Where a heading stands with nothing after it but numbers; null where the page ends otherwise or is all of it."""
    at = len(blocks) - 1
    while at > 0 and blocks[at].kind is BlockKind.PARAGRAPH and not any(c.isalpha() for c in blocks[at].text):
        at -= 1
    return at if at > 0 and blocks[at].kind is BlockKind.HEADING else None


def _without_text(blocks: Sequence[Block]) -> int | None:
    """Where the last heading stands that has nothing under it; null on a page without one."""
    lone = [n for n, b in enumerate(blocks) if _is_lone(blocks, n) and b.level >= OVER and not is_labelled(b.text)]
    return lone[-1] if lone else None


def _known(page: PageBlocks, titles: Collection[str]) -> int | None:
    """Where the last heading stands that is a title, of this page or of others; none where a chapter goes on."""
    if page.opens_chapter is False:
        return None
    known = [n for n, b in enumerate(page.blocks) if b.kind is BlockKind.HEADING and b.text in titles]
    return known[-1] if known else None


def _is_lone(blocks: Sequence[Block], at: int) -> bool:
    """Whether a heading has another right after it that cannot be under it."""
    after = blocks[at + 1] if at + 1 < len(blocks) else None
    heads = blocks[at].kind is BlockKind.HEADING
    return heads and (after is None or (after.kind is BlockKind.HEADING and after.level <= blocks[at].level))


def _first_plain(blocks: Sequence[Block]) -> int | None:
    """Where the first heading stands on a page that begins with text; numbered goals and capitals are no titles."""
    plain = [n for n, b in enumerate(blocks) if b.kind is BlockKind.HEADING and not is_labelled(b.text)]
    return plain[0] if plain and plain[0] > 0 and blocks[plain[0]].level >= OVER else None


def _with_box_title(page: PageBlocks) -> list[Block]:
    """A page that goes on with its chapter: a heading at its end is a box's, over the text that names it.

    It is the last frame's where the heading stands on the page already; else it is left where it is.
    """
    blocks, end = page.blocks, _left_at_end(page.blocks)
    if end is None or is_labelled(blocks[end].text):
        return blocks
    title = blocks[end]
    start = next((n for n, block in enumerate(blocks[:end]) if _names(block, title.text)), None)
    if start is None and len(page.frames) > 1 and any(b.text == title.text for b in blocks[:end]):
        start = len(blocks) - len(page.frames[-1])
    if start is None:
        return blocks
    inner = [replace(b, level=b.level + INNER) if b.kind is BlockKind.HEADING else b for b in blocks[start:end]]
    return [*blocks[:start], replace(title, level=PLAIN), *inner, *blocks[end + 1 :]]


def _names(block: Block, title: str) -> bool:
    """Whether a paragraph begins with a title's words, or is a lead that has them."""
    text, words = block.text.casefold(), title.casefold()
    if block.kind is not BlockKind.PARAGRAPH:
        return False
    return text.startswith(words + " ") or (text.endswith(":") and words in text)


def _with_table_title(blocks: list[Block]) -> list[Block]:
    """Blocks where a heading with nothing under it, right after a table that none stands over, is the table's."""
    for at in range(1, len(blocks)):
        if blocks[at - 1].kind is not BlockKind.TABLE or not _is_lone(blocks, at) or blocks[at].level < OVER:
            continue
        if not any(b.kind is BlockKind.HEADING and b.level > TITLE for b in blocks[:at]):
            return [*blocks[: at - 1], blocks[at], blocks[at - 1], *blocks[at + 1 :]]
    return blocks
