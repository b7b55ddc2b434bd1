"""Rises, falls, surpluses and deficits that running text speaks of, against the way the table goes."""

import re
from collections.abc import Iterator, Sequence

from ingest.checks.checked_plan import CheckedPlan, OwnedRow
from ingest.checks.wording import quoted
from ingest.column_heads import years_in
from ingest.figure_kinds import COST_WORDS, INCOME_WORDS
from ingest.model import Figure, Finding, Plan, Section, Severity

_NOUN = re.compile(
    r"\b(?P<whole>budget|intäkts|kostnads|omsättnings)(?P<way>ökning|minskning)(?:en|ar|arna)?\b", re.IGNORECASE
)
_OF_ROW = re.compile(
    r"\b(?P<way>ökning|minskning)(?:en|ar|arna)? (?:av|i|på) (?P<row>[\w/-]+)"
    r"(?!\s+(?:inom|för|hos|till|vid|från|och)\b)(?![\w/-])",
    re.IGNORECASE,
)
_BUDGETED = re.compile(r"\bbudgetera(?:t|de)\s+(?P<result>överskott|underskott)", re.IGNORECASE)


def told_directions(checked: CheckedPlan) -> Iterator[Finding]:
    """A rise, fall, surplus or deficit in the text that the table of the same owner shows the other way."""
    for section, sentence, owner in checked.sentences:
        for match in _NOUN.finditer(sentence):
            rows = _totals(checked, owner, match["whole"].casefold())
            yield from _way(checked.plan, section, sentence, rows, match["way"].casefold())
        for match in _OF_ROW.finditer(sentence):
            rows = [row for row in checked.named_by(match["row"], owner) if row.owner == owner]
            yield from _way(checked.plan, section, sentence, rows, match["way"].casefold())
        for match in _BUDGETED.finditer(sentence):
            yield from _result(checked.plan, section, sentence, checked.results(owner), match["result"].casefold())


def _totals(checked: CheckedPlan, owner: str, whole: str) -> list[OwnedRow]:
    words = {"intäkts": (INCOME_WORDS,), "kostnads": (COST_WORDS,)}.get(whole, (INCOME_WORDS, COST_WORDS))
    rows = [row for row in checked.rows if row.owner == owner and row.row.is_sum]
    return [row for row in rows if any(word.search(row.row.label) for word in words)]


def _two_years(plan: Plan, row: OwnedRow, sentence: str) -> tuple[Figure, Figure] | None:
    """The budget year and the year before it in a row, or the two years that the sentence names."""
    named = sorted(set(years_in(sentence)))
    years = row.years
    if len(named) == 2 and set(named) <= set(years):
        old, new = named
    elif not named and plan.period and plan.period[0] in years and plan.period[0] - 1 in years:
        old, new = plan.period[0] - 1, plan.period[0]
    else:
        return None
    return row.cells(old)[0], row.cells(new)[0]


def _way(plan: Plan, section: Section, sentence: str, rows: Sequence[OwnedRow], way: str) -> Iterator[Finding]:
    pairs = [pair for row in rows if (pair := _two_years(plan, row, sentence)) is not None]
    rises = way.startswith("ökning")
    if not pairs or any((abs(new.value) > abs(old.value)) == rises and old.value != new.value for old, new in pairs):
        return
    old, new = pairs[0]
    owner = f" för {new.owner}" if new.owner else ""
    yield Finding(
        Severity.NOTICE,
        "text-direction",
        f"Texten talar om en {way}, {quoted(sentence)}, men {new.label}{owner} går från {old.as_printed} ({old.year}) "
        f"till {new.as_printed} ({new.year}).",
        (section.source, *(figure.source for pair in pairs for figure in reversed(pair))),
    )


def _result(plan: Plan, section: Section, sentence: str, rows: Sequence[OwnedRow], told: str) -> Iterator[Finding]:
    year = plan.period[0] if plan.period and not years_in(sentence) else None
    cells = [figure for row in rows if year is not None for figure in row.cells(year)]
    right = [figure for figure in cells if (figure.value > 0 if told == "överskott" else figure.value < 0)]
    if cells and not right:
        printed = cells[0]
        yield Finding(
            Severity.NOTICE,
            "text-direction",
            f"Texten talar om ett budgeterat {told}, {quoted(sentence)}, men {printed.label} för {printed.owner} "
            f"{printed.year} är {printed.as_printed}.",
            (section.source, printed.source),
        )
