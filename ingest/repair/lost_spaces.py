"""Words that ran together are parted: "samverkanmedkommunerna" is "samverkan med kommunerna".

The letters are read as words with the least cost together (Viterbi over unigrams); they are parted only where one
word, a compound or a foreign one included, would be so much less likely that chance is no explanation.
"""

import math
import re
from collections import Counter
from functools import cache

from ingest.repair.evidence import needed
from ingest.repair.vocabulary import AMBIGUOUS_ENDINGS, FUNCTION_WORDS, LETTERS, Vocabulary

LEAST_GAIN = 5.0
"""Nats below which no reading as several words is worth looking for."""
SHORTEST = 5
"""Letters of the shortest string that is looked at."""
LONGEST, LONGEST_WORD = 500, 60
"""Letters of the longest string that is looked at, and of the longest word in it: more is no text."""
_FOREIGN, _FOREIGN_LETTER = 24.0, 2.4
_SHORT, _CONTENT, _NAME, _ENDING, _REPEATED = 2.0, 4.0, 4.0, 8.0, 2.0
_STRONG = 10.0
"""Nats from which lost spaces are told without knowing the rest of the document."""
_COMMON = 8.0
"""The needed gain below which lost spaces are so common that punctuation without a space after it is one as well."""
_BEYOND_DOUBT = 14.0
"""The gain that no compound was found to have in a million words of sound text."""
_ADDRESS = re.compile(r"://|www\.|@|\w\.[a-zåäö]{2,}|_|\\")
_WHOLE = re.compile(r"(?<![^\W\d_])[^\W\d_]++(?!-$)")
_AFTER_MARK = re.compile(r"(?<=[^\W\d_]{2})([,;:]|\.(?=[A-ZÅÄÖ]))(?=[^\W\d_]{2})")
_BESIDE_BRACKET = re.compile(r"(?<=[^\W\d_])(?=\()|(?<=\))(?=[^\W\d_])")
_BESIDE_DIGIT = re.compile(r"(?<=[^\W\d_]{2})(?=\d)|(?<=\d)(?=[^\W\d_]{2})")
_WORD_BESIDE_DIGIT = re.compile(r"(?<![^\W_])([a-zåäö]{3,})(?=\d)|(?<=\d)([a-zåäö]{4,})(?![^\W_])")
_HANGING = re.compile(r"(?<=[^\W\d_]-)(?=(?:och|eller|samt)(?![\w-]))")


def parted(letters: str, vocabulary: Vocabulary) -> tuple[float, list[str]]:
    """How much likelier (in nats) the best reading of `letters` as several words is than one word, and its words."""
    low = letters.casefold()
    size = len(low)
    if size != len(letters):
        return -math.inf, [letters]
    whole = vocabulary.one_word(low)
    cost, back = [0.0] + [math.inf] * size, [0] * (size + 1)
    for start in range(size):
        if cost[start] > whole - LEAST_GAIN:
            continue
        ends = vocabulary.from_start(low[start : start + LONGEST_WORD])
        for end in range(start + 1, min(size - (not start), start + LONGEST_WORD) + 1):
            part = cost[start] + _part_cost(low[start:end], ends.get(end - start))
            if part < cost[end]:
                cost[end], back[end] = part, start
    if cost[size] == math.inf:
        return -math.inf, [letters]
    words = _cut(letters, back)
    return whole - cost[size] - _doubt(letters, words), words


def _part_cost(part: str, known: float | None) -> float:
    if known is None:
        return _FOREIGN + _FOREIGN_LETTER * len(part)
    return known + (_SHORT if len(part) <= 3 and part not in FUNCTION_WORDS else 0.0)


def _cut(letters: str, back: list[int]) -> list[str]:
    words, end = [], len(letters)
    while end:
        words.append(letters[back[end] : end])
        end = back[end]
    return words[::-1]


def _doubt(letters: str, words: list[str]) -> float:
    """What speaks against parting: a last word that is an ending as well, no function word, a capital as names have."""
    if len(words) == 2 and words[1].casefold() in AMBIGUOUS_ENDINGS:
        return _ENDING
    if any(word.casefold() in FUNCTION_WORDS for word in words):
        return 0.0
    return _CONTENT + (_NAME if len(words) == 2 and letters.istitle() else 0.0)


class LostSpaces:
    """How often spaces are lost in a document, and where; `text` is all of it."""

    def __init__(self, text: str, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary
        self._counts = Counter(LETTERS.findall(text))
        self._reading = cache(self._read)
        strong = sum(self._reading(letters)[0] >= _STRONG for letters in self._counts)
        self._needed = needed(strong, self._counts.total(), in_sound=_BEYOND_DOUBT)

    def _read(self, letters: str) -> tuple[float, list[str]]:
        """What `parted` says, less where the same string comes again and again, as a name does."""
        if not SHORTEST <= len(letters) <= LONGEST or self._vocabulary.listed(letters.casefold()):
            return -math.inf, [letters]
        found, words = parted(letters, self._vocabulary)
        return found - _REPEATED * math.log(self._counts[letters] or 1), words

    def words(self, letters: str, *, beside: bool = False) -> list[str]:
        """The words that a string of letters surely is: itself, or several that ran together.

        Less is needed `beside` words that surely did.
        """
        found, words = self._reading(letters)
        return words if found >= (min(self._needed, LEAST_GAIN) if beside else self._needed) else [letters]

    def restored(self, text: str) -> str:
        """The text with spaces put back where words, or a mark and a word, ran together."""
        return " ".join(self._token(token) for token in text.split(" "))

    def _token(self, token: str) -> str:
        if _ADDRESS.search(token):
            return token
        ran_together = any(len(self.words(letters)) > 1 for letters in _WHOLE.findall(token))
        spaced = _WHOLE.sub(lambda found: " ".join(self.words(found[0], beside=ran_together)), token)
        if ran_together:
            for place in (_BESIDE_BRACKET, _BESIDE_DIGIT):
                spaced = place.sub(" ", spaced)
        if ran_together or self._needed < _COMMON:
            spaced = _HANGING.sub(" ", _AFTER_MARK.sub(r"\1 ", spaced))
            spaced = _WORD_BESIDE_DIGIT.sub(self._beside_digit, spaced)
        return spaced

    def _beside_digit(self, found: re.Match[str]) -> str:
        before, after = found.groups()
        if not self._vocabulary.listed(before or after):
            return found[0]
        return f"{before} " if before else f" {after}"
