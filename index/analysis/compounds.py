"""Compounds and their parts: *medlemsavgift* is made of *medlem* and *avgift*.

A word is taken apart where the geometric mean of its parts' shares of running text is largest (Koehn and Knight,
"Empirical methods for compound splitting", EACL 2003), and only where it is itself much rarer than either part. The
lexicon says what can stand first and last; between them stand s, e, a, o, u or nothing, and of three like consonants
one is not written.
"""

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from index.analysis.lexicon import BEGINNING, FIRST, FIRST_WITH_S, LAST, WORD, Entry, lexicon

SHORTEST_COMPOUND, SHORTEST_PART = 6, 3
LONG = 5
"""Letters from which a base form may begin a compound even if few known words begin with it."""
RARER = 3.0
"""How many times rarer than either part a compound is."""
UNKNOWN_SHARE = 1e-9
"""What a first part counts for that is a compound which nobody knows: less than any that is known."""
LONGEST = 60
"""Letters of the longest word that is looked into."""


class Split(NamedTuple):
    """A compound as the letters of its first part, the base forms of both, and how common they are."""

    letters: str
    first: str
    last: str
    share: float


@lru_cache(maxsize=200_000)
def parts_of(term: str) -> tuple[str, ...]:
    """The terms that a term is compounded of, outermost first, each once; none where it is no compound."""
    split = split_of(term)
    if split is None:
        return ()
    halves = ((half, *parts_of(half)) for half in (split.first, split.last))
    return tuple(dict.fromkeys(part for half in halves for part in half))


@lru_cache(maxsize=50_000)
def split_of(word: str) -> Split | None:
    """The best place to take the word in two."""
    if not SHORTEST_COMPOUND <= len(word) <= LONGEST or not word.isalpha():
        return None
    return max(_splits(word), key=lambda split: split.share, default=None)


def _splits(word: str) -> Iterator[Split]:
    known = lexicon()
    entry = known.get(word)
    own = RARER * entry.base_share if entry else 0.0
    unknown = entry is None or not entry.roles & WORD
    for cut in range(SHORTEST_PART, len(word) - SHORTEST_PART + 1):
        last = known.get(word[cut:])
        if last is None or not last.roles & LAST or last.base_share <= own:
            continue
        letters = word[:cut]
        first = _first(letters, unknown)
        if first is None and letters[-1] == word[cut]:
            first = _first(letters + word[cut], unknown=False)
        if first is not None and first[1] > own:
            yield Split(letters, first[0], last.base, first[1] * last.base_share)


def _first(letters: str, unknown: bool) -> tuple[str, float] | None:
    """The base form that the letters stand for as a first part, and its share; a compound itself in unknown words."""
    known = lexicon()
    whole = known.get(letters)
    if whole is not None and whole.roles & WORD:
        if whole.roles & FIRST and _begins_words(letters, whole):
            return letters, whole.base_share
        if _is_inflected_first(letters, whole):
            return whole.base, whole.base_share
        if letters[-1] != "s":
            return None
    for form, role in _stems(letters):
        entry = known.get(form)
        if entry is not None and role & entry.roles and _begins_words(form, whole):
            return form, entry.base_share
    if unknown and len(letters) >= SHORTEST_COMPOUND:
        stem = letters.removesuffix("s")
        return (stem, UNKNOWN_SHARE) if split_of(stem) else None
    return None


def _begins_words(form: str, letters: Entry | None) -> bool:
    return len(form) >= LONG or (letters is not None and letters.roles & BEGINNING != 0)


def _is_inflected_first(letters: str, entry: Entry) -> bool:
    """Whether an inflected form begins the compound (*hälso-*, *skol-*), unlike a word of another stem."""
    base = lexicon().get(entry.base)
    if base is None or not base.roles & FIRST:
        return False
    if len(letters) < LONG:
        return entry.base.startswith(letters) and entry.roles & BEGINNING != 0
    return entry.base.startswith(letters[:-2])


def _stems(letters: str) -> Iterator[tuple[str, int]]:
    """The base forms that may begin a compound as these letters: arbets-, invånar-, skol-, kvinno-, familje-."""
    shorter = letters[:-1]
    if letters[-1] == "s" and len(shorter) >= SHORTEST_PART:
        yield shorter, FIRST | FIRST_WITH_S
    if len(letters) > SHORTEST_PART:
        yield letters + "e", FIRST
    if letters[-1] == "s":
        yield shorter + "e", FIRST
    if len(letters) > SHORTEST_PART:
        yield letters + "a", FIRST
    if letters[-1] in "oue":
        yield shorter + "a", FIRST
    if letters[-1] == "e" and len(shorter) >= SHORTEST_PART:
        yield shorter, FIRST
