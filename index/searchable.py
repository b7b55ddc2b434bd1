"""What each passage, row and goal is found by: fields of terms with their weights.

Scan this file to see what search knows. The words are those that people use for what the plan prints as a symbol.
"""

import re
from collections.abc import Iterable, Mapping
from types import MappingProxyType

from index.analysis import letter_runs, parts_of, terms, tokens
from index.editions import Kind
from index.explained import other_forms
from index.hit_texts import lineage
from index.rows import FigureRow
from ingest.model import Basis, Figure, FigureKind, Goal, GoalLevel, Passage, Plan, Unit

FIELD_WEIGHTS: Mapping[Kind, Mapping[str, float]] = MappingProxyType(
    {
        Kind.PASSAGE: {"heading": 2.0, "body": 1.0, "plan": 1.0, "also": 0.5, "parts": 0.5, "runs": 0.5},
        Kind.ROW: {
            "label": 4.0,
            "path": 2.0,
            "owner": 3.0,
            "section": 1.0,
            "measure": 0.5,
            "year": 2.0,
            "printed": 1.0,
            "plan": 1.0,
            "also": 0.5,
            "parts": 1.5,
        },
        Kind.GOAL: {
            "wording": 2.0,
            "lineage": 1.0,
            "level": 1.0,
            "section": 1.0,
            "below": 0.5,
            "plan": 1.0,
            "also": 0.5,
            "parts": 0.7,
        },
    }
)
"""BM25 weight of each field, in the order of the values below; `parts` are those of the compounds in the others.

`runs` are those of the letters of long words, which passages alone have: the words of rows and goals are few.
`also` are the other forms of the abbreviations that the plan itself explains.
"""

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


def passage_fields(passage: Passage, plan: Plan, around: str = "") -> tuple[str, ...]:
    """A passage's fields; `around` is what a hit shows beside its text."""
    heading, body = " ".join(passage.section_path), f"{passage.text}\n{around}"
    runs = (run for token in tokens(f"{heading}\n{body}") for run in letter_runs(token.text))
    return (*_joined(plan, heading, body), " ".join(runs))


def row_fields(row: FigureRow, plan: Plan) -> tuple[str, ...]:
    """A row's fields: what its figures share, and the years and amounts of all of them."""
    figure = row[0]
    return _joined(
        plan,
        f"{figure.label} {_compound(figure)}",
        " ".join(figure.path),
        figure.owner or "",
        " ".join(figure.source.section_path),
        " ".join(dict.fromkeys(word for each in row for word in _measure(each))),
        " ".join(str(each.year or "") for each in row),
        " ".join(each.as_printed for each in row),
    )


def goal_fields(goal: Goal, plan: Plan, goals: Mapping[str, Goal]) -> tuple[str, ...]:
    """A goal's fields; `goals` are the plan's by id, for the wording of those above it."""
    return _joined(
        plan,
        goal.text,
        " ".join(above.text for above in lineage(goal, goals)),
        LEVEL_WORDS[goal.level],
        " ".join(goal.source.section_path),
        " ".join(f"{LEVEL_WORDS[child.level]} {child.text}" for child in goals.values() if child.parent == goal.id),
    )


def _compound(figure: Figure) -> str:
    """A label of one word together with what it measures: *Personal* among the costs is *personalkostnad*."""
    heads = KIND_WORDS.get(figure.kind, "").split()
    label = figure.label.casefold()
    return f"{label}{heads[0]}" if heads and label.isalpha() and not label.endswith(heads[0]) else ""


def _measure(figure: Figure) -> Iterable[str]:
    if figure.unit:
        yield UNIT_WORDS.get(figure.unit, "")
    if figure.basis:
        yield BASIS_WORDS.get(figure.basis, "")
    yield KIND_WORDS.get(figure.kind, "")


def _plan_words(plan: Plan) -> str:
    """Whose plan it is; years are left out, which would make every figure one of every year."""
    return re.sub(r"\d+", " ", f"{plan.organisation} {plan.title}")


def _joined(plan: Plan, *texts: str) -> tuple[str, ...]:
    """The terms of each text and of the plan's words, then what else all of them are found by."""
    fields = [terms(text) for text in texts]
    also = tuple(other_forms([term for field in fields for term in field], plan.abbreviations))
    fields += [terms(_plan_words(plan)), also]
    parts = (part for field in fields for term in field for part in parts_of(term))
    return (*(" ".join(field) for field in fields), " ".join(parts))
