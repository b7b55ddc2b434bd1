"""Text made comparable: what differs only in white space, case, dashes or a final colon is the same to a reader."""

import re
import unicodedata
from collections import Counter
from dataclasses import dataclass

from evals.metrics import ratio

_DASHES = str.maketrans(dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2212", "-"))
_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Agreement:
    """How many words two readings of one plan share, and the shares of each; differing words with their counts."""

    shared: int
    first: int
    second: int
    only_first: tuple[tuple[str, int], ...]
    only_second: tuple[tuple[str, int], ...]

    @property
    def recall(self) -> float | None:
        """Share of the first's words that the second has too."""
        return ratio(self.shared, self.first)

    @property
    def precision(self) -> float | None:
        """Share of the second's words that the first has too."""
        return ratio(self.shared, self.second)


def plain(text: str) -> str:
    """The text in one case, with single spaces and hyphens, without a final colon."""
    folded = unicodedata.normalize("NFKC", text).translate(_DASHES).casefold()
    return " ".join(folded.split()).rstrip(":").rstrip()


def squeezed(text: str) -> str:
    """Letters and digits alone: how a text compares where its spaces and hyphens may be damaged."""
    return "".join(_WORD.findall(plain(text)))


def words(text: str) -> Counter[str]:
    """How often each word stands in a text, in one case."""
    return Counter(_WORD.findall(plain(text)))


def agreement(first: Counter[str], second: Counter[str]) -> Agreement:
    """Compare two multisets of words."""
    shared = (first & second).total()
    return Agreement(shared, first.total(), second.total(), _listed(first - second), _listed(second - first))


def _listed(words: Counter[str]) -> tuple[tuple[str, int], ...]:
    return tuple(sorted(words.items(), key=lambda pair: (-pair[1], pair[0])))
