"""What is searched, made once from what a person wrote."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from math import log10

from index.analysis import TokenKind, base_form, letter_runs, parts_of, share_of, terms
from index.glossary import expansions
from index.languages import english_lead
from index.mending import Mended, Vocabulary, is_english, mended_text, mended_words

PART = 0.5
"""What a part of a compound is worth beside the whole."""
RUN = 0.2
"""What a run of its letters is worth beside a word."""
COMMONEST, COMMON = 0.03, 1e-4
"""Shares of running text from which a word counts for nothing, and up to which it counts in full."""
TRANSLATION = 0.7
"""What a Swedish word must be worth, for an English question, to be embedded with it."""
LEAST = 0.1
"""What a word must be worth to be looked for, where others are worth more."""

_YEAR = re.compile(r"(?:19|20)\d\d")


@dataclass(frozen=True, slots=True)
class Query:
    """The text as written, its terms with what each is worth (1 a word of the text), what is embedded, its years.

    Words of every text (*hur*, *mycket*) are worth little; `meaning` is the text with its words mended,
    an English one's with the Swedish for them beside.
    """

    text: str
    terms: Mapping[str, float]
    meaning: str
    years: frozenset[int]


def query_of(text: str, vocabulary: Vocabulary) -> Query:
    """The query that a text makes, where the plans use these words."""
    mended = mended_words(text, vocabulary)
    meaning = mended_text(text, mended)
    english = is_english(token for token, _ in mended)
    others = expansions(meaning)
    found: dict[str, float] = {}
    for term, worth in (*_own(mended, english), *others.items()):
        found[term] = max(found.get(term, 0.0), worth)
    if english:
        meaning = " ".join((meaning, *(term for term, worth in others.items() if worth >= TRANSLATION)))
    telling = {term: worth for term, worth in found.items() if worth >= LEAST}
    years = frozenset(int(term) for term in found if _YEAR.fullmatch(term))
    return Query(text, telling or dict.fromkeys(terms(meaning), LEAST), meaning, years)


def _own(mended: list[Mended], english: bool) -> Iterator[tuple[str, float]]:
    """The terms of the words themselves and of their parts, without the small words of English."""
    for token, readings in mended:
        if english and english_lead([token.text]) > 0:
            continue
        if token.kind is not TokenKind.WORD and readings[0].word == token.text:
            yield token.text, 1.0
            continue
        for reading in readings:
            for word in reading.word.split():
                worth = reading.worth * _weight(word)
                term = base_form(word)
                yield term, worth
                yield from ((part, PART * worth) for part in parts_of(term))
                yield from ((run, RUN * worth) for run in letter_runs(word))


def _weight(word: str) -> float:
    """What the word tells by how common it is: between nothing and all, linear in the logarithm of its share."""
    share = share_of(word)
    if share <= COMMON:
        return 1.0
    return max(0.0, (log10(COMMONEST) - log10(share)) / (log10(COMMONEST) - log10(COMMON)))
