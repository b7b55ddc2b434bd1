"""Balance sheets: what is owned against how it is paid for."""

import re
from collections.abc import Iterator

from ingest.checks.checked_plan import CheckedPlan
from ingest.checks.figure_table import FigureTable
from ingest.checks.wording import named
from ingest.model import Finding, Severity

_ASSETS = re.compile(r"(?:summa|totala?|s:a)\s+tillgångar", re.IGNORECASE)
_FUNDING = re.compile(
    r"(?:summa|totala?|s:a)\s+(?=.*\bskulder)(?=.*\beget\s+kapital)[\w\s,]+|balansomslutning", re.IGNORECASE
)


def assets_against_funding(checked: CheckedPlan) -> Iterator[Finding]:
    """The printed sum of assets against that of equity, provisions and debts, column by column."""
    for table in checked.tables:
        assets, funding = _rows(table, _ASSETS), _rows(table, _FUNDING)
        if len(assets) == len(funding) == 1:
            yield from _compared(table, assets[0], funding[0])


def _rows(table: FigureTable, words: re.Pattern[str]) -> list[int]:
    return [n for n, row in enumerate(table.rows) if words.fullmatch(row.label.strip())]


def _compared(table: FigureTable, assets: int, funding: int) -> Iterator[Finding]:
    owned, paid = table.rows[assets].cells, table.rows[funding].cells
    for column in sorted(owned.keys() & paid.keys()):
        one, other = owned[column], paid[column]
        if abs(abs(one.value) - abs(other.value)) > table.slack((assets, funding), column):
            yield Finding(
                Severity.ERROR,
                "balance",
                f"{named(one)} är tryckt som {one.as_printed}, men {other.label} som {other.as_printed}.",
                (one.source, other.source),
            )
