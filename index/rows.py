"""Figure rows: the amounts of one table row, or of one statement, which are found and shown together."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from ingest.model import Figure

FigureRow = tuple[Figure, ...]
"""Figures that follow one another in their plan and stand in the same row or statement; never empty."""


def rows_of(figures: Iterable[Figure]) -> Iterator[tuple[str, FigureRow]]:
    """The figures in rows, in their order, each with the id by which its plan knows it."""
    for position, (_, row) in enumerate(groupby(figures, key=_place)):
        yield str(position), tuple(row)


def _place(figure: Figure) -> tuple[object, ...]:
    source = figure.source
    return figure.owner, figure.label, figure.path, source.section_path, source.table, source.row, figure.quote
