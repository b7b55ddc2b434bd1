"""Words that broke in two are joined: at a line end that lost its hyphen, or at a space that does not belong."""

import math
import re
from collections.abc import Iterable, Iterator

from ingest.repair.evidence import needed
from ingest.repair.vocabulary import FUNCTION_WORDS, SHORT_WORDS, Vocabulary

_LAST = re.compile(r"(?<![^\W\d_])[^\W\d_]++$")
_FIRST = re.compile(r"[^\W\d_]+")
_SHORTEST = 3
_PAIR = re.compile(r"(?<![^\W_])(?<!-)([^\W\d_]+) (?=([^\W\d_]+)(?![\w-]))")
_STRONG = 8.0
"""Nats from which a broken word is told without knowing the rest of the document."""
_COMMON = 6.0
"""The needed gain below which damage is so common that compounds the document never writes whole are believed."""
_FEWEST = 5
_LIKELY = 6.5
"""The gain that no more than one in ten thousand pairs of sound words has."""


def gain(left: str, right: str, vocabulary: Vocabulary, *, compounds: bool, seen: int = 0) -> float:
    """How much likelier (in nats) two strings of letters are one word than two.

    The whole has to be listed or to stand in the document; with `compounds` it may also be made of known words.
    `seen` is how often each half was counted among the document's words just because it stands here.
    """
    whole = (left + right).casefold()
    if min(len(left), len(right)) < 2 or len(whole) < 5 or not right.islower():
        return -math.inf
    known = vocabulary.known(whole)
    if known is None:
        known = vocabulary.compound(whole) if compounds else None
    if known is None:
        return -math.inf
    return vocabulary.cost(left.casefold(), besides=seen) + vocabulary.cost(right, besides=seen) - known


class BrokenWords:
    """How often a document's words are broken at one kind of place, and which of them surely are.

    `likely` says that the document has a kindred damage, so that less is needed where it has the whole word as well;
    `in_sound` is the least gain where it has hardly any of this one.
    """

    def __init__(
        self,
        pairs: Iterable[tuple[str, str]],
        vocabulary: Vocabulary,
        *,
        seen: int = 0,
        likely: bool = False,
        in_sound: float = 0.0,
    ) -> None:
        self._vocabulary, self._seen, self._likely, self._in_sound = vocabulary, seen, likely, in_sound
        places = list(pairs)
        self._strong = 0
        self._needed = self._by_count(places, _STRONG, compounds=False)
        if self.common:
            self._needed = self._by_count(places, self._needed, compounds=True)

    def _by_count(self, places: list[tuple[str, str]], least: float, *, compounds: bool) -> float:
        self._strong = sum(self._gain(*halves, compounds=compounds) >= least for halves in places)
        return needed(self._strong, len(places), in_sound=self._in_sound)

    def _gain(self, left: str, right: str, *, compounds: bool) -> float:
        return gain(left, right, self._vocabulary, compounds=compounds, seen=self._seen)

    @property
    def common(self) -> bool:
        """Whether the document surely has this damage in many places."""
        return self._needed < _COMMON and self._strong >= _FEWEST

    def is_one(self, left: str, right: str) -> bool:
        """Whether the two strings of letters are surely one word."""
        found = self._gain(left, right, compounds=self.common)
        if found >= self._needed:
            return True
        whole = self._vocabulary.own[(left + right).casefold()]
        return self._likely and found >= _LIKELY and whole > 0 and left.casefold() not in FUNCTION_WORDS


def halves(line: str, following: str) -> tuple[str, str] | None:
    """The letters at a line's end and those at the next one's start, where a word could go on from one to the other."""
    left, right = _LAST.search(line), _FIRST.match(following)
    return (left[0], right[0]) if left and right and right[0].islower() else None


def pairs_within(text: str) -> Iterator[tuple[str, str]]:
    """Neighbouring words with one space and nothing else between them, the second in lower case."""
    return ((found[1], found[2]) for found in _PAIR.finditer(text) if _can_break(found[1], found[2]))


def without_inner_spaces(text: str, broken: BrokenWords) -> str:
    """The text with the spaces taken out that stand inside a word: "livs kvalitet" is "livskvalitet"."""

    def mended(found: re.Match[str]) -> str:
        return found[1] if _can_break(found[1], found[2]) and broken.is_one(found[1], found[2]) else found[0]

    return _PAIR.sub(mended, text)


def _can_break(left: str, right: str) -> bool:
    """Whether a word may have broken so: into strings of three letters or more, or a short word that stands alone."""
    long = all(len(half) >= _SHORTEST or half.casefold() in SHORT_WORDS for half in (left, right))
    return long and right.islower()
