"""All figures of a plan: those of its tables and those of its running text, each with what stands around it."""

import re
from collections.abc import Iterator, Mapping, Sequence

from ingest.figures import PlanYears, Surroundings, table_figures
from ingest.goal_labels import unnumbered
from ingest.model import Figure, Table, Unit
from ingest.owner_headings import is_unit_word
from ingest.pages import Block, BlockKind
from ingest.prose_figures import prose_figures
from ingest.running_text import as_written, text_of
from ingest.structure import Structure
from ingest.table_reading import stated_unit, unit_stated_for_all
from ingest.table_titles import title_in, unit_of_title

_BODY = re.compile(
    r"(?:[\w-]+-(?:,\s|\soch\s))*\w+(?:nämnd|nämnden|styrelse|styrelsen|förvaltningen|kansliet|fullmäktige)",
    re.IGNORECASE,
)
"""Labels that are a body's name and nothing else: "Kulturnämnden", "Miljö- och byggnadsnämnden"."""


def figures_of(structure: Structure, tables: Sequence[Table], organisation: str, years: PlanYears) -> Iterator[Figure]:
    """The figures of the running text in order, then those of the `tables`, whose owners are known."""
    units = _units(structure, tables, organisation)
    for index, section in enumerate(structure.sections):
        owner = units.get(unnumbered(section.path[-1]).casefold(), organisation or None)
        yield from prose_figures(section, structure.blocks[index], owner, years)
    nearby = (around for blocks in structure.blocks for around in zip(_beside(blocks), _titles(blocks), strict=True))
    stated = _stated_above(structure)
    for table, at, (texts, title) in zip(tables, structure.table_sections, nearby, strict=True):
        yield from table_figures(table, Surroundings(texts, stated[at], units, title), years)


def _units(structure: Structure, tables: Sequence[Table], organisation: str) -> Mapping[str, str]:
    """The parts of the organisation by case-folded name: headings and rows that name a body, owners of tables."""
    text = text_of(structure.sections)
    owners = {table.owner for table in tables if table.owner is not None}
    headings = {as_written(s.path[-1], text) for s in structure.sections if is_unit_word(s.path[-1])}
    rows = [[row[0] for row in table.rows if row and _BODY.fullmatch(row[0])] for table in tables]
    listed = {name for names in rows if len(set(names)) > 1 for name in names}
    return {name.casefold(): name for name in (*listed, *headings, *owners) if name != organisation}


def _beside(blocks: Sequence[Block]) -> Iterator[tuple[str, ...]]:
    """For each table of a section the section's text, the nearest first.

    Where the section's first statement of a unit follows its first table, statements follow their tables.
    """
    places = [index for index, block in enumerate(blocks) if block.kind is BlockKind.TABLE]
    texts = [index for index, block in enumerate(blocks) if block.kind is not BlockKind.TABLE]
    told = next((index for index in texts if stated_unit([blocks[index].text])), 0) if places else 0
    for place in places:
        after = told > places[0]
        nearest = sorted(texts, key=lambda index: ((index > place) is not after, abs(index - place)))
        yield tuple(blocks[index].text for index in nearest)


def _titles(blocks: Sequence[Block]) -> Iterator[str]:
    """For each table of a section the line right above it that is no sentence: "Andelar, tkr"; else nothing.

    Where the first table has no such line with a unit and the last one has it below, none is a title.
    """
    places = [index for index, block in enumerate(blocks) if block.kind is BlockKind.TABLE]
    lines = ["", *(_as_title(block) for block in blocks), ""]
    below = bool(places) and _names_unit(lines[places[-1] + 2]) and not _names_unit(lines[places[0]])
    yield from ("" if below else lines[place] for place in places)


def _as_title(block: Block) -> str:
    """What a block is called that may be a table's title; nothing where it is another thing than a line above it."""
    return title_in(block.text) if block.kind is BlockKind.PARAGRAPH else ""


def _names_unit(title: str) -> bool:
    return unit_of_title(title) is not None or stated_unit([title]) is not None


def _stated_above(structure: Structure) -> Mapping[int, Unit | None]:
    """For each section with tables the unit that a section above it states, else the one stated for all amounts.

    Only a section without tables speaks for others.
    """
    with_tables = dict.fromkeys(structure.table_sections)
    others = [index for index in range(len(structure.sections)) if index not in with_tables]
    by_path: dict[tuple[str, ...], Unit] = {}
    for index in others:
        unit = stated_unit(block.text for block in structure.blocks[index])
        if unit is not None:
            by_path.setdefault(structure.sections[index].path, unit)
    everywhere = unit_stated_for_all(block.text for index in others for block in structure.blocks[index])
    return {at: _nearest_above(structure.sections[at].path, by_path, everywhere) for at in with_tables}


def _nearest_above(
    path: tuple[str, ...], stated: Mapping[tuple[str, ...], Unit], everywhere: Unit | None
) -> Unit | None:
    above = (path[:depth] for depth in range(len(path) - 1, 0, -1))
    return next((stated[over] for over in above if over in stated), everywhere)
