"""Misspelt words, mended by the words that plans use: fewest edits, neighbouring letters changing places being one."""

import re
from collections.abc import Collection

LETTERS_PER_EDIT = 5
"""A word may be misspelt in one place for each so many letters that it has."""
SHORTEST = 4
"""Letters of the shortest word that may be misspelt."""
DOUBLED = 0.5
"""What a letter written twice for once, or once for twice, counts as; words of any length may be misspelt so."""

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

_PLAIN = str.maketrans("åäö", "aao")
_DOUBLE = re.compile(r"(.)\1+")


def nearest_word(word: str, words: Collection[str], edits: int | None = None) -> str | None:
    """The one of the words that an unknown word misspells, perhaps inflected; null where it is one itself, or none is.

    Only words that begin with the same letter are near, å, ä and ö counting as a and o, and only within so many edits;
    null allows the more, the longer the word is. A letter doubled, or written once for twice, is the least of edits.
    """
    from rapidfuzz.distance import OSA

    if len(word) < SHORTEST or not word.isalpha():
        return None
    forms = [_Form(form) for form in (word, *(word.removesuffix(e) for e in ENDINGS if word.endswith(e)))]
    near: dict[str, tuple[float, int]] = {}
    inflected = any(form.text in words for form in forms)
    shortest = min(len(form.text) for form in forms) * (1 - 1 / LETTERS_PER_EDIT)
    longest = (1 + 1 / LETTERS_PER_EDIT) * len(word) + 1
    for other in words:
        if not shortest <= len(other) <= longest or _plain(other[0]) != forms[0].plain[0]:
            continue
        bare = _plain(other)
        for stripped, form in enumerate(forms):
            most = form.most if edits is None else min(edits, form.most)
            if abs(len(other) - len(form.text)) > max(most, 1):
                continue
            distance: float = OSA.distance(form.plain, bare, score_cutoff=most)
            if distance and len(form.text) >= SHORTEST and form.single == _single(bare):
                distance = DOUBLED if stripped else 0
            if distance <= max(most, DOUBLED):
                near[other] = min(near.get(other, (most + 1, 1)), (distance, min(stripped, 1)))
                break
    nearest = min(
        near, key=lambda other: (near[other], other[-1] != word[-1], OSA.distance(word, other), other), default=None
    )
    return None if inflected and nearest and near[nearest] != (0, 0) else nearest


def differ_by_doubling(word: str, other: str) -> bool:
    """Whether the words are one but for letters that stand twice in one of them, and for dots and rings."""
    return _single(_plain(word)) == _single(_plain(other))


class _Form:
    """A word, or what is left of it without an ending, as it is compared."""

    def __init__(self, text: str) -> None:
        self.text, self.plain = text, _plain(text)
        self.most = len(text) // LETTERS_PER_EDIT
        self.single = _single(self.plain)


def _plain(word: str) -> str:
    return word.translate(_PLAIN)


def _single(word: str) -> str:
    """The word with letters that stand twice written once."""
    return _DOUBLE.sub(r"\1", word)
