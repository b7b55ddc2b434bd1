"""Amounts per inhabitant times inhabitants against the amount in the table: notices, since populations change."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from ingest.amounts import amounts_in
from ingest.checks.checked_plan import CheckedPlan
from ingest.checks.precision import half_a_place, prose_slack
from ingest.checks.wording import named, plain
from ingest.model import Figure, Finding, Severity, SourceRef, Unit
from ingest.units import SCALES

_COUNT = r"(?<![\d,.])(?P<count>\d{1,3}(?:[ \u00a0\u2009\u202f.]\d{3})+|\d{4,7})"
_INHABITANTS = re.compile(rf"{_COUNT}\s+(?:kommun)?invånare\b(?!\s+(?:över|under|i åld|äldre|yngre|mellan|per))", re.I)
_PEOPLE = re.compile(rf"{_COUNT}\s+(?:människor|personer)\b", re.IGNORECASE)
_LIVING = re.compile(r"\b(?:bor|lever|befolkning\w*|folkmängd\w*|invånar\w*)\b", re.IGNORECASE)
_POPULATION_ROW = re.compile(r"^(?:antal(?:et)? )?(?:kommun)?invånare\b|^folkmängd|^befolkning(?:en)?$", re.IGNORECASE)
_FEE_ROW = re.compile(r"avgift|medlemsbidrag|medlemsfinansiering", re.IGNORECASE)
_LIMIT = re.compile(r"överstig|\bhögst\b|\bminst\b|\blägst\b", re.IGNORECASE)
"""What makes an amount per inhabitant a limit that is no fee."""
_ALL_MEMBERS = re.compile(r"\bmedlemskommun(?:erna|ernas|er)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Population:
    count: Decimal
    slack: Decimal
    as_printed: str
    source: SourceRef


@dataclass(frozen=True, slots=True)
class _Fee:
    """An amount that a rate per inhabitant gives; `everyone` where the text says that all members pay it."""

    rate: Decimal
    amount: Figure
    source: SourceRef
    everyone: bool

    @property
    def least(self) -> Decimal:
        """The fewest inhabitants that the rate and the amount, as printed, can mean."""
        kronor, slack = self._kronor
        return (kronor - slack) / (self.rate + half_a_place(self.rate))

    @property
    def most(self) -> Decimal:
        """The most inhabitants that they can mean."""
        kronor, slack = self._kronor
        return (kronor + slack) / (self.rate - half_a_place(self.rate))

    @property
    def about(self) -> Decimal:
        """The inhabitants that they give."""
        return (self._kronor[0] / self.rate).quantize(Decimal(1), ROUND_HALF_UP)

    @property
    def _kronor(self) -> tuple[Decimal, Decimal]:
        scale = SCALES[self.amount.unit] if self.amount.unit is not None else Decimal(1)
        return abs(self.amount.value) * scale, half_a_place(self.amount.value) * scale


def per_inhabitant_against_amounts(checked: CheckedPlan) -> Iterator[Finding]:
    """Each rate per inhabitant with its amount against the printed inhabitants, or rates against each other."""
    fees, populations = _fees(checked), _populations(checked)
    if populations:
        counts = [(p.count, p.slack) for p in populations]
        counts.append((sum((c for c, _ in counts), Decimal(0)), sum((s for _, s in counts), Decimal(0))))
        for fee in fees:
            if not any(fee.least <= count + slack and count - slack <= fee.most for count, slack in counts):
                yield _against_printed(fee, max(populations, key=lambda p: p.count))
    else:
        everyone = [fee for fee in fees if fee.everyone]
        yield from _against_each_other(everyone)


def _fees(checked: CheckedPlan) -> list[_Fee]:
    return [fee for fee in (*_in_labels(checked), *_in_text(checked)) if fee.rate > 1]


def _in_labels(checked: CheckedPlan) -> Iterator[_Fee]:
    """Rows that name their rate: "Medlemmarnas bidrag (37 kr/inv)"."""
    for table in checked.tables:
        for row in table.rows:
            rates = [a.value for a in amounts_in(row.label) if a.unit is Unit.KR_PER_INHABITANT]
            amounts = [figure for figure in row.cells.values() if figure.unit in SCALES and figure.value]
            if len(rates) == 1 and len(amounts) == 1:
                yield _Fee(rates[0], amounts[0], amounts[0].source, False)


def _in_text(checked: CheckedPlan) -> Iterator[_Fee]:
    """A section's only rate, with its owner's only row of fees."""
    plan = checked.plan
    told = [f for f in plan.figures if f.unit is Unit.KR_PER_INHABITANT and f.source.table is None]
    rates = [rate for rate in told if not _LIMIT.search(rate.quote)]
    for rate in rates:
        if sum(other.owner == rate.owner for other in rates) > 1:
            continue
        rows = [row for row in checked.rows if row.owner == rate.owner and _FEE_ROW.search(row.row.label)]
        if len(rows) != 1 or "/" in rows[0].row.label:
            continue
        year = rate.year or (plan.period[0] if plan.period else None)
        cells = rows[0].cells(year) if year is not None else []
        if len(cells) == 1 and cells[0].unit in SCALES and cells[0].value:
            texts = (section.text for section in plan.sections if section.path == rate.path)
            yield _Fee(rate.value, cells[0], rate.source, any(_ALL_MEMBERS.search(text) for text in texts))


def _populations(checked: CheckedPlan) -> list[_Population]:
    found = []
    for section, sentence, _ in checked.sentences:
        matches = [*_INHABITANTS.finditer(sentence)]
        if _LIVING.search(sentence):
            matches += _PEOPLE.finditer(sentence)
        for match in matches:
            count = Decimal(re.sub(r"\D", "", match["count"]))
            slack = prose_slack(count, sentence[: match.start()])
            found.append(_Population(count, slack, match["count"], section.source))
    for table in checked.tables:
        for row in table.rows:
            if _POPULATION_ROW.search(row.label):
                cells = [f for f in row.cells.values() if f.unit in {None, Unit.COUNT} and f.value > 0]
                found += [_Population(f.value, half_a_place(f.value), f.as_printed, f.source) for f in cells]
    return found


def _rate(fee: _Fee) -> str:
    amount = f"{named(fee.amount)} {fee.amount.as_printed} {fee.amount.unit or ''}"
    return f"{plain(fee.rate)} kr/invånare och {amount.strip()}"


def _against_printed(fee: _Fee, population: _Population) -> Finding:
    return Finding(
        Severity.NOTICE,
        "per-inhabitant",
        f"{_rate(fee)} ger omkring {plain(fee.about)} invånare, men planen anger {population.as_printed}.",
        tuple(dict.fromkeys((fee.source, fee.amount.source, population.source))),
    )


def _against_each_other(fees: Sequence[_Fee]) -> Iterator[Finding]:
    for number, first in enumerate(fees):
        for second in fees[number + 1 :]:
            if first.most < second.least or second.most < first.least:
                yield Finding(
                    Severity.NOTICE,
                    "per-inhabitant",
                    f"{_rate(first)} ger omkring {plain(first.about)} invånare, men {_rate(second)} ger omkring "
                    f"{plain(second.about)}.",
                    (first.source, first.amount.source, second.source, second.amount.source),
                )
