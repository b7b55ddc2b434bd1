"""What a figure measures, told by the words of its label, its headings, its column and its table."""

import re
from collections.abc import Sequence

from ingest.column_heads import Column, ColumnRole
from ingest.model import FigureKind, Unit

SUM_WORDS = re.compile(r"^(?:delsumma|summa|totalt?|totala|sammanlagt)\b", re.IGNORECASE)
RESULT_WORDS = re.compile(r"resultat|överskott|underskott", re.IGNORECASE)
INCOME_WORDS = re.compile(r"intäkt|inkomst|skatteintäkt|statsbidrag", re.IGNORECASE)
COST_WORDS = re.compile(r"kostnad(?!sutjämning)|utgift|personal|avskrivning", re.IGNORECASE)
INVESTMENT_WORDS = re.compile(r"investering", re.IGNORECASE)
STAFFING_WORDS = re.compile(r"personal|tjänst|bemanning|befattning|anställ", re.IGNORECASE)
FEE_WORDS = re.compile(r"avgift|taxa|/inv|per invånare", re.IGNORECASE)
TARGET_WORDS = re.compile(r"(?<!inte )\bminst\b|\bhögst\b|\blägst\b|\bmål(?:et|nivå|värde)?\b", re.IGNORECASE)
_OWN_INVESTMENT = re.compile(r"^(?:netto|brutto)?investering(?:ar|en|sutgifter|sbudget)?\b", re.IGNORECASE)


def kind_of_row(label: str, heads: Sequence[str], following: Sequence[str], table: Sequence[str]) -> FigureKind:
    """What a row measures.

    `heads` stand over it, `following` are its own label and those after it, `table` is the caption and the corner.
    """
    caption, corner = table
    if RESULT_WORDS.search(label) and not COST_WORDS.search(label) and not INCOME_WORDS.search(label):
        return FigureKind.RESULT
    if SUM_WORDS.search(label):
        return FigureKind.SUM
    if INVESTMENT_WORDS.search(" ".join((caption, *heads, corner))) or _OWN_INVESTMENT.search(label):
        return FigureKind.INVESTMENT
    for text in (*reversed(heads), corner, label):
        kind = _side(text)
        if kind is not None:
            return kind
    total = next((other for other in following if SUM_WORDS.search(other)), "")
    return _side(total) or FigureKind.OTHER


def _side(text: str) -> FigureKind | None:
    if INCOME_WORDS.search(text):
        return FigureKind.INCOME
    return FigureKind.COST if COST_WORDS.search(text) else None


def kind_in_column(row: FigureKind, column: Column, unit: Unit | None, words: str) -> FigureKind:
    """What a cell measures, given what its row does; `words` are its table's heads and its label."""
    if column.role is ColumnRole.TARGET:
        return FigureKind.TARGET
    if unit is Unit.PERCENT:
        return FigureKind.STAFFING if STAFFING_WORDS.search(words) else FigureKind.SHARE
    if column.role is ColumnRole.SHARE:
        return FigureKind.SHARE
    if column.role is ColumnRole.CHANGE:
        return FigureKind.OTHER
    if unit is Unit.FULL_TIME_EQUIVALENT or (unit is Unit.COUNT and STAFFING_WORDS.search(words)):
        return FigureKind.STAFFING
    if unit is Unit.COUNT:
        return FigureKind.OTHER
    named = _side(column.rest)
    if named is None and RESULT_WORDS.search(column.rest):
        named = FigureKind.RESULT
    if row is FigureKind.OTHER and named is None and FEE_WORDS.search(words):
        return FigureKind.FEE
    return row if row is FigureKind.SUM else named or row
