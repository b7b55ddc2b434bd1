"""From the rows that a question can mean to the readings that it does mean: unit, level, year."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from assistant.calculations import in_unit, rounds_to
from assistant.extractive.columns import MONEY, counts_another, is_beside, is_of_a_span, may_count, of_columns
from assistant.extractive.digest import Digest
from assistant.extractive.figure_search import Fit, fits, label_asked
from assistant.extractive.levels import of_level
from assistant.extractive.matching import telling, weighted
from assistant.extractive.rows import Row, label_words
from assistant.question import Question
from assistant.thresholds import FIGURE
from assistant.understanding.cues import Asked
from assistant.understanding.lexicon import KIND_WORDS
from assistant.understanding.terms import Term
from assistant.understanding.words import INFLECTED, likeness
from ingest.model import Figure, FigureKind, Unit

_SUBTRACTED = re.compile(
    r"\b(utan|utom|förutom|utöver|exklusive|exkl|bortsett från|frånsett|without|excluding|besides|apart from|except)\b",
    re.IGNORECASE,
)
_HOW_MUCH = re.compile(r"\b(hur mycket|how much|\w*kosta\w*)\b", re.IGNORECASE)
_CROWNS = re.compile(r"\b(belopp\w*|kronor(?!\W*(per )?inv)|tkr|mnkr)\b", re.IGNORECASE)
_WORKS = re.compile(r"\b(arbeta\w*|jobba\w*|tjänst\w*|anställ\w*|work\w*|employ\w*)\b", re.IGNORECASE)
COUNTED = frozenset({Unit.COUNT, Unit.FULL_TIME_EQUIVALENT})


class Outcome(StrEnum):
    """What looking a figure up in one plan came to."""

    FOUND = "found"
    OTHER_YEAR = "other_year"
    UNDECIDED = "undecided"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class Reading:
    """A figure that the question means, in its row."""

    digest: Digest
    row: Row
    figure: Figure
    score: float


@dataclass(frozen=True, slots=True)
class LookUp:
    """What one plan has for the question: readings that fit equally, or why there is none."""

    outcome: Outcome
    readings: tuple[Reading, ...] = ()
    rows: tuple[Row, ...] = ()


def look_up(digest: Digest, question: Question, terms: Sequence[Term] | None = None) -> LookUp:
    """Look the question's figure up in a plan."""
    wanted = question.terms if terms is None else terms
    every = fits(digest, wanted, question.total)
    found = [fit for fit in every if fit.score >= FIGURE.row or _is_the_only_cost(digest, fit, every, wanted)]
    found = [fit for fit in found if _unit_fits(fit.row, question) and not _is_excluded(digest, fit.row, question)]
    found = [fit for fit in found if not counts_another(digest, question, fit.row)]
    found = [fit for fit in found if len(question.years.named) != 1 or not is_of_a_span(fit.row.first)]
    found = _in_money(question, of_level(digest, question, wanted, found))
    sums = [fit for fit in found if fit.row.is_sum]
    if question.total and sums and sums[0].score >= found[0].score - FIGURE.margin:
        found = sums
    if not found:
        return LookUp(Outcome.NOTHING)
    best = found[0].score
    years = question.years.of(digest.plan.period)
    alike = _of_one_named(digest, question, found, wanted)
    found += [fit for fit in alike if fit not in found]
    dated = [(fit, figure) for fit in found if (figure := _figure(digest, fit.row, years)) is not None]
    best = min(best, max((fit.score for fit, _ in dated if is_beside(fit.row, found[0].row)), default=best))
    near = [each for each in dated if each[0].score >= best - FIGURE.margin or _says_the_same(each[0], found[0])]
    near = of_columns(digest, question, wanted, [each for each in dated if each[0] in alike] or near, dated)
    if not years:
        near = _of_first_year(digest, near)
    if not near:
        rows = tuple(fit.row for fit in found if fit.score >= best - FIGURE.margin)
        return LookUp(Outcome.OTHER_YEAR, (), rows)
    top = max(fit.score for fit, _ in near) - (1.0 if alike else FIGURE.margin)
    readings = [Reading(digest, fit.row, figure, fit.score) for fit, figure in near if fit.score >= top]
    readings = readings if question.total else _without_sums(digest, readings, wanted)
    distinct = _of_budgets(_distinct(_without_parts(digest, readings, wanted)))
    if _is_undecided(distinct):
        return LookUp(Outcome.UNDECIDED)
    return LookUp(Outcome.FOUND, tuple(distinct), tuple(reading.row for reading in distinct))


def _is_the_only_cost(digest: Digest, fit: Fit, every: Sequence[Fit], terms: Sequence[Term]) -> bool:
    """Whether no other row has the words, and this one's first tells what costs (Mötes|kostnader X och Y: möten)."""
    row = fit.row
    first = row.label[:1] if not row.prose and len(every) == 1 else ()
    kinds = KIND_WORDS.get(row.first.kind, "").split()
    parts = digest.matcher.vocabulary.parts(first[0]) if first else ()
    costs = len(parts) == 2 and any(likeness(parts[1], kind) >= INFLECTED for kind in kinds)
    return costs and all(digest.matcher.term(term, {parts[0]: 1.0}) >= INFLECTED for term in telling(terms))


def _is_excluded(digest: Digest, row: Row, question: Question) -> bool:
    """Whether the row's label holds what the question says that it does not mean, or a total of the rest is asked."""
    if question.excluded and (row.is_sum or question.total) and _SUBTRACTED.search(question.standalone):
        return True
    vocabulary = digest.matcher.vocabulary
    return any(vocabulary.affinity(word, own) for word in question.excluded for own in row.label)


def _unit_fits(row: Row, question: Question) -> bool:
    if question.unit is not None:
        return row.unit is question.unit
    if row.first.kind is FigureKind.STAFFING and _HOW_MUCH.search(question.standalone):
        return _WORKS.search(question.standalone) is not None
    if question.asks(Asked.COUNT):
        return row.unit in COUNTED or (row.unit is None and may_count(row))
    if row.unit is Unit.KR_PER_INHABITANT and (question.total or _CROWNS.search(question.standalone)):
        return False
    return not question.money or row.unit is None or row.unit in MONEY or row.unit is Unit.KR_PER_INHABITANT


def _in_money(question: Question, found: Sequence[Fit]) -> list[Fit]:
    """Where the question asks how much, money before shares that fit no better."""
    money = [fit.score for fit in found if fit.row.unit in MONEY]
    if money and not question.asks(Asked.COUNT) and max(money) >= found[0].score - FIGURE.margin:
        found = [fit for fit in found if fit.row.unit is not None]
    if question.unit or not money or not _HOW_MUCH.search(question.standalone):
        return list(found)
    return [fit for fit in found if fit.row.unit is not Unit.PERCENT or fit.score > max(money) + FIGURE.clear]


def _figure(digest: Digest, row: Row, years: Sequence[int]) -> Figure | None:
    """The row's figure of the year asked for, else of the plan's first year, else its only one."""
    if years:
        named = row.of(years[0])
        undated = row.first.year is None and (years[0] == digest.first_year or is_about(digest, row, years[0]))
        said = row.alone and str(years[0]) in row.first.quote
        return named or (row.first if undated or said else None)
    first = row.of(digest.first_year)
    if first is not None or len(row.figures) == 1:
        return first or row.first
    return row.first if row.first.year is not None else None


def is_about(digest: Digest, row: Row, year: int) -> bool:
    """Whether a row without a year stands in a text that speaks of this year more than of any other."""
    if digest.plan.period and digest.plan.period[0] != digest.plan.period[1]:
        return False
    years = digest.years_around(row.first.source.section_path)
    return bool(years) and all(years[year] > count for other, count in years.items() if other != year)


def _of_first_year(digest: Digest, near: Sequence[tuple[Fit, Figure]]) -> list[tuple[Fit, Figure]]:
    """The amounts of the plan's first year, and those without a year, before those of other years."""
    first = [each for each in near if each[1].year in {None, digest.first_year}]
    return first if any(figure.year is not None for _, figure in first) else list(near)


def _says_the_same(fit: Fit, best: Fit) -> bool:
    """Whether the row holds the very amount that the best one does, so that its other years are the best one's too."""
    return any(_is_same(figure, best.row.first) for figure in fit.row.figures)


def _is_same(figure: Figure, other: Figure) -> bool:
    """Whether two figures are one amount, printed in other units or rounded, of years that do not differ."""
    value = in_unit(figure.value, figure.unit, other.unit)
    if value is None or (figure.year and other.year and figure.year != other.year):
        return False
    if figure.unit is other.unit:
        coarse, fine = sorted((figure.value, other.value), key=_places)
        return rounds_to(fine, coarse)
    return value == other.value


def _places(value: Decimal) -> int:
    exponent = value.as_tuple().exponent
    return -exponent if isinstance(exponent, int) else 0


def _distinct(readings: Sequence[Reading]) -> list[Reading]:
    """One reading of each amount: the one that fits best, the table before the sentence, the exact before the round."""
    kept: list[Reading] = []
    order = sorted(readings, key=lambda each: (-round(each.score, 2), each.row.prose, -_places(each.figure.value)))
    for reading in order:
        if not any(_is_same(held.figure, reading.figure) for held in kept):
            kept.append(reading)
    return kept


def _without_parts(digest: Digest, readings: Sequence[Reading], terms: Sequence[Term]) -> list[Reading]:
    """The readings but for amounts that their sentence gives as a part of another one, where nobody asks for it."""
    return [each for each in readings if not any(_is_part(digest, each, other, terms) for other in readings)]


def _of_one_named(digest: Digest, question: Question, found: Sequence[Fit], terms: Sequence[Term]) -> list[Fit]:
    """The rows labelled with the name that alone is asked about, and with more: none of them is meant alone."""
    asked = telling(terms)
    if not asked or any(term.owner or not term.name for term in asked) or found[0].label >= FIGURE.named:
        return []
    rows = (row for row in digest.rows if _unit_fits(row, question) and not row.is_sum)
    rows = (row for row in rows if all(digest.matcher.term(term, weighted(row.first.label)) for term in asked))
    known = {id(fit.row): fit for fit in found}
    named = of_level(digest, question, terms, [known.get(id(row), Fit(row, FIGURE.row, 0.0, True)) for row in rows])
    return named if len(named) > 1 and not all(fit.row.prose for fit in named) else []


def _without_sums(digest: Digest, readings: Sequence[Reading], terms: Sequence[Term]) -> list[Reading]:
    """The readings but for the totals of a table of which the question names another row by all of its label."""
    named = {
        each.figure.source.table
        for each in readings
        if not (each.row.is_sum or each.row.prose) and label_asked(digest, each.row, terms) >= FIGURE.named
    }
    return [each for each in readings if not (each.row.is_sum and each.figure.source.table in named)]


def _is_part(digest: Digest, part: Reading, whole: Reading, terms: Sequence[Term]) -> bool:
    own, other = part.figure.label, whole.figure.label
    begun = own.startswith(f"{other},") or ("," in own and "," not in other and other.startswith(own.split(",")[0]))
    if part.figure.quote != whole.figure.quote or not begun:
        return False
    return not any(digest.matcher.asked_for(word, terms) >= INFLECTED for word in label_words(own[len(other) :]))


def _of_budgets(readings: list[Reading]) -> list[Reading]:
    """Of several results, those of tables that set incomes against costs."""
    if len(readings) < 2 or any(each.row.first.kind is not FigureKind.RESULT for each in readings):
        return readings
    budgets = [each for each in readings if {FigureKind.INCOME, FigureKind.COST} <= each.digest.kinds_of(each.row)]
    return budgets or readings


def _is_undecided(readings: Sequence[Reading]) -> bool:
    """Whether the same row stands in several tables that belong to nobody knows whom."""
    open_rows = [reading for reading in readings if reading.row.owner is None and not reading.row.prose]
    labels = {reading.figure.label.casefold() for reading in open_rows}
    tables = {reading.figure.source.table for reading in open_rows}
    return len(tables) > 1 and len(labels) < len(open_rows)
