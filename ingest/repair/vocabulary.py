"""How likely a string of letters is one Swedish word: known, inflected, compound or foreign to every list.

Costs are negative natural logarithms of a probability: the lower, the likelier. The words of the document count beside
those of the language, so that its names and its own compounds are known.
"""

import math
import re
from collections import Counter
from collections.abc import Iterable
from functools import cache, lru_cache

from ingest.repair.wordfreq_frequencies import SHORTEST_HEAD, compounds_from, frequencies

LETTERS = re.compile(r"[^\W\d_]+")
RAREST = 2e-8
"""Share of running text below which a listed word is as likely a slip of somebody's pen."""
_CLOSED_CLASSES = """
alla allt att av bli blir blev de dem den denna deras dess det detta dig din du där efter ej eller en er ett från få för
genom ha hade han har hon hos hur här i in inom inte kan kunna med medan mellan mig min mot måste ni nu nya när och
också om oss på samt sedan sig sin sina ska skall skulle som så till under upp ur ut utan vad var varit vi vid vilka
vilken vilket vill åt än är även över
"""
_SHORT_CONTENT = "bo ge gå kr nr se ta tv år"
_WORD_ENDINGS = """
a an ande anden andet ar are arna arnas as d de den dens e en ens er erna ernas es et ets isk iska n na nas nde ns or
orna ornas r s ska t te ts
"""
FUNCTION_WORDS = frozenset(_CLOSED_CLASSES.split())
"""Words of the closed classes: no compound ends with one."""
SHORT_WORDS = FUNCTION_WORDS | frozenset(_SHORT_CONTENT.split())
"""Words of one or two letters that may stand between lost spaces."""
ENDINGS = frozenset(_WORD_ENDINGS.split())
"""What a known word can end with and still be that word."""
AMBIGUOUS_ENDINGS = frozenset({"an", "are", "de", "den", "det", "en", "er", "ska", "te"})
"""Endings that are as well words of their own."""
_FOREIGN, _FOREIGN_LETTER = 9.0, 2.4
_ENDING, _JOINT = 4.0, 2.0
_COMPOUNDS, _LEFT_SHARE = 4e5, 2e6
_OWN_SHARE, _OWN_BASE = 0.5, 2000
_LONGEST_PART = 40
_ONE_LETTER = {"o": 6.0, "e": 6.0, "i": 8.0}


class Vocabulary:
    """The words of one document and of Swedish; `own` are counts of the document's words in lower case."""

    def __init__(self, own: Counter[str]) -> None:
        self.own = own
        self._base = own.total() + _OWN_BASE
        self.known = cache(self._known)
        self.one_word = lru_cache(20_000)(self._one_word)
        self.left = cache(self._left)
        self.inflected = cache(self._inflected)

    def _known(self, word: str) -> float | None:
        """The cost of a word that is listed or stands in the document, else null."""
        return self._cost(word, self.own[word])

    def _cost(self, word: str, own: int) -> float | None:
        share = frequencies().get(word, 0.0)
        if len(word) < SHORTEST_HEAD and word not in SHORT_WORDS:
            return None
        if own and (len(word) > SHORTEST_HEAD or share):
            share = max(share, _OWN_SHARE * own / self._base)
        return -math.log(share) if share >= RAREST else None

    def _one_word(self, word: str) -> float:
        """The cost of the letters as one word of any kind, the document's own count of it apart."""
        listed = self._cost(word, 0)
        foreign = _FOREIGN + _FOREIGN_LETTER * len(word)
        return min(foreign if listed is None else listed, self.from_start(word, whole=True).get(len(word), math.inf))

    def listed(self, word: str) -> bool:
        """Whether a word in lower case is one of the Swedish list."""
        return self._cost(word, 0) is not None

    def cost(self, word: str, *, besides: int = 0) -> float:
        """The cost of the letters as one word of any kind, known to the document `besides` so many times or not."""
        known = self._cost(word, max(0, self.own[word] - besides)) if besides else self.known(word)
        return self.one_word(word) if known is None else known

    def compound(self, word: str) -> float | None:
        """The cost of the letters as a compound or an inflected word, null where they are neither."""
        return self.from_start(word).get(len(word))

    def from_start(self, word: str, *, whole: bool = False) -> dict[int, float]:
        """For numbers of letters from the start of `word`, the least cost of these as one word or compound.

        With `whole` only compounds and inflected words count, else also words as they are known.
        """
        lefts, ends, most = {0: 0.0}, dict[int, float](), _FOREIGN + _FOREIGN_LETTER * len(word)
        for start in range(len(word)):
            if start not in lefts:
                continue
            joint = lefts[start] + (_JOINT if start else 0.0)
            for end in range(start + 1, min(len(word), start + _LONGEST_PART) + 1):
                part = word[start:end]
                left = self.left(part) if end < len(word) else None
                if left is not None and joint + left < most:
                    lefts[end] = min(lefts.get(end, math.inf), joint + left)
                if whole and end < len(word):
                    continue
                last = self._last(part, first=not start, whole=whole)
                if last is not None:
                    ends[end] = min(ends.get(end, math.inf), joint + last)
        return ends

    def _last(self, part: str, *, first: bool, whole: bool) -> float | None:
        if not first and (len(part) < SHORTEST_HEAD or part in FUNCTION_WORDS):
            return None
        return self.inflected(part, not (first and whole), whole)

    def _inflected(self, word: str, bare: bool, ambiguous: bool) -> float | None:
        """The cost of a known word (where `bare`), or of one with another ending than is known; else null."""
        known = self.known(word) if bare else None
        costs = [] if known is None else [known]
        for cut in range(1, 6):
            stem, ending = word[:-cut], word[-cut:]
            if len(stem) <= SHORTEST_HEAD or ending not in ENDINGS or (not ambiguous and ending in AMBIGUOUS_ENDINGS):
                continue
            cost = self.known(stem)
            if cost is not None:
                costs.append(cost + _ENDING)
        return min(costs, default=None)

    def _left(self, part: str) -> float | None:
        """The cost of a compound's part before its last: a frequent word that begins no known compound costs more."""
        if len(part) < 2:
            return _ONE_LETTER.get(part)
        begun = compounds_from(part)
        if part.endswith("s") and len(part) > SHORTEST_HEAD:
            begun = max(begun, compounds_from(part[:-1]))
        share, known = frequencies().get(part, 0.0), self.known(part)
        if not begun and known is None and not (part.endswith("s") and self.known(part[:-1]) is not None):
            return None
        expected = _LEFT_SHARE * share
        cost = math.log(_COMPOUNDS / (begun + 0.3)) + max(0.0, math.log((expected + 1) / (begun + 1))) / 2
        return cost if known is None or share > 10 * RAREST else min(cost, known + 1.0)


def words_inside(lines: Iterable[str]) -> Counter[str]:
    """Counts of the words, in lower case, that are whole on their line: all but one that may go on over a line end."""
    found: Counter[str] = Counter()
    for line in lines:
        words = LETTERS.findall(line)
        first = 1 if line[:1].islower() else 0
        last = len(words) - 1 if line[-1:].isalpha() or line.endswith("-") else len(words)
        found.update(word.casefold() for word in words[first:last])
    return found
