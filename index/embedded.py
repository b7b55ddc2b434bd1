"""A library in one folder of this machine: SQLite, and Chroma inside this process unless vectors lie elsewhere."""

from pathlib import Path

from index.embedder import Embedder
from index.filelock_writer_lock import PATIENCE_S, FilelockWriterLock
from index.library import Library
from index.pydantic_codec import format_name
from index.reranker import Reranker
from index.shelf_opening import ShelfOpener, in_folder
from index.sqlite_catalogue import open_sqlite_catalogue


def open_embedded_library(
    data: Path,
    embedder: Embedder,
    reranker: Reranker | None = None,
    patience_s: float = PATIENCE_S,
    open_shelf: ShelfOpener | None = None,
) -> Library:
    """Open the library in the folder, which is made where it is missing.

    Its vectors lie there too unless `open_shelf` says where. `patience_s` is how long an ingest waits for another one.
    Raises LibraryInaccessible, LibraryDamaged, LibraryOutdated or LibraryBusy.
    """
    catalogue = open_sqlite_catalogue(data / "library.sqlite", format_name())
    lock = FilelockWriterLock(data / "writer.lock", patience_s)
    opener = open_shelf or in_folder(data)
    return Library(catalogue, lambda: opener(catalogue.identity), embedder, lock, reranker)
