"""Whose table it is: the organisation's own or one of its units', and what decided it.

A table belongs to the unit whose heading it stands under. A heading is a unit's where tables of the same form stand
under several such headings, or where it says so ("Kulturnämnden"); a heading of money, planning or the whole never is.
Where a text does not keep its order, the evidence in the text decides instead of the place.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from ingest.owner_assignment import assign
from ingest.owner_evidence import people_paying
from ingest.owner_headings import are_units, is_theme, is_unit_word, names_whole
from ingest.structure import Structure
from ingest.table_families import are_alike, families_of, has_amounts, wholes_of

_PEOPLE = re.compile(r"(\d{1,3}(?:[ \u00a0]\d{3})+)\s(?:invånare|människor)")

Owner = tuple[str | None, tuple[str, ...]]
"""A unit's name, the organisation's, or null where the document does not tell; and the names of what decided."""

PLACE, PARTS, LABEL = "place", "parts-sum", "label"
UNDECIDED: Owner = (None, ())


@dataclass(frozen=True, slots=True)
class Ownership:
    """What the decisions on single tables share: for each table its own heading and the tables of its form."""

    structure: Structure
    organisation: str
    text: str
    headings: tuple[str | None, ...]
    families: tuple[frozenset[int], ...]
    wholes: dict[int, frozenset[int]]
    units: frozenset[str]

    @property
    def parts(self) -> frozenset[int]:
        """The tables that add up to a whole's."""
        return frozenset(part for parts in self.wholes.values() for part in parts)


def owners_of(structure: Structure, organisation: str, title: str = "") -> tuple[Owner, ...]:
    """An owner for each table, with what decided it."""
    tables = structure.tables
    headings = tuple(_own_heading(table.source.section_path, organisation, title) for table in tables)
    families = tuple(families_of(tables))
    units = frozenset(h for n, h in enumerate(headings) if h is not None and _is_unit(structure, headings, n))
    known = Ownership(
        structure,
        organisation,
        "\n".join(section.text for section in structure.sections),
        headings,
        families,
        wholes_of(tables, families),
        units,
    )
    found = [_owner(known, index) for index in range(len(tables))]
    for group in _rivalries(structure):
        for index, owner in zip(group, _by_evidence(known, group, found), strict=True):
            found[index] = owner
    return tuple(found)


def _own_heading(path: Sequence[str], organisation: str, title: str) -> str | None:
    """The innermost heading over a table that is no theme; null where all are, or where one names the whole."""
    for heading in reversed(path):
        if heading == title or names_whole(heading, organisation):
            return None
        if not is_theme(heading):
            return heading
    return None


def _is_unit(structure: Structure, headings: Sequence[str | None], index: int) -> bool:
    """Whether a table's heading is a unit's: it says so, or tables of this form stand under two such headings."""
    if structure.rivals[index]:
        return False
    heading, rows = headings[index] or "", structure.tables[index].rows
    if are_units([row[0] for row in rows]) or not has_amounts(rows):
        return False
    others = {
        name
        for n, (table, other) in enumerate(zip(structure.tables, headings, strict=True))
        if other is not None and other != heading and are_alike(rows, table.rows)
        for name in structure.rivals[n] or (other,)
    }
    return bool(others) or is_unit_word(heading)


def _owner(known: Ownership, index: int) -> Owner:
    """The owner of a table by its place."""
    table, heading = known.structure.tables[index], known.headings[index]
    whole: Owner = (known.organisation or None, (PLACE,))
    if index in known.wholes:
        return known.organisation or None, (PARTS,)
    if not has_amounts(table.rows):
        return whole
    if are_units([row[0] for row in table.rows]):
        return known.organisation or None, (LABEL,)
    if _has_twin(known, index):
        return UNDECIDED
    if heading in known.units:
        return as_written(heading or "", known.text), (PLACE, PARTS) if index in known.parts else (PLACE,)
    if heading is None:
        return whole if _can_be_whole(known, index) else UNDECIDED
    return UNDECIDED if _stands_among_units(known, index) else whole


def _has_twin(known: Ownership, index: int) -> bool:
    """Whether its section holds another table of its form and years: the two cannot both be the same owner's."""
    places = known.structure.table_sections
    return any(places[n] == places[index] and n not in known.wholes for n in known.families[index])


def _can_be_whole(known: Ownership, index: int) -> bool:
    """Whether a table under no unit's heading can be the whole's though units have tables of its form and years."""
    path = known.structure.tables[index].source.section_path
    units = [n for n in known.families[index] if known.headings[n] in known.units or known.structure.rivals[n]]
    return not units or any(names_whole(heading, known.organisation) for heading in path)


def _stands_among_units(known: Ownership, index: int) -> bool:
    """Whether a heading that is not known as a unit's has the same chapter as headings of units."""
    chapter = known.structure.tables[index].source.section_path[:-1]
    return any(
        known.structure.tables[n].source.section_path[:-1] == chapter
        for n, heading in enumerate(known.headings)
        if heading in known.units
    )


def _rivalries(structure: Structure) -> list[list[int]]:
    """The tables of each page whose order does not tell which of its headings they belong to."""
    groups: dict[tuple[str, ...], list[int]] = {}
    for index, rivals in enumerate(structure.rivals):
        if rivals:
            groups.setdefault(rivals, []).append(index)
    return list(groups.values())


def _by_evidence(known: Ownership, group: Sequence[int], by_place: Sequence[Owner]) -> list[Owner]:
    """The owners of one page's tables, by what the text under each of its headings says."""
    structure = known.structure
    at = structure.table_sections[group[0]]
    open_to = [n for n in group if known.families[n] and n not in known.wholes]
    names = structure.rivals[group[0]]
    units = [(name, _prose_under(structure, at, name)) for name in names]
    decided = assign([structure.tables[n].rows for n in open_to], units, _inhabitants(known))
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
    return tuple(dict.fromkeys((*_named_people(known.text), *_paying(known))))


def _named_people(text: str) -> Iterator[Decimal]:
    for found in _PEOPLE.finditer(text):
        yield Decimal(re.sub(r"\s", "", found[1]))


def _paying(known: Ownership) -> Iterator[Decimal]:
    structure = known.structure
    for index, heading in enumerate(known.headings):
        if heading in known.units and not structure.rivals[index]:
            section = structure.sections[structure.table_sections[index]]
            yield from people_paying(section.text, structure.tables[index].rows)


def as_written(heading: str, text: str) -> str:
    """A heading in capitals as running text writes it: "NATURUM NORRA UDDEN" → "Naturum Norra Udden"."""
    if not heading.isupper():
        return heading
    for found in re.finditer(re.escape(heading), text, re.IGNORECASE):
        if not found[0].isupper():
            return found[0][:1].upper() + found[0][1:]
    return heading.capitalize()
