"""Pages of pieces become one run of blocks: headings ranked over the whole document, tables under their headings."""

import re
from collections.abc import Sequence
from dataclasses import replace

from ingest.layout.boxes import turned
from ingest.layout.continued import whole_tables
from ingest.layout.floats import under_headings
from ingest.layout.headings import Rank, body_of, is_heading, levels, rank, without_short_capitals
from ingest.layout.page_pieces import Piece
from ingest.layout.paragraphs import BULLET, is_item, join_lines
from ingest.model import BoundingBox
from ingest.pages import Block, BlockKind, PageContent, table_block

_UNFINISHED = re.compile(r"\b(?:av|ca|cirka|från|för|i|med|och|om|på|samt|till|under|är)$")
"""Words that no sentence ends with, at a page's end."""
_LEAD_IN = re.compile(r"\b(?:är|lyder)$")
"""Words that lead in what stands below on the same page."""


def blocks_of(pages: Sequence[Sequence[Piece]]) -> tuple[Block, ...]:
    """Blocks of all pages, given as each page's pieces in reading order."""
    heads = _ranked(pages)
    level = levels(found for page in heads for found in page.values())
    found: list[list[Block]] = []
    boxes = 0
    for number, (pieces, ranks) in enumerate(zip(pages, heads, strict=True), 1):
        found.append(
            [_block(p, number, level.get(ranks[n], 0) if n in ranks else 0, boxes) for n, p in enumerate(pieces)]
        )
        boxes += 1 + max((piece.boxed or 0 for piece in pieces), default=0)
    blocks = [block for page in whole_tables(found) for block in under_headings(page)]
    return tuple(_whole_paragraphs(blocks))


def as_shown(blocks: Sequence[Block], pages: Sequence[PageContent]) -> tuple[Block, ...]:
    """Blocks with their places on the pages as these are shown, where a page was turned to be read."""
    turns = {page.number: page for page in pages if page.turn}

    def back(box: BoundingBox | None, number: int | None) -> BoundingBox | None:
        page = turns.get(number or 0)
        return box if box is None or page is None else turned(box, -page.turn, page.width, page.height)

    def whole(block: Block) -> Block:
        numbers = block.row_pages or (block.page,) * len(block.rows)
        rows = zip(block.cell_boxes, numbers, strict=False)
        cells = tuple(tuple(back(box, number) for box in row) for row, number in rows)
        return replace(block, box=back(block.box, block.page), cell_boxes=cells)

    return tuple(whole(block) for block in blocks) if turns else tuple(blocks)


def _whole_paragraphs(blocks: Sequence[Block]) -> list[Block]:
    """Paragraphs that a column or page break cut in two, joined."""
    found: list[Block] = []
    for block in blocks:
        last = found[-1] if found else None
        if last is not None and last.boxed == block.boxed and _continues(last, block):
            found[-1] = replace(last, text=join_lines([last.text, block.text]))
        else:
            found.append(block)
    return found


def _continues(last: Block, block: Block) -> bool:
    cut = last.kind in {BlockKind.PARAGRAPH, BlockKind.ITEM} and last.text[-1:] not in {".", ":", "!", "?", "”", "%"}
    unfinished = _LEAD_IN if last.page == block.page else _UNFINISHED
    goes_on = block.text[:1].islower() or unfinished.search(last.text) is not None
    return cut and block.kind is BlockKind.PARAGRAPH and goes_on


def _ranked(pages: Sequence[Sequence[Piece]]) -> list[dict[int, Rank]]:
    """Each page's headings by their index among its pieces, with what orders them among the document's."""
    found = [_heading_ranks(pieces) for pieces in pages]
    told = [
        (paragraph.text, each)
        for pieces, own in zip(pages, found, strict=True)
        for n, each in own.items()
        if (paragraph := pieces[n].paragraph) is not None
    ]
    ranks = iter(without_short_capitals(told))
    return [{n: next(ranks) for n in own} for own in found]


def _heading_ranks(pieces: Sequence[Piece]) -> dict[int, Rank]:
    body = body_of([piece.paragraph for piece in pieces if piece.paragraph is not None])
    found: dict[int, Rank] = {}
    for index, piece in enumerate(pieces):
        text = None if piece.aside else piece.paragraph
        if text is not None and is_heading(text, body) and _heads_something(pieces, index):
            found[index] = rank(text)
    return found


def _heads_something(pieces: Sequence[Piece], index: int) -> bool:
    """In a side box a heading must have something under it in the box and end no sentence; elsewhere it always may."""
    boxed = pieces[index].boxed
    if boxed is None:
        return True
    before = pieces[index - 1].paragraph if index and pieces[index - 1].boxed == boxed else None
    if before is not None and _LEAD_IN.search(before.text):
        return False
    return any(other.boxed == boxed for other in pieces[index + 1 :])


def _block(piece: Piece, page: int, level: int, boxes: int) -> Block:
    boxed = None if piece.boxed is None else boxes + piece.boxed
    if piece.cells is not None:
        table = table_block(piece.cells.rows)
        return replace(table, page=page, box=piece.box, boxed=boxed, cell_boxes=piece.cells.boxes)
    text = piece.paragraph.text if piece.paragraph is not None else ""
    if level:
        return Block(BlockKind.HEADING, text, level, page, piece.box, boxed=boxed)
    kind = BlockKind.ITEM if is_item(text) else BlockKind.PARAGRAPH
    return Block(kind, BULLET.sub("• ", text, count=1) if BULLET.match(text) else text, 0, page, piece.box, boxed=boxed)
