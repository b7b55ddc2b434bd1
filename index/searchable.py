"""What each passage, row and goal is found by: fields of terms with their weights, and the text that is embedded.

Scan this file to see what search knows. The words are those that people use for what the plan prints as a symbol.
"""

import re
from collections.abc import Iterable, Mapping
from types import MappingProxyType

from index.analysis import terms
from index.editions import Kind
from index.rows import FigureRow, rows_of
from ingest.model import Basis, Figure, FigureKind, Goal, GoalLevel, Passage, Plan, Unit

FIELD_WEIGHTS: Mapping[Kind, Mapping[str, float]] = MappingProxyType(
    {
        Kind.PASSAGE: {"heading": 2.0, "body": 1.0, "plan": 1.0},
        Kind.ROW: {
            "label": 4.0,
            "path": 2.0,
            "owner": 3.0,
            "section": 1.0,
            "measure": 0.5,
            "year": 2.0,
            "printed": 1.0,
            "plan": 1.0,
        },
        Kind.GOAL: {"wording": 2.0, "lineage": 1.0, "level": 1.0, "section": 1.0, "plan": 1.0},
    }
)
"""BM25 weight of each field, in the order of the values below."""

UNIT_WORDS: Mapping[Unit, str] = MappingProxyType(
    {
        Unit.KR: "kr kronor pengar belopp",
        Unit.TKR: "tkr tusen kronor pengar belopp",
        Unit.MNKR: "mnkr miljoner kronor pengar belopp",
        Unit.MDKR: "mdkr miljarder kronor pengar belopp",
        Unit.PERCENT: "procent andel",
        Unit.COUNT: "antal",
        Unit.KR_PER_INHABITANT: "kronor per invånare",
        Unit.FULL_TIME_EQUIVALENT: "årsarbetare tjänst",
    }
)

BASIS_WORDS: Mapping[Basis, str] = MappingProxyType(
    {Basis.BUDGET: "budget", Basis.PLAN: "plan", Basis.FORECAST: "prognos", Basis.OUTCOME: "utfall"}
)

KIND_WORDS: Mapping[FigureKind, str] = MappingProxyType(
    {
        FigureKind.INCOME: "intäkt",
        FigureKind.COST: "kostnad",
        FigureKind.SUM: "summa totalt sammanlagt",
        FigureKind.RESULT: "resultat",
        FigureKind.SHARE: "andel del",
        FigureKind.STAFFING: "tjänst tjänstgöring personal",
        FigureKind.INVESTMENT: "investering",
        FigureKind.FEE: "avgift",
        FigureKind.TARGET: "mål målvärde",
    }
)

LEVEL_WORDS: Mapping[GoalLevel, str] = MappingProxyType(
    {
        GoalLevel.AREA: "insatsområde område",
        GoalLevel.GOAL: "mål",
        GoalLevel.OBJECTIVE: "delmål",
        GoalLevel.ACTION: "insats aktivitet",
        GoalLevel.EFFECT: "effekt resultat",
        GoalLevel.PRIORITY: "prioritering",
        GoalLevel.ASSIGNMENT: "uppdrag",
    }
)


def embedded_texts(plan: Plan) -> dict[Kind, dict[str, str]]:
    """What the embedder is given of a plan: for each kind the text of each record, by its id."""
    goals = {goal.id: goal for goal in plan.goals}
    return {
        Kind.PASSAGE: {passage.id: embedded_passage(passage) for passage in plan.passages},
        Kind.ROW: {id_: embedded_row(row) for id_, row in rows_of(plan.figures)},
        Kind.GOAL: {goal.id: embedded_goal(goal, goals) for goal in plan.goals},
    }


def embedded_passage(passage: Passage) -> str:
    """The headings above the passage, then its text."""
    return "\n".join((*passage.section_path, passage.text))


def embedded_row(row: FigureRow) -> str:
    """The headings above the row, its label and owner, and the years of its figures."""
    figure = row[0]
    years = " ".join(dict.fromkeys(str(each.year) for each in row if each.year))
    return "\n".join(filter(None, (*figure.source.section_path, *figure.path, figure.label, figure.owner, years)))


def embedded_goal(goal: Goal, goals: Mapping[str, Goal]) -> str:
    """The wording of those above the goal, topmost first, then its own; `goals` are the plan's by id."""
    return "\n".join((*reversed([*_lineage(goal, goals)]), goal.text))


def passage_fields(passage: Passage, plan: Plan) -> tuple[str, ...]:
    """A passage's fields."""
    return _joined(" ".join(passage.section_path), passage.text, _plan_words(plan))


def row_fields(row: FigureRow, plan: Plan) -> tuple[str, ...]:
    """A row's fields: what its figures share, and the years and amounts of all of them."""
    figure = row[0]
    return _joined(
        figure.label,
        " ".join(figure.path),
        figure.owner or "",
        " ".join(figure.source.section_path),
        " ".join(dict.fromkeys(word for each in row for word in _measure(each))),
        " ".join(str(each.year or "") for each in row),
        " ".join(each.as_printed for each in row),
        _plan_words(plan),
    )


def goal_fields(goal: Goal, plan: Plan, goals: Mapping[str, Goal]) -> tuple[str, ...]:
    """A goal's fields; `goals` are the plan's by id, for the wording of those above it."""
    return _joined(
        goal.text,
        " ".join(_lineage(goal, goals)),
        LEVEL_WORDS[goal.level],
        " ".join(goal.source.section_path),
        _plan_words(plan),
    )


def _measure(figure: Figure) -> Iterable[str]:
    if figure.unit:
        yield UNIT_WORDS.get(figure.unit, "")
    if figure.basis:
        yield BASIS_WORDS.get(figure.basis, "")
    yield KIND_WORDS.get(figure.kind, "")


def _lineage(goal: Goal, goals: Mapping[str, Goal]) -> Iterable[str]:
    seen = {goal.id}
    while goal.parent is not None and goal.parent not in seen and goal.parent in goals:
        seen.add(goal.parent)
        goal = goals[goal.parent]
        yield goal.text


def _plan_words(plan: Plan) -> str:
    """Whose plan it is; years are left out, which would make every figure one of every year."""
    return re.sub(r"\d+", " ", f"{plan.organisation} {plan.title}")


def _joined(*texts: str) -> tuple[str, ...]:
    return tuple(" ".join(terms(text)) for text in texts)
