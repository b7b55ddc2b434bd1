"""Changes that running text tells of, in money or per cent, against a row's two years."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from ingest.amounts import Amount, amounts_in
from ingest.checks.checked_plan import CheckedPlan, OwnedRow
from ingest.checks.precision import half_a_place, prose_slack
from ingest.checks.told_amounts import statement
from ingest.checks.wording import plain, quoted, rounded
from ingest.column_heads import years_in
from ingest.model import Figure, FigureKind, Finding, Plan, Section, Severity, Unit
from ingest.units import SCALES

_UP = r"ökar|ökade|ökas|öka|höjs|höjas|höjdes|stiger|växer|förstärks|ökning|ökningen|höjning|höjningen"
_DOWN = r"minskar|minskade|minskas|minska|sänks|sänkas|sänktes|sjunker|minskning|minskningen|sänkning|sänkningen"
_CHANGE = re.compile(rf"\b(?:(?P<up>{_UP})|(?P<down>{_DOWN}))\b", re.IGNORECASE)
_FROM = re.compile(r"\bfrån\b.*\btill\b", re.IGNORECASE)
_COMPARED = re.compile(
    r"\b(?:jämfört med|sedan|mot|än)\s+(?:budget(?:en)?|plan(?:en)?|år)?\s*(?P<year>20\d\d)", re.IGNORECASE
)
_YEARLY = re.compile(r"\bårlig|\bper år\b|\bvarje år\b", re.IGNORECASE)
_UPRATED = re.compile(r"\b(?:räknas upp|uppräknas|indexuppräknas|räknats upp)\b", re.IGNORECASE)
_OF_TIME = (
    "från till mellan jämfört med föregående sedan mot än år året åren årligen årlig per varje och av i på "
    "motsvarande motsvarar procent budget budgeten plan planen en ett alltså dvs det vill säga innebär perioden"
)
_ALLOWED = frozenset(_OF_TIME.split())


@dataclass(frozen=True, slots=True)
class _Pair:
    old: Figure
    new: Figure

    @property
    def change(self) -> Decimal:
        """How much the amount grows, costs as magnitudes."""
        if self.new.kind is FigureKind.RESULT:
            return self.new.value - self.old.value
        return abs(self.new.value) - abs(self.old.value)

    @property
    def slack(self) -> Decimal:
        return half_a_place(self.old.value) + half_a_place(self.new.value)


def told_changes(checked: CheckedPlan) -> Iterator[Finding]:
    """What the text says that a row grows or falls by, against its years in the table."""
    for section, sentence, owner in checked.sentences:
        amounts = [amount for amount in amounts_in(statement(sentence)) if amount.unit in SCALES or _is_percent(amount)]
        if not amounts:
            continue
        if _UPRATED.search(sentence):
            yield from _uprating(checked, section, sentence, owner, amounts)
        else:
            yield from _change(checked, section, sentence, owner)


def _is_percent(amount: Amount) -> bool:
    return amount.unit is Unit.PERCENT and "enhet" not in amount.as_printed


def _change(checked: CheckedPlan, section: Section, sentence: str, owner: str) -> Iterator[Finding]:
    said = statement(sentence)
    verb = _CHANGE.search(said)
    amounts = amounts_in(sentence)
    if (
        verb is None
        or len(_CHANGE.findall(said)) != 1
        or not amounts
        or (_FROM.search(said) and len(amounts_in(said)) > 1)
    ):
        return
    rows = checked.named_by(_subject(said, verb), owner)
    pairs = [pair for row in rows for pair in _pairs(checked.plan, row, said)]
    if not pairs:
        return
    for amount in _of_the_change(sentence, amounts):
        agree = [_agrees(amount, sentence, pair, falls=bool(verb["down"])) for pair in pairs]
        if not (all(agree) if _YEARLY.search(said) else any(agree)):
            yield _finding(section, sentence, pairs[agree.index(False)], amount, Severity.ERROR)


def _subject(said: str, verb: re.Match[str]) -> str:
    """The words that name what changes: all but the verb, the amounts and words of time."""
    rest = f"{said[: verb.start()]} {said[verb.end() :]}"
    for amount in reversed(amounts_in(rest)):
        rest = f"{rest[: amount.start]} {rest[amount.end :]}"
    return " ".join(word for word in rest.split() if word.strip(",.").casefold() not in _ALLOWED)


def _of_the_change(sentence: str, amounts: Sequence[Amount]) -> list[Amount]:
    """The first amount, and the one in parentheses right after it: "med 300 tkr (3,5 %)"."""
    first, *others = amounts
    after = sentence[first.end :].lstrip()
    return [first, *others[:1]] if after.startswith("(") and others else [first]


def _pairs(plan: Plan, row: OwnedRow, said: str) -> list[_Pair]:
    """The years that a sentence compares in a row; all that follow each other where it does not say."""
    years, named = row.years, list(dict.fromkeys(years_in(said)))
    following = list(pairwise(years))
    if len(named) == 2:
        wanted = [(min(named), max(named))]
    elif len(named) == 1:
        since = _COMPARED.search(said)
        wanted = [pair for pair in following if pair[0 if since else 1] == named[0]]
    elif plan.period and re.search(r"föregående år", said, re.IGNORECASE):
        wanted = [pair for pair in following if pair[1] == plan.period[0]]
    else:
        wanted = following if _YEARLY.search(said) else [(a, b) for a in years for b in years if a < b]
    found = [(row.cells(a), row.cells(b)) for a, b in wanted]
    return [_Pair(old[0], new[0]) for old, new in found if len(old) == len(new) == 1 and old[0].unit == new[0].unit]


def _agrees(amount: Amount, sentence: str, pair: _Pair, *, falls: bool) -> bool:
    told = -abs(amount.value) if falls else abs(amount.value)
    before = sentence[: amount.start]
    if amount.unit is Unit.PERCENT:
        if not pair.old.value:
            return True
        percent, slack = _percent(pair)
        return abs(percent - told) <= slack + (prose_slack(told, before) if "ca" in before else half_a_place(told))
    if pair.new.unit not in SCALES or amount.unit not in SCALES:
        return True
    scale, printed = SCALES[amount.unit], SCALES[pair.new.unit]
    return abs(pair.change * printed - told * scale) <= pair.slack * printed + prose_slack(told, before) * scale


def _percent(pair: _Pair) -> tuple[Decimal, Decimal]:
    """The change in per cent, and what rounding of the two amounts may make of it."""
    old, new = abs(pair.old.value), abs(pair.new.value)
    slack = (half_a_place(pair.new.value) + half_a_place(pair.old.value) * new / old) / old * 100
    return pair.change / old * 100, slack


def _uprating(
    checked: CheckedPlan, section: Section, sentence: str, owner: str, amounts: Sequence[Amount]
) -> Iterator[Finding]:
    """A rate that fees are raised by, against the one row of fees; a notice, since their number may change too."""
    percents = [amount for amount in amounts if _is_percent(amount)]
    noun = re.search(r"\b(\w*avgift)(?:en|er|erna)?\b", sentence, re.IGNORECASE)
    if len(percents) != 1 or noun is None:
        return
    rows = [
        row
        for row in checked.rows
        if row.owner == owner and re.search(rf"{noun[1]}(?:en|er|erna)?$", row.row.label, re.I)
    ]
    for row in rows if len(rows) == 1 and "/" not in rows[0].row.label else []:
        for pair in _pairs(checked.plan, row, sentence):
            if not _agrees(percents[0], sentence, pair, falls=False):
                yield _finding(section, sentence, pair, percents[0], Severity.NOTICE)


def _finding(section: Section, sentence: str, pair: _Pair, amount: Amount, severity: Severity) -> Finding:
    if amount.unit is Unit.PERCENT:
        gives = f"{rounded(_percent(pair)[0], 2)} %"
    else:
        gives = f"{plain(pair.change)} {pair.new.unit or ''}".strip()
    owner = f" för {pair.new.owner}" if pair.new.owner else ""
    return Finding(
        severity,
        "text-change",
        f"Texten säger {quoted(sentence)}, men {pair.new.label}{owner} går från {pair.old.as_printed} "
        f"({pair.old.year}) till {pair.new.as_printed} ({pair.new.year}): en ändring med {gives}.",
        (section.source, pair.new.source, pair.old.source),
    )
