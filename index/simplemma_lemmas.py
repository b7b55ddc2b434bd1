"""Swedish base forms from simplemma's dictionary.

Unpacked into memory the dictionary takes a second and 150 MB at each start. So it is kept as simplemma's trie: 5 MB,
built in some seconds and left in the user's cache folder the first time that it is needed, which is at the first
ingest, and opened in milliseconds from then on. Where that folder cannot be written, each process builds its own.
"""

from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from simplemma import Lemmatizer

MAX_STEPS = 3
"""The dictionary takes one form to another more than once (*avgiften* → *avgift* → *avgifta*): followed to its end."""


@lru_cache(maxsize=200_000)
def lemma(word: str) -> str:
    """The casefolded base form of a casefolded word, the word itself where none is known."""
    lemmatizer = _lemmatizer()
    for _ in range(MAX_STEPS):
        base = lemmatizer.lemmatize(word, lang="sv").casefold()
        if base == word or not base.isalnum():
            break
        word = base
    return word


@lru_cache(maxsize=1)
def _lemmatizer() -> "Lemmatizer":
    from simplemma import Lemmatizer
    from simplemma.strategies import DefaultStrategy
    from simplemma.strategies.dictionaries import TrieDictionaryFactory

    # Left to itself, simplemma unpacks the dictionary into memory.
    strategy = DefaultStrategy(greedy=True, dictionary_factory=TrieDictionaryFactory())
    return Lemmatizer(lemmatization_strategy=strategy)
