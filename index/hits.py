"""What a search finds, and what an ingest reports."""

from dataclasses import dataclass

from index.editions import Kind
from index.rows import FigureRow
from ingest.model import Figure, Goal, Passage


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage, figure row or goal, and how well it fits.

    `id` is its own within its plan; `text` is the evidence, with its headings at most `index.hit_texts.LONGEST`
    characters, and `value` what it was made of. `score` is the fused score (comparable within one search only),
    `similarity` the cosine with the query, `lexical` the BM25 score, null where no word of the query is in it or it is
    not among the best by words.
    """

    kind: Kind
    id: str
    plan_id: str
    section_path: tuple[str, ...]
    page: int | None
    text: str
    value: Passage | FigureRow | Goal
    score: float
    similarity: float | None
    lexical: float | None


@dataclass(frozen=True, slots=True)
class PassageHit:
    """A passage and how well it fits, with the scores of a `Hit`."""

    passage: Passage
    plan_id: str
    score: float
    similarity: float | None
    lexical: float | None


@dataclass(frozen=True, slots=True)
class FigureHit:
    """A figure and the fused score of its row."""

    figure: Figure
    score: float


@dataclass(frozen=True, slots=True)
class GoalHit:
    """A goal and its fused score."""

    goal: Goal
    score: float


@dataclass(frozen=True, slots=True)
class IngestReport:
    """What an ingest changed: plan ids new, replaced, and embedded anew because model or vector files called for it."""

    added: tuple[str, ...] = ()
    replaced: tuple[str, ...] = ()
    reembedded: tuple[str, ...] = ()
    passages: int = 0
