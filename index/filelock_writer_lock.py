"""One writer at a time among processes and threads, by a lock file in the data folder."""

import contextlib
from collections.abc import Iterator
from pathlib import Path

from index.errors import LibraryBusy, LibraryInaccessible

PATIENCE_S = 30.0
"""How long a second ingest waits for the first."""


class FilelockWriterLock:
    """A WriterLock that the operating system lets go of when its process ends, however it ends."""

    def __init__(self, path: Path, patience_s: float = PATIENCE_S) -> None:
        self._path = path
        self._patience_s = patience_s

    @contextlib.contextmanager
    def held(self) -> Iterator[None]:
        """Hold the lock for the block; raises LibraryBusy after the wait, LibraryInaccessible without rights."""
        from filelock import FileLock, Timeout

        lock = FileLock(self._path)
        try:
            lock.acquire(timeout=self._patience_s)
        except Timeout as exc:
            raise LibraryBusy(str(self._path.parent)) from exc
        except OSError as exc:
            raise LibraryInaccessible(str(self._path), exc.strerror or "") from exc
        try:
            yield
        finally:
            lock.release()
