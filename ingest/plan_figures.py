"""All figures of a plan: those of its tables and those of its running text, each with what stands around it."""

import re
from collections.abc import Iterator, Mapping, Sequence

from ingest.figures import PlanYears, Surroundings, table_figures
from ingest.model import Figure, Table, Unit
from ingest.owner_headings import is_unit_word
from ingest.owners import as_written
from ingest.pages import Block, BlockKind
from ingest.prose_figures import prose_figures
from ingest.structure import Structure
from ingest.table_reading import stated_unit, unit_stated_for_all

_BODY = re.compile(
    r"(?:[\w-]+-(?:,\s|\soch\s))*\w+(?:nämnd|nämnden|styrelse|styrelsen|förvaltningen|kansliet|fullmäktige)",
    re.IGNORECASE,
)
"""Labels that are a body's name and nothing else: "Kulturnämnden", "Miljö- och byggnadsnämnden"."""


def figures_of(structure: Structure, tables: Sequence[Table], organisation: str, years: PlanYears) -> Iterator[Figure]:
    """The figures of the running text in order, then those of the `tables`, whose owners are known."""
    text = "\n".join(section.text for section in structure.sections)
    units = _units(structure, tables, organisation, text)
    for index, section in enumerate(structure.sections):
        owner = units.get(section.path[-1].casefold(), organisation or None)
        yield from prose_figures(section, structure.blocks[index], owner, years)
    for number, (table, at) in enumerate(zip(tables, structure.table_sections, strict=True)):
        nearby = _beside(structure, at, structure.table_sections[:number].count(at))
        yield from table_figures(table, Surroundings(nearby, _stated_above(structure, at), units), years)


def _units(structure: Structure, tables: Sequence[Table], organisation: str, text: str) -> Mapping[str, str]:
    """The parts of the organisation by case-folded name: headings and rows that name a body, owners of tables."""
    owners = {table.owner for table in tables if table.owner is not None}
    headings = {as_written(s.path[-1], text) for s in structure.sections if is_unit_word(s.path[-1])}
    rows = [[row[0] for row in table.rows if row and _BODY.fullmatch(row[0])] for table in tables]
    listed = {name for names in rows if len(set(names)) > 1 for name in names}
    return {name.casefold(): name for name in (*listed, *headings, *owners) if name != organisation}


def _beside(structure: Structure, at: int, number: int) -> tuple[str, ...]:
    """The text of a table's section, the nearest first; `number` counts the section's tables.

    Where the section's first statement of a unit follows its first table, statements follow their tables.
    """
    blocks = structure.blocks[at]
    places = [index for index, block in enumerate(blocks) if block.kind is BlockKind.TABLE]
    place = places[number]
    told = next((index for index, block in enumerate(blocks) if _is_text(block) and stated_unit([block.text])), 0)
    after = told > places[0]
    texts = [index for index, block in enumerate(blocks) if _is_text(block)]
    texts.sort(key=lambda index: ((index > place) is not after, abs(index - place)))
    return tuple(blocks[index].text for index in texts)


def _is_text(block: Block) -> bool:
    return block.kind is not BlockKind.TABLE


def _stated_above(structure: Structure, at: int) -> Unit | None:
    """The unit that a section above states for its own, else the one that the document states for all amounts."""
    own = structure.sections[at].path
    above = [
        index
        for index, section in enumerate(structure.sections)
        if len(section.path) < len(own)
        and own[: len(section.path)] == section.path
        and not _has_table(structure, index)
    ]
    for index in sorted(above, key=lambda index: -len(structure.sections[index].path)):
        unit = stated_unit(block.text for block in structure.blocks[index])
        if unit is not None:
            return unit
    return unit_stated_for_all(
        block.text
        for index, blocks in enumerate(structure.blocks)
        if not _has_table(structure, index)
        for block in blocks
    )


def _has_table(structure: Structure, index: int) -> bool:
    return index in structure.table_sections
