"""A library that several machines can share: PostgreSQL by URL, and its vectors in a folder of this machine."""

from pathlib import Path

from index.chroma_store import ChromaShelf
from index.embedder import Embedder
from index.library import Library
from index.postgres_address import PostgresAddress
from index.postgres_catalogue import open_postgres_catalogue
from index.postgres_writer_lock import PATIENCE_S, PostgresWriterLock
from index.psycopg_database import PostgresDatabase
from index.pydantic_codec import format_name
from index.reranker import Reranker


def open_served_library(
    address: PostgresAddress,
    data: Path,
    embedder: Embedder,
    reranker: Reranker | None = None,
    patience_s: float = PATIENCE_S,
) -> Library:
    """Open the library in the schema, which is made where it is missing.

    The vectors lie in a folder named by the schema's identity, so that libraries in other schemas, or in the data
    folder itself, keep theirs. `patience_s` is how long an ingest waits for another one. Raises LibraryInaccessible,
    LibraryDamaged, LibraryOutdated or LibraryBusy.
    """
    database = PostgresDatabase(address, format_name())
    folder = data / f"database-{database.identity}"
    lock = PostgresWriterLock(database, patience_s)
    return Library(open_postgres_catalogue(database), lambda: ChromaShelf(folder), embedder, lock, reranker)
