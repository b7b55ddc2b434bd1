"""The base form of a word: the dictionary's, else that of the last part of a compound, else the word without genitive.

A base form's own base form is itself, so that terms can be analysed again.
"""

from functools import lru_cache

from index.analysis.compounds import split_of
from index.analysis.lexicon import WORD, lexicon

LONGEST_TAIL = 14
SHORTEST_TAIL, SHORTEST_REST = 5, 3
"""Letters of a known word that an unknown word must end in to be inflected like it, and of what stands before that."""
SHORTEST_GENITIVE = 5


@lru_cache(maxsize=200_000)
def base_form(word: str) -> str:
    """The casefolded base form of a casefolded word; of the forms that lead to each other in a ring, the first."""
    seen = [word]
    while (base := _step(seen[-1])) not in seen:
        seen.append(base)
    return min(seen[seen.index(base) :])


def _step(word: str) -> str:
    entry = lexicon().get(word)
    if entry is not None and entry.roles & WORD:
        return entry.base
    if split := split_of(word):
        return split.letters + split.last
    return _like_its_tail(word) or _without_genitive(word)


def _like_its_tail(word: str) -> str | None:
    """An unknown word inflected as the longest known word that it ends in."""
    for cut in range(max(SHORTEST_REST, len(word) - LONGEST_TAIL), len(word) - SHORTEST_TAIL + 1):
        tail = lexicon().get(word[cut:])
        if tail is not None and tail.roles & WORD:
            return word[:cut] + tail.base
    return None


def _without_genitive(word: str) -> str:
    return word[:-1] if len(word) >= SHORTEST_GENITIVE and word.endswith("s") and word[-2] != "s" else word
