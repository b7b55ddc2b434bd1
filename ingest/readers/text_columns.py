"""Two-column tables that extraction wrote column by column: numbered left cells, then right cells, then their header.

They are put together again only where the counts leave one way to do it; otherwise the text stays as it was.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from ingest.layout.paragraphs import NUMBERED
from ingest.pages import Block, BlockKind, table_block

_ORDINAL = re.compile(r"\b(\d{1,2})\s*:")


@dataclass(slots=True)
class Stretch:
    """What stands between the headers of broken tables, with the headers that close it."""

    headers: list[Block] = field(default_factory=list)
    heads: list[Block] = field(default_factory=list)
    runs: list[list[Block]] = field(default_factory=list)
    cells: list[Block] = field(default_factory=list)
    rest: list[Block] = field(default_factory=list)

    def pairs(self) -> list[list[tuple[Block, Block]]] | None:
        """The rows of each table of the stretch; null where the counts do not fit one another."""
        if not self.runs and len(self.headers) == 1 and len(self.cells) == 2:
            return [[(self.cells[0], self.cells[1])]]
        if len(self.runs) != len(self.headers) or sum(map(len, self.runs)) != len(self.cells):
            return None
        cells = iter(self.cells)
        return [[(item, next(cells)) for item in run] for run in self.runs]


def with_columns_joined(page: Sequence[Block]) -> list[Block]:
    """A page with its broken two-column tables whole, each under its heading in the order of their numbers."""
    *closed, tail = _stretches(page)
    heads = sorted((h for s in (*closed, tail) for h in s.heads), key=lambda head: _number(head.text))
    headers = [header for stretch in closed for header in stretch.headers]
    if not headers or len(heads) != len(headers) or tail.runs or tail.cells:
        return list(page)
    tables: list[list[tuple[Block, Block]]] = []
    for stretch in closed:
        pairs = stretch.pairs()
        if pairs is None:
            return list(page)
        tables += pairs
    found = [block for stretch in (*closed, tail) for block in stretch.rest]
    for head, header, table in zip(heads, headers, tables, strict=True):
        found += [head, _table(header, table)]
    return found


def _table(header: Block, pairs: Sequence[tuple[Block, Block]]) -> Block:
    """The table under its header; its original has what its cells were before repair."""
    block = table_block((header.rows[0], *((item.text, cell.text) for item, cell in pairs)))
    before = [(item.original or item.text, cell.original or cell.text) for item, cell in pairs]
    original = "\n".join([header.original or header.text, *map("\t".join, before)])
    return block if original == block.text else replace(block, original=original)


def _stretches(page: Sequence[Block]) -> Iterator[Stretch]:
    stretch = Stretch()
    for block in page:
        if block.kind is BlockKind.TABLE and len(block.rows) == 1:
            stretch.headers.append(block)
            continue
        if stretch.headers:
            yield stretch
            stretch = Stretch()
        _collect(stretch, block)
    yield stretch
    if stretch.headers:
        yield Stretch()


def _collect(stretch: Stretch, block: Block) -> None:
    if block.kind is BlockKind.HEADING and _ORDINAL.search(block.text):
        stretch.heads.append(block)
    elif block.kind is BlockKind.ITEM and NUMBERED.match(block.text):
        if block.text.startswith("1") or not stretch.runs:
            stretch.runs.append([])
        stretch.runs[-1].append(block)
    elif block.kind is BlockKind.PARAGRAPH:
        stretch.cells.append(block)
    else:
        stretch.rest.append(block)


def _number(text: str) -> int:
    found = _ORDINAL.search(text)
    return int(found[1]) if found else 0
