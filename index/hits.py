"""What a search finds."""

from dataclasses import dataclass

from ingest.model import Figure, Goal, Passage


@dataclass(frozen=True, slots=True)
class PassageHit:
    """A passage and how well it fits.

    `score` is the fused rank score (comparable within one search only), `similarity` the cosine of passage and query,
    `lexical` the BM25 score, null where no word of the query stands in the passage or it is not among the best.
    """

    passage: Passage
    plan_id: str
    score: float
    similarity: float | None
    lexical: float | None


@dataclass(frozen=True, slots=True)
class FigureHit:
    """A figure and its BM25 score."""

    figure: Figure
    score: float


@dataclass(frozen=True, slots=True)
class GoalHit:
    """A goal and its BM25 score."""

    goal: Goal
    score: float


@dataclass(frozen=True, slots=True)
class IngestReport:
    """What an ingest changed: plan ids new, replaced, and embedded anew because model or vector files called for it."""

    added: tuple[str, ...] = ()
    replaced: tuple[str, ...] = ()
    reembedded: tuple[str, ...] = ()
    passages: int = 0
