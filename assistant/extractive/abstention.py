"""Saying that the plans do not tell, why, and which section is nearest."""

import re
from collections.abc import Sequence

from assistant.answer import AnswerStatus, Citation, Language
from assistant.answerer import Draft
from assistant.citations import cite
from assistant.evidence import Evidence
from assistant.extractive.digest import digest
from assistant.extractive.figure_choice import LookUp, Outcome
from assistant.extractive.series import look_ups
from assistant.extractive.statements import ITEM, is_row, place_of
from assistant.extractive.text_search import search
from assistant.extractive.wishes import wants_amount
from assistant.phrases import phrase
from assistant.question import Question
from assistant.thresholds import TEXT
from assistant.understanding.years import YEAR
from ingest.model import Plan

_NAMED = 3
_NUMBER = re.compile(r"\d")
"""A title with a number of its own is not repeated: nothing that is cited bears the number out."""
_QUOTE = 240


def compose(question: Question, evidence: Evidence) -> Draft:
    """Abstain with the reason that fits."""
    if not evidence.plans:
        return Draft(AnswerStatus.NOT_IN_PLANS, phrase(question.language, "no_plans"))
    years = _other_years(question, evidence)
    if years is not None:
        return years
    plans = plans_named(list(evidence.plans.values()), question.language)
    if question.strangers and wants_amount(question, evidence):
        name = question.strangers[0].capitalize()
        text = phrase(question.language, "other_organisation", name=name, plans=plans)
        return Draft(AnswerStatus.OTHER_ORGANISATION, text)
    return _with_nearest(question, evidence, phrase(question.language, "not_in_plans", plans=plans))


def plans_named(plans: Sequence[Plan], language: Language) -> str:
    """A few plans by title and organisation, more by organisation; only "the plans" where they have no short names."""
    if not plans or len(plans) > _NAMED or not all(plan.organisation for plan in plans):
        return phrase(language, "the_plans")
    return "; ".join(f"{plan.title} ({plan.organisation})" for plan in plans)


def _other_years(question: Question, evidence: Evidence) -> Draft | None:
    """The plan has the figure, but of other years; or the year lies outside every plan."""
    if not question.years:
        return None
    found: list[tuple[Plan, LookUp]] = list(zip(evidence.plans.values(), look_ups(question, evidence), strict=True))
    for plan, result in found:
        if result.outcome is Outcome.OTHER_YEAR:
            years = sorted({year for row in result.rows for year in row.years})
            return _period(question, plan, years)
    named = question.years.named
    spans = [(plan, plan.period) for plan in evidence.plans.values() if plan.period]
    outside = [plan for plan, (first, last) in spans if named and not any(first <= year <= last for year in named)]
    if outside and len(outside) == len(evidence.plans) and wants_amount(question, evidence).explicit:
        known = {figure.year for plan in outside for figure in plan.figures}
        if not known & set(named):
            return _period(question, outside[0], ())
    return None


def _period(question: Question, plan: Plan, years: Sequence[int]) -> Draft:
    asked = ", ".join(str(year) for year in question.years.of(plan.period))
    if plan.period is None or _NUMBER.search(YEAR.sub("", plan.title)):
        return Draft(AnswerStatus.OTHER_PERIOD, phrase(question.language, "no_year", years=asked))
    period = "–".join(str(year) for year in dict.fromkeys(plan.period))
    text = phrase(
        question.language,
        "other_period",
        plan=plan.title,
        years=asked,
        period=phrase(question.language, "period_of", period=period),
    )
    if years and plan.period and set(years) <= set(range(plan.period[0], plan.period[1] + 1)):
        text += " " + phrase(question.language, "years_known", years=", ".join(map(str, years)))
    return Draft(AnswerStatus.OTHER_PERIOD, text)


def _with_nearest(question: Question, evidence: Evidence, text: str) -> Draft:
    best: tuple[float, Citation, Plan] | None = None
    for plan in evidence.plans.values():
        for found in search(digest(plan), question.terms)[:1]:
            if found.cover >= TEXT.nearest and (best is None or found.cover > best[0]):
                statement = found.statement
                source = place_of(plan, statement.section, statement.text)
                if len(statement.text) <= _QUOTE and not is_row(statement.text):
                    best = (found.cover, cite(plan, source, statement.text, 1), plan)
    if best is None:
        return Draft(AnswerStatus.NOT_IN_PLANS, text)
    section = ITEM.sub("", best[1].section[-1]) if best[1].section else best[2].title
    nearest = phrase(question.language, "nearest", section=section, plan=best[2].title)
    return Draft(AnswerStatus.NOT_IN_PLANS, f"{text} {nearest}", (best[1],))
