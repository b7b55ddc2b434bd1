"""Blocks in reading order become the section tree and the tables in it."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from ingest.model import BoundingBox, Section, SourceRef, Table
from ingest.pages import Block, BlockKind, Document


@dataclass(slots=True)
class OpenSection:
    """A section while its blocks are collected; `path` ends with its own heading."""

    path: tuple[str, ...]
    page: int | None
    box: BoundingBox | None
    blocks: list[Block] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Structure:
    """Sections with the blocks that make up each one's text, and the tables with the index of their section."""

    sections: tuple[Section, ...]
    blocks: tuple[tuple[Block, ...], ...]
    tables: tuple[Table, ...]
    table_sections: tuple[int, ...]
    rivals: tuple[tuple[str, ...], ...]


def structure_of(document: Document, plan_id: str, title: str) -> Structure:
    """The section tree of a document.

    Text before the first heading stands under the plan's title; a heading that only repeats the title heads nothing
    else.
    """
    opened = [section for section in _open_sections(_lone_headings_as_text(document.blocks), title) if section.blocks]
    sections = tuple(_section(section, plan_id) for section in opened)
    tables: list[Table] = []
    places: list[int] = []
    rivals: list[tuple[str, ...]] = []
    for index, section in enumerate(opened):
        for block in section.blocks:
            if block.kind is BlockKind.TABLE:
                tables.append(_table(block, section, plan_id, len(tables)))
                places.append(index)
                rivals.append(block.rivals)
    return Structure(sections, tuple(tuple(s.blocks) for s in opened), tuple(tables), tuple(places), tuple(rivals))


def _open_sections(blocks: Sequence[Block], title: str) -> list[OpenSection]:
    root = OpenSection((title,), None, None)
    found = [root]
    stack: list[tuple[int, OpenSection]] = []
    outside: list[tuple[int, OpenSection]] | None = None
    box: int | None = None
    for block in blocks:
        if block.boxed != box:
            if outside is not None:
                stack = outside
            outside = list(stack) if block.boxed is not None else None
            box = block.boxed
        if block.kind is BlockKind.HEADING and block.text.casefold() == title.casefold():
            stack = []
        elif block.kind is BlockKind.HEADING:
            stack = _under(stack, block, found)
        else:
            _place(stack[-1][1] if stack else root, block)
    return found


def _lone_headings_as_text(blocks: Sequence[Block]) -> list[Block]:
    """Blocks where a heading with nothing under it is a paragraph of what stands before it."""
    following = [*blocks[1:], None][: len(blocks)]
    return [
        replace(block, kind=BlockKind.PARAGRAPH)
        if block.kind is BlockKind.HEADING and _is_lone(block, after)
        else block
        for block, after in zip(blocks, following, strict=True)
    ]


def _is_lone(heading: Block, after: Block | None) -> bool:
    if after is None or (heading.boxed is not None and after.boxed != heading.boxed):
        return True
    return after.kind is BlockKind.HEADING and after.boxed == heading.boxed and after.level <= heading.level


def _under(
    stack: list[tuple[int, OpenSection]], block: Block, found: list[OpenSection]
) -> list[tuple[int, OpenSection]]:
    """The open headings after a new one; the same heading again at its level goes on with its section."""
    for depth, (level, section) in enumerate(stack):
        if level == block.level and section.path[-1].casefold() == block.text.casefold():
            return stack[: depth + 1]
    kept = [entry for entry in stack if entry[0] < block.level]
    path = (*(kept[-1][1].path if kept else ()), block.text)
    section = OpenSection(path, block.page, block.box)
    found.append(section)
    return [*kept, (block.level, section)]


def _place(section: OpenSection, block: Block) -> None:
    if section.page is None:
        section.page, section.box = block.page, block.box
    section.blocks.append(block)


def _section(section: OpenSection, plan_id: str) -> Section:
    text = "\n".join(block.text for block in section.blocks)
    first = section.blocks[0]
    page = first.page if first.page is not None else section.page
    last = max((block.page for block in section.blocks if block.page is not None), default=page)
    repaired = any(block.original is not None for block in section.blocks)
    original = "\n".join(block.original or block.text for block in section.blocks) if repaired else None
    return Section(section.path, text, SourceRef(plan_id, page, section.path, bbox=section.box), last, original)


def _table(block: Block, section: OpenSection, plan_id: str, number: int) -> Table:
    source = SourceRef(plan_id, block.page, section.path, table=number, bbox=block.box)
    return Table(section.path[-1], None, (), block.rows, source, cell_boxes=block.cell_boxes)
