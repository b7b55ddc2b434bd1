"""One amount as a share of another: printed where the plan prints it, else worked out with both amounts."""

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from assistant.answer import Calculation, CalculationKind
from assistant.answerer import Draft
from assistant.calculations import in_unit, round_half_up, work_out
from assistant.evidence import Evidence
from assistant.extractive import amounts
from assistant.extractive.clauses import after_share, has_full
from assistant.extractive.digest import Digest, digest
from assistant.extractive.drafting import Drafting, label_of
from assistant.extractive.figure_choice import Reading, look_up
from assistant.extractive.figure_search import fits
from assistant.extractive.joining import joined
from assistant.extractive.matching import telling, weighted
from assistant.extractive.rows import Row
from assistant.extractive.series import amount_question, one_reading, owner_terms, printed_again
from assistant.extractive.wishes import asks_portion
from assistant.question import Question
from assistant.thresholds import FIELD_WEIGHTS, FIGURE
from assistant.understanding.cues import Asked
from assistant.understanding.lexicon import KIND_WORDS
from assistant.understanding.terms import Term
from assistant.understanding.words import likeness
from ingest.model import FigureKind, Unit

_WHOLE = 100
_OF_A_CHANGE = re.compile(
    r"\b(?:av|of) (?:(?:den|det|de|the) )?(?:[\w-]+ ){0,2}"
    r"\w*(?:ökning|minskning|höjning|sänkning|increase|decrease)\w*",
    re.IGNORECASE,
)
"""A share of a change that the plan prints, not of how an amount changes."""
_MILLIONS = re.compile(
    r"(?<![\w.,])(?P<digits>\d[\d\s]*(?:,\d+)?)\s(?P<first>[^\W\d]*?)(?P<scale>miljon|miljard)er(?:nas?)?\b",
    re.IGNORECASE,
)
"""An amount that a question names in words, perhaps with what it is for before them: "de 40 kulturmiljonerna"."""


def compose(question: Question, evidence: Evidence) -> Draft | None:
    """Give the share asked for; decline where none is asked for or its parts are not both found."""
    if not question.asks(Asked.SHARE) or question.asks(Asked.WHY, Asked.AUDIT):
        return None
    if question.unit is Unit.KR_PER_INHABITANT:
        return None
    if question.asks(Asked.CHANGE) and not _OF_A_CHANGE.search(question.standalone):
        return None
    printed = amounts.given(replace(question, unit=Unit.PERCENT), evidence)
    if printed is not None and _is_asked_for(question, printed, evidence):
        return printed
    split = after_share(question)
    if split is None or not has_full(split[1]):
        return None
    found = [each for plan in evidence.plans.values() if (each := _operands_in(digest(plan), question, *split))]
    drafts = [draft for each in found if (draft := _told(question, *each))]
    if len(drafts) > 1 and question.names_plan:
        return None
    return joined(drafts) if drafts and len(drafts) == len(found) else None


def _operands_in(
    holder: Digest, question: Question, whole: Sequence[Term], part: Sequence[Term]
) -> tuple[Reading, Reading] | None:
    if named := _of_named_amount(holder, question, whole, part):
        return named
    return (_operands if has_full(whole) else _of_its_sum)(holder, question, whole, part)


def _is_asked_for(question: Question, printed: Draft, evidence: Evidence) -> bool:
    """Whether the shares that are printed are of what is asked about by their own words, and no level of employment."""
    split = after_share(question)
    part = [term for term in telling(split[1]) if not term.owner] if split else []
    concept = [term for term in telling(question.terms) if not term.owner]
    for said in printed.figures:
        holder = digest(evidence.plans[said.plan_id])
        rows = [row for row in holder.rows if row.first.label == said.label and row.unit is said.unit]
        if question.money and any(row.first.kind is FigureKind.STAFFING for row in rows):
            return False
        if any(not all(holder.matcher.term(term, _near(row)) >= FIGURE.word for term in part) for row in rows):
            return False
        if concept and not any(holder.matcher.term(term, weighted(said.label)) >= FIGURE.word for term in concept):
            return False
    return True


def _near(row: Row) -> dict[str, float]:
    """The row's words but for those that only stand in its section."""
    return {word: weight for word, weight in row.words.items() if weight > FIELD_WEIGHTS["beside"]}


def _of_named_amount(
    holder: Digest, question: Question, whole: Sequence[Term], part: Sequence[Term]
) -> tuple[Reading, Reading] | None:
    """A part of "the 500 (school) millions": the one sentence that tells them, and a row of a table beside it."""
    named = list(_MILLIONS.finditer(question.standalone))
    if len(named) != 1:
        return None
    value = Decimal(re.sub(r"\s", "", named[0]["digits"]).replace(",", "."))
    unit = Unit.MNKR if named[0]["scale"].casefold() == "miljon" else Unit.MDKR
    needed = [term for term in telling(whole) if term.text not in named[0][0].casefold()]
    first = named[0]["first"].casefold().removesuffix("s")
    told = [
        row
        for row in holder.rows
        if row.prose
        and in_unit(row.first.value, row.first.unit, unit) == value
        and all(holder.matcher.term(term, row.words) >= FIGURE.word for term in needed)
        and any(word.startswith(first) for word in row.words)
    ]
    portion = one_reading(holder, replace(amount_question(question), total=False), part) if len(told) == 1 else None
    if portion is None or portion.row.prose or portion.figure.year != told[0].first.year:
        return None
    path = told[0].first.source.section_path
    beside = portion.figure.source.section_path[: len(path)] == path
    return (portion, Reading(holder, told[0], told[0].first, portion.score)) if beside else None


def _of_its_sum(
    holder: Digest, question: Question, _whole: Sequence[Term], part: Sequence[Term]
) -> tuple[Reading, Reading] | None:
    """A part of "the budget": the row, and the sum of its kind in the same table."""
    portion = one_reading(holder, replace(amount_question(question), total=False), part)
    if portion is None or portion.row.prose or portion.row.is_sum:
        return None
    names = KIND_WORDS.get(portion.row.first.kind, "").split()
    table = portion.figure.source.table
    sums = [row for row in holder.rows if row.is_sum and row.first.source.table == table and not row.prose]
    sums = [row for row in sums if any(likeness(word, name) for word in row.label for name in names)]
    figure = sums[0].of(portion.figure.year) if len(sums) == 1 else None
    return (portion, Reading(holder, sums[0], figure, portion.score)) if figure else None


def _operands(
    holder: Digest, question: Question, whole: Sequence[Term], part: Sequence[Term]
) -> tuple[Reading, Reading] | None:
    """Part and whole in one plan: the whole first, then the part in the same table, else anywhere."""
    owner = owner_terms(holder, question)
    if owner and asks_portion(question) and telling(part) and all(term.owner for term in telling(part)):
        return _of_a_unit(holder, question, whole, part)
    asked = replace(amount_question(question), total=True)
    wholes = look_up(holder, asked, [*whole, *(term for term in owner if term not in whole)]).readings
    called = [each for each in wholes if each.row.label and holder.matcher.asked_for(each.row.label[0], whole)]
    wholes = tuple(called) if called and all(each.row.is_sum for each in wholes) else wholes
    if not has_full(part):
        return None
    every = (*wholes, *printed_again(holder, wholes))
    found = [(portion, total) for total in every if (portion := in_same_table(holder, part, total))]
    if not found and len(wholes) == 1:
        portion = one_reading(
            holder, replace(asked, total=False), [*part, *(term for term in owner if term not in part)]
        )
        found = [(portion, wholes[0])] if portion else []
    found = [
        (each, total)
        for each, total in found
        if each.figure is not total.figure and each.figure.year == total.figure.year
    ]
    return found[0] if len(found) == 1 else None


def _of_a_unit(
    holder: Digest, question: Question, whole: Sequence[Term], part: Sequence[Term]
) -> tuple[Reading, Reading] | None:
    """A unit's part of the plan's own amount: the same row of both."""
    concept = [term for term in whole if not term.owner]
    units = {term.place for term in part if term.owner}
    marks = tuple(mark for place, mark in enumerate(question.marks) if place not in units)
    total = one_reading(holder, replace(amount_question(question), marks=marks), concept)
    portion = one_reading(holder, amount_question(question), [*concept, *part])
    if portion is not None and (beside := _sum_beside(holder, concept, portion)):
        return portion, beside
    if portion is None or total is None or portion.figure is total.figure:
        return None
    alike = _are_called_alike(portion.row, total.row) and portion.figure.year == total.figure.year
    return (portion, total) if alike else None


def _sum_beside(holder: Digest, concept: Sequence[Term], portion: Reading) -> Reading | None:
    """The one total of the units' rows in a table, which every word for the amount fits."""
    if portion.row.prose or portion.row.whole or portion.row.is_sum:
        return None
    table, needed = portion.figure.source.table, telling(concept)
    sums = [row for row in holder.rows if row.is_sum and row.first.source.table == table and row.whole]
    sums = [row for row in sums if all(holder.matcher.term(term, row.words) >= FIGURE.word for term in needed)]
    figure = sums[0].of(portion.figure.year) if len(sums) == 1 else None
    alike = figure is not None and figure.unit is portion.figure.unit
    return Reading(holder, sums[0], figure, portion.score) if figure and alike else None


def _are_called_alike(part: Row, whole: Row) -> bool:
    """Whether two units call the row the same, be it that one has another name for it too (Anslag/bidrag)."""
    names = [{name.strip().casefold() for name in row.first.label.split("/")} for row in (part, whole)]
    return part.name == whole.name or not names[0].isdisjoint(names[1])


def in_same_table(holder: Digest, part: Sequence[Term], total: Reading) -> Reading | None:
    """The row of the same table that the terms mean, in the year of the total; none where that is not plain."""
    table = total.figure.source.table
    found = [
        fit
        for fit in fits(holder, part)
        if fit.row.first.source.table == table is not None and fit.row is not total.row
    ]
    found = [fit for fit in found if fit.score >= FIGURE.row and not fit.row.prose]
    column = total.figure.source.column
    found = [fit for fit in found if fit.row.first.source.column == column and ": " in fit.row.first.label] or found
    if not found or (len(found) > 1 and found[1].score >= found[0].score - FIGURE.margin):
        return None
    figure = found[0].row.of(total.figure.year)
    return Reading(holder, found[0].row, figure, found[0].score) if figure else None


def _told(question: Question, part: Reading, whole: Reading) -> Draft | None:
    drafting = Drafting(question.language)
    numbers = [drafting.bind(part.row.plan, part.figure), drafting.bind(whole.row.plan, whole.figure)]
    exact = work_out(CalculationKind.SHARE, drafting.figures)
    if exact is None or not 0 < exact <= _WHOLE:
        return None
    share = round_half_up(exact, 1)
    drafting.calculation = Calculation(CalculationKind.SHARE, (0, 1), share, Unit.PERCENT)
    drafting.say(
        "share_of_amount" if whole.row.prose and _MILLIONS.search(question.standalone) else "share",
        percent=drafting.number(share, Unit.PERCENT),
        part=label_of(part.digest, part.row),
        part_of=drafting.of(part.row),
        part_when=drafting.when(part.figure),
        amount=drafting.amount(part.figure),
        whole=label_of(whole.digest, whole.row),
        whole_of="" if whole.row.owner == part.row.owner else drafting.of(whole.row),
        total=drafting.amount(whole.figure),
        markers=markers(numbers),
    )
    return drafting.done()


def markers(numbers: Sequence[int]) -> str:
    """The citations' markers in order, each once."""
    return " ".join(f"[{n}]" for n in dict.fromkeys(numbers))
