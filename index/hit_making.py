"""From a candidate and its record's JSON to the hit that is shown."""

from index.candidates import Candidate
from index.editions import Kind
from index.hit_texts import passage_text
from index.hits import Hit
from index.pydantic_codec import decode
from index.records import KeptGoal, KeptPassage, KeptRow
from index.rows import FigureRow
from ingest.model import Goal, Passage, SourceRef

Value = Passage | FigureRow | Goal


def hit_of(candidate: Candidate, plan_id: str, payload: bytes) -> Hit:
    """The hit; raises LibraryDamaged where the JSON is not that of its kind."""
    value, text, source = _read(candidate.kind, payload)
    return Hit(
        kind=candidate.kind,
        id=candidate.key.id,
        plan_id=plan_id,
        section_path=source.section_path,
        page=source.page,
        text=text,
        value=value,
        score=candidate.score,
        similarity=candidate.similarity,
        lexical=candidate.lexical,
    )


def _read(kind: Kind, payload: bytes) -> tuple[Value, str, SourceRef]:
    if kind is Kind.PASSAGE:
        kept = decode(KeptPassage, payload)
        return kept.passage, passage_text(kept.passage, kept.head, kept.below), kept.passage.source
    if kind is Kind.GOAL:
        node = decode(KeptGoal, payload)
        return node.goal, node.text, node.goal.source
    row = decode(KeptRow, payload)
    return row.figures, row.text, row.figures[0].source
