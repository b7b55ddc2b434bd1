"""Misspelt words, mended by the words that plans use: fewest edits, neighbouring letters changing places being one."""

from collections.abc import Collection

LETTERS_PER_EDIT = 5
"""A word may be misspelt in one place for each so many letters that it has."""

ENDINGS = (
    "s",
    "n",
    "en",
    "et",
    "na",
    "ar",
    "or",
    "er",
    "arna",
    "orna",
    "erna",
    "ens",
    "ets",
    "arnas",
    "ornas",
    "ernas",
)
"""What a misspelt word may end in that its base form lacks."""


def nearest_word(word: str, words: Collection[str], edits: int | None = None) -> str | None:
    """The one of the words that an unknown word is a misspelling of, perhaps inflected; null where none is near.

    Only words that begin with the same letter are near, å, ä and ö counting as a and o, and only within so many edits;
    null allows the more, the longer the word is.
    """
    from rapidfuzz.distance import OSA

    if len(word) < LETTERS_PER_EDIT or not word.isalpha():
        return None
    forms = [word, *(word.removesuffix(ending) for ending in ENDINGS if word.endswith(ending))]
    near: dict[str, tuple[int, int]] = {}
    shortest = min(map(len, forms)) * (1 - 1 / LETTERS_PER_EDIT)
    for other in words:
        if shortest <= len(other) <= (1 + 1 / LETTERS_PER_EDIT) * len(word) and _plain(other[0]) == _plain(word[0]):
            for stripped, form in enumerate(forms):
                most = len(form) // LETTERS_PER_EDIT if edits is None else edits
                if abs(len(other) - len(form)) <= most:
                    distance = OSA.distance(form, other, score_cutoff=most)
                    if distance <= most:
                        near[other] = min(near.get(other, (most, 1)), (distance, min(stripped, 1)))
    return min(near, key=lambda other: (near[other], abs(len(other) - len(word)), other), default=None)


def _plain(letter: str) -> str:
    return {"å": "a", "ä": "a", "ö": "o"}.get(letter, letter)
