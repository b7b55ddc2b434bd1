"""A plan as the checks see it: what several of them ask is worked out once."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from ingest.checks.figure_table import FigureRow, FigureTable, figure_tables
from ingest.checks.row_names import meaning_of
from ingest.model import Figure, FigureKind, Plan, Section
from ingest.sentences import sentences_of

_UNIT = re.compile(r"\((?:tkr|mnkr|mkr|kr|%)\)|\b(?:tkr|mnkr|mkr)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class OwnedRow:
    """A row of a table whose owner is known."""

    table: FigureTable
    row: FigureRow
    owner: str

    @property
    def meaning(self) -> frozenset[str]:
        """The stems that a phrase must have to name the row."""
        return meaning_of(_UNIT.sub("", self.row.label))

    def cells(self, year: int) -> list[Figure]:
        """The row's figures of a year."""
        return [figure for figure in self.row.cells.values() if figure.year == year]

    @property
    def years(self) -> tuple[int, ...]:
        """The years that the row has exactly one figure of, the earliest first."""
        found = [figure.year for figure in self.row.cells.values() if figure.year is not None]
        return tuple(sorted(year for year in set(found) if found.count(year) == 1))


class CheckedPlan:
    """A plan with what several checks ask of it: its tables of figures, its owned rows, its sentences by owner."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan

    @cached_property
    def tables(self) -> tuple[FigureTable, ...]:
        """The tables that hold figures, in order."""
        return tuple(figure_tables(self.plan))

    @cached_property
    def rows(self) -> tuple[OwnedRow, ...]:
        """The rows of every table with a known owner, in order."""
        return tuple(
            OwnedRow(table, row, owner)
            for table in self.tables
            for row in table.rows
            if (owner := next(iter(row.cells.values())).owner) is not None
        )

    @cached_property
    def owners(self) -> tuple[str, ...]:
        """The owners of tables, the longest name first."""
        return tuple(sorted({row.owner for row in self.rows}, key=len, reverse=True))

    @cached_property
    def _meanings(self) -> Mapping[str, Mapping[frozenset[str], Sequence[OwnedRow]]]:
        """Each owner's rows by their meaning, in order."""
        found: dict[str, dict[frozenset[str], list[OwnedRow]]] = defaultdict(lambda: defaultdict(list))
        for row in self.rows:
            found[row.owner][row.meaning].append(row)
        return found

    @cached_property
    def _names(self) -> Mapping[str, str]:
        return {name.casefold(): name for name in self.owners}

    def owner_of(self, section: Section) -> str:
        """Whose the section is: the unit that its headings name, else the organisation."""
        folded = (heading.casefold() for heading in reversed(section.path))
        return next((self._names[heading] for heading in folded if heading in self._names), self.plan.organisation)

    @cached_property
    def sentences(self) -> tuple[tuple[Section, str, str], ...]:
        """Each sentence of running text with its section and its owner."""
        return tuple(self._sentences())

    def _sentences(self) -> Iterator[tuple[Section, str, str]]:
        for section in self.plan.sections:
            owner = self.owner_of(section)
            for line in section.text.split("\n"):
                if "\t" not in line:
                    for sentence in sentences_of(line):
                        yield section, sentence, owner

    def named_by(self, phrase: str, owner: str) -> tuple[OwnedRow, ...]:
        """The rows that a phrase names: the owner's, or those of the unit that the phrase itself names.

        Every word of the phrase must be of the row's label, of the owner's name, a year or a filling word.
        """
        small = phrase.lower()
        for name in self.owners:
            near = name.lower() in small
            found = re.search(rf"\b{re.escape(name)}s?\b", phrase, re.IGNORECASE) if near else None
            if found:
                phrase, owner = f"{phrase[: found.start()]} {phrase[found.end() :]}", name
                break
        meaning = meaning_of(phrase)
        exact = self._meanings.get(owner, {}).get(meaning, ()) if meaning else ()
        return tuple([row for row in exact if not row.row.is_sum] or exact)

    def results(self, owner: str) -> tuple[OwnedRow, ...]:
        """The owner's last result in each of its tables."""
        found: dict[int, OwnedRow] = {}
        for row in self.rows:
            if row.owner == owner and row.row.kind is FigureKind.RESULT:
                found[row.table.number] = row
        return tuple(found.values())
