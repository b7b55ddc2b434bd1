"""Blocks in reading order become the section tree and the tables in it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import count

from ingest.model import BoundingBox, Section, SourceRef, Table
from ingest.pages import Block, BlockKind, Document, table_block


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


def with_rows(structure: Structure, rows: Mapping[int, tuple[tuple[str, ...], ...]]) -> Structure:
    """The structure with other rows in some tables, by their number; what was read stays as the original."""
    numbers = count()
    blocks = tuple(
        tuple(_with_rows(block, rows.get(next(numbers))) if block.kind is BlockKind.TABLE else block for block in own)
        for own in structure.blocks
    )
    sections = tuple(
        replace(section, text=_text(own), original=_original(own))
        for section, own in zip(structure.sections, blocks, strict=True)
    )
    tables = tuple(replace(table, rows=rows.get(number, table.rows)) for number, table in enumerate(structure.tables))
    return replace(structure, sections=sections, blocks=blocks, tables=tables)


def _with_rows(block: Block, rows: tuple[tuple[str, ...], ...] | None) -> Block:
    if rows is None:
        return block
    return replace(block, text=table_block(rows).text, rows=rows, original=block.original or block.text)


def _text(blocks: Sequence[Block]) -> str:
    return "\n".join(block.text for block in blocks)


def _original(blocks: Sequence[Block]) -> str | None:
    changed = any(block.original is not None for block in blocks)
    return "\n".join(block.original or block.text for block in blocks) if changed else None


def _section(section: OpenSection, plan_id: str) -> Section:
    first = section.blocks[0]
    page = first.page if first.page is not None else section.page
    last = max((block.page for block in section.blocks if block.page is not None), default=page)
    source = SourceRef(plan_id, page, section.path, bbox=section.box)
    return Section(section.path, _text(section.blocks), source, last, _original(section.blocks))


def _table(block: Block, section: OpenSection, plan_id: str, number: int) -> Table:
    source = SourceRef(plan_id, block.page, section.path, table=number, bbox=block.box)
    return Table(section.path[-1], None, (), block.rows, source, cell_boxes=block.cell_boxes, row_pages=block.row_pages)
