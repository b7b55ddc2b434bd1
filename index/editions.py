"""Editions of plans and the manifest that says which edition of each plan is in force.

Every ingest of a plan makes a new edition; nothing that an edition holds is ever changed. Vectors live in generations:
numbered stores that are written once, before any edition in them is in force, and only read or dropped after that.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from typing import NamedTuple

from ingest.model import Plan


class Kind(StrEnum):
    """What is searched; a row is the figures of one table row, or of one statement."""

    PASSAGE = "passage"
    ROW = "row"
    GOAL = "goal"


class Key(NamedTuple):
    """One passage, row or goal: the edition that holds it and its id within that plan."""

    edition: int
    id: str


class Match(NamedTuple):
    """Something found, and how well it fits: BM25 or cosine, higher is better."""

    key: Key
    score: float


class Record(NamedTuple):
    """A passage, row or goal as it is kept: its own JSON, and the terms that it is found by, one text per field."""

    kind: Kind
    id: str
    payload: bytes
    fields: tuple[str, ...]


class Placement(NamedTuple):
    """Where the vectors of an edition are, and the name of the embedder that made them."""

    generation: int
    embedder: str


@dataclass(frozen=True, slots=True)
class PlanSummary:
    """What tells one plan from others, kept beside its edition so that no plan is read to choose among thousands."""

    plan_id: str
    title: str
    organisation: str
    period: tuple[int, int] | None

    @classmethod
    def of(cls, plan: Plan) -> "PlanSummary":
        """The summary of a whole plan."""
        return cls(plan.id, plan.title, plan.organisation, plan.period)


@dataclass(frozen=True, slots=True)
class Edition:
    """One version of one plan; `sizes` is how many records, and with that vectors, it has of each kind."""

    number: int
    summary: PlanSummary
    content_hash: str
    placement: Placement
    sizes: Mapping[Kind, int]

    @property
    def vectors(self) -> int:
        """How many vectors it has of all kinds."""
        return sum(self.sizes.values())

    @property
    def plan_id(self) -> str:
        """Id of the plan that this is a version of."""
        return self.summary.plan_id


@dataclass(frozen=True)
class Manifest:
    """The editions in force by plan id, ordered by plan id; `revision` grows with every switch."""

    revision: int
    editions: Mapping[str, Edition]

    @cached_property
    def by_number(self) -> Mapping[int, Edition]:
        """The editions in force by their numbers."""
        return {edition.number: edition for edition in self.editions.values()}

    @cached_property
    def embedders(self) -> frozenset[str]:
        """Names of the embedders that made the vectors in force."""
        return frozenset(edition.placement.embedder for edition in self.editions.values())

    @cached_property
    def generations(self) -> frozenset[int]:
        """Generations that hold vectors of an edition in force."""
        return frozenset(edition.placement.generation for edition in self.editions.values())


@dataclass(frozen=True, slots=True)
class Switch:
    """One change of the manifest: staged editions that enter into force, plans that leave, vectors that moved."""

    enter: tuple[int, ...] = ()
    leave: tuple[str, ...] = ()
    move: Mapping[int, Placement] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return bool(self.enter or self.leave or self.move)
