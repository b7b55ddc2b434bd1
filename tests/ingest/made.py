"""Values of the plan model with only what a test cares about spelled out."""

from collections.abc import Sequence
from pathlib import Path

from ingest.model import Plan, SourceRef, Table
from ingest.pages import Block, BlockKind, Document
from ingest.reading import plan_of

Rows = Sequence[Sequence[str]]


def heading(text: str, level: int = 1, page: int | None = None) -> Block:
    return Block(BlockKind.HEADING, text, level, page)


def paragraph(text: str, page: int | None = None) -> Block:
    return Block(BlockKind.PARAGRAPH, text, 0, page)


def item(text: str) -> Block:
    return Block(BlockKind.ITEM, text)


def grid(rows: Rows, page: int | None = None, *, rivals: tuple[str, ...] = ()) -> Block:
    """A table's block."""
    cells = tuple(tuple(row) for row in rows)
    return Block(BlockKind.TABLE, "\n".join("\t".join(row) for row in cells), 0, page, rows=cells, rivals=rivals)


def table(rows: Rows, caption: str = "Budget", owner: str | None = "Norrviks kommun") -> Table:
    cells = tuple(tuple(row) for row in rows)
    return Table(caption, owner, (), cells, SourceRef("p", None, (caption,), table=0))


def plan(*blocks: Block, name: str = "norrvik-budget-2025-2027.md") -> Plan:
    """A whole plan of these blocks, as if read from a file of this name."""
    return plan_of(Document(blocks, None, "Norrviks kommun: budget 2025–2027"), Path(name))
