"""Changes of one thing in the text of a true draft, its figures and citations left as they are."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from decimal import Decimal
from random import Random
from typing import TypeVar

from assistant.answer import CalculationKind, CitedFigure, Language
from assistant.answerer import Draft
from assistant.citations import collapse
from assistant.phrases import amount, written
from evals.mutation_truth import is_true, neighbours, printed, statement_of
from evals.true_drafts import TrueDraft
from ingest.model import Unit

T = TypeVar("T")
STRANGERS = ("Västerviks kommun", "Region Norrstrand", "Gullspångs kommunalförbund", "Lokalbolaget Havet")
"""Organisations that no plan here is of."""


_SPACES = " \u00a0\u202f"
_NUMBER = re.compile(rf"(?<![\w\[.,])\d{{1,3}}(?:[{_SPACES}]\d{{3}})+(?:,\d+)?|(?<![\w\[.,])\d+(?:,\d+)?(?![\w\]])")
_YEAR = re.compile(r"(?<![\d\u00a0,.])(?:19|20)\d\d(?![\d\u00a0]|,\d)")
_MARKER = re.compile(r"\[(\d+)\]")
_UNITS = {
    Unit.KR: (Unit.TKR, Unit.MNKR, Unit.PERCENT),
    Unit.TKR: (Unit.KR, Unit.MNKR, Unit.PERCENT),
    Unit.MNKR: (Unit.TKR, Unit.MDKR, Unit.PERCENT),
    Unit.PERCENT: (Unit.TKR, Unit.KR, Unit.COUNT),
    Unit.KR_PER_INHABITANT: (Unit.KR, Unit.TKR),
    Unit.FULL_TIME_EQUIVALENT: (Unit.PERCENT, Unit.TKR),
    Unit.COUNT: (Unit.PERCENT, Unit.TKR),
}
"""Units that one is taken for."""
_OPPOSITES = (
    ("ökar", "minskar"),
    ("ökning", "minskning"),
    ("stiger", "sjunker"),
    ("högre", "lägre"),
    ("höjs", "sänks"),
    ("högst", "lägst"),
    ("överskott", "underskott"),
    ("increases", "decreases"),
    ("higher", "lower"),
    ("highest", "lowest"),
    ("surplus", "deficit"),
)
"""Words for directions, each pair both ways."""


def digit(true: TrueDraft, draw: Random) -> Draft | None:
    """One digit of one number."""
    text = true.draft.text
    spots = [
        (place, match)
        for match in _NUMBER.finditer(text)
        if not _YEAR.fullmatch(match[0]) and not _counts_items(text, match)
        for place in range(match.start(), match.end())
        if text[place].isdigit()
    ]
    if not spots:
        return None
    place, match = draw.choice(spots)
    other = draw.choice([each for each in "0123456789" if each != text[place]])
    if other == "0" and place == match.start():
        other = "1" if text[place] != "1" else "2"
    changed = text[:place] + other + text[place + 1 :]
    value = Decimal(re.sub(rf"[{_SPACES}]", "", changed[match.start() : match.end()]).replace(",", "."))
    if _is_true_of_some(true, value, text[match.end() : match.end() + 6]):
        return None
    return replace(true.draft, text=changed)


def _counts_items(text: str, match: re.Match[str]) -> bool:
    return text[match.end() : match.end() + 1] in {".", ")"} and text[: match.start()].rsplit("\n", 1)[-1].strip() == ""


def _is_true_of_some(true: TrueDraft, value: Decimal, after: str) -> bool:
    """Whether a row that the draft speaks of has this amount too, in the unit that follows or its own."""
    word = after.split()[0].strip(".,;:()[]") if after.split() else ""
    followed = next((unit for unit in Unit if unit.value == word), None)
    stated = [statement_of(figure) for figure in true.draft.figures]
    return any(is_true(replace(each, value=value, unit=followed or each.unit), true.plans) for each in stated)


def neighbouring_amount(true: TrueDraft, draw: Random) -> Draft | None:
    """One amount, for that of a cell beside it in the row or the column."""
    for figure in shuffled(true.draft.figures, draw):
        for other in shuffled(list(neighbours(figure, true.plans)), draw):
            stated = replace(statement_of(figure), value=other.value, unit=other.unit)
            said = spellings(figure)
            changed = swap(true.draft.text, said, amount(abs(other.value), other.unit, Language.SWEDISH), draw)
            if changed and abs(other.value) != abs(figure.value) and not is_true(stated, true.plans):
                return replace(true.draft, text=changed)
    return None


def unit(true: TrueDraft, draw: Random) -> Draft | None:
    """The unit of one amount."""
    for figure in shuffled(true.draft.figures, draw):
        if figure.unit is None or not figure.value:
            continue
        other = draw.choice(_UNITS.get(figure.unit, (Unit.TKR,)))
        stated = replace(statement_of(figure), unit=other)
        changed = swap(true.draft.text, spellings(figure), amount(figure.value, other, Language.SWEDISH), draw)
        if changed and not is_true(stated, true.plans):
            return replace(true.draft, text=changed)
    return None


def year(true: TrueDraft, draw: Random) -> Draft | None:
    """One year, for another that the plan has figures of, or the one beside it."""
    text = true.draft.text
    for match in shuffled(list(_YEAR.finditer(text)), draw):
        said = int(match[0])
        known = {each.year for plan in true.plans.values() for each in plan.figures if each.year}
        other = draw.choice(sorted((known | {said - 1, said + 1}) - {said}))
        stated = [replace(statement_of(figure), year=other) for figure in true.draft.figures]
        if not any(is_true(each, true.plans) for each in stated):
            return replace(true.draft, text=text[: match.start()] + str(other) + text[match.end() :])
    return None


def sign(true: TrueDraft, draw: Random) -> Draft | None:
    """The sign of one amount; that of a printed cell is true as well."""
    for figure in shuffled(true.draft.figures, draw):
        as_printed = {each.value for plan in true.plans.values() for each in printed(figure, plan)}
        if not figure.value or -figure.value in as_printed:
            continue
        changed = swap(true.draft.text, spellings(figure), amount(-figure.value, figure.unit, Language.SWEDISH), draw)
        if changed:
            return replace(true.draft, text=changed)
    return None


def direction(true: TrueDraft, draw: Random) -> Draft | None:
    """A word for up, for the one for down, or the other way; of cuts the largest may be the deepest or the least."""
    ranked = true.draft.calculation and true.draft.calculation.kind is CalculationKind.RANK
    if ranked and all(figure.value <= 0 for figure in true.draft.figures):
        return None
    for pair in shuffled(_OPPOSITES, draw):
        for one, other in (pair, pair[::-1]):
            changed = swap(true.draft.text, [one, one.capitalize()], other, draw)
            if changed:
                return replace(true.draft, text=changed)
    return None


def label(true: TrueDraft, draw: Random) -> Draft | None:
    """The name of a row, for that of another row of the same table."""
    for figure in shuffled(true.draft.figures, draw):
        for other in shuffled(list(neighbours(figure, true.plans)), draw):
            if other.label.casefold() in figure.label.casefold() or figure.label.casefold() in other.label.casefold():
                continue
            changed = swap(true.draft.text, [figure.label, figure.label.capitalize()], other.label, draw)
            if changed and not is_true(replace(statement_of(figure), label=other.label), true.plans):
                return replace(true.draft, text=changed)
    return None


def owner(true: TrueDraft, draw: Random) -> Draft | None:
    """The name of a unit or organisation, for another one's."""
    named = sorted({each.owner for plan in true.plans.values() for each in plan.figures if each.owner})
    strangers = [plan.organisation for plan in true.plans.values() if plan.organisation] + [*STRANGERS]
    figures = true.draft.figures
    for own in shuffled([name for name in [*named, *strangers] if name in true.draft.text], draw):
        other = draw.choice([name for name in [*named, *strangers] if name not in own and own not in name])
        about = [figure for figure in figures if own in {figure.owner, true.plans[figure.plan_id].organisation}]
        if any(other.casefold() in figure.label.casefold() for figure in about):
            continue
        if not about or any(is_true(replace(statement_of(figure), owner=other), true.plans) for figure in about):
            continue
        changed = swap(true.draft.text, [own], other, draw)
        if changed:
            return replace(true.draft, text=changed)
    return None


def marker(true: TrueDraft, draw: Random) -> Draft | None:
    """One `[n]`, for another number or for nothing where its paragraph names that citation no more."""
    text, draft = true.draft.text, true.draft
    places = list(_MARKER.finditer(text))
    if not places:
        return None
    match = draw.choice(places)
    quotes = {citation.n: citation.quote for citation in draft.citations}
    others = [n for n in [*quotes, len(quotes) + 1] if n != int(match[1])]
    other = draw.choice([f"[{n}]" for n in others] + [""])
    same = [n for n in others if n in quotes and quotes[n] == quotes.get(int(match[1]))]
    changed = text[: match.start()] + other + text[match.end() :]
    if other in {f"[{n}]" for n in same} or (not other and match[0] in changed):
        return None
    line = text[text.rfind("\n", 0, match.start()) + 1 : match.end()]
    numbers = {each[0] for each in _NUMBER.finditer(line)}
    held = collapse(quotes.get(int(other[1:-1]), "")) if other else ""
    if held and all(collapse(number) in held for number in numbers):
        return None
    return replace(draft, text=changed)


def spellings(figure: CitedFigure) -> list[str]:
    """The figure's amount as answers of either language say it."""
    found = [amount(figure.value, figure.unit, language) for language in Language]
    return [*dict.fromkeys(found)] if figure.unit else [written(figure.value)]


def swap(text: str, said: Iterable[str], other: str, draw: Random) -> str | None:
    """The text with one of the places where one of these words stands changed; none where there is no such place."""
    words = "|".join(re.escape(each) for each in sorted(said, key=len, reverse=True))
    places = list(re.finditer(rf"(?<![\w\u2212+])(?<!\d\u00a0)(?:{words})(?!\w|\u00a0\d)", text)) if words else []
    if not places:
        return None
    match = draw.choice(places)
    return text[: match.start()] + other + text[match.end() :]


def shuffled(items: Sequence[T], draw: Random) -> list[T]:
    """The items in another order."""
    return draw.sample(list(items), len(items))
