"""Whether the letters of a short form run through the words of a long one."""

import re
from collections.abc import Iterator
from functools import lru_cache

_WORD = re.compile(r"[^\W\d_]+")
_CLAUSE = re.compile(r"[.;:!?()\t]\s*")
_SMALL = frozenset(["och", "av", "för", "i", "på", "med", "till", "om", "samt", "the", "of", "and", "for"])
"""Words that give no letter, or give one."""
_LONGEST_WORD = 60
_PART = 3
"""Letters of a part of a compound, at least."""
_SKIPPED = 2
"""Words inside a long form that may give no letter, where there are letters enough to tell it by the others."""
_LETTERS = 3
_MOST, _CAPITALS = 10, 2
_LONGEST = 300
"""Characters before a short form that are looked into for the long one."""
_SMALL_WORDS = 2
"""Small words of a long form, beside two words for each letter."""


def is_short_form(text: str) -> bool:
    """Whether it looks like one: a word of up to ten letters and digits, two of them capitals, the first one."""
    return text.isalnum() and text[0].isupper() and len(text) <= _MOST and sum(map(str.isupper, text)) >= _CAPITALS


def ending_spelled(text: str, short: str) -> str:
    """The fewest words that the text ends with and the letters of `short` run through; empty where there are none."""
    letters, text = _letters(short), text[-_LONGEST:]
    begin = max((match.end() for match in _CLAUSE.finditer(text)), default=0)
    found = list(_WORD.finditer(text, begin))
    for skipped in _skips(letters):
        for take in range(1, min(len(found), _most_words(letters)) + 1):
            if _spells(letters, tuple(match[0] for match in found[-take:]), skipped):
                return text[found[-take].start() :].strip(" \"”'»,")
    return ""


def beginning_spelled(text: str, short: str, whole: bool = False) -> str:
    """The fewest words that the text begins with and the letters run through; `whole`: only if they are all of it."""
    letters = _letters(short)
    found = list(_WORD.finditer(text))
    most = min(len(found), _most_words(letters))
    for skipped in _skips(letters):
        for take in range(max(len(found), 1) if whole else 1, most + 1):
            if _spells(letters, tuple(match[0] for match in found[:take]), skipped):
                return text[: found[take - 1].end()]
    return ""


def _letters(short: str) -> str:
    return "".join(filter(str.isalpha, short.casefold()))


def _most_words(letters: str) -> int:
    return 2 * len(letters) + _SMALL_WORDS


def _skips(letters: str) -> range:
    return range(_SKIPPED + 1 if len(letters) >= _LETTERS else 1)


def _spells(letters: str, words: tuple[str, ...], skipped: int) -> bool:
    """Whether the first word gives the first letter, and the words of weight after it at least one each, in order.

    What follows the last letter must be names ("hållbar utveckling Norra Skogen"); up to `skipped` words may give none.
    """
    first = words[0].casefold()
    return first[0] == letters[0] and any(_goes_on(rest, words[1:], skipped) for rest in _inside(first, letters[1:]))


@lru_cache(maxsize=10_000)
def _goes_on(letters: str, words: tuple[str, ...], skipped: int) -> bool:
    if not words:
        return not letters
    word, rest = words[0].casefold(), words[1:]
    if letters and word[0] == letters[0] and any(_goes_on(left, rest, skipped) for left in _inside(word, letters[1:])):
        return True
    if word in _SMALL and rest:
        return _goes_on(letters, rest, skipped)
    if not letters:
        return words[0][0].isupper() and _goes_on(letters, rest, skipped)
    return bool(skipped and rest) and _goes_on(letters, rest, skipped - 1)


def _inside(word: str, letters: str) -> Iterator[str]:
    """The letters that are left when some of them begin later parts of the word, the most of them taken first."""
    left = {letters}
    reached = {(0, letters)} if len(word) <= _LONGEST_WORD else set()
    while reached:
        reached = {
            (place, rest[1:])
            for start, rest in reached
            if rest
            for place in range(start + _PART, len(word) - _PART + 1)
            if word[place] == rest[0]
        }
        left |= {rest for _, rest in reached}
    return iter(sorted(left, key=len))
