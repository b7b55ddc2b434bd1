"""Whether a changed statement is true by chance: told from the plans' figures alone, by nothing that verifies.

A change to an amount, unit, year, sign, label or owner states that a row has an amount. It is true where the plan has a
figure of that label, owner and year which is that amount, in the unit said or converted and rounded as said.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from assistant.answer import CitedFigure
from ingest.model import Figure, Plan, Unit

_KRONOR = {Unit.KR: 1, Unit.TKR: 1_000, Unit.MNKR: 1_000_000, Unit.MDKR: 1_000_000_000}


@dataclass(frozen=True, slots=True)
class Statement:
    """What a changed draft says of one row; the owner is null where the draft names none."""

    plan_id: str
    label: str
    owner: str | None
    year: int | None
    value: Decimal
    unit: Unit | None


def statement_of(figure: CitedFigure) -> Statement:
    """What a draft that says this figure states."""
    return Statement(figure.plan_id, figure.label, figure.owner, figure.year, figure.value, figure.unit)


def is_true(statement: Statement, plans: Mapping[str, Plan]) -> bool:
    """Whether a figure of the plan says so; signs are not compared, which costs are spoken of without."""
    plan = plans[statement.plan_id]
    return any(_says(figure, statement) for figure in plan.figures)


def _says(figure: Figure, statement: Statement) -> bool:
    if statement.owner is not None and figure.owner is not None and figure.owner != statement.owner:
        return False
    if None not in {figure.year, statement.year} and figure.year != statement.year:
        return False
    names = {name.casefold().strip() for name in (figure.label, *figure.path)}
    if statement.label.casefold().strip() not in names:
        return False
    exact = _in(figure, statement.unit)
    exponent = statement.value.as_tuple().exponent
    place = Decimal(1).scaleb(min(int(exponent), 0)) if isinstance(exponent, int) else Decimal(0)
    return exact is not None and abs(abs(exact) - abs(statement.value)) * 2 <= place


def _in(figure: Figure, unit: Unit | None) -> Decimal | None:
    if figure.unit is unit:
        return figure.value
    if figure.unit in _KRONOR and unit in _KRONOR:
        return figure.value * _KRONOR[figure.unit] / _KRONOR[unit]
    return None


def printed(figure: CitedFigure, plan: Plan) -> Iterator[Figure]:
    """The plan's figures that a cited one can be."""
    for each in plan.figures:
        same = (each.label, each.owner, each.unit, each.year) == (
            figure.label,
            figure.owner,
            figure.unit,
            figure.year,
        )
        if same and abs(each.value) == abs(figure.value):
            yield each


def neighbours(figure: CitedFigure, plans: Mapping[str, Plan]) -> Iterator[Figure]:
    """Other figures of the plan in its row or its table; for an amount of a sentence, those of the same section."""
    plan = plans[figure.plan_id]
    for own in printed(figure, plan):
        for other in plan.figures:
            beside = (other.source.section_path, other.source.table) == (own.source.section_path, own.source.table)
            if beside and (other.value, other.year, other.label) != (own.value, own.year, own.label):
                yield other
