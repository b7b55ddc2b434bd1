"""Starter questions for the three kinds of reader, filled in from the plans that are read and from nothing else."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from ingest.model import Figure, FigureKind, Goal, GoalLevel, Plan
from ui.texts import Texts

LONGEST_NAME = 48
"""Characters of a goal or label that still read well inside a question."""

EACH = 3
"""Questions for each role."""

_ITEM_KINDS = (FigureKind.FEE, FigureKind.INCOME, FigureKind.COST, FigureKind.SUM)


@dataclass(frozen=True, slots=True)
class Starters:
    """Questions for one role; `role` is the key of its name in the interface's texts."""

    role: str
    questions: tuple[str, ...]


def starters(plans: Sequence[Plan], texts: Texts) -> tuple[Starters, ...]:
    """Questions for each role, the plans by turns; none where no plan is read."""
    if not plans:
        return ()
    roles = (("role.staff", _staff), ("role.politician", _politician), ("role.newcomer", _newcomer))
    return tuple(Starters(role, _by_turns(plans, texts, questions)) for role, questions in roles)


def _by_turns(
    plans: Sequence[Plan], texts: Texts, questions: Callable[[Plan, Texts], Iterator[str]]
) -> tuple[str, ...]:
    """The first question is about the first plan, the second about the second, and so on; then what is left over."""
    asked = [tuple(questions(plan, texts)) for plan in plans]
    turned = [asked[turn % len(asked)][turn : turn + 1] for turn in range(EACH)]
    return tuple(dict.fromkeys(chain.from_iterable([*turned, *asked])))[:EACH]


def _staff(plan: Plan, texts: Texts) -> Iterator[str]:
    yield texts("starter.goals", organisation=plan.organisation)
    objective = _goal_above(plan, GoalLevel.ACTION)
    if objective:
        yield texts("starter.actions", name=objective)
    action = _goal_above(plan, GoalLevel.EFFECT)
    if action:
        yield texts("starter.effect", name=action)


def _politician(plan: Plan, texts: Texts) -> Iterator[str]:
    years = _years_of_an_item(plan)
    if years:
        first, last = years[0], years[-1]
        asked = next((figure for figure in years if plan.period and figure.year == plan.period[0]), last)
        name = {"name": asked.label, "organisation": plan.organisation}
        yield texts("starter.amount", year=asked.year, **name)
        yield texts("starter.change", first=first.year, last=last.year, **name)
    yield texts("starter.financing", organisation=plan.organisation)
    yield texts("starter.result", organisation=plan.organisation)


def _newcomer(plan: Plan, texts: Texts) -> Iterator[str]:
    if any("medlem" in section.text.casefold() for section in plan.sections):
        yield texts("starter.members", organisation=plan.organisation)
    abbreviation = _abbreviation(plan)
    if abbreviation:
        yield texts("starter.abbreviation", name=abbreviation)
    yield texts("starter.task", organisation=plan.organisation)
    yield texts("starter.decides", organisation=plan.organisation)


def _goal_above(plan: Plan, level: GoalLevel) -> str | None:
    """The first goal that reads well in a question and has nodes of this level under it."""
    parents = {goal.parent for goal in plan.goals if goal.level is level}
    return next((name for goal in plan.goals if goal.id in parents and (name := _name(goal))), None)


def _name(goal: Goal) -> str:
    text = " ".join(goal.text.split()).rstrip(".")
    return text if len(text) <= LONGEST_NAME else ""


def _years_of_an_item(plan: Plan) -> tuple[Figure, ...]:
    """The yearly amounts of one table row whose label stands for itself, earliest first."""
    for kind in _ITEM_KINDS:
        dated = [figure for figure in plan.figures if figure.kind is kind and figure.year and figure.unit]
        labels = dict.fromkeys(figure.label for figure in dated if _reads_well(figure.label))
        for label in labels:
            years = sorted((one for one in dated if one.label == label), key=lambda one: one.year or 0)
            if len({one.year for one in years}) == len(years) > 1:
                return tuple(years)
    return ()


def _reads_well(label: str) -> bool:
    words = label.replace(" ", "").replace("-", "")
    return 3 < len(label) <= LONGEST_NAME and words.isalpha() and not words.isupper()


def _abbreviation(plan: Plan) -> str | None:
    """The abbreviation that the plan explains and writes most often."""
    text = " ".join(section.text for section in plan.sections)
    return max((each.short for each in plan.abbreviations), key=text.count, default=None)
