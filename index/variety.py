"""No place twice among the first hits where that would cost other evidence: a row and the passage that holds it."""

from collections.abc import Sequence

from index.editions import Kind
from index.hits import Hit
from ingest.model import Goal, Passage

REPEATED = 0.7
"""What a hit is worth whose evidence stands in a better hit already."""


def varied(hits: Sequence[Hit], limit: int) -> list[Hit]:
    """The best so many of the hits, each chosen with regard to those before it; scores stay as they were."""
    rest = sorted(hits, key=lambda hit: -hit.score)
    chosen: list[Hit] = []
    while rest and len(chosen) < limit:
        best = max(rest, key=lambda hit: hit.score * (REPEATED if any(_tells(one, hit) for one in chosen) else 1.0))
        chosen.append(best)
        rest.remove(best)
    return chosen


def _tells(chosen: Hit, other: Hit) -> bool:
    """Whether one of the two is a passage that holds the other."""
    if chosen.plan_id != other.plan_id or chosen.section_path != other.section_path:
        return False
    passage, part = (chosen, other) if chosen.kind is Kind.PASSAGE else (other, chosen)
    if not isinstance(passage.value, Passage) or part.kind is Kind.PASSAGE:
        return False
    return _quote(part) in passage.value.text


def _quote(hit: Hit) -> str:
    if isinstance(hit.value, Goal | Passage):
        return hit.value.text
    return hit.value[0].quote
