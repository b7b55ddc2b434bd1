"""Amounts in running text against the table rows that the text names."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from ingest.amounts import amounts_in
from ingest.checks.checked_plan import CheckedPlan, OwnedRow
from ingest.checks.precision import half_a_place, prose_slack
from ingest.checks.wording import named, quoted
from ingest.column_heads import years_in
from ingest.model import Figure, Finding, Severity
from ingest.units import SCALES

_REASON = re.compile(
    r",? (?:vilket|eftersom|därför att|på grund av|till följd av|beroende på|och beror|som en följd|exklusive|exkl)\b"
    r"| efter\b|, (?:då|som|där)\b|;",
    re.IGNORECASE,
)
_UNSURE = re.compile(
    r"\b(?:minst|högst|lägst|maximalt|upp till|ska|varav|ytterligare|per månad|per kvartal|av detta|inte)\b",
    re.IGNORECASE,
)


def statement(sentence: str) -> str:
    """A sentence without its reasons and remarks."""
    return _REASON.split(re.sub(r"\([^)]*\)", " ", sentence))[0]


def text_against_tables(checked: CheckedPlan) -> Iterator[Finding]:
    """An amount that the text says a row is, against that row: only where label, year, unit and owner are plain."""
    for figure in checked.plan.figures:
        if figure.source.table is not None or figure.unit not in SCALES or figure.owner is None:
            continue
        said = statement(figure.quote)
        if figure.as_printed not in said or _UNSURE.search(said):
            continue
        cells = _cells(checked.named_by(_without_amounts(said), figure.owner), figure.year)
        if cells and not any(_agree(figure, cell) for cell in cells):
            yield _finding(figure, cells)


def _without_amounts(text: str) -> str:
    for amount in reversed(amounts_in(text)):
        text = f"{text[: amount.start]} {text[amount.end :]}"
    return text


def _cells(rows: Sequence[OwnedRow], year: int | None) -> list[Figure]:
    """The figures that may be meant, where the rows are one by label and their unit is known."""
    found = [cell for row in rows for cell in (row.cells(year) if year is not None else row.row.cells.values())]
    if any(cell.unit not in SCALES or years_in(cell.label) for cell in found):
        return []
    return found


def _agree(figure: Figure, cell: Figure) -> bool:
    if figure.unit is None or cell.unit is None:
        return True
    before = figure.quote.partition(figure.as_printed)[0]
    said, printed = SCALES[figure.unit], SCALES[cell.unit]
    slack = prose_slack(figure.value, before) * said + half_a_place(cell.value) * printed
    return abs(abs(figure.value) * said - abs(cell.value) * printed) <= slack


def _finding(figure: Figure, cells: Sequence[Figure]) -> Finding:
    nearest = min(cells, key=lambda cell: _distance(figure, cell))
    return Finding(
        Severity.ERROR,
        "text-table",
        f"{named(nearest)} är {figure.as_printed} i texten, {quoted(figure.quote)}, men {nearest.as_printed} "
        f"{nearest.unit or ''} i tabellen under {nearest.source.section_path[-1]}.",
        (figure.source, nearest.source),
    )


def _distance(figure: Figure, cell: Figure) -> Decimal:
    if figure.unit is None or cell.unit is None:
        return Decimal(0)
    return abs(abs(figure.value) * SCALES[figure.unit] - abs(cell.value) * SCALES[cell.unit])
