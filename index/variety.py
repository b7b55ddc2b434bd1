"""Which hits of several kinds come first: rows and goals are many and alike, so each further one has to be better.

The first row of a budget that fits is most often the one asked for, and the next ones are the same row of other units;
passages are about different things. A passage that holds a better row already adds what stands around it, and stays.
"""

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from index.candidates import Candidate
from index.editions import Kind

FURTHER: Mapping[Kind, float] = MappingProxyType({Kind.PASSAGE: 1.0, Kind.ROW: 0.7, Kind.GOAL: 0.6})
"""What each further candidate of a kind is worth beside the one before it; without it 641 of 728, with it 664."""


def varied(ranked: Mapping[Kind, Sequence[Candidate]], limit: int) -> list[Candidate]:
    """The best so many candidates of all kinds, given best first by kind; each with the score that placed it."""
    rest = {kind: list(reversed(candidates)) for kind, candidates in ranked.items() if candidates}
    worth = dict.fromkeys(rest, 1.0)
    chosen: list[Candidate] = []
    while rest and len(chosen) < limit:
        kind = max(rest, key=lambda kind: rest[kind][-1].score * worth[kind])
        candidate = rest[kind].pop()
        chosen.append(candidate.worth(worth[kind]))
        worth[kind] *= FURTHER[kind]
        if not rest[kind]:
            del rest[kind]
    return chosen
