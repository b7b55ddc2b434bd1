"""Plans as JSON and back, exactly: amounts as decimal strings, records apart from the rest of their plan.

A plan is kept as a header (everything but its passages, figures and goals) and one JSON text for each of those, so
that a hit is read without its plan.
"""

from collections.abc import Iterator
from dataclasses import fields, replace
from typing import TYPE_CHECKING, Any, TypeVar

from index.analysis import VERSION
from index.editions import Kind, Record
from index.errors import LibraryDamaged
from index.ports import StoredEdition
from index.records import KeptGoal, KeptPassage, KeptRow, kept_goals, kept_passages, kept_rows
from index.searchable import FIELD_WEIGHTS, goal_fields, passage_fields, row_fields
from ingest.model import (
    Abbreviation,
    BoundingBox,
    Decision,
    Figure,
    Finding,
    Goal,
    Passage,
    Plan,
    Section,
    SourceRef,
    Table,
)

if TYPE_CHECKING:
    from pydantic import TypeAdapter

LAYOUT = 6
"""Raised when records are kept in another way than their types tell."""

T = TypeVar("T")

_adapters: dict[type[Any], "TypeAdapter[Any]"] = {}


def format_name() -> str:
    """Name of what is written: differs wherever a library of one cannot be read or searched by the other."""
    shapes = (
        Abbreviation,
        BoundingBox,
        SourceRef,
        Section,
        Table,
        Figure,
        Goal,
        Finding,
        Passage,
        Decision,
        Plan,
        KeptPassage,
        KeptRow,
        KeptGoal,
    )
    text = repr([(shape.__name__, [(field.name, str(field.type)) for field in fields(shape)]) for shape in shapes])
    return (
        f"{LAYOUT}.{VERSION}.{_digest(text + repr({kind: dict(weights) for kind, weights in FIELD_WEIGHTS.items()}))}"
    )


def header_of(plan: Plan) -> bytes:
    """The plan without its passages, figures and goals."""
    return _adapter(Plan).dump_json(replace(plan, passages=(), figures=(), goals=()))


def records_of(plan: Plan) -> Iterator[Record]:
    """The plan's passages, figure rows and goals, each with what it is found by."""
    for kept in kept_passages(plan):
        passage = kept.passage
        searched = passage_fields(passage, plan, f"{kept.head}\n{kept.below}")
        yield Record(Kind.PASSAGE, passage.id, _adapter(KeptPassage).dump_json(kept), searched)
    for id_, row in kept_rows(plan):
        yield Record(Kind.ROW, id_, _adapter(KeptRow).dump_json(row), row_fields(row.figures, plan))
    goals = {goal.id: goal for goal in plan.goals}
    for node in kept_goals(plan):
        searched = goal_fields(node.goal, plan, goals)
        yield Record(Kind.GOAL, node.goal.id, _adapter(KeptGoal).dump_json(node), searched)


def plan_of(stored: StoredEdition) -> Plan:
    """The plan as it was; raises LibraryDamaged where the JSON is not a plan's."""
    return replace(
        decode(Plan, stored.header),
        passages=tuple(decode(KeptPassage, payload).passage for payload in stored.records.get(Kind.PASSAGE, ())),
        figures=tuple(
            figure for payload in stored.records.get(Kind.ROW, ()) for figure in decode(KeptRow, payload).figures
        ),
        goals=tuple(decode(KeptGoal, payload).goal for payload in stored.records.get(Kind.GOAL, ())),
    )


def decode(shape: type[T], payload: bytes) -> T:
    """One value from its JSON; raises LibraryDamaged."""
    from pydantic import ValidationError

    try:
        value: T = _adapter(shape).validate_json(payload)
    except ValidationError as exc:
        raise LibraryDamaged(shape.__name__, f"{exc.error_count()} fields cannot be read") from exc
    return value


def _adapter(shape: type[Any]) -> "TypeAdapter[Any]":
    if shape not in _adapters:
        from pydantic import TypeAdapter

        _adapters[shape] = TypeAdapter(shape)
    return _adapters[shape]


def _digest(text: str) -> str:
    from hashlib import blake2b

    return blake2b(text.encode(), digest_size=6).hexdigest()
