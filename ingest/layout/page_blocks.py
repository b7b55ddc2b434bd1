"""Pages of pieces become one run of blocks: headings ranked over the whole document, tables under their headings."""

import re
from collections.abc import Sequence
from dataclasses import replace

from ingest.layout.boxes import around, height, overlap_x
from ingest.layout.headings import Rank, body_of, is_heading, levels, rank
from ingest.layout.page_pieces import Piece
from ingest.layout.paragraphs import BULLET, is_item, join_lines
from ingest.model import BoundingBox
from ingest.pages import Block, BlockKind, table_block

BESIDE = 1.6
"""Line heights that a table may start above the heading beside it."""

_UNFINISHED = re.compile(r"\b(?:av|ca|cirka|från|för|i|med|och|om|på|samt|till|under|är)$")
"""Words that no sentence ends with, at a page's end."""
_LEAD_IN = re.compile(r"\b(?:är|lyder)$")
"""Words that lead in what stands below on the same page."""


def blocks_of(pages: Sequence[Sequence[Piece]]) -> tuple[Block, ...]:
    """Blocks of all pages, given as each page's pieces in reading order."""
    heads = [_heading_ranks(pieces) for pieces in pages]
    level = levels(found for page in heads for found in page.values())
    blocks: list[Block] = []
    boxes = 0
    for number, (pieces, ranks) in enumerate(zip(pages, heads, strict=True), 1):
        page = [
            _block(piece, number, level.get(ranks.get(index, (0.0, False, False)), 0), boxes)
            for index, piece in enumerate(pieces)
        ]
        boxes += 1 + max((piece.boxed or 0 for piece in pieces), default=0)
        blocks += _floats_under_headings(page)
    return tuple(_whole_paragraphs(blocks))


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


def _heading_ranks(pieces: Sequence[Piece]) -> dict[int, Rank]:
    body = body_of([piece.paragraph for piece in pieces if piece.paragraph is not None])
    found: dict[int, Rank] = {}
    for index, piece in enumerate(pieces):
        if piece.paragraph is not None and is_heading(piece.paragraph, body) and _heads_something(pieces, index):
            found[index] = rank(piece.paragraph)
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
    if piece.paragraph is None:
        return replace(table_block(piece.rows), page=page, box=piece.box, boxed=boxed)
    text = piece.paragraph.text
    if level:
        return Block(BlockKind.HEADING, text, level, page, piece.box, boxed=boxed)
    kind = BlockKind.ITEM if is_item(text) else BlockKind.PARAGRAPH
    return Block(kind, BULLET.sub("• ", text, count=1) if BULLET.match(text) else text, 0, page, piece.box, boxed=boxed)


def _floats_under_headings(blocks: Sequence[Block]) -> list[Block]:
    """Tables and side boxes moved to the end of the section of the heading whose area they stand in."""
    flow = [block for block in blocks if block.boxed is None and block.kind is not BlockKind.TABLE]
    placed: dict[int, list[Block]] = {}
    for group in _floats(blocks):
        head = _heading_for(group, flow)
        before = [n for n, b in enumerate(flow) if blocks.index(b) < blocks.index(group[0])]
        at = before[-1] if before else -1
        if head is None and not before and flow and flow[0].kind is BlockKind.HEADING:
            at = 0
        if head is not None:
            start = flow.index(head)
            end = _end_of_section(flow, start)
            at = at if start <= at <= end else end
        placed.setdefault(at, []).extend(group)
    ordered = list(placed.get(-1, []))
    for index, block in enumerate(flow):
        ordered += [block, *placed.get(index, [])]
    return ordered


def _floats(blocks: Sequence[Block]) -> list[list[Block]]:
    """Each table outside a box, and each side box with its own tables under its own headings."""
    boxes = sorted({block.boxed for block in blocks if block.boxed is not None})
    groups = [[block] for block in blocks if block.boxed is None and block.kind is BlockKind.TABLE]
    for number in boxes:
        own = [replace(block, boxed=None) for block in blocks if block.boxed == number]
        groups.append([replace(block, boxed=number) for block in _floats_under_headings(own)])
    return groups


def _end_of_section(flow: Sequence[Block], head: int) -> int:
    end = head
    while end + 1 < len(flow) and flow[end + 1].kind is not BlockKind.HEADING:
        end += 1
    return end


def _heading_for(group: Sequence[Block], flow: Sequence[Block]) -> Block | None:
    """The nearest heading above or beside a table or box, whose free width reaches over it."""
    area = around(block.box for block in group if block.box is not None)
    places = [(block.box, block) for block in flow if block.kind is BlockKind.HEADING and block.box is not None]
    over = [(box, head) for box, head in places if _covers(box, [other for other, _ in places], area)]
    return max(over, key=lambda entry: (entry[0].top, entry[0].x0))[1] if over else None


def _covers(head: BoundingBox, heads: Sequence[BoundingBox], table: BoundingBox) -> bool:
    if head.top > table.top + BESIDE * height(head):
        return False
    right = [other.x0 for other in heads if abs(other.top - head.top) < height(head) and other.x0 > head.x1]
    reach = BoundingBox(head.x0, head.top, min(right, default=1e6), head.bottom)
    return overlap_x(reach, table) > 0.3 * (table.x1 - table.x0)
