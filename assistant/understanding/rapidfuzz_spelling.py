"""Misspelt words of a question, mended by the words that the plans use."""

from collections.abc import Collection

CLOSE = 0.84
"""How alike a word of the plans must be to stand in for one that nobody knows."""
SHORTEST = 5


def nearest_word(word: str, words: Collection[str]) -> str | None:
    """The plans' word that the unknown word is a misspelling of, if there is one."""
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    if len(word) < SHORTEST or not word.isalpha():
        return None
    likely = [other for other in words if abs(len(other) - len(word)) <= 2 and other[:1] == word[:1]]
    found = process.extractOne(word, likely, scorer=OSA.normalized_similarity, score_cutoff=CLOSE)
    return found[0] if found else None
