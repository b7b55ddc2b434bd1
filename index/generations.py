"""When vectors move to a new generation: the policy, as data and one pure function.

A generation is never changed once it is in force: deleting in place would leave the deleted on the disk. So what stays
of a generation moves as soon as anything in it is replaced or removed, and the whole of it is erased; as a generation
is bounded, so is that work. Small generations move along with each ingest, by a factor, so that there are few of them
and each vector moves few times.
"""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from index.editions import Kind

MAX_VECTORS = 20_000
"""A generation takes no further plan when it holds so many vectors of one kind.

Measured on two cores with 256 dimensions: writing a full one anew takes 13 s for a kind, and a search asks each in
3 ms, so 50 of them, a million passages, in 150 ms of one core. Twice the size would halve the second and double the
first; below 10 000 a search costs more than scoring every vector does.
"""

GROWTH = 2
"""A generation no larger than this many times what is being written moves along with it."""


class Usage(NamedTuple):
    """How many vectors a generation holds of the kind that it has most of, and whether something leaves it."""

    generation: int
    vectors: int
    stale: bool


def most(sizes: Iterable[Mapping[Kind, int]]) -> int:
    """How many vectors there are in all of the kind that there are most of."""
    held = list(sizes)
    return max(sum(each.get(kind, 0) for each in held) for kind in Kind)


def to_move(usages: Iterable[Usage], written: int) -> frozenset[int]:
    """Generations whose vectors should move into the generation that `written` new vectors of a kind go to."""
    moving: set[int] = set()
    for usage in sorted(usages, key=lambda usage: usage.vectors):
        small = usage.vectors <= GROWTH * written and usage.vectors < MAX_VECTORS // GROWTH
        if usage.stale or small:
            moving.add(usage.generation)
            written += usage.vectors
    return frozenset(moving)
