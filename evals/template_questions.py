"""Questions made of a plan's own rows, each with the amount that is right."""

from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise
from random import Random

from assistant.citations import spoken_value
from evals.golden import Case, ExpectedAmount
from evals.plan_rows import NamedRow, named_rows
from ingest.model import Figure, Plan, Unit

_FIGURE = (
    "Hur stor är posten {label} för {owner} {year}?",
    "Vad är {label} för {owner} år {year}?",
    "What is {label} for {owner} in {year}?",
)
_CHANGE = (
    "Hur mycket ändras {label} för {owner} från {first} till {last}?",
    "Hur mycket ökar eller minskar {label} för {owner} mellan {first} och {last}?",
    "How much does {label} for {owner} change from {first} to {last}?",
)
_SUM = "Vad är {label} för {owner} sammanlagt {first}–{last}?"
_SHARE = "Hur stor andel av {whole} är {label} för {owner} {year}?"
_RANK = "Vilket år är {label} för {owner} störst?"


def template_cases(plan: Plan, draw: Random) -> Iterator[Case]:
    """A question for each figure, for each row's change, sum and largest year, and for shares of a table's sums."""
    rows = list(named_rows(plan))
    for row in rows:
        for figure in row.figures:
            text = draw.choice(_FIGURE).format(label=row.label, owner=row.owner, year=figure.year or "")
            yield _case(row, "figure", text.replace(" ?", "?").replace(" in?", "?").replace(" år?", "?"), figure)
        yield from _of_years(row, draw)
    for part, whole in pairwise(rows):
        if part.table == whole.table and whole.figures[0].value and part.figures[0].year == whole.figures[0].year:
            yield _share(part, whole)


def _of_years(row: NamedRow, draw: Random) -> Iterator[Case]:
    dated = [figure for figure in row.figures if figure.year]
    if len(dated) < 2:
        return
    first, last = dated[0], dated[-1]
    asked = {"label": row.label, "owner": row.owner, "first": first.year, "last": last.year}
    difference = spoken_value(last) - spoken_value(first)
    if difference:
        yield _amount(row, "change", draw.choice(_CHANGE).format(**asked), difference, first.unit)
        yield _case(row, "rank", _RANK.format(**asked), max(dated, key=spoken_value))
    total = sum((spoken_value(figure) for figure in dated), Decimal(0))
    yield _amount(row, "sum", _SUM.format(**asked), total, first.unit)


def _share(part: NamedRow, whole: NamedRow) -> Case:
    own, all_of_it = part.figures[0], whole.figures[0]
    text = _SHARE.format(whole=whole.label, label=part.label, owner=part.owner, year=own.year or "").replace(" ?", "?")
    percent = 100 * spoken_value(own) / spoken_value(all_of_it)
    return _amount(part, "share", text, percent, Unit.PERCENT, Decimal("0.06"))


def _case(row: NamedRow, kind: str, text: str, figure: Figure) -> Case:
    return _amount(row, kind, text, spoken_value(figure), figure.unit)


def _amount(
    row: NamedRow, kind: str, text: str, value: Decimal, unit: Unit | None, tolerance: Decimal = Decimal(0)
) -> Case:
    expected = (ExpectedAmount(abs(value), unit or Unit.COUNT, tolerance),)
    return Case(f"{kind}: {text}", kind, (text,), row.plan.id, expected)
