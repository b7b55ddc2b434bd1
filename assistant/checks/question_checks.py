"""Checks that an answer's figures are those asked for: of the year, the unit and the row that the question names.

They look at the first sentence with figures, which answers; those after it may add other years, units and rows.
"""

import re
from collections.abc import Iterator, Sequence

from assistant.answer import AnswerStatus, CalculationKind, CitedFigure, Language
from assistant.checks.claim import Claim, Segment
from assistant.checks.name_checks import unit_is_told
from assistant.checks.number_checks import bindings
from assistant.checks.plan_names import Mention, names_in, without_organisation, words_of_name
from assistant.checks.words import is_said
from assistant.understanding.cues import Asked, shows
from assistant.understanding.known_plan import known
from assistant.understanding.marking import mark
from assistant.understanding.small_words import SUM_LABELS, TOTAL
from assistant.understanding.terms import terms_of
from assistant.understanding.years import YEAR, years_of
from index.languages import english_lead
from ingest.model import Figure, Plan

_SUMS = frozenset(SUM_LABELS) | frozenset(TOTAL)
_SHORTEST = 4


def years_are_those_asked(claim: Claim) -> Iterator[str]:
    """A question that names years is answered with a figure of one of them."""
    for plan, figures in _first_figures(claim):
        years = _years_asked(claim, plan)
        dated = {figure.year for figure in figures if figure.year}
        if years and dated and not dated & years and len(dated) == len({figure.year for figure in figures}):
            yield f"the question is about {sorted(years)}, the amounts are of {sorted(dated)}"


def sums_are_of_the_years_asked(claim: Claim) -> Iterator[str]:
    """A question for several years together is not answered with one of them, nor with an amount of no year."""
    if not shows(Asked.SUM, claim.question) or claim.draft.status.abstained:
        return
    said = {int(year[0]) for year in YEAR.finditer(claim.draft.text)}
    for plan in claim.plans.values():
        years = _years_asked(claim, plan)
        figures = [figure for figure in claim.draft.figures if figure.plan_id == plan.id]
        told = years & (said | {figure.year for figure in claim.draft.figures})
        if len(years) > 1 and (len(told) == 1 or (figures and not told)):
            yield f"the question is about {sorted(years)} together, the answer about {sorted(told) or 'no year'}"
            return


def _years_asked(claim: Claim, plan: Plan) -> set[int]:
    """The years that the question names, with those between the first and the last of a stretch."""
    asked = years_of(claim.question)
    years = set(asked.of(plan.period))
    return set(range(min(years), max(years) + 1)) if asked.span and years else years


def owners_are_those_asked(claim: Claim) -> Iterator[str]:
    """A question that names a unit is answered with that unit's figure of the row, where it has one."""
    for plan, figures in _first_figures(claim):
        asked = _units_asked(claim, plan)
        if not asked or any((figure.owner or "").casefold() in asked for figure in figures):
            continue
        if plan.organisation.casefold() in asked and (_is_over_units(claim, plan) or _tells_a_finding(claim)):
            continue
        if any(is_said(name, text) for figure in figures for name in asked for text in _place(claim, figure)):
            continue
        for figure in figures:
            for other in names_in(plan).rows.get(figure.label.casefold().strip(), ()):
                if (other.owner or "").casefold() in asked and other.year == figure.year:
                    yield f"the question is about {sorted(asked)}, the amount is of {figure.owner!r}"
                    break


def _is_over_units(claim: Claim, plan: Plan) -> bool:
    """Whether the answer sets units of the plan side by side."""
    return len({figure.owner for figure in claim.draft.figures if figure.plan_id == plan.id}) > 1


def _tells_a_finding(claim: Claim) -> bool:
    """Whether the answer is what the check of the plan's tables found, in whichever unit."""
    return claim.draft.calculation is None and any(
        finding.message.rstrip(".") in claim.draft.text for finding in claim.draft.findings
    )


def rows_are_those_asked(claim: Claim) -> Iterator[str]:
    """A question that names a row is answered with that row's figure, where its unit has one."""
    for plan, figures in _first_figures(claim):
        around = [text for figure in figures for text in _place(claim, figure)]
        places = [each.names for text in around for each in names_in(plan).labels.mentions(text)]
        own = {figure.label.casefold().strip() for figure in figures}
        asked = [
            names for names in _rows_asked(claim, plan) if names & own or not any(names & place for place in places)
        ]
        if not asked or any(
            _is_alike(name, label) or _is_named_more_closely(claim, name, label)
            for names in asked
            for name in names
            for label in own
        ):
            continue
        instead = [each for names in asked for name in names for each in names_in(plan).rows.get(name, ())]
        if any(_is_beside(each, figure) for each in instead for figure in figures):
            yield f"the question is about {sorted(frozenset().union(*asked))}, the amounts are of {sorted(own)}"


def _is_alike(name: str, label: str) -> bool:
    """Whether all words of the one are words of the other, or they are the same but for words for a sum."""
    one, other = set(words_of_name(name)), set(words_of_name(label))
    return one <= other or other <= one or one - _SUMS == other - _SUMS


def _is_named_more_closely(claim: Claim, name: str, label: str) -> bool:
    """Whether the label is the name with more words, all of which the question says too (a kind of cost it names)."""
    one, other = set(words_of_name(name)) - _SUMS, set(words_of_name(label)) - _SUMS
    more = {word for word in other - one if not word.isdigit()}
    return bool(one and more) and one < other and all(is_said(word, claim.question) for word in more)


def _is_beside(other: Figure, figure: CitedFigure) -> bool:
    """Whether the plan has the other row for the same unit, year and measure."""
    return (other.owner, other.year, other.unit) == (figure.owner, figure.year, figure.unit)


def _first_figures(claim: Claim) -> Iterator[tuple[Plan, Sequence[CitedFigure]]]:
    """For each plan, the figures of the first sentence that says any of its own."""
    if claim.draft.status.abstained or not claim.question:
        return
    ranks = any(calculation.kind is CalculationKind.RANK for calculation in claim.draft.calculations)
    if ranks or claim.draft.status is AnswerStatus.AMBIGUOUS:
        for plan_id in {figure.plan_id for figure in claim.draft.figures} & claim.plans.keys():
            yield claim.plans[plan_id], [figure for figure in claim.draft.figures if figure.plan_id == plan_id]
        return
    met: set[str] = set()
    for segment in claim.segments:
        bound = _bound(claim, segment)
        for plan_id in {figure.plan_id for figure in bound} - met:
            met.add(plan_id)
            if plan_id in claim.plans:
                yield claim.plans[plan_id], [figure for figure in bound if figure.plan_id == plan_id]


def _bound(claim: Claim, segment: Segment) -> list[CitedFigure]:
    return [figure for number in segment.numbers for figure in bindings(claim, segment, number)]


def _units_asked(claim: Claim, plan: Plan) -> frozenset[str]:
    """The units that the question names, but as part of a row's name; the organisation itself where it names none."""
    names = names_in(plan)
    rows = names.labels.mentions(claim.question)
    own = plan.organisation.casefold()
    said = [mention.names for mention in names.owners.mentions(claim.question) if not _is_within(mention, rows)]
    named = frozenset().union(*said)
    if not named and any(_names_a_unit(claim, figure) for figure in claim.draft.figures):
        return frozenset()
    return named - {own} or _named_otherwise(claim.question, plan) or frozenset({own} - {""})


def _named_otherwise(question: str, plan: Plan) -> frozenset[str]:
    """The units that the question names by a part of their name, or in English."""
    holder = known(plan)
    marks = mark(question, [holder])
    words = tuple(each.word for each in marks)
    if english_lead(words) > 0:
        meant = terms_of(marks, [holder], Language.ENGLISH)
        words += tuple(form for term in meant for form, nearness in term.forms if nearness == 1.0)
    return frozenset(name.casefold() for name in holder.owners_named(words))


def _names_a_unit(claim: Claim, figure: CitedFigure) -> bool:
    return figure.owner is not None and unit_is_told(claim, figure.owner, claim.draft.text)


def _rows_asked(claim: Claim, plan: Plan) -> list[frozenset[str]]:
    names, question = names_in(plan), without_organisation(plan, claim.question)
    units = names.owners.mentions(question)
    said = [each.names for each in names.labels.mentions(question) if not _is_within(each, units)]
    named = [name for name in said if not all(set(words_of_name(each)) <= _SUMS for each in name)]
    return named + [frozenset({name}) for name in names.rows if _begins_a_word(name, question)]


def _begins_a_word(name: str, question: str) -> bool:
    """Whether the question has a compound of a row's one word, as "personalkostnader" of "Personal"."""
    return len(name) > _SHORTEST and re.search(rf"\b{re.escape(name)}\w", question, re.IGNORECASE) is not None


def _is_within(mention: Mention, others: Sequence[Mention]) -> bool:
    return any(other.start <= mention.start and mention.end <= other.end for other in others)


def _place(claim: Claim, figure: CitedFigure) -> list[str]:
    """Where the figure stands: its label, its row's groups and the headings that it is cited under."""
    headings = [name for citation in claim.cited(frozenset({figure.citation})) for name in citation.section]
    rows = names_in(claim.plans[figure.plan_id]).rows.get(figure.label.casefold().strip(), ())
    groups = [name for row in rows if (row.owner, row.year) == (figure.owner, figure.year) for name in row.path]
    return [figure.label, *headings, *groups]
