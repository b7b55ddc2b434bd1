"""Where a citation stands in the plans as they are in force now."""

from dataclasses import dataclass
from typing import Protocol

from assistant.answer import Citation
from ingest.errors import PlansvarError
from ingest.model import Plan, Section
from ui.page.highlight import find_quote


class Shelf(Protocol):
    """The plans that a page shows and opens."""

    def plan(self, plan_id: str) -> Plan:
        """The plan of this id; raises `UnknownPlan`."""
        ...

    def plans(self) -> tuple[Plan, ...]:
        """Every plan in force."""
        ...


@dataclass(frozen=True, slots=True)
class Place:
    """A section of a plan; `index` is its place among the plan's sections."""

    plan: Plan
    index: int

    @property
    def section(self) -> Section:
        """The section itself."""
        return self.plan.sections[self.index]


def cited_place(shelf: Shelf, citation: Citation) -> Place | None:
    """The section that holds the quote, the one of the citation's own path and page first; none where it is gone."""
    plan = _plan(shelf, citation.plan_id)
    if plan is None:
        return None
    found = [n for n, section in enumerate(plan.sections) if find_quote(section.text, citation.quote)]
    named = [n for n in found if plan.sections[n].path == citation.section]
    paged = [n for n in named if plan.sections[n].source.page == citation.page]
    index = next(iter([*paged, *named, *found]), None)
    return None if index is None else Place(plan, index)


def place_at(shelf: Shelf, plan_id: str, index: int) -> Place | None:
    """The section at this place of the plan; none where there is none."""
    plan = _plan(shelf, plan_id)
    return Place(plan, index) if plan and 0 <= index < len(plan.sections) else None


def as_printed(shelf: Shelf, citation: Citation) -> str:
    """The quote with the white space of the plan's text; as it is where the place is gone."""
    place = cited_place(shelf, citation)
    span = find_quote(place.section.text, citation.quote) if place else None
    return place.section.text[span[0] : span[1]] if place and span else citation.quote


def _plan(shelf: Shelf, plan_id: str) -> Plan | None:
    try:
        return shelf.plan(plan_id)
    except PlansvarError:
        return None
