"""The glossary: words that mean the same in plans and budgets, their short forms, and the English for them.

The words stand in `glossary.csv`, one concept a row. It is read once, when it is first needed. Words are met in any
inflection, expressions of several words before the words in them, and a compound that is no entry by its head.
"""

import csv
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from index.analysis import terms
from index.analysis.compounds import split_of
from index.languages import english_lead

FILE = Path(__file__).with_name("glossary.csv")

SAME, SHORTENED, NEAR, TRANSLATED = 0.5, 0.8, 0.25, 1.0
"""What another word is worth beside one asked for: the same meaning, short and long form, near or wider, English.

Measured by words alone, as nDCG@10 and right answers among the first five on SweFAQ dev (110 questions), and right
sections among the first five for 25 questions about two plans in other words than theirs:

    no glossary   0.709  87  14      0.5 for the same meaning   0.703  90  21
    0.4           0.704  88  20      0.6                        0.701  90  22
"""
HEAD = 0.5
"""What it is worth, of that, where the word asked for is a compound that only ends in the one of the glossary."""

_WORD = re.compile(r"[^\W_]+")
_SMALL = frozenset({"och", "av", "för", "i", "på", "till", "med", "en", "om", "viss", "per"})
_CAPITALS = re.compile(r"(?=.*[aeiouyåäö])\w\w")
"""Short forms that are words, or look like some, unless they are written in capitals (VA, IT)."""
_BUCKET = 2


@dataclass(frozen=True, slots=True)
class Concept:
    """A row of the glossary; `words` mean the same, the commonest first, `near` is what may stand instead of them."""

    area: str
    words: tuple[str, ...]
    near: tuple[str, ...]
    abbreviations: tuple[str, ...]
    english: tuple[str, ...]


class Kind(Enum):
    """As what an entry stands in its row."""

    WORD = "word"
    ABBREVIATION = "abbreviation"
    ENGLISH = "english"


@dataclass(frozen=True, slots=True)
class Meeting:
    """Words from `start` to `end` of a text that are a `concept`'s: its `entry`, or by their head alone."""

    start: int
    end: int
    concept: Concept
    entry: str
    kind: Kind
    by_head: bool = False


class _Entry(NamedTuple):
    words: tuple[str, ...]
    text: str
    kind: Kind
    concept: Concept


@lru_cache(maxsize=1)
def concepts() -> tuple[Concept, ...]:
    """Every concept, in the file's order."""
    with FILE.open(encoding="utf-8-sig", newline="") as file:
        rows = csv.reader((line for line in file if not line.startswith("#")), delimiter=";")
        next(rows)
        return tuple(Concept(area, *map(_listed, cells)) for area, *cells in rows)


def expansions(text: str) -> Mapping[str, float]:
    """Terms (as of `index.analysis.terms`) that may stand for the words of a question, with what each is worth."""
    words = tuple(_WORD.findall(text))
    own = set(terms(text))
    lead = english_lead(word.casefold() for word in words)
    found: dict[str, float] = {}
    for meeting, share in _with_inner(words, english=lead > 0 if lead else None):
        for other, worth in others(meeting):
            content = [term for term in terms_inside(other) if term not in _SMALL]
            for term in content:
                if term not in own:
                    found[term] = max(found.get(term, 0.0), share * worth / len(content) ** 0.5)
    return found


@lru_cache(maxsize=20_000)
def terms_inside(text: str) -> tuple[str, ...]:
    """The terms of a word or expression as it stands among others, where capitals tell a short form."""
    return terms(f"i {text}")[1:]


def others(meeting: Meeting) -> Iterator[tuple[str, float]]:
    """The words and expressions that may stand for what was met, with what each is worth."""
    concept, share = meeting.concept, HEAD if meeting.by_head else 1.0
    for place, word in enumerate(concept.words):
        if word != meeting.entry:
            yield word, share * _worth(meeting.kind, place)
    for short in concept.abbreviations:
        if short != meeting.entry:
            yield short, share * (SHORTENED if meeting.kind is Kind.WORD else SAME)
    if not meeting.by_head:
        yield from ((word, NEAR) for word in concept.near)


def _worth(kind: Kind, place: int) -> float:
    """What a row's word is worth by its place: a translation is the first of them, a short form stands for it."""
    if place or kind is Kind.WORD:
        return SAME
    return TRANSLATED if kind is Kind.ENGLISH else SHORTENED


def _with_inner(words: Sequence[str], english: bool | None) -> Iterator[tuple[Meeting, float]]:
    """What the words mean, and each word inside an English expression with a share: a plan may put it otherwise."""
    for meeting in meetings(words, english):
        yield meeting, 1.0
        if meeting.kind is Kind.ENGLISH and meeting.end - meeting.start > 1:
            for place in range(meeting.start, meeting.end):
                yield from ((inner, SAME) for inner in meetings(words[place : place + 1], english))


def meetings(words: Sequence[str], english: bool | None) -> Iterator[Meeting]:
    """What the words, written as in the text, mean by the glossary; the longest expressions, none inside another.

    In English text Swedish is what English has no entry for; null where the language is not known, and both count.
    """
    start = 0
    while start < len(words):
        found = _longest(words, start, english)
        yield from found
        start = max((meeting.end for meeting in found), default=start + 1)


def _longest(words: Sequence[str], start: int, english: bool | None) -> list[Meeting]:
    met = [] if english is False else list(_english_at(words, start))
    if not (met and english):
        met += _swedish_at(words, start)
    if not (met or english):
        met += _by_head(words[start].casefold(), start)
    longest = max((meeting.end for meeting in met), default=0)
    return [meeting for meeting in met if meeting.end == longest]


def _swedish_at(words: Sequence[str], start: int) -> Iterator[Meeting]:
    for entry in _swedish_beginning(words[start].casefold()):
        end = start + len(entry.words)
        piece = words[start:end]
        if entry.kind is Kind.ABBREVIATION and _CAPITALS.fullmatch(entry.text.casefold()) and not piece[0].isupper():
            continue
        if len(piece) == len(entry.words) and all(map(_is_form, piece, entry.words)):
            yield Meeting(start, end, entry.concept, entry.text, entry.kind)


def _english_at(words: Sequence[str], start: int) -> Iterator[Meeting]:
    for entry in _english_beginning(words[start].casefold()):
        end = start + len(entry.words)
        if tuple(_singular(word.casefold()) for word in words[start + 1 : end]) == entry.words[1:]:
            yield Meeting(start, end, entry.concept, entry.text, entry.kind)


def _english_beginning(word: str) -> Sequence[_Entry]:
    """The English entries whose first word is the word; of a verb's form that is no entry, those of the verb."""
    english = _index().english
    stems = [word.removesuffix(ending) for ending in ("ing", "ed") if word.endswith(ending)]
    bases = (_singular(word), *(stem + more for stem in stems for more in ("", "e", "y")))
    return next((english[base] for base in bases if base in english), ())


def _by_head(word: str, start: int) -> Iterator[Meeting]:
    """The concepts of what the compound ends in: of its longest ending that the glossary has."""
    split = split_of(_term(word))
    while split is not None:
        met = [entry for entry in _swedish_beginning(split.last) if len(entry.words) == 1]
        if met:
            yield from (Meeting(start, start + 1, entry.concept, entry.text, entry.kind, True) for entry in met)
            return
        split = split_of(split.last)


@lru_cache(maxsize=20_000)
def _swedish_beginning(word: str) -> tuple[_Entry, ...]:
    """The entries whose first word is a form of the word: only those that begin alike are looked at."""
    index = _index().swedish
    near = {id(entry): entry for start in (word, _term(word)) for entry in index.get(start[:_BUCKET], ())}
    return tuple(entry for entry in near.values() if _is_form(word, entry.words[0]))


def _is_form(word: str, entry: str) -> bool:
    word = word.casefold()
    return word == entry or _term(word) == _term(entry)


@lru_cache(maxsize=20_000)
def _term(word: str) -> str:
    return next(iter(terms(word)), "")


def _singular(word: str) -> str:
    """An English noun in the singular: the S stemmer of Harman, "How effective is suffixing?", JASIS 1991."""
    if word.endswith("ies") and not word.endswith(("eies", "aies")):
        return word[:-3] + "y"
    if word.endswith("es") and not word.endswith(("aes", "ees", "oes")):
        return word[:-1]
    return word[:-1] if word.endswith("s") and not word.endswith(("us", "ss")) else word


@dataclass(frozen=True, slots=True)
class _Index:
    """The entries by what they begin with: two letters of a Swedish word, an English word."""

    swedish: Mapping[str, Sequence[_Entry]]
    english: Mapping[str, Sequence[_Entry]]


@lru_cache(maxsize=1)
def _index() -> _Index:
    swedish: defaultdict[str, list[_Entry]] = defaultdict(list)
    english: defaultdict[str, list[_Entry]] = defaultdict(list)
    for concept in concepts():
        for kind, texts in ((Kind.WORD, concept.words), (Kind.ABBREVIATION, concept.abbreviations)):
            for text in texts:
                words = tuple(_WORD.findall(text.casefold()))
                swedish[words[0][:_BUCKET]].append(_Entry(words, text, kind, concept))
        for text in concept.english:
            words = tuple(map(_singular, _WORD.findall(text.casefold())))
            english[words[0]].append(_Entry(words, text, Kind.ENGLISH, concept))
    return _Index(swedish, english)


def _listed(cell: str) -> tuple[str, ...]:
    return tuple(word for word in map(str.strip, cell.split(",")) if word)
