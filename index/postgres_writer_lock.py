"""One writer at a time among the processes that share a schema of a PostgreSQL database."""

from contextlib import AbstractContextManager

from index.psycopg_database import PostgresDatabase

PATIENCE_S = 30.0
"""How long a second ingest waits for the first."""


class PostgresWriterLock:
    """A WriterLock that the server lets go of when the process, its machine or its connection is gone."""

    def __init__(self, database: PostgresDatabase, patience_s: float = PATIENCE_S) -> None:
        self._database = database
        self._patience_s = patience_s

    def held(self) -> AbstractContextManager[None]:
        """Hold the lock for the block; raises LibraryBusy after the wait, LibraryInaccessible without connection."""
        return self._database.alone(self._patience_s)
