"""What a person meant by the words of a question: spoken forms, å, ä and ö typed as a and o, misspellings.

A word that is known stays as it is, but for two cases: it is a spoken form, or the text is typed without dots and rings
and it is also another word without them. An unknown word is held against the words that the plans use.
"""

from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import product
from typing import NamedTuple, Protocol

from index.analysis import Token, TokenKind, base_form, is_word, normalised, parts_of, share_of, tokens
from index.languages import english_lead
from index.rapidfuzz_spelling import differ_by_doubling, nearest_word
from index.spoken_forms import SPOKEN_AFTER, SPOKEN_FORMS

SHORTEST = 4
"""Letters of the shortest unknown word that is looked for under another spelling."""
ALIKE = 2
"""Letters that a misspelt word and what it stands for begin with, both, the second perhaps doubled or left out; å, ä
and ö count as a and o."""
SURE = 10
"""Letters of a word that is so long that one edit can only be a misspelling, though it looks like a compound."""
UNMISTAKABLE = 20.0
"""How much commoner a word with dots or rings must be than the one without, to show that a text is typed without."""
UNHEARD_OF = 100.0
"""How much commoner it must be where the text has other dots and rings."""
MOST_DOTTED = 6
"""Letters of a word that are tried with and without dots and rings."""
LAST = "\U0010ffff"
"""The character that stands behind all others."""
CERTAIN, LIKELY, DOUBTFUL = 1.0, 0.8, 0.5
"""What a word is worth as a reading of the one that was typed: unambiguous, mended, one of several."""

LETTERS = "abcdefghijklmnopqrstuvwxyzåäö"
_DOTTED: Mapping[str, str] = {"a": "aåä", "o": "oö"}


class Vocabulary(Protocol):
    """The words that the plans use."""

    def terms_beginning(self, beginnings: Collection[str]) -> Mapping[str, int]:
        """Terms that begin with any of these, each with the number of passages that hold it."""
        ...


class Reading(NamedTuple):
    """A word, or several, that may be meant, and what it is worth as a reading."""

    word: str
    worth: float


class Mended(NamedTuple):
    """A token of a text with its readings, best first; never without one."""

    token: Token
    readings: tuple[Reading, ...]


class _Word(NamedTuple):
    """A word of the text, whether it is written as a name, and the known words that it may be with dots and rings."""

    text: str
    is_name: bool
    spellings: tuple[str, ...]


def mended_words(text: str, vocabulary: Vocabulary) -> list[Mended]:
    """Each word and number of the text with what may be meant by it; English words are left as they are."""
    found = list(tokens(text))
    if is_english(found):
        return [Mended(token, _certainly(token.text)) for token in found]
    normal = normalised(text)
    spoken = dict(_spoken(normal, found))
    plain = _is_plain(found)
    words = [
        _Word(token.text, bool(place) and normal[token.start].isupper(), _spellings(token.text, plain))
        if token.kind is TokenKind.WORD and place not in spoken
        else None
        for place, token in enumerate(found)
    ]
    known = _asked_for(words, vocabulary)
    return [
        Mended(token, _readings(word, known) if word else _certainly(spoken.get(place, token.text)))
        for place, (token, word) in enumerate(zip(found, words, strict=True))
    ]


def is_english(found: Iterable[Token]) -> bool:
    """Whether more of the words are small words of English than of Swedish, which may be typed without dots (*for*)."""
    words = [token.text for token in found if token.kind is TokenKind.WORD]
    lead = english_lead(words)
    return lead > 1 or (lead == 1 and 2 * sum(map(is_word, words)) <= len(words))


def mended_text(text: str, mended: Sequence[Mended]) -> str:
    """The text with the best reading of each word in its place, capitals as they were; composed and otherwise as is."""
    normal = normalised(text)
    parts, end = [], 0
    for token, readings in mended:
        word = readings[0].word
        if word != token.text:
            written = normal[token.start : token.end]
            parts += [normal[end : token.start], word.capitalize() if written[0].isupper() else word]
            end = token.end
    return "".join((*parts, normal[end:]))


def _is_plain(found: Sequence[Token]) -> bool:
    """Whether the text is typed without dots and rings: it has none, where one of its words can only have them."""
    words = [token.text for token in found if token.kind is TokenKind.WORD]
    if any(letter in "åäö" for word in words for letter in word):
        return False
    return any(
        share_of(spelling) > UNMISTAKABLE * share_of(word)
        for word in words
        for spelling in _dotted(word)
        if len(word) > 1
    )


def _spoken(normal: str, found: Sequence[Token]) -> Iterator[tuple[int, str]]:
    """Places of spoken forms, with what is meant; none is in capitals, or part of a word with hyphens."""
    before = ""
    for place, token in enumerate(found):
        meant = SPOKEN_AFTER.get((before, token.text)) or SPOKEN_FORMS.get(token.text)
        written = normal[token.start : token.end]
        beside = normal[max(token.start - 1, 0) : token.start] + normal[token.end : token.end + 1]
        if meant and "-" not in beside and not written.isupper():
            yield place, meant
        before = token.text


def _dotted(word: str) -> Iterator[str]:
    """The other words that the word may be without dots and rings."""
    if sum(letter in _DOTTED for letter in word) <= MOST_DOTTED:
        for letters in product(*(_DOTTED.get(letter, letter) for letter in word)):
            spelling = "".join(letters)
            if spelling != word:
                yield spelling


def _spellings(word: str, plain: bool) -> tuple[str, ...]:
    """Known words that may be meant instead; of a word that is known itself only where the text is plain, or where it
    is so rare beside them that none writes it.
    """
    spellings = filter(is_word, _dotted(word))
    if not is_word(word) or plain:
        return tuple(spellings)
    return tuple(spelling for spelling in spellings if share_of(spelling) > UNHEARD_OF * share_of(word))


def _beginnings(word: _Word) -> Iterator[str]:
    """What to ask the vocabulary for; nothing for a word that is known and has no other spelling."""
    if is_word(word.text):
        yield from (base_form(spelling) for spelling in (word.text, *word.spellings) if word.spellings)
    elif len(word.text) >= SHORTEST:
        first, second, third = tuple(word.text[:3])
        for start in (first + second, first + third, *(first + lost + second for lost in LETTERS)):
            yield from map("".join, product(*(_DOTTED.get(letter, letter) for letter in start)))


def _asked_for(words: Sequence[_Word | None], vocabulary: Vocabulary) -> Mapping[str, int]:
    """What the vocabulary has of the words as they are; of those that it lacks, and no one knows, what begins alike."""
    unknown = frozenset(word.text for word in words if word and not is_word(word.text))
    known = dict(vocabulary.terms_beginning(unknown)) if unknown else {}
    asked = frozenset(start for word in words if word and word.text not in known for start in _beginnings(word))
    return {**known, **vocabulary.terms_beginning(asked)} if asked else known


def _certainly(word: str) -> tuple[Reading, ...]:
    return (Reading(word, CERTAIN),)


def _readings(word: _Word, known: Mapping[str, int]) -> tuple[Reading, ...]:
    text = word.text
    if is_word(text) and word.spellings:
        return _among_known(text, word.spellings, known)
    if is_word(text) or len(text) < SHORTEST:
        return _certainly(text)
    if text in known:
        return _certainly(text)
    dotted = {*word.spellings, *(spelling for spelling in _dotted(text) if _passages(spelling, known))}
    if dotted:
        return _certainly(max(dotted, key=lambda spelling: (_passages(spelling, known), share_of(spelling))))
    looks_compounded = bool(parts_of(text))
    edits = 1 if word.is_name or (looks_compounded and len(text) >= SURE) else 0 if looks_compounded else None
    nearest = nearest_word(text, known, edits)
    if nearest and len(text) < SURE and _passages(text, known) and not differ_by_doubling(text, nearest):
        return _certainly(text)
    return (Reading(nearest, LIKELY),) if nearest else _certainly(text)


def _among_known(word: str, spellings: Sequence[str], known: Mapping[str, int]) -> tuple[Reading, ...]:
    """The readings of a word that is another with dots and rings: those that the plans use, the commonest first."""
    most = max(map(share_of, (word, *spellings)))
    every = [spelling for spelling in (word, *spellings) if share_of(spelling) * UNMISTAKABLE >= most]
    used = [spelling for spelling in every if _passages(spelling, known)] or [max(every, key=share_of)]
    used.sort(key=share_of, reverse=True)
    return tuple(Reading(spelling, DOUBTFUL if place else CERTAIN) for place, spelling in enumerate(used))


def _passages(word: str, known: Mapping[str, int]) -> int:
    """How many passages hold the word, as it is or in its base form."""
    return max(known.get(word, 0), known.get(base_form(word), 0))


class KnownWords:
    """A Vocabulary of words that are all known alike, put in order when it is first asked."""

    def __init__(self, words: Iterable[Collection[str]]) -> None:
        self._unordered = words

    def terms_beginning(self, beginnings: Collection[str]) -> Mapping[str, int]:
        """Words that begin with any of these."""
        words = self._words
        return {
            word: 1
            for beginning in beginnings
            for word in words[bisect_left(words, beginning) : bisect_left(words, beginning + LAST)]
        }

    @cached_property
    def _words(self) -> list[str]:
        return sorted({word for words in self._unordered for word in words})


class Vocabularies:
    """Several vocabularies as one."""

    def __init__(self, vocabularies: Sequence[Vocabulary]) -> None:
        self._all = vocabularies

    def terms_beginning(self, beginnings: Collection[str]) -> Mapping[str, int]:
        """Terms of any of them that begin with any of these."""
        found: dict[str, int] = {}
        for vocabulary in self._all:
            for term, passages in vocabulary.terms_beginning(beginnings).items():
                found[term] = found.get(term, 0) + passages
        return found


def mended(text: str, vocabulary: Vocabulary) -> str:
    """The text with spoken forms written out, dots and rings put back, and misspelt words as words of the plans."""
    return mended_text(text, mended_words(text, vocabulary))
