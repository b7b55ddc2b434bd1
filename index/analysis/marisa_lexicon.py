"""The lexicon as a MARISA trie in the user's cache folder: a few megabytes, mapped into memory and shared.

Where the folder cannot be written, or what lies there cannot be read, each process makes its own.
"""

import contextlib
import os
from functools import lru_cache
from math import log10
from pathlib import Path
from struct import Struct
from typing import TYPE_CHECKING

from index.analysis.lexicon import Entry

if TYPE_CHECKING:
    from collections.abc import Iterator

    from marisa_trie import BytesTrie

FILE = "swedish-lexicon-6.marisa"
"""Raised with every change of what is kept, or of how it is made."""

_RECORD = Struct("<BBBB")
_STEPS_A_DECADE = 28.0
"""Shares are kept as their logarithms in one byte: each step is 9 %."""
_NONE = 255


class MarisaLexicon:
    """A Lexicon over a trie of roles, shares, how many letters to take from the end for the base form, and its end."""

    def __init__(self, trie: "BytesTrie") -> None:
        self._trie = trie

    def get(self, word: str) -> Entry | None:
        """What is known of the casefolded word."""
        found = self._trie.get(word)
        if not found:
            return None
        roles, share, base_share, cut = _RECORD.unpack_from(found[0])
        ending = found[0][_RECORD.size :].decode()
        return Entry(word[: len(word) - cut] + ending, _share(share), _share(base_share), roles)


def open_lexicon() -> MarisaLexicon:
    """The lexicon of the cache folder; made, and left there, where there is none."""
    from marisa_trie import BytesTrie

    path = cache_folder() / FILE
    with contextlib.suppress(OSError, RuntimeError, ValueError):
        return MarisaLexicon(BytesTrie().mmap(str(path)))
    trie = BytesTrie((word, _packed(word, entry)) for word, entry in _made())
    with contextlib.suppress(OSError):
        _save(trie, path)
    return MarisaLexicon(trie)


def cache_folder() -> Path:
    """Where this user's programs keep what they can make again."""
    from platformdirs import user_cache_path

    return user_cache_path("plansvar", appauthor=False)


def _made() -> "Iterator[tuple[str, Entry]]":
    from index.analysis.lexicon_making import entries
    from index.analysis.simplemma_dictionary import base_forms
    from ingest.repair.wordfreq_frequencies import frequencies

    return entries(base_forms(), frequencies())


def _save(trie: "BytesTrie", path: Path) -> None:
    """Write beside, then put in place: another process sees all of it or nothing."""
    import tempfile

    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent)
    os.close(handle)
    try:
        trie.save(name)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink()
        raise


def _packed(word: str, entry: Entry) -> bytes:
    base, share, base_share, roles = entry
    kept = len(base)
    while not word.startswith(base[:kept]):
        kept -= 1
    return _RECORD.pack(roles, _step(share), _step(base_share), len(word) - kept) + base[kept:].encode()


@lru_cache(maxsize=20_000)
def _step(share: float) -> int:
    return min(_NONE - 1, round(-log10(share) * _STEPS_A_DECADE)) if share else _NONE


def _share(step: int) -> float:
    return 0.0 if step == _NONE else float(10 ** (-step / _STEPS_A_DECADE))
