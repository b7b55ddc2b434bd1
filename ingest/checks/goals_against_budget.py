"""Financial goals with a target against the plan's own budget: a notice where a year misses it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from ingest.amounts import amounts_in
from ingest.checks import goal_measures as measures
from ingest.checks.checked_plan import CheckedPlan, OwnedRow
from ingest.checks.goal_measures import Measure, Measured
from ingest.checks.precision import half_a_place
from ingest.checks.wording import named, quoted, rounded
from ingest.column_heads import years_in
from ingest.model import Basis, Finding, Plan, Section, Severity, Unit
from ingest.sentences import sentences_of
from ingest.units import SCALES

_GOAL_HEAD = re.compile(r"\bmål\b|målsättning|\bmål(?:en|et)?\b|hushållning|riktlinje|inriktning", re.IGNORECASE)
_GOAL_WORDS = re.compile(r"\bska\b|\bskall\b|\bmål(?:et|nivån|värde)?\b|\bminst\b|\blägst\b|\bhögst\b", re.IGNORECASE)
_NOT_YEARLY = re.compile(
    r"genomsnitt|över tid|långsikt|lång sikt|på sikt|mandatperiod|konjunktur|rullande|femårs|treårs|inom \w+ år|senast",
    re.IGNORECASE,
)
_THE_LAW = re.compile(r"kommunallagen|enligt lag\b|lagstift|\blagen\b", re.IGNORECASE)
_FINER = Decimal("0.1")
"""A target is met by what rounds to it with one decimal more than it is printed with."""
_ITEM = re.compile(r"^(?:[•–-]|\d{1,2}[.)])\s")
_AT_LEAST = re.compile(
    r"\bminst\b|\blägst\b|\binte (?:under|lägre)|överstiga|\böver\b|\bom\b|motsvara|uppgå till", re.I
)
_AT_MOST = re.compile(r"\bhögst\b|\bmax(?:imalt)?\b|inte (?:över|överstiga|överskrida)|\bunderstiga|\bunder\b", re.I)
_NOT_UNDER = re.compile(r"\binte (?:understiga|underskrida|vara lägre|gå under)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Kind:
    """A kind of goal: the words that tell it, what it is measured in, and the target where the words say it."""

    words: re.Pattern[str]
    measure: Measure
    unit: Unit
    target: Decimal | None = None
    strict: bool = False


def _kind(words: str, measure: Measure, unit: Unit, target: int | None = None, *, strict: bool = False) -> _Kind:
    return _Kind(re.compile(words, re.I), measure, unit, None if target is None else Decimal(target), strict)


_TAX = r"skatte\w*"
KINDS: tuple[_Kind, ...] = (
    _kind(
        rf"resultat.*\bav\b.*{_TAX}|{_TAX}.*resultat",
        measures.share(measures.result, measures.taxes_and_grants),
        Unit.PERCENT,
    ),
    _kind(
        r"resultat.*\bav\b.*(?:intäkter|omsättning|omslutning)",
        measures.share(measures.result, measures.income),
        Unit.PERCENT,
    ),
    _kind(
        rf"nettokostnad.*{_TAX}",
        measures.first_of(
            measures.share(measures.net_cost, measures.taxes_and_grants), measures.row_named("nettokostnadsandel")
        ),
        Unit.PERCENT,
    ),
    _kind(
        r"soliditet",
        measures.first_of(measures.row_named(r"^soliditet"), measures.share(measures.equity, measures.assets)),
        Unit.PERCENT,
    ),
    _kind(r"eget kapital|egna kapitalet", measures.equity, Unit.KR),
    _kind(
        r"intäkter\w* (?:ska|skall|bör) (?:alltid )?(?:överstiga|vara (?:större|högre) än) (?:\w+ )?kostnader",
        measures.income_less_cost,
        Unit.KR,
        0,
        strict=True,
    ),
    _kind(
        r"kostnader\w* (?:ska|skall|får) (?:inte|ej) (?:överstiga|vara (?:större|högre) än) (?:\w+ )?intäkter",
        measures.income_less_cost,
        Unit.KR,
        0,
    ),
    _kind(r"resultat\w* (?:ska|skall|bör) vara positivt|positivt resultat", measures.result, Unit.KR, 0, strict=True),
    _kind(r"resultat", measures.result, Unit.KR),
)
"""The kinds of goals that a budget can be held to; the first whose words fit is taken."""


def goals_against_budget(checked: CheckedPlan) -> Iterator[Finding]:
    """Goals that a year of the plan's own budget tables does not meet."""
    rows = measures.organisation_rows(checked)
    for section, sentence in _goals(checked):
        kind = next((kind for kind in KINDS if kind.words.search(sentence)), None)
        if kind is not None:
            yield from _held_to(checked.plan, section, sentence, kind, rows)


def _goals(checked: CheckedPlan) -> Iterator[tuple[Section, str]]:
    """The sentences that set a goal for each year: a section's list where it has one, no wording of the law."""
    plan = checked.plan
    for section in plan.sections:
        if not _GOAL_HEAD.search(" ".join(section.path)) or checked.owner_of(section) != plan.organisation:
            continue
        lines = [line for line in section.text.split("\n") if "\t" not in line and not _THE_LAW.search(line)]
        items = [line for line in lines if _ITEM.match(line)]
        for line in items or lines:
            for sentence in sentences_of(_ITEM.sub("", line)):
                if _GOAL_WORDS.search(sentence) and not _NOT_YEARLY.search(sentence):
                    yield section, sentence


def _held_to(plan: Plan, section: Section, sentence: str, kind: _Kind, rows: Sequence[OwnedRow]) -> Iterator[Finding]:
    target = kind.target if kind.target is not None else _target(sentence, kind.unit)
    if target is None:
        return
    most = bool(_AT_MOST.search(sentence)) and not _NOT_UNDER.search(sentence) and kind.target is None
    for year in _years(plan, section, sentence, rows):
        found = kind.measure(rows, year)
        if found is not None and _is_missed(found, target, most=most, strict=kind.strict):
            yield _finding(section, sentence, kind, found)


def _target(sentence: str, unit: Unit) -> Decimal | None:
    amounts = amounts_in(sentence)
    if unit is Unit.PERCENT:
        found = [amount.value for amount in amounts if amount.unit is Unit.PERCENT]
    else:
        found = [amount.value * SCALES[amount.unit] for amount in amounts if amount.unit in SCALES]
    stated = _AT_LEAST.search(sentence) or _AT_MOST.search(sentence)
    return found[0] if len(found) == 1 and len(amounts) == 1 and stated else None


def _years(plan: Plan, section: Section, sentence: str, rows: Sequence[OwnedRow]) -> list[int]:
    """The years that the goal or its heading names, else those of the plan; only years of budget or plan."""
    named_years = years_in(sentence) or years_in(section.path[-1])
    wanted = set(range(min(named_years), max(named_years) + 1)) if named_years else set()
    if not named_years and plan.period:
        wanted = set(range(plan.period[0], plan.period[1] + 1))
    ahead = {
        cell.year
        for row in rows
        for cell in row.row.cells.values()
        if cell.year is not None and cell.basis in {Basis.BUDGET, Basis.PLAN}
    }
    return sorted(wanted & ahead)


def _is_missed(found: Measured, target: Decimal, *, most: bool, strict: bool) -> bool:
    if most:
        return abs(found.value) - found.slack - half_a_place(target) * _FINER > target
    return found.value + found.slack + half_a_place(target) * _FINER < target or (strict and found.value <= target)


def _finding(section: Section, sentence: str, kind: _Kind, found: Measured) -> Finding:
    printed = ", ".join(f"{named(figure)} är {figure.as_printed}" for figure in found.figures)
    gives = f", alltså {rounded(found.value)} %" if kind.unit is Unit.PERCENT and len(found.figures) > 1 else ""
    return Finding(
        Severity.NOTICE,
        "goal-budget",
        f"Målet {quoted(sentence)} nås inte {found.year}: {printed}{gives}.",
        (section.source, *(figure.source for figure in found.figures)),
    )
