"""Drafts over the invented plan, with a second unit that has rows of its own."""

from dataclasses import replace
from decimal import Decimal

from assistant.answer import AnswerStatus, Calculation
from assistant.answerer import Draft
from assistant.citations import cite, cite_figure, cited_figure
from assistant.verification import verify
from ingest.model import Figure, Plan
from tests.assistant.plans import PLAN_ID, a_plan, figure

BOAT = "Båtenheten"
ROW = "Hyra\t-90\t-95\t-99"


def _of_boats(year: int, value: int) -> Figure:
    own = figure("Hyra", year)
    place = replace(own.source, table=1, section_path=("Ekonomi", BOAT))
    return replace(own, owner=BOAT, value=Decimal(-value), quote=ROW, source=place, as_printed=f"-{value}")


BOATS = tuple(_of_boats(year, value) for year, value in ((2025, 90), (2026, 95), (2027, 99)))


def plan_of_two() -> Plan:
    plan = a_plan()
    section = replace(plan.sections[2], path=("Ekonomi", BOAT), text=ROW)
    section = replace(section, source=replace(section.source, section_path=section.path))
    return replace(plan, sections=(*plan.sections, section), figures=(*plan.figures, *BOATS))


PLAN = plan_of_two()


def rent(year: int, *, boats: bool = False) -> Figure:
    return next(each for each in PLAN.figures if (each.label, each.year, each in BOATS) == ("Hyra", year, boats))


def row(label: str, year: int) -> Figure:
    return figure(label, year)


def draft(text: str, *figures: Figure, calculation: Calculation | None = None) -> Draft:
    """A draft whose figures are cited as [1], [2] … in order."""
    citations = tuple(cite_figure(PLAN, each, n) for n, each in enumerate(figures, 1))
    bound = tuple(cited_figure(each, n) for n, each in enumerate(figures, 1))
    return Draft(AnswerStatus.ANSWERED, text, citations, bound, calculation)


def quoting(text: str, section: int, *quotes: str) -> Draft:
    """A draft that cites these quotes of a section of the plan as [1], [2] …"""
    source = PLAN.sections[section].source
    citations = tuple(cite(PLAN, source, quote, n) for n, quote in enumerate(quotes, 1))
    return Draft(AnswerStatus.ANSWERED, text, citations)


def refused_by(made: Draft, asked: str = "Vad gäller?") -> set[str]:
    return {refusal.check for refusal in verify(made, (asked,), {PLAN_ID: PLAN})}
