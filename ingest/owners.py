"""Whose table it is: the organisation's own or one of its units'.

Tables with the same row labels under several headings are the budgets of units, each named by its heading.
"""

import re
from collections.abc import Sequence

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
            heading != other and _alike(labels[index], labels[n]) for n, other in enumerate(headings) if n != index
        )
        open_ones = sum(1 for n, own in enumerate(structure.owned) if not own and _alike(labels[index], labels[n]))
        if not structure.owned[index] and open_ones:
            found.append(None)
        elif alike and not _WHOLE.search(heading):
            found.append(as_written(heading, text))
        else:
            found.append(organisation or None)
    return tuple(found)


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
