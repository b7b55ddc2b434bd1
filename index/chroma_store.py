"""Vectors in Chroma, embedded in this process and kept on disk: a folder for each generation.

A generation is written by one process before any edition in it is in force, and only read after that, which stays
clear of what Chroma 1.5 does not promise: another process's additions are not seen by an open client (so each change
is a new folder), deletes and updates in place can hide live vectors and leave the deleted ones on disk (so a whole
folder is erased instead). Only vectors, ids, plan ids and edition numbers are stored here, never text.
"""

import contextlib
import shutil
import threading
import time
from collections.abc import Collection, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, cast

import numpy as np

from index.editions import Key, Kind, Match
from index.embedder import Vectors
from index.errors import LibraryDamaged, LibraryError, LibraryInaccessible
from index.ports import EditionVectors

if TYPE_CHECKING:
    from chromadb.api.client import Client
    from chromadb.api.collection_configuration import CreateHNSWConfiguration
    from chromadb.api.models.Collection import Collection as ChromaCollection

HNSW: "CreateHNSWConfiguration" = {"space": "cosine", "ef_search": 300, "ef_construction": 200, "max_neighbors": 32}
"""Chroma's own settings lose one hit in ten at 100 000 vectors; with these none is lost at 50 000."""

_opening = threading.Lock()
"""Chroma's cache of open databases is shared by the whole process and not safe against two threads at once."""


class ChromaStore:
    """A VectorStore over one Chroma collection for each kind; raises LibraryDamaged."""

    def __init__(self, client: "Client", collections: Mapping[Kind, "ChromaCollection"], folder: Path) -> None:
        self._client = client
        self._collections = collections
        self._folder = folder

    def add(self, edition: int, plan_id: str, kind: Kind, ids: Sequence[str], vectors: Vectors) -> None:
        """Add an edition's vectors of one kind in batches that Chroma takes."""
        size = self._client.get_max_batch_size()
        with _translated(self._folder, LibraryInaccessible):
            for start in range(0, len(ids), size):
                part = ids[start : start + size]
                self._collections[kind].add(
                    ids=[f"{edition}:{id_}" for id_ in part],
                    embeddings=vectors[start : start + size],
                    metadatas=[{"plan": plan_id, "edition": edition}] * len(part),
                )

    def nearest(self, kind: Kind, vectors: Vectors, limit: int) -> list[list[Match]]:
        """For each row the nearest records by cosine, best first."""
        if not len(vectors):
            return []
        with _translated(self._folder):
            collection = self._collections[kind]
            found = collection.query(query_embeddings=vectors, n_results=limit, include=["distances"])
        return [
            [Match(_key(id_), 1.0 - distance) for id_, distance in zip(ids, distances, strict=True)]
            for ids, distances in zip(found["ids"], found["distances"] or [], strict=True)
        ]

    def of_edition(self, edition: int, kind: Kind) -> EditionVectors:
        """An edition's vectors, in no certain order."""
        with _translated(self._folder):
            found = self._collections[kind].get(where={"edition": edition}, include=["embeddings"])
        return EditionVectors(
            tuple(_key(id_).id for id_ in found["ids"]), np.asarray(found["embeddings"], dtype=np.float32)
        )

    def count(self, kind: Kind) -> int:
        """How many vectors there are."""
        with _translated(self._folder):
            return self._collections[kind].count()

    def close(self) -> None:
        """Let go of the folder's files."""
        with _opening:
            self._client.close()


class ChromaShelf:
    """A VectorShelf over folders `vectors-<n>`; Chroma is imported when the first store is opened."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._stores: dict[int, ChromaStore] = {}
        self._lock = threading.RLock()

    def generations(self) -> frozenset[int]:
        """Generations that have a folder."""
        numbers = (path.name.removeprefix("vectors-") for path in self._folder.glob("vectors-*"))
        return frozenset(int(number) for number in numbers if number.isdecimal())

    def open(self, generation: int, new: bool = False) -> ChromaStore:
        """The store of a generation; raises LibraryDamaged where its folder is missing or cannot be read."""
        with self._lock:
            if generation not in self._stores:
                folder = self._path(generation)
                if not new and not folder.is_dir():
                    raise LibraryDamaged(str(folder), "the folder is missing")
                self._stores[generation] = _open_store(folder, new)
            return self._stores[generation]

    def drop(self, generation: int) -> None:
        """Close a generation and erase its folder."""
        with self._lock:
            self.close(keep=self._stores.keys() - {generation})
            _erase(self._path(generation))

    def close(self, keep: Collection[int] = ()) -> None:
        """Close every open store but those to keep."""
        with self._lock:
            for generation in self._stores.keys() - set(keep):
                self._stores.pop(generation).close()

    def _path(self, generation: int) -> Path:
        return self._folder / f"vectors-{generation}"


def _open_store(folder: Path, new: bool) -> ChromaStore:
    import chromadb
    from chromadb.api.collection_configuration import CreateCollectionConfiguration
    from chromadb.config import Settings

    with _translated(folder, LibraryInaccessible if new else LibraryDamaged), _opening:
        settings = Settings(anonymized_telemetry=False)
        client = cast("Client", chromadb.PersistentClient(path=str(folder), settings=settings))
        try:
            if new:
                configuration = CreateCollectionConfiguration(hnsw=HNSW)
                for kind in Kind:
                    client.create_collection(_name(kind), embedding_function=None, configuration=configuration)
            collections = {kind: client.get_collection(_name(kind), embedding_function=None) for kind in Kind}
        except BaseException:
            client.close()
            raise
    return ChromaStore(client, collections, folder)


def _name(kind: Kind) -> str:
    return f"{kind.value}s"


def _erase(folder: Path, attempts: int = 5) -> None:
    """Chroma closes its files in a thread of its own a moment after `close`, which can disturb the first attempt."""
    while folder.exists():
        attempts -= 1
        try:
            shutil.rmtree(folder)
        except OSError as exc:
            if not attempts:
                raise LibraryInaccessible(str(folder), exc.strerror or "") from exc
            time.sleep(0.1)


@contextlib.contextmanager
def _translated(folder: Path, error: type[LibraryError] = LibraryDamaged) -> Iterator[None]:
    try:
        yield
    except Exception as exc:
        # Beside ChromaError: ValueError, RuntimeError, and AttributeError where a client could not be started before.
        raise error(str(folder), " ".join(str(exc).split())[:200]) from exc


def _key(id_: str) -> Key:
    edition, _, record_id = id_.partition(":")
    return Key(int(edition), record_id)
