"""Swedish analysis: text becomes the terms that are searched, by the same rules for documents and questions.

A term is a casefolded base form, a number or an abbreviation. Numbers are one term however their thousands are set
apart (*10 760* is `10760`), with a decimal comma (`2,5`); a word without a vowel is an abbreviation and stays as it is
(*tkr*); *SKR:s* is `skr`; *t.ex.* is `tex`.
"""

import re
import unicodedata
from functools import lru_cache

from index.simplemma_lemmas import lemma

VERSION = 1
"""Raised with every change that makes other terms of the same text: an older index must be built anew."""

_TOKEN = re.compile(
    r"(?P<number>\d{1,3}(?:[ \u00a0\u202f\u2009]\d{3}(?!\d))+(?:,\d+)?|\d+(?:,\d+)?)"
    r"|(?P<dotted>(?<!\w)[^\W\d_]{1,2}(?:\.[^\W\d_]{1,2})+\.?(?!\w))"
    r"|(?P<word>[^\W_]+)(?::[^\W\d_]{1,3}(?!\w))?"
    r"|(?P<percent>%)"
)
_SPACE_IN_NUMBER = re.compile(r"[ \u00a0\u202f\u2009]")
_VOWEL = re.compile(r"[aeiouyåäöéèüáàóæø]")


def terms(text: str) -> tuple[str, ...]:
    """The terms of the text in its order, repeated as they stand."""
    normal = unicodedata.normalize("NFC", text).casefold()
    return tuple(_term(match) for match in _TOKEN.finditer(normal))


def _term(match: re.Match[str]) -> str:
    if number := match["number"]:
        return _SPACE_IN_NUMBER.sub("", number)
    if dotted := match["dotted"]:
        return dotted.replace(".", "")
    if word := match["word"]:
        return _word_term(word)
    return "procent"


@lru_cache(maxsize=200_000)
def _word_term(word: str) -> str:
    """Where compound parts and misspellings will come in: one word of the text, its term."""
    if not word.isalpha() or not _VOWEL.search(word):
        return word
    return lemma(word)
