"""Runs of letters within words, by which forms and compounds meet that no lexicon knows.

Character n-grams beside words: McNamee and Mayfield, "Character N-Gram Tokenization for European Language Text
Retrieval", Information Retrieval 7, 2004. A run is marked, so that it is never taken for a word.
"""

from functools import lru_cache

LENGTH = 5
"""Letters of a run; a word that is no longer has none."""

MARK = "#"


@lru_cache(maxsize=200_000)
def letter_runs(word: str) -> tuple[str, ...]:
    """Every run of a casefolded word; none of a number or short form."""
    if len(word) <= LENGTH or not word.isalpha():
        return ()
    return tuple(dict.fromkeys(MARK + word[start : start + LENGTH] for start in range(len(word) - LENGTH + 1)))
