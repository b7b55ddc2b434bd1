"""Hyphens that hung on half a compound or after an abbreviation, and full stops that drifted off, are put back."""

import re

from ingest.repair.vocabulary import Vocabulary

_HUNG = re.compile(r"(?<![\w-])([^\W\d_]{3,}[so])(?= (?:och|eller|samt) ([^\W\d_]{6,}))")
_ABBREVIATED = re.compile(r"(?<![\w-])([A-ZÅÄÖ]{2,})([a-zåäö]{4,})(?![\w-])")
_DRIFTED = re.compile(r"(?<=[^\W\d_]) ([.,])(?=\s|$)")
_FEWEST_DRIFTED, _WORDS_PER_DRIFTED = 3, 1000


def marks_drift(text: str) -> bool:
    """Whether the document has spaces before its full stops and commas often enough for them to be damage."""
    found = len(_DRIFTED.findall(text))
    return found >= _FEWEST_DRIFTED and found * _WORDS_PER_DRIFTED >= len(text.split())


def with_marks_close(text: str) -> str:
    """The text without spaces before full stops and commas."""
    return _DRIFTED.sub(r"\1", text)


def with_hyphens(text: str, vocabulary: Vocabulary) -> str:
    """The text with the hyphens that a document which loses them lost inside its lines.

    "skogs och jordbruk" is "skogs- och jordbruk", because "skogsbruk" is a word; "EUmedel" is "EU-medel".
    """
    text = _HUNG.sub(lambda found: found[1] + "-" * _hangs(found[1], found[2], vocabulary), text)
    return _ABBREVIATED.sub(lambda found: _abbreviated(found[1], found[2], vocabulary), text)


def _hangs(half: str, whole: str, vocabulary: Vocabulary) -> bool:
    """Whether a head that the second word ends with makes a known compound with the first."""
    low, other = half.casefold(), whole.casefold()
    return any(
        vocabulary.known(low + other[cut:]) is not None
        and vocabulary.known(other[cut:]) is not None
        and vocabulary.left(other[:cut]) is not None
        for cut in range(2, len(other) - 2)
    )


def _abbreviated(short: str, word: str, vocabulary: Vocabulary) -> str:
    compound = vocabulary.listed(word) and not vocabulary.listed((short + word).casefold())
    return f"{short}-{word}" if compound else short + word
