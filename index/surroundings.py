"""What stands around a hit in its plan: the passages beside it, its section's parent, its table, its lineage."""

from dataclasses import dataclass

from index.hit_texts import lineage
from index.hits import Hit
from ingest.model import Figure, Goal, Passage, Plan, Section, Table


@dataclass(frozen=True, slots=True)
class Surroundings:
    """Where a hit stands; null and empty where there is nothing.

    `passage` is the hit's own or the one that holds it, `before` and `after` are those beside it in the plan. `section`
    is the hit's, `parent` the nearest above it that has a text of its own. `table` is a row's; `above` and `below` are
    the goals of a goal's lineage, the nearest first.
    """

    before: Passage | None = None
    passage: Passage | None = None
    after: Passage | None = None
    section: Section | None = None
    parent: Section | None = None
    table: Table | None = None
    above: tuple[Goal, ...] = ()
    below: tuple[Goal, ...] = ()


def surroundings(plan: Plan, hit: Hit) -> Surroundings:
    """What stands around the hit, which is of this plan."""
    place = _place_of(plan, hit)
    passage = None if place is None else plan.passages[place]
    section = plan.sections[passage.section] if passage else _section_at(plan, hit.section_path)
    goal = hit.value if isinstance(hit.value, Goal) else None
    return Surroundings(
        before=plan.passages[place - 1] if place else None,
        passage=passage,
        after=plan.passages[place + 1] if place is not None and place + 1 < len(plan.passages) else None,
        section=section,
        parent=_parent_of(plan, section) if section else None,
        table=_table_of(plan, hit.value[0]) if isinstance(hit.value, tuple) else None,
        above=tuple(lineage(goal, {each.id: each for each in plan.goals})) if goal else (),
        below=tuple(each for each in plan.goals if each.parent == goal.id) if goal else (),
    )


def _place_of(plan: Plan, hit: Hit) -> int | None:
    """Which of the plan's passages is the hit or holds it."""
    places = [place for place, passage in enumerate(plan.passages) if passage.section_path == hit.section_path]
    if isinstance(hit.value, Passage):
        return next((place for place in places if plan.passages[place].id == hit.id), None)
    quote = hit.value[0].quote if isinstance(hit.value, tuple) else hit.value.text
    return next((place for place in places if quote in plan.passages[place].text), places[0] if places else None)


def _section_at(plan: Plan, path: tuple[str, ...]) -> Section | None:
    return next((section for section in plan.sections if section.path == path), None)


def _parent_of(plan: Plan, section: Section) -> Section | None:
    above = (_section_at(plan, section.path[:length]) for length in range(len(section.path) - 1, 0, -1))
    return next((each for each in above if each is not None), None)


def _table_of(plan: Plan, figure: Figure) -> Table | None:
    number = figure.source.table
    return plan.tables[number] if number is not None and number < len(plan.tables) else None
