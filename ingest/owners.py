"""Whose table it is: the organisation's own or one of its units', and what decided it.

A table belongs to the unit whose heading it stands under. A heading is a unit's where tables of the same form stand
under several such headings, or where it says so ("Kulturnämnden"); a heading of money, planning or the whole never is.
Where a text does not keep its order, the evidence in the text decides instead of the place.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from ingest.owner_assignment import assign
from ingest.owner_evidence import people_paying
from ingest.owner_headings import are_units, is_theme, is_unit_word, names_whole, speaks_of_unit
from ingest.running_text import RunningText, as_written, text_of
from ingest.structure import Structure
from ingest.table_families import TableForm, alike_of, families_of, form_of, wholes_of

_PEOPLE = re.compile(r"(\d{1,3}(?:[ \u00a0]\d{3})+)\s(?:invånare|människor)")

Owner = tuple[str | None, tuple[str, ...]]
"""A unit's name, the organisation's, or null where the document does not tell; and the names of what decided."""

PLACE, PARTS, LABEL = "place", "parts-sum", "label"
UNDECIDED: Owner = (None, ())


@dataclass(frozen=True, slots=True)
class Ownership:
    """What the decisions on single tables share: for each table its form, its own heading and the tables of its form.

    `parts` are the tables that add up to one of the `wholes`, `chapters` the paths over the headings of `units`, and
    `beside` the tables of each section, by its index.
    """

    structure: Structure
    organisation: str
    text: RunningText
    headings: tuple[str | None, ...]
    forms: tuple[TableForm, ...]
    families: tuple[frozenset[int], ...]
    wholes: Mapping[int, frozenset[int]]
    parts: frozenset[int]
    units: frozenset[str]
    chapters: frozenset[tuple[str, ...]]
    beside: Mapping[int, frozenset[int]]


def owners_of(structure: Structure, organisation: str, title: str = "") -> tuple[Owner, ...]:
    """An owner for each table, with what decided it."""
    known = _ownership(structure, organisation, title)
    found = [_owner(known, index) for index in range(len(structure.tables))]
    groups = _rivalries(structure)
    inhabitants = _inhabitants(known) if groups else ()
    for group in groups:
        for index, owner in zip(group, _by_evidence(known, group, found, inhabitants), strict=True):
            found[index] = owner
    rivals = _rivals_by_place(known, found)
    return tuple(UNDECIDED if index in rivals else owner for index, owner in enumerate(found))


def _rivals_by_place(known: Ownership, owners: Sequence[Owner]) -> frozenset[int]:
    """The tables whose place gives them an owner that has another table of the same form and years, of other values."""
    groups: dict[tuple[Owner, frozenset[int]], list[int]] = defaultdict(list)
    for index, owner in enumerate(owners):
        if owner[1] == (PLACE,) and known.families[index]:
            groups[owner, known.families[index] | {index}].append(index)
    tables = known.structure.tables
    return frozenset(
        index
        for group in groups.values()
        if len(group) > 1 and any(tables[n].rows != tables[group[0]].rows for n in group)
        for index in group
    )


def _ownership(structure: Structure, organisation: str, title: str) -> Ownership:
    tables = structure.tables
    headings = tuple(_own_heading(table.source.section_path, organisation, title) for table in tables)
    forms = tuple(form_of(table.rows) for table in tables)
    alike = alike_of(forms)
    families = tuple(families_of(forms, alike))
    wholes = wholes_of(forms, families)
    units = frozenset(
        heading
        for n, heading in enumerate(headings)
        if heading is not None and forms[n].has_amounts and _is_unit(structure, headings, n, alike[n])
    )
    return Ownership(
        structure,
        organisation,
        text_of(structure.sections),
        headings,
        forms,
        families,
        wholes,
        frozenset(part for parts in wholes.values() for part in parts),
        units,
        frozenset(t.source.section_path[:-1] for t, own in zip(tables, headings, strict=True) if own in units),
        _by_section(structure.table_sections),
    )


def _by_section(table_sections: Sequence[int]) -> Mapping[int, frozenset[int]]:
    found: dict[int, set[int]] = defaultdict(set)
    for index, section in enumerate(table_sections):
        found[section].add(index)
    return {section: frozenset(tables) for section, tables in found.items()}


def _own_heading(path: Sequence[str], organisation: str, title: str) -> str | None:
    """The innermost heading over a table that is no theme; null where all are, or where one names the whole."""
    for heading in reversed(path):
        if heading == title or names_whole(heading, organisation):
            return None
        if not (is_theme(heading) or speaks_of_unit(heading)):
            return heading
    return None


def _is_unit(structure: Structure, headings: Sequence[str | None], index: int, alike: frozenset[int]) -> bool:
    """Whether a table's heading is a unit's: it says so, or `alike` tables stand under another such heading."""
    heading = headings[index] or ""
    if structure.rivals[index] or are_units([row[0] for row in structure.tables[index].rows]):
        return False
    return any(headings[n] not in {None, heading} for n in alike) or is_unit_word(heading)


def _owner(known: Ownership, index: int) -> Owner:
    """The owner of a table by its place."""
    table, heading = known.structure.tables[index], known.headings[index]
    whole: Owner = (known.organisation or None, (PLACE,))
    if index in known.wholes:
        return known.organisation or None, (PARTS,)
    has_amounts = known.forms[index].has_amounts
    if has_amounts and are_units([row[0] for row in table.rows]):
        return known.organisation or None, (LABEL,)
    if has_amounts and _has_twin(known, index):
        return UNDECIDED
    if heading is not None and (heading in known.units or is_unit_word(heading)):
        return as_written(heading, known.text), (PLACE, PARTS) if index in known.parts else (PLACE,)
    if any(speaks_of_unit(over) for over in table.source.section_path):
        return UNDECIDED
    if not has_amounts:
        return whole
    if heading is None:
        return whole if _can_be_whole(known, index) else UNDECIDED
    return UNDECIDED if _stands_among_units(known, index) else whole


def _has_twin(known: Ownership, index: int) -> bool:
    """Whether its section holds another table of its form and years: the two cannot both be the same owner's."""
    beside = known.beside[known.structure.table_sections[index]]
    return any(n not in known.wholes for n in known.families[index] & beside)


def _can_be_whole(known: Ownership, index: int) -> bool:
    """Whether a table under no unit's heading can be the whole's though units have tables of its form and years."""
    path = known.structure.tables[index].source.section_path
    units = any(known.headings[n] in known.units or known.structure.rivals[n] for n in known.families[index])
    return not units or any(names_whole(heading, known.organisation) for heading in path)


def _stands_among_units(known: Ownership, index: int) -> bool:
    """Whether a heading that is not known as a unit's has the same chapter as headings of units."""
    return known.structure.tables[index].source.section_path[:-1] in known.chapters


def _rivalries(structure: Structure) -> list[list[int]]:
    """The tables of each page whose order does not tell which of its headings they belong to."""
    groups: dict[tuple[str, ...], list[int]] = {}
    for index, rivals in enumerate(structure.rivals):
        if rivals:
            groups.setdefault(rivals, []).append(index)
    return list(groups.values())


def _by_evidence(
    known: Ownership, group: Sequence[int], by_place: Sequence[Owner], inhabitants: Sequence[Decimal]
) -> list[Owner]:
    """The owners of one page's tables, by what the text under each of its headings says."""
    structure = known.structure
    at = structure.table_sections[group[0]]
    open_to = [n for n in group if known.families[n] and n not in known.wholes]
    names = structure.rivals[group[0]]
    units = [(name, _prose_under(structure, at, name)) for name in names]
    decided = assign([structure.tables[n].rows for n in open_to], units, inhabitants)
    given = dict(zip(open_to, decided, strict=True))
    found: list[Owner] = []
    for index in group:
        unit, evidence = given.get(index, (None, ()))
        if unit is not None:
            evidence = (*evidence, PARTS) if index in known.parts else evidence
            found.append((as_written(names[unit], known.text), evidence))
        else:
            settled = index in known.wholes or LABEL in by_place[index][1]
            found.append(by_place[index] if settled else UNDECIDED)
    return found


def _prose_under(structure: Structure, at: int, heading: str) -> str:
    """The text under the heading of that name in the chapter of the section `at`, else the nearest to it."""
    chapter = structure.sections[at].path
    named = [n for n, section in enumerate(structure.sections) if section.path[-1] == heading]
    nearest = min(named, key=lambda n: (structure.sections[n].path[:-1] != chapter, abs(n - at)), default=None)
    if nearest is None:
        return ""
    path = structure.sections[nearest].path
    return "\n".join(section.text for section in structure.sections if section.path[: len(path)] == path)


def _inhabitants(known: Ownership) -> tuple[Decimal, ...]:
    """The numbers of people that the plan names, or that a fee gives in a table whose place tells its owner."""
    return tuple(dict.fromkeys((*_named_people(known.text.text), *_paying(known))))


def _named_people(text: str) -> Iterator[Decimal]:
    for found in _PEOPLE.finditer(text):
        yield Decimal(re.sub(r"\s", "", found[1]))


def _paying(known: Ownership) -> Iterator[Decimal]:
    structure = known.structure
    for index, heading in enumerate(known.headings):
        if heading in known.units and not structure.rivals[index]:
            section = structure.sections[structure.table_sections[index]]
            yield from people_paying(section.text, structure.tables[index].rows)
