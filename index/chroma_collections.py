"""A generation's vectors in Chroma, wherever it runs: one collection for each kind.

Only vectors and the keys of their records are stored here, never text.
"""

import contextlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, TypeAlias

import numpy as np

from index.editions import Key, Kind, Match
from index.embedder import Vectors
from index.errors import LibraryError
from index.ports import KeyedVectors

if TYPE_CHECKING:
    from chromadb.api import ClientAPI
    from chromadb.api.collection_configuration import CreateHNSWConfiguration
    from chromadb.api.models.Collection import Collection as ChromaCollection

HNSW: "CreateHNSWConfiguration" = {
    "space": "cosine",
    "ef_search": 200,
    "ef_construction": 100,
    "max_neighbors": 48,
    "batch_size": 2,
    "sync_threshold": 2,
}
"""How the nearest are looked for. Over 20 000 passages of 384 dimensions, recombined from real ones: how many of the
ten nearest are found, and in what time of a core; over 19 600 figure rows, which crowd by association, how many are
not found by their own vector, and how many are added a second:

    neighbors 24, construction 100                          99 missed
    neighbors 32, construction 100, search 200    0.984     18 missed  2 500/s
    neighbors 32, construction 200, search 300    0.992      3 missed  1 300/s
    neighbors 48, construction 100, search 100    0.951  3 ms
    neighbors 48, construction 100, search 200    0.986  5 ms  2 missed  2 450/s
    neighbors 48, construction 100, search 300    0.993  6 ms

With so low a threshold each batch leaves Chroma's log for the files of the index at once: otherwise up to a thousand
are taken from the log and put into the index whenever a process opens it, at 0.5 s for a thousand.
"""

Translation: TypeAlias = Callable[[], contextlib.AbstractContextManager[None]]
"""Makes a block in which Chroma's errors become branches of LibraryError."""


class ChromaStore:
    """A VectorStore over one Chroma collection for each kind; raises what its translation makes of Chroma's errors."""

    def __init__(
        self,
        collections: Mapping[Kind, "ChromaCollection"],
        batch: int,
        translated: Translation,
        seal: Callable[[], None] = lambda: None,
        close: Callable[[], None] = lambda: None,
    ) -> None:
        self._collections = collections
        self._batch = batch
        self._translated = translated
        self._seal = seal
        self.close = close

    def add(self, kind: Kind, keys: Sequence[Key], vectors: Vectors) -> None:
        """Add vectors in batches that Chroma takes."""
        with self._translated():
            for start in range(0, len(keys), self._batch):
                batch = slice(start, start + self._batch)
                self._collections[kind].add(ids=[_id(key) for key in keys[batch]], embeddings=vectors[batch])

    def nearest(self, kind: Kind, vectors: Vectors, limit: int) -> list[list[Match]]:
        """For each row the nearest records by cosine, best first."""
        if not len(vectors):
            return []
        with self._translated():
            found = self._collections[kind].query(query_embeddings=vectors, n_results=limit, include=["distances"])
        return [
            [Match(_key(id_), 1.0 - distance) for id_, distance in zip(ids, distances, strict=True)]
            for ids, distances in zip(found["ids"], found["distances"] or [], strict=True)
        ]

    def vectors(self, kind: Kind, keys: Sequence[Key]) -> KeyedVectors:
        """The vectors of these keys, those that are not there left out, in no certain order."""
        ids: list[str] = []
        parts = [np.empty((0, 0), dtype=np.float32)]
        with self._translated():
            for start in range(0, len(keys), self._batch):
                asked = [_id(key) for key in keys[start : start + self._batch]]
                found = self._collections[kind].get(ids=asked, include=["embeddings"])
                if found["ids"]:
                    ids += found["ids"]
                    parts.append(np.asarray(found["embeddings"], dtype=np.float32))
        return KeyedVectors(tuple(map(_key, ids)), np.concatenate(parts[1:]) if ids else parts[0])

    def count(self, kind: Kind) -> int:
        """How many vectors there are."""
        with self._translated():
            return self._collections[kind].count()

    def seal(self) -> None:
        """See to it that nothing but what was added is on disk, as far as it is in this machine's hands."""
        with self._translated():
            self._seal()


def made(client: "ClientAPI", name: Callable[[Kind], str]) -> None:
    """Make an empty collection for each kind."""
    from chromadb.api.collection_configuration import CreateCollectionConfiguration

    configuration = CreateCollectionConfiguration(hnsw=HNSW)
    for kind in Kind:
        client.create_collection(name(kind), embedding_function=None, configuration=configuration)


def opened(client: "ClientAPI", name: Callable[[Kind], str]) -> "dict[Kind, ChromaCollection]":
    """The collection of each kind."""
    return {kind: client.get_collection(name(kind), embedding_function=None) for kind in Kind}


@contextlib.contextmanager
def translated(error: type[LibraryError], where: str) -> Iterator[None]:
    """A block in which whatever Chroma raises becomes this error."""
    try:
        yield
    except Exception as exc:
        # Beside ChromaError: ValueError, RuntimeError, and AttributeError where a client could not be started before.
        raise error(where, " ".join(str(exc).split())[:200]) from exc


def _id(key: Key) -> str:
    return f"{key.edition}:{key.id}"


def _key(id_: str) -> Key:
    edition, _, record_id = id_.partition(":")
    return Key(int(edition), record_id)
