"""Whose table it is: the organisation's own or one of its units'.

Tables with the same row labels under several headings are the budgets of units, each named by its heading.
"""

import re
from collections.abc import Sequence

from ingest.owner_evidence import assign
from ingest.structure import Structure

ALIKE = 0.6
"""Share of row labels that two tables have in common when they are budgets of the same form."""

_WHOLE = re.compile(
    r"saml\w+|totalt?\b|hela\b|koncern\w*|gemensam\w*|sammanställ\w*|\w*plan(?:en)?\b|budget\w*|resultat\w*|finansiering|\d{4}",
    re.IGNORECASE,
)


def owners_of(structure: Structure, organisation: str) -> tuple[str | None, ...]:
    """An owner for each table: a unit's name, the organisation, or null where the document does not tell."""
    labels = [_labels(table.rows) for table in structure.tables]
    headings = [structure.sections[index].path[-1] for index in structure.table_sections]
    text = "\n".join(section.text for section in structure.sections)
    found: list[str | None] = []
    for index, heading in enumerate(headings):
        alike = any(
            (heading != other or structure.rivals[index]) and n != index and _alike(labels[index], labels[n])
            for n, other in enumerate(headings)
        )
        unit = _rival(structure, index) if structure.rivals[index] else heading
        if unit is None or (_WHOLE.search(unit) and _has_twin(structure, index)):
            found.append(None)
        else:
            found.append(as_written(unit, text) if alike and not _WHOLE.search(unit) else organisation or None)
    return tuple(found)


def _has_twin(structure: Structure, index: int) -> bool:
    """Whether the same section holds another table of the same form and years: the two cannot both be the whole's."""
    table, at = structure.tables[index], structure.table_sections[index]
    return any(
        n != index
        and structure.table_sections[n] == at
        and other.rows[0] == table.rows[0]
        and _alike(_labels(table.rows), _labels(other.rows))
        for n, other in enumerate(structure.tables)
    )


def _rival(structure: Structure, table: int) -> str | None:
    """The heading that the evidence gives a table to, among those on its page; null where it does not decide."""
    rivals, at = structure.rivals[table], structure.table_sections[table]
    together = [
        n for n, others in enumerate(structure.rivals) if others == rivals and structure.table_sections[n] == at
    ]
    prose = [_prose_under(structure, at, rival) for rival in rivals]
    chosen = assign([structure.tables[n].rows for n in together], prose)[together.index(table)]
    return None if chosen is None else rivals[chosen]


def _prose_under(structure: Structure, at: int, heading: str) -> str:
    """The text under a heading of the same chapter as the section `at`."""
    chapter = structure.sections[at].path
    return "\n".join(s.text for s in structure.sections if s.path[-1] == heading and s.path[:-1] == chapter)


def _labels(rows: Sequence[Sequence[str]]) -> frozenset[str]:
    return frozenset(row[0].casefold() for row in rows if row[0] and any(row[1:]))


def _alike(a: frozenset[str], b: frozenset[str]) -> bool:
    return len(a) >= 3 and len(a & b) >= ALIKE * max(len(a | b), 1)


def as_written(heading: str, text: str) -> str:
    """A heading in capitals as running text writes it: "NATURUM NORRA UDDEN" → "Naturum Norra Udden"."""
    if not heading.isupper():
        return heading
    for found in re.finditer(re.escape(heading), text, re.IGNORECASE):
        if not found[0].isupper():
            return found[0][:1].upper() + found[0][1:]
    return heading.capitalize()
