"""Both forms of a plan's own abbreviations: where one stands in a record, the other finds it too."""

from collections.abc import Iterator, Sequence
from functools import lru_cache

from index.glossary import terms_inside
from ingest.model import Abbreviation


def other_forms(found: Sequence[str], abbreviations: tuple[Abbreviation, ...]) -> Iterator[str]:
    """The terms of the long forms of which `found` (terms in order) holds the short one, and the other way round."""
    held = set(found)
    for short, long in _pairs(abbreviations):
        has_short, has_long = short in held, held.issuperset(long) and _stand_together(long, found)
        if has_short and not has_long:
            yield from long
        elif has_long and not has_short:
            yield short


@lru_cache(maxsize=8)
def _pairs(abbreviations: tuple[Abbreviation, ...]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Each short form as one term, with the terms of its long form."""
    pairs = ((terms_inside(each.short), terms_inside(each.long)) for each in abbreviations)
    return tuple((short[0], long) for short, long in pairs if len(short) == 1 and long)


def _stand_together(wanted: tuple[str, ...], found: Sequence[str]) -> bool:
    starts = (place for place, term in enumerate(found) if term == wanted[0])
    return any(tuple(found[place : place + len(wanted)]) == wanted for place in starts)
