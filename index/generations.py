"""When vectors move to a new generation: the policy, as data and one pure function.

A generation is never changed once it is in force, so a replaced edition's vectors stay in it until the rest of it
moves. Small generations move along with each ingest, those with much that is stale too; what a removed plan is in
moves at once. Sizes in force thus grow by a factor, so that there are few of them and each vector moves few times.
"""

from collections.abc import Iterable
from typing import NamedTuple

MAX_VECTORS = 20_000
"""A generation takes no further plan from this size on: it bounds what a removal has to copy."""

STALE_SHARE = 0.3
STALE_LEAST = 200
"""A generation with more than this share and this number of stale vectors is written anew without them."""

GROWTH = 2
"""A generation no larger than this many times what is being written moves along with it."""


class Usage(NamedTuple):
    """How many vectors a generation holds, and how many of them are in force still."""

    generation: int
    live: int
    total: int


def to_move(usages: Iterable[Usage], written: int) -> frozenset[int]:
    """Generations whose live vectors should move into the generation that `written` new vectors go to."""
    moving: set[int] = set()
    for usage in sorted(usages, key=lambda usage: usage.live):
        small = usage.live <= GROWTH * written and usage.live < MAX_VECTORS // GROWTH
        if small or _is_wasteful(usage):
            moving.add(usage.generation)
            written += usage.live
    return frozenset(moving)


def _is_wasteful(usage: Usage) -> bool:
    stale = usage.total - usage.live
    return stale > STALE_LEAST and stale > STALE_SHARE * usage.total
