"""True statements over a plan's rows in wordings of a person or a chat model, none of which a composer uses."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise
from random import Random

from assistant.answer import AnswerStatus, Calculation, CalculationKind, Language
from assistant.answerer import Draft
from assistant.calculations import in_unit, round_half_up
from assistant.citations import cite_figure, cited_figure, spoken_value
from assistant.phrases import amount
from evals.plan_rows import NamedRow, named_rows
from evals.true_drafts import TrueDraft
from ingest.model import Figure, Plan, Unit

ONE = (
    "{label} i {owner} uppgår {year} till {value} [1].",
    "År {year} budgeterar {owner} {value} under {label}. [1]",
    "Enligt planen är {label} {value} år {year}. [1]",
    "{value} – så mycket avsätter {owner} {year} för {label}. [1]",
    "Det handlar om {value} år {year} ({label}, {owner}). [1]",
    "For {owner}, {label} comes to {value} in {year}. [1]",
    "I planen står {value}, det vill säga {millions}, på raden {label} för {year}. [1]",
)
SERIES = (
    "{label}: {before} ({first}) och {after} ({last}). [1]",
    "För {owner} går {label} från {before} {first} till {after} {last}. [1]",
    "{first} ligger {label} på {before}, {last} på {after}. [1]",
)
CHANGE = (
    "{label} {verb} från {before} {first} till {after} {last}, en {noun} med {difference} ({percent}). [1]",
    "Mellan {first} och {last} {verb} {label} för {owner} med {difference}: från {before} till {after}. [1]",
    "{owner}: {label} {verb} {percent} mellan {first} ({before}) och {last} ({after}). [1]",
)
SHARE = (
    "{label} ({before} [1]) utgör {percent} av {whole} ({after} [2]) i {owner} år {year}.",
    "Av {whole}, {after} [2], är {percent} {label}, {before} [1], allt för {year}.",
)
SUM = (
    "{label} och {whole} kostar tillsammans {total} år {year}: {before} [1] respektive {after} [2].",
    "{before} för {label} [1] och {after} för {whole} [2] ger {total} {year}.",
)
LARGER = ("{label} ({before} [1]) är högre än {whole} ({after} [2]) i {owner} {year}.",)
VERBS = {True: ("stiger", "ökning"), False: ("sjunker", "minskning")}

_ASKED = "Vad säger planen om {label} för {owner} {years}?"


def worded_drafts(plan: Plan, draw: Random) -> Iterator[TrueDraft]:
    """One statement of each figure, one of each row's years, its change, and of pairs of rows of one table."""
    rows = list(named_rows(plan))
    for row in rows:
        for figure in row.figures:
            if figure.year:
                yield _one(row, figure, draw)
        for first, last in pairwise(figure for figure in row.figures if figure.year):
            yield _two(row, (first, last), draw.choice(SERIES))
            if min(spoken_value(first), spoken_value(last)) > 0 and spoken_value(first) != spoken_value(last):
                yield _change(row, first, last, draw)
    for row, other in pairwise(rows):
        if _comparable(row, other):
            yield from _of_rows(row, other, draw)


def _comparable(row: NamedRow, other: NamedRow) -> bool:
    one, two = row.figures[0], other.figures[0]
    same = (row.table, row.owner, one.unit, one.year) == (other.table, other.owner, two.unit, two.year)
    return same and row.label != other.label and one.year is not None and one.value > 0 and two.value > 0


def _one(row: NamedRow, figure: Figure, draw: Random) -> TrueDraft:
    value = spoken_value(figure)
    millions = in_unit(value, figure.unit, Unit.MNKR)
    told = round_half_up(millions, 2) if millions is not None else Decimal(0)
    large = bool(told) and abs(value) >= 1000 and abs(told) >= 1
    frame = draw.choice([each for each in ONE if large or "{millions}" not in each])
    text = frame.format(
        label=row.label, owner=row.owner, year=figure.year, value=said(figure), millions=written(told, Unit.MNKR)
    )
    return _draft(row, text, [figure])


def _two(row: NamedRow, figures: Sequence[Figure], frame: str) -> TrueDraft:
    return _draft(row, frame.format(**_of_two(row, *figures)), figures)


def _of_two(row: NamedRow, first: Figure, last: Figure) -> dict[str, object]:
    return {
        "label": row.label,
        "owner": row.owner,
        "before": said(first),
        "after": said(last),
        "first": first.year,
        "last": last.year,
    }


def _change(row: NamedRow, first: Figure, last: Figure, draw: Random) -> TrueDraft:
    difference = spoken_value(last) - spoken_value(first)
    verb, noun = VERBS[abs(spoken_value(last)) > abs(spoken_value(first))]
    percent = round_half_up(100 * difference / abs(spoken_value(first)), 1)
    parts = {"difference": written(abs(difference), first.unit), "percent": written(abs(percent), Unit.PERCENT)}
    text = draw.choice(CHANGE).format(**_of_two(row, first, last), **parts, verb=verb, noun=noun)
    return _draft(row, text, [first, last], Calculation(CalculationKind.DIFFERENCE, (0, 1), difference, first.unit))


def _of_rows(row: NamedRow, other: NamedRow, draw: Random) -> Iterator[TrueDraft]:
    figures = [row.figures[0], other.figures[0]]
    one, two = map(spoken_value, figures)
    percent, unit = round_half_up(100 * one / two, 1), figures[0].unit
    parts = {
        **_of_two(row, *figures),
        "whole": other.label,
        "year": figures[0].year,
        "percent": written(percent, Unit.PERCENT),
        "total": written(one + two, unit),
    }
    share = Calculation(CalculationKind.SHARE, (0, 1), percent, Unit.PERCENT)
    if percent:
        yield _draft(row, draw.choice(SHARE).format(**parts), figures, share)
    total = Calculation(CalculationKind.SUM, (0, 1), one + two, unit)
    yield _draft(row, draw.choice(SUM).format(**parts), figures, total)
    if one > two:
        yield _draft(row, draw.choice(LARGER).format(**parts), figures)


def said(figure: Figure) -> str:
    """The figure's amount as an answer says it."""
    return written(spoken_value(figure), figure.unit)


def written(value: Decimal, unit: Unit | None) -> str:
    """An amount in Swedish form."""
    return amount(value, unit, Language.SWEDISH)


def _draft(row: NamedRow, text: str, figures: Sequence[Figure], calculation: Calculation | None = None) -> TrueDraft:
    several = "[2]" in text
    numbers = [n if several else 1 for n in range(1, len(figures) + 1)]
    cited = dict(zip(numbers, figures, strict=True))
    citations = tuple(cite_figure(row.plan, figure, n) for n, figure in sorted(cited.items(), key=lambda each: each[0]))
    bound = tuple(cited_figure(figure, n) for n, figure in zip(numbers, figures, strict=True))
    draft = Draft(AnswerStatus.ANSWERED, text, citations, bound, calculation)
    years = " och ".join(dict.fromkeys(str(figure.year) for figure in figures))
    asked = _ASKED.format(label=row.label, owner=row.owner, years=years)
    return TrueDraft(draft, (asked,), {row.plan.id: row.plan}, "free wordings")
