"""The usual BM25: bm25s with its own settings over Swedish snowball stems, a peer that search is compared with."""

import re
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from evals.errors import BenchExtraMissing

if TYPE_CHECKING:
    from types import ModuleType

_WORD = re.compile(r"\w+")


def bm25_ranking(texts: Sequence[str]) -> Callable[[str], list[int]]:
    """A ranking of the texts' places by a query, those without any of its words left out; raises BenchExtraMissing."""
    bm25s, stem = _library(), _stemmer()
    index = bm25s.BM25()
    index.index([stem(_words(text)) for text in texts], show_progress=False)

    def ranked(query: str) -> list[int]:
        known = [word for word in stem(_words(query)) if word in index.vocab_dict]
        if not known:
            return []
        places, scores = index.retrieve([known], k=len(texts), show_progress=False)
        return [int(place) for place, score in zip(places[0], scores[0], strict=True) if score > 0]

    return ranked


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold())


def _library() -> "ModuleType":
    try:
        import bm25s
    except ImportError as error:
        raise BenchExtraMissing("bm25s", str(error)) from error
    module: ModuleType = bm25s
    return module


def _stemmer() -> Callable[[list[str]], list[str]]:
    try:
        import snowballstemmer
    except ImportError as error:
        raise BenchExtraMissing("snowballstemmer", str(error)) from error
    stem: Callable[[list[str]], list[str]] = snowballstemmer.stemmer("swedish").stemWords
    return stem
