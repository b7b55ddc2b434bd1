"""Vectors in Chroma, embedded in this process and kept on disk: a folder for each generation.

A generation is written by one process before any edition in it is in force, and only read after that, which stays
clear of what Chroma 1.5 does not promise: another process's additions are not seen by an open client (so each change
is a new folder), deletes and updates in place can hide live vectors and leave the deleted ones on disk (so a whole
folder is erased instead).
"""

import contextlib
import shutil
import threading
import time
from collections.abc import Collection
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, cast

from index.chroma_collections import ChromaStore, made, opened, translated
from index.chroma_files import overwrite_room
from index.editions import Kind
from index.errors import LibraryDamaged, LibraryInaccessible

if TYPE_CHECKING:
    from chromadb.api.client import Client

MOST_FILES = 65_536
"""An open generation takes some twenty files, so a million passages take more than the thousand that are usual."""

_opening = threading.Lock()
"""Chroma's cache of open databases is shared by the whole process and not safe against two threads at once."""


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
    from chromadb.config import Settings

    _allow_many_files()
    with translated(LibraryInaccessible if new else LibraryDamaged, str(folder)), _opening:
        settings = Settings(anonymized_telemetry=False)
        client = cast("Client", chromadb.PersistentClient(path=str(folder), settings=settings))
        try:
            if new:
                made(client, _name)
            collections, batch = opened(client, _name), client.get_max_batch_size()
        except BaseException:
            client.close()
            raise
    error = LibraryInaccessible if new else LibraryDamaged
    return ChromaStore(
        collections,
        batch,
        partial(translated, error, str(folder)),
        seal=partial(overwrite_room, folder),
        close=partial(_close, client),
    )


def _close(client: "Client") -> None:
    with _opening:
        client.close()


def _name(kind: Kind) -> str:
    return f"{kind.value}s"


def _allow_many_files() -> None:
    """Use as many open files as the system lets a process have; where it does not tell, what there is must do."""
    with contextlib.suppress(ImportError, OSError, ValueError):
        import resource

        soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
        wanted = MOST_FILES if hard == resource.RLIM_INFINITY else min(MOST_FILES, hard)
        if soft != resource.RLIM_INFINITY and soft < wanted:
            resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, hard))


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
