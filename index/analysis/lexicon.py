"""What is known of Swedish words: their base forms, how common they are, and which of them compounds are made of.

Looked up in a compact file that is made from simplemma's dictionary and wordfreq's counts when it is first needed,
which is at the first ingest, and opened in milliseconds from then on.
"""

from functools import cache, lru_cache
from typing import NamedTuple, Protocol

WORD = 1
"""Role of a word of its own."""
FIRST = 2
"""Role of a base form that compounds begin with: it is inflected, as function words are not."""
FIRST_WITH_S = 4
"""Role of a base form without inflection, rare enough for no function word: compounds begin with it and an s."""
LAST = 8
"""Role of a form that compounds end in, unlike an ending that words are derived with."""
BEGINNING = 16
"""Role of letters that many known words begin with, before a word of its own."""


class Entry(NamedTuple):
    """What is known of one string: its base form, its own share of running text, that of all forms
    of its base, and its roles as bits of one number.
    """

    base: str
    share: float
    base_share: float
    roles: int


class Lexicon(Protocol):
    """Words by their letters."""

    def get(self, word: str) -> Entry | None:
        """What is known of the casefolded word."""
        ...


@cache
def lexicon() -> Lexicon:
    """The Swedish lexicon, made the first time that it is needed on a machine: in some seconds."""
    from index.analysis.marisa_lexicon import open_lexicon

    return open_lexicon()


def share_of(word: str) -> float:
    """The casefolded word's share of running text, 0 where it is not known."""
    entry = _entry(word)
    return entry.share if entry else 0.0


def is_word(word: str) -> bool:
    """Whether the casefolded word is known as one."""
    entry = _entry(word)
    return entry is not None and entry.roles & WORD != 0


@lru_cache(maxsize=10_000)
def _entry(word: str) -> Entry | None:
    return lexicon().get(word)
