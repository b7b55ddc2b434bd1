"""One SQLite file: its tables, its connections, and its errors in our own terms.

Word search lies in the same file (`index.sqlite_postings`): a plan among thousands is added or erased without building
the rest anew, in the same transaction as the texts and the manifest, so that the three cannot disagree.
"""

import contextlib
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from queue import Empty, SimpleQueue
from uuid import uuid4

from index.errors import LibraryBusy, LibraryDamaged, LibraryError, LibraryInaccessible, LibraryOutdated
from index.sqlite_postings import table_definitions

BUSY_TIMEOUT_S = 20.0
"""How long a statement waits for another process's transaction."""

CACHE_KIB = 16_384
"""How much of the file each connection keeps in memory."""

_TABLES = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value NOT NULL) WITHOUT ROWID;
CREATE TABLE editions (
    number INTEGER PRIMARY KEY, plan_id TEXT NOT NULL, title TEXT NOT NULL, organisation TEXT NOT NULL,
    begins INTEGER, ends INTEGER, content_hash TEXT NOT NULL, generation INTEGER NOT NULL,
    embedder TEXT NOT NULL, sizes TEXT NOT NULL, first INTEGER, last INTEGER, header BLOB NOT NULL
);
CREATE TABLE plans (plan_id TEXT PRIMARY KEY, edition INTEGER NOT NULL UNIQUE REFERENCES editions) WITHOUT ROWID;
CREATE TABLE records (
    number INTEGER PRIMARY KEY, edition INTEGER NOT NULL REFERENCES editions ON DELETE CASCADE, kind TEXT NOT NULL,
    id TEXT NOT NULL, payload BLOB NOT NULL, UNIQUE (edition, kind, id)
);
INSERT INTO meta VALUES ('revision', 0), ('sequence', 0);
"""


class SqliteDatabase:
    """Connections to the file, handed out one to a thread at a time; raises branches of LibraryError.

    `identity` is a name that no other installation has, unless its file is a copy of this one.
    """

    def __init__(self, path: Path, format_name: str) -> None:
        self._path = path
        self._idle: SimpleQueue[sqlite3.Connection] = SimpleQueue()
        with _translated(path):
            path.parent.mkdir(parents=True, exist_ok=True)
        with self.writing() as connection:
            _prepare(connection, format_name, path)
            self.identity = str(connection.execute("SELECT value FROM meta WHERE key = 'identity'").fetchone()[0])

    @contextlib.contextmanager
    def connection(self) -> Iterator[sqlite3.Connection]:
        """A connection outside any transaction, for a single statement."""
        with _translated(self._path):
            try:
                connection = self._idle.get_nowait()
            except Empty:
                connection = _connect(self._path)
            try:
                yield connection
            finally:
                self._idle.put(connection)

    @contextlib.contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """A connection whose statements see one moment of the database."""
        with self._transaction("BEGIN") as connection:
            yield connection

    @contextlib.contextmanager
    def writing(self, *, durably: bool = False) -> Iterator[sqlite3.Connection]:
        """A connection in a transaction of its own, committed at the end of the block or undone by an exception.

        Where the machine loses its power, the latest transactions may be undone up to the last one that was durable;
        it takes the disk some milliseconds to make sure of one and of all before it.
        """
        synchronous = f"PRAGMA synchronous = {'FULL' if durably else 'NORMAL'}"
        with self._transaction(synchronous, "BEGIN IMMEDIATE") as connection:
            yield connection

    def truncate_log(self) -> None:
        """Empty the write-ahead log, which still holds what was erased; another process's open read puts it off."""
        with self.connection() as connection:
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()

    def close(self) -> None:
        """Close every idle connection."""
        with contextlib.suppress(Empty):
            while True:
                self._idle.get_nowait().close()

    @contextlib.contextmanager
    def _transaction(self, *beginning: str) -> Iterator[sqlite3.Connection]:
        with self.connection() as connection:
            for statement in beginning:
                connection.execute(statement)
            try:
                yield connection
            except BaseException:
                connection.rollback()
                raise
            connection.commit()


def _connect(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path, timeout=BUSY_TIMEOUT_S, isolation_level=None, check_same_thread=False)
    try:
        if connection.execute("PRAGMA journal_mode").fetchone()[0] != "wal":
            connection.execute("PRAGMA journal_mode = WAL").fetchone()
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA secure_delete = ON").fetchone()
        connection.execute("PRAGMA temp_store = MEMORY")
        connection.execute(f"PRAGMA cache_size = -{CACHE_KIB}")
    except BaseException:
        connection.close()
        raise
    return connection


def _prepare(connection: sqlite3.Connection, format_name: str, path: Path) -> None:
    if not connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'meta'").fetchone():
        for statement in (*filter(str.strip, _TABLES.split(";")), *table_definitions()):
            connection.execute(statement)
        connection.execute("INSERT INTO meta VALUES ('format', ?), ('identity', ?)", (format_name, str(uuid4())))
    found = connection.execute("SELECT value FROM meta WHERE key = 'format'").fetchone()
    if found != (format_name,):
        raise LibraryOutdated(str(path))


_ERRORS: tuple[tuple[tuple[str, ...], type[LibraryError]], ...] = (
    (("SQLITE_BUSY", "SQLITE_LOCKED"), LibraryBusy),
    (("SQLITE_CORRUPT", "SQLITE_NOTADB", "SQLITE_FORMAT"), LibraryDamaged),
    (("SQLITE_CANTOPEN", "SQLITE_READONLY", "SQLITE_FULL", "SQLITE_IOERR", "SQLITE_PERM"), LibraryInaccessible),
)


@contextlib.contextmanager
def _translated(path: Path) -> Iterator[None]:
    try:
        yield
    except sqlite3.Error as exc:
        name = getattr(exc, "sqlite_errorname", "")
        for begins, error in _ERRORS:
            if name.startswith(begins):
                raise error(str(path), str(exc)) from exc
        raise
    except OSError as exc:
        raise LibraryInaccessible(str(path), exc.strerror or "") from exc
