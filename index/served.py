"""A library that several machines can share: PostgreSQL by URL, and vectors wherever they are kept for it."""

from collections.abc import Callable
from pathlib import Path

from index.chroma_store import ChromaShelf
from index.embedder import Embedder
from index.library import Library
from index.ports import VectorShelf
from index.postgres_address import PostgresAddress
from index.postgres_catalogue import open_postgres_catalogue
from index.postgres_writer_lock import PATIENCE_S, PostgresWriterLock
from index.psycopg_database import PostgresDatabase
from index.pydantic_codec import format_name
from index.reranker import Reranker

ShelfOpener = Callable[[str], VectorShelf]
"""Opens the vectors of the installation that goes by this name, which no other has."""


def vectors_in(data: Path) -> ShelfOpener:
    """Vectors in a folder of this machine, apart from those of libraries in other databases or in the folder itself."""
    return lambda identity: ChromaShelf(data / f"database-{identity}")


def open_served_library(
    address: PostgresAddress,
    open_shelf: ShelfOpener,
    embedder: Embedder,
    reranker: Reranker | None = None,
    patience_s: float = PATIENCE_S,
) -> Library:
    """Open the library in the schema, which is made where it is missing.

    Machines that share the schema must share its vectors too. `patience_s` is how long an ingest waits for another one.
    Raises LibraryInaccessible, LibraryDamaged, LibraryOutdated or LibraryBusy.
    """
    database = PostgresDatabase(address, format_name())
    try:
        catalogue, lock = open_postgres_catalogue(database), PostgresWriterLock(database, patience_s)
        return Library(catalogue, lambda: open_shelf(database.identity), embedder, lock, reranker)
    except BaseException:
        database.close()
        raise
