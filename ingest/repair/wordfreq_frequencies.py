"""How often Swedish words are used: the large Swedish list of wordfreq (340 000 words), loaded once and when asked."""

from bisect import bisect_left
from collections.abc import Mapping
from functools import cache

SHORTEST_HEAD = 3
"""Letters of the shortest word that a compound is taken to end with."""

_SAMPLE = 400


@cache
def frequencies() -> Mapping[str, float]:
    """Share of running text of each word in lower case; takes a quarter of a second the first time."""
    from wordfreq import get_frequency_dict

    return get_frequency_dict("sv", "large")


@cache
def _sorted_words() -> list[str]:
    return sorted(frequencies())


@cache
def compounds_from(part: str) -> int:
    """How many words of the list are compounds that begin with `part`: "medlems" 86, "goda" 4, "ökad" none.

    Where very many words begin so, their number is estimated from some of them.
    """
    words, known = _sorted_words(), frequencies()
    within = words[bisect_left(words, part) : bisect_left(words, part + "\uffff")]
    step = 1 + len(within) // _SAMPLE
    return step * sum(_is_head(word[len(part) :], known) for word in within[::step])


def _is_head(rest: str, known: Mapping[str, float]) -> bool:
    if len(rest) < SHORTEST_HEAD:
        return False
    return rest in known or (rest[0] == "s" and len(rest) > SHORTEST_HEAD and rest[1:] in known)
