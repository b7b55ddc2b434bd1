"""Shares of one whole against 100 per cent, and lists of shares or posts against the total printed under them."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import groupby

from ingest.checks.checked_plan import CheckedPlan
from ingest.checks.figure_table import FigureTable
from ingest.checks.precision import added_up, tolerance
from ingest.checks.wording import named, plain
from ingest.figure_kinds import SUM_WORDS
from ingest.model import Figure, FigureKind, Finding, Plan, Severity, Unit
from ingest.table_reading import columns_by_row

_WHOLE = Decimal(100)
_LEAST_SHARES = 3
_NEAR = (Decimal(80), Decimal(120))
"""What shares may add up to and still be taken for a distribution with a fault in it."""
_DISTRIBUTION = re.compile(
    r"fördel|andel|finansier|omsättning|sammansättning|\bkällor|används|intäkt|kostnad|budget|resurs|skattekron",
    re.IGNORECASE,
)
_NOT_PARTS = re.compile(
    r"mål|ökning|minskning|uppräkn|index|förändr|tillväxt|nöjd|uppfyll|soliditet|frånvaro|sysselsätt|jämfört|"
    r"täckning|utnyttj|ränta|inflation|\bminst\b|\bhögst\b|ägarandel|av skatte|resultat",
    re.IGNORECASE,
)


def shares_to_a_hundred(checked: CheckedPlan) -> Iterator[Finding]:
    """Shares under one heading, or in one column of a table, that claim to be the parts of a whole."""
    for shares in (*_listed(checked.plan), *_in_columns(checked)):
        parts = [share for share in shares if not SUM_WORDS.match(share.label)]
        added = added_up(parts)
        off = abs(added - _WHOLE) > tolerance(parts)
        if off and len(parts) >= _LEAST_SHARES and _NEAR[0] <= added <= _NEAR[1] and _are_parts(checked.plan, parts):
            yield Finding(
                Severity.ERROR,
                "shares-hundred",
                f"Andelarna under {parts[0].source.section_path[-1]} ({_names(parts)}) är tillsammans "
                f"{plain(added)} %, inte 100 %.",
                tuple(share.source for share in parts),
            )


def _are_parts(plan: Plan, shares: Sequence[Figure]) -> bool:
    """Whether the shares plainly are parts of one whole: all positive, no targets, under words of distribution."""
    first = shares[0]
    texts = [s.text for s in plan.sections if s.path == first.source.section_path][:1]
    head = _head(plan, first)
    around = " ".join((*first.source.section_path[-2:], head, *texts))
    own = " ".join((first.source.section_path[-1], head, *(share.label for share in shares)))
    positive = all(0 <= share.value <= _WHOLE and share.kind is not FigureKind.TARGET for share in shares)
    different = len({share.label for share in shares}) == len(shares)
    return positive and different and bool(_DISTRIBUTION.search(around)) and not _NOT_PARTS.search(own)


def _head(plan: Plan, figure: Figure) -> str:
    if figure.source.table is None or figure.source.column is None:
        return ""
    table = plan.tables[figure.source.table]
    columns = columns_by_row(table.rows, table.cell_boxes).get(figure.source.row or 0, ())
    return columns[figure.source.column - 1].name if figure.source.column <= len(columns) else ""


def _names(shares: Sequence[Figure]) -> str:
    return ", ".join(f"{share.label} {plain(share.value)} %" for share in shares)


def _listed(plan: Plan) -> Iterator[tuple[Figure, ...]]:
    """Lines of a label and a share each, one after the other under one heading."""
    for path, lines in groupby(_lines(plan), key=lambda figure: (figure.path, figure.source.page)):
        yield tuple(f for f in lines if f.unit is Unit.PERCENT and f.kind is FigureKind.SHARE and path)


def _in_columns(checked: CheckedPlan) -> Iterator[tuple[Figure, ...]]:
    for table in checked.tables:
        for column in table.columns:
            cells = _column(table, column)
            if all(figure.unit is Unit.PERCENT for figure in cells):
                yield cells


def _column(table: FigureTable, column: int) -> tuple[Figure, ...]:
    return tuple(row.cells[column] for row in table.rows if column in row.cells and not row.is_part)


def listed_totals(checked: CheckedPlan) -> Iterator[Finding]:
    """Lines of a label and an amount each, and columns of shares of posts, against the total at their end."""
    for _, lines in groupby(_lines(checked.plan), key=lambda figure: (figure.path, figure.source.page)):
        yield from _against_total(tuple(lines))
    for cells in _in_columns(checked):
        yield from _against_total(cells)


def _against_total(lines: Sequence[Figure]) -> Iterator[Finding]:
    totals = [n for n, figure in enumerate(lines) if SUM_WORDS.match(figure.label)]
    if len(totals) != 1 or totals[0] != len(lines) - 1 or len(lines) <= _LEAST_SHARES:
        return
    *rows, total = lines
    if any(row.unit != total.unit for row in rows):
        return
    added = added_up(rows)
    average = min(row.value for row in rows) <= total.value <= max(row.value for row in rows)
    if abs(added - total.value) > tolerance(lines) and not average:
        yield Finding(
            Severity.ERROR,
            "rows-sum",
            f"{named(total)} är tryckt som {total.as_printed}, men raderna ger {plain(added)} "
            f"(skillnad {plain(total.value - added)}).",
            (total.source, *(row.source for row in rows)),
        )


def _lines(plan: Plan) -> Iterator[Figure]:
    """The amounts in running text whose whole line is a label and the amount."""
    for figure in plan.figures:
        if figure.source.table is None:
            rest = figure.quote.removeprefix("• ").replace(figure.as_printed, "", 1)
            bare = re.sub(r"[\s:–.-]+", "", rest)
            if bare == re.sub(r"[\s:–.-]+", "", figure.label) and bare:
                yield figure
