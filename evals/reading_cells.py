"""Figures as read against the cells and amounts that a person sees.

A cell and a figure may belong together where their values are equal but for the sign and their pages do not differ;
zeros, of which there are many, need the same label too. Pairs are formed one to one, those that agree in most first.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

from evals.reading_truth import TrueAmount, TrueCell
from evals.reading_words import plain, squeezed
from ingest.model import Figure, FigureKind

T = TypeVar("T")


class Aspect(StrEnum):
    """What is judged of a cell, each apart."""

    VALUE = "value"
    SIGN = "sign"
    UNIT = "unit"
    YEAR = "year"
    BASIS = "basis"
    OWNER = "owner"
    LABEL = "label"
    PATH = "path"
    KIND = "kind"
    UNIT_SOURCE = "unit source"


class Judged(StrEnum):
    """How one aspect of one cell was read; `undecided` is null where something is right."""

    RIGHT = "right"
    WRONG = "wrong"
    UNDECIDED = "undecided"
    MISSED = "missed"


NEEDED = (Aspect.VALUE, Aspect.SIGN, Aspect.UNIT, Aspect.YEAR, Aspect.BASIS, Aspect.OWNER, Aspect.LABEL)
"""A cell is right when all of these are."""


@dataclass(frozen=True, slots=True)
class ReadCell:
    """One true cell, the figure that was read for it, and how each aspect that is judged of it fared."""

    cell: TrueCell
    figure: Figure | None
    aspects: dict[Aspect, Judged]

    @property
    def right(self) -> bool:
        """Whether all that is needed is right."""
        return all(self.aspects[aspect] is Judged.RIGHT for aspect in NEEDED)


def read_cells(cells: Sequence[TrueCell], figures: Sequence[Figure]) -> tuple[list[ReadCell], list[Figure]]:
    """Judge every cell; also the figures that are left over, in their order."""
    pairs = _matched(
        (_likeness(cell, figure), c, f)
        for c, cell in enumerate(cells)
        for f, figure in enumerate(figures)
        if _may_be(cell, figure)
    )
    found = [ReadCell(cell, *_judged(cell, figures, pairs.get(c))) for c, cell in enumerate(cells)]
    used = set(pairs.values())
    return found, [figure for f, figure in enumerate(figures) if f not in used]


def read_amounts(amounts: Sequence[TrueAmount], figures: Sequence[Figure]) -> tuple[dict[int, Figure], list[Figure]]:
    """The figure for each amount in running text by the amount's position, and the figures that are left over."""
    pairs = _matched(
        (int(figure.source.table is None) + int(_year_right(amount, figure)), a, f)
        for a, amount in enumerate(amounts)
        for f, figure in enumerate(figures)
        if _is_amount(amount, figure)
    )
    used = set(pairs.values())
    return {a: figures[f] for a, f in pairs.items()}, [figure for f, figure in enumerate(figures) if f not in used]


def label_right(cell: TrueCell, figure: Figure) -> bool:
    """Whether the figure has the cell's label."""
    return plain(figure.label) in {plain(label) for label in cell.labels}


def path_right(cell: TrueCell, figure: Figure) -> bool:
    """Whether the label's headings inside the table are the cell's; a sum may stand with its group or above it."""
    sections = tuple(map(plain, figure.source.section_path))
    path = tuple(map(plain, figure.path))
    inside = path[len(sections) :] if path[: len(sections)] == sections else path
    titles = {plain(title) for title in cell.titles}
    inside = tuple(part for part in inside if part not in titles)
    expected = tuple(map(plain, cell.path))
    above = {FigureKind.SUM, FigureKind.RESULT} & set(cell.kinds) or not cell.kinds
    return inside == expected or bool(above and inside == expected[:-1])


def _may_be(cell: TrueCell, figure: Figure) -> bool:
    return (
        abs(figure.value) == abs(cell.value)
        and figure.source.page in {None, cell.page}
        and (figure.value != 0 or label_right(cell, figure))
    )


def _likeness(cell: TrueCell, figure: Figure) -> int:
    label = squeezed(figure.label)
    contained = any(label and (label in other or other in label) for other in map(squeezed, cell.labels))
    return (
        16 * label_right(cell, figure)
        + 8 * contained
        + 4 * (_owner(cell, figure) is Judged.RIGHT)
        + 2 * (figure.year in cell.years)
        + 2 * path_right(cell, figure)
        + (figure.unit is cell.unit)
        + (figure.source.table is not None)
    )


def _matched(candidates: Iterable[tuple[int, int, int]]) -> dict[int, int]:
    """First position → second position, one to one, the likest pairs first; ties in document order."""
    found: dict[int, int] = {}
    used: set[int] = set()
    for _, first, second in sorted(candidates, key=lambda each: (-each[0], each[1], each[2])):
        if first not in found and second not in used:
            found[first] = second
            used.add(second)
    return found


def _judged(
    cell: TrueCell, figures: Sequence[Figure], position: int | None
) -> tuple[Figure | None, dict[Aspect, Judged]]:
    if position is None:
        judged = set(Aspect) if cell.kinds else set(Aspect) - {Aspect.KIND}
        return None, {aspect: Judged.MISSED for aspect in Aspect if aspect in judged}
    figure = figures[position]
    aspects = {
        Aspect.VALUE: Judged.RIGHT,
        Aspect.SIGN: _right(figure.value == cell.value),
        Aspect.UNIT: _one_of(figure.unit, (cell.unit,)),
        Aspect.YEAR: _one_of(figure.year, cell.years),
        Aspect.BASIS: _one_of(figure.basis, cell.bases),
        Aspect.OWNER: _owner(cell, figure),
        Aspect.LABEL: _right(label_right(cell, figure)),
        Aspect.PATH: _right(path_right(cell, figure)),
        Aspect.UNIT_SOURCE: _one_of(figure.unit_source, (cell.unit_source,)),
    }
    return figure, aspects if not cell.kinds else {**aspects, Aspect.KIND: _one_of(figure.kind, cell.kinds)}


def _right(holds: bool) -> Judged:
    return Judged.RIGHT if holds else Judged.WRONG


def _one_of(value: T | None, right: Sequence[T | None]) -> Judged:
    if value in right:
        return Judged.RIGHT
    return Judged.UNDECIDED if value is None else Judged.WRONG


def _owner(cell: TrueCell, figure: Figure) -> Judged:
    if figure.owner is None:
        return Judged.UNDECIDED
    return _right(plain(figure.owner) in {plain(owner) for owner in cell.owners})


def _is_amount(amount: TrueAmount, figure: Figure) -> bool:
    said = squeezed(" ".join((figure.label, *figure.path, figure.quote)))
    return (
        figure.value == amount.value
        and figure.unit is amount.unit
        and figure.source.page in {None, amount.page}
        and all(squeezed(word) in said for word in amount.about)
    )


def _year_right(amount: TrueAmount, figure: Figure) -> bool:
    return not amount.years or figure.year in amount.years
