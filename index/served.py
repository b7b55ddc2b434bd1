"""A library that several machines can share: PostgreSQL by URL, and vectors wherever they are kept for it."""

from index.embedder import Embedder
from index.library import Library
from index.postgres_address import PostgresAddress
from index.postgres_catalogue import open_postgres_catalogue
from index.postgres_writer_lock import PATIENCE_S, PostgresWriterLock
from index.psycopg_database import PostgresDatabase
from index.pydantic_codec import format_name
from index.reranker import Reranker
from index.shelf_opening import ShelfOpener


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
        return Library(catalogue, lambda: open_shelf(catalogue.identity), embedder, lock, reranker)
    except BaseException:
        database.close()
        raise
