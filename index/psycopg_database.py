"""One schema of a PostgreSQL database: its tables, its connections through psycopg, and its errors in our own terms."""

import contextlib
from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING, Any, TypeAlias

from index.errors import (
    DatabaseDamaged,
    DatabaseDriverMissing,
    DatabaseOutdated,
    DatabaseRefused,
    DatabaseUnreachable,
    LibraryBusy,
    LibraryError,
)
from index.postgres_address import PostgresAddress
from index.postgres_tables import TABLES

if TYPE_CHECKING:
    from psycopg import Connection
    from psycopg_pool import ConnectionPool

Session: TypeAlias = "Connection[tuple[Any, ...]]"
"""A connection outside any transaction, its schema the only one it looks in."""

MOST_CONNECTIONS = 8
"""How many connections one process holds at most; PostgreSQL gives out a hundred in all."""

CONNECT_TIMEOUT_S = 10
POOL_TIMEOUT_S = 20.0
"""How long a thread waits for a connection to be free, and a statement for another's lock on rows."""

NETWORK: dict[str, Any] = {"keepalives_idle": 60, "tcp_user_timeout": 60_000}
"""When the system gives a silent server up, in seconds and in milliseconds; the URL can say otherwise."""

SETTINGS = {
    "lock_timeout": f"{POOL_TIMEOUT_S:.0f}s",
    "tcp_keepalives_idle": "60",
    "tcp_keepalives_count": "3",
    "tcp_keepalives_interval": "10",
    "jit": "off",
    "enable_seqscan": "off",
    "enable_bitmapscan": "off",
    "enable_hashjoin": "off",
    "enable_mergejoin": "off",
    "max_parallel_workers_per_gather": "0",
    "plan_cache_mode": "force_custom_plan",
    "client_min_messages": "warning",
}
"""Of every session. The keepalives are the server's: a writer whose machine is gone loses its lock in 90 seconds. Each
row that is wanted is looked up in an index, so no plan is left to statistics, which lag behind an ingest; each is made
for the values at hand, without which PostgreSQL compares a list of editions one by one."""

LOCKS = 1_347_177_555
"""Sets our advisory locks apart from those of other programs in the database."""


class PostgresDatabase:
    """Connections to the schema, which is made where it is missing; raises branches of LibraryError.

    `identity` is a name that no other installation has, in this database or elsewhere.
    """

    def __init__(self, address: PostgresAddress, format_name: str) -> None:
        self.address = address
        self._writer: Session | None = None
        with self._translated(), contextlib.closing(self._connect()) as session:
            self.identity = _prepared(session, address, format_name)
        self._pool = self._new_pool()

    @contextlib.contextmanager
    def session(self) -> Iterator[Session]:
        """A connection for single statements, each of which sees one moment of the database."""
        with self._translated(), self._pool.connection() as session:
            yield session

    @contextlib.contextmanager
    def writing(self) -> Iterator[Session]:
        """A connection in a transaction of its own, committed at the end of the block or undone by an exception.

        It is the one that holds the writer's lock, where one does: who has lost the lock cannot write either.
        """
        with self._translated(), self._own_session() as session, session.transaction():
            yield session

    @contextlib.contextmanager
    def alone(self, patience_s: float) -> Iterator[None]:
        """Hold the schema's writer lock, which the server lets go of when this process ends; raises LibraryBusy."""
        with self._translated():
            session = self._connect()
        with contextlib.closing(session):
            with self._translated():
                _set(session, {"lock_timeout": f"{max(1, round(patience_s * 1000))}ms"})
                session.execute("SELECT pg_advisory_lock(%s, hashtext(current_schema()))", (LOCKS,))
                _set(session, SETTINGS)
            self._writer = session
            try:
                yield
            finally:
                self._writer = None

    def vacuum(self, *tables: str) -> None:
        """Free the place of erased rows and note which pages are settled; put off where another holds a table."""
        from psycopg import sql

        names = sql.SQL(", ").join(map(sql.Identifier, tables))
        with contextlib.suppress(LibraryBusy), self._translated(), self._own_session() as session:
            session.execute(sql.SQL("VACUUM {}").format(names))

    def close(self) -> None:
        """Close every connection."""
        self._pool.close()

    def _own_session(self) -> contextlib.AbstractContextManager[Session]:
        return self._pool.connection() if self._writer is None else contextlib.nullcontext(self._writer)

    def _connect(self) -> Session:
        import psycopg

        session = psycopg.connect(self.address.url, **self._connecting())
        try:
            self._configure(session)
        except BaseException:
            session.close()
            raise
        return session

    def _new_pool(self) -> "ConnectionPool[Session]":
        from psycopg_pool import ConnectionPool

        return ConnectionPool(
            self.address.url,
            kwargs=self._connecting(),
            min_size=0,
            max_size=MOST_CONNECTIONS,
            timeout=POOL_TIMEOUT_S,
            num_workers=1,
            configure=self._configure,
            check=ConnectionPool.check_connection,
            open=True,
        )

    def _connecting(self) -> dict[str, Any]:
        from psycopg.conninfo import conninfo_to_dict

        defaults = {"connect_timeout": CONNECT_TIMEOUT_S, "application_name": "plansvar", **NETWORK}
        return {"autocommit": True, "client_encoding": "utf8"} | {
            name: value for name, value in defaults.items() if name not in conninfo_to_dict(self.address.url)
        }

    def _configure(self, session: Session) -> None:
        _set(session, SETTINGS | {"search_path": self.address.schema})

    @contextlib.contextmanager
    def _translated(self) -> Iterator[None]:
        try:
            import psycopg
            import psycopg_pool
        except ImportError as exc:
            raise DatabaseDriverMissing(str(self.address)) from exc
        try:
            yield
        except (psycopg.Error, psycopg_pool.PoolTimeout) as exc:
            error = _error_for(exc)
            if error is None:
                raise
            raise error(str(self.address), " ".join(str(exc).split())) from exc


def _set(session: Session, settings: dict[str, str]) -> None:
    statement = "SELECT set_config(name, value, false) FROM unnest(%s::text[], %s::text[]) AS setting (name, value)"
    session.execute(statement, (list(settings), list(settings.values())))


def _prepared(session: Session, address: PostgresAddress, format_name: str) -> str:
    """Make the schema and its tables where they are missing and tell its identity, one process at a time."""
    from psycopg import sql

    encoding = session.info.parameter_status("server_encoding")
    if encoding != "UTF8":
        raise DatabaseRefused(str(address), f"its encoding is {encoding}, and UTF8 is needed")
    with session.transaction():
        session.execute("SELECT pg_advisory_xact_lock(%s, -1)", (LOCKS,))
        if _value(session, "SELECT to_regnamespace(%s)", address.schema) is None:
            session.execute(sql.SQL("CREATE SCHEMA {}").format(sql.Identifier(address.schema)))
        if _value(session, "SELECT to_regclass('library')") is None:
            session.execute(TABLES)
            session.execute("INSERT INTO library VALUES (%s, gen_random_uuid(), 0)", (format_name,))
        if _value(session, "SELECT format FROM library") != format_name:
            raise DatabaseOutdated(str(address))
        return str(_value(session, "SELECT identity FROM library"))


def _value(session: Session, statement: Any, *values: object) -> object:
    row = session.execute(statement, values).fetchone()
    return None if row is None else row[0]


_ERRORS: tuple[tuple[Collection[str], type[LibraryError]], ...] = (
    (("55P03", "57014", "40"), LibraryBusy),
    (("42P01", "42703", "42P10", "3F", "XX"), DatabaseDamaged),
    (("08", "57P"), DatabaseUnreachable),
    (("28", "3D", "42501", "42P07", "25006", "53"), DatabaseRefused),
)
"""Beginnings of SQLSTATE codes: locks, time limits and serialisation; tables gone and pages broken; the connection;
users, rights, names taken, and a full disk."""


def _error_for(exc: Exception) -> type[LibraryError] | None:
    """The branch that tells this error; connections that are refused carry no code, only the server's FATAL."""
    import psycopg

    if not isinstance(exc, psycopg.Error):
        return DatabaseUnreachable
    if exc.sqlstate is None:
        if not isinstance(exc, psycopg.OperationalError):
            return DatabaseRefused if isinstance(exc, psycopg.ProgrammingError) else None
        return DatabaseRefused if "FATAL" in str(exc) or "password" in str(exc) else DatabaseUnreachable
    return next((error for begins, error in _ERRORS if exc.sqlstate.startswith(tuple(begins))), None)
