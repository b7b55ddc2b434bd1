"""The rows of a plan's tables that questions and statements can be made of."""

from collections.abc import Iterator
from dataclasses import dataclass

from ingest.model import Figure, Plan

_LONGEST = 60


@dataclass(frozen=True, slots=True)
class NamedRow:
    """One row of a table: its name, whose it is, and its figures of different years in order."""

    plan: Plan
    label: str
    owner: str
    figures: tuple[Figure, ...]

    @property
    def table(self) -> int | None:
        """The number of its table."""
        return self.figures[0].source.table


def named_rows(plan: Plan) -> Iterator[NamedRow]:
    """Rows with a name, an owner and a unit; of several figures of one year the first."""
    rows: dict[tuple[int | None, int | None, str], list[Figure]] = {}
    for figure in plan.figures:
        place = figure.source
        named = place.table is not None and figure.owner and figure.unit and 0 < len(figure.label) <= _LONGEST
        if named and not any(mark in figure.label for mark in ".:\n"):
            rows.setdefault((place.table, place.row, figure.label), []).append(figure)
    for (_, _, label), figures in rows.items():
        by_year = {figure.year: figure for figure in reversed(figures)}
        in_order = tuple(by_year[year] for year in sorted(by_year, key=_first))
        yield NamedRow(plan, label, figures[0].owner or "", in_order)


def _first(year: int | None) -> int:
    return year or 0
