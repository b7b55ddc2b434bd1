"""Text taken apart into words and numbers, and the term of each.

Numbers are one term however their thousands are set apart (*10 760* is `10760`), with a decimal comma (`2,5`). What is
written as an abbreviation stays as it is: a word without a vowel (*tkr*), a short word in capitals among others that
are not (*EU*), the letters before a hyphen (*it-kostnad*), *SKR:s* is `skr`, *t.ex.* is `tex`.
"""

import re
import unicodedata
from collections.abc import Iterator
from enum import Enum
from functools import lru_cache
from typing import NamedTuple

from index.analysis.base_forms import base_form

LONGEST_SHORT_FORM = 4
"""Letters of an abbreviation that is told by its capitals alone."""

_TOKEN = re.compile(
    r"(?P<number>\d{1,3}(?:[ \u00a0\u202f\u2009]\d{3}(?!\d))+(?:,\d+)?|\d+(?:,\d+)?)"
    r"|(?P<dotted>(?<!\w)[^\W\d_]{1,2}(?:\.[^\W\d_]{1,2})+\.?(?!\w))"
    r"|(?P<letters>(?<!\w)[^\W\d_]{1,3}(?=-\w))"
    r"|(?P<word>[^\W_]+)(?::[^\W\d_]{1,3}(?!\w))?"
    r"|(?P<percent>%)"
)
_SPACE_IN_NUMBER = re.compile(r"[ \u00a0\u202f\u2009]")
_VOWEL = re.compile(r"[aeiouyåäöéèüáàóæø]")


class TokenKind(Enum):
    """What stands in a text."""

    WORD = "word"
    NUMBER = "number"
    SHORT_FORM = "short form"


class Token(NamedTuple):
    """What stands from `start` to `end` of the normalised text, casefolded."""

    text: str
    kind: TokenKind
    start: int
    end: int


def normalised(text: str) -> str:
    """The text with composed letters and without soft hyphens; the places of tokens are places in this."""
    return unicodedata.normalize("NFC", text).replace("\u00ad", "")


def tokens(text: str) -> Iterator[Token]:
    """The words, numbers and short forms of the text in its order."""
    normal = normalised(text)
    shouted = normal.isupper()
    for match in _TOKEN.finditer(normal):
        if match.lastgroup == "word":
            word = match["word"]
            kind = TokenKind.SHORT_FORM if _is_short_form(word, shouted) else TokenKind.WORD
            yield Token(word.casefold(), kind, match.start(), match.end())
        else:
            kind = TokenKind.NUMBER if match.lastgroup == "number" else TokenKind.SHORT_FORM
            yield Token(_unworded(match), kind, match.start(), match.end())


def terms(text: str) -> tuple[str, ...]:
    """The terms of the text in its order, repeated as they stand."""
    normal = normalised(text)
    shouted = normal.isupper()
    return tuple(
        [
            _term(match["word"], shouted) if match.lastgroup == "word" else _unworded(match)
            for match in _TOKEN.finditer(normal)
        ]
    )


def term_of(token: Token) -> str:
    """The term of one token."""
    return base_form(token.text) if token.kind is TokenKind.WORD else token.text


@lru_cache(maxsize=200_000)
def _term(word: str, shouted: bool) -> str:
    return word.casefold() if _is_short_form(word, shouted) else base_form(word.casefold())


def _unworded(match: re.Match[str]) -> str:
    if number := match["number"]:
        return _SPACE_IN_NUMBER.sub("", number)
    letters = match["dotted"] or match["letters"]
    return letters.replace(".", "").casefold() if letters else "procent"


def _is_short_form(word: str, shouted: bool) -> bool:
    if not word.isalpha():
        return True
    if 1 < len(word) <= LONGEST_SHORT_FORM and word.isupper() and not shouted:
        return True
    return _VOWEL.search(word.casefold()) is None
