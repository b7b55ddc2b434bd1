"""A real PostgreSQL for the tests: one server for all of them, in a temporary folder, and a schema for each test."""

import contextlib
import os
import secrets
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest

from index.postgres_address import PostgresAddress

USER = "plansvar"
QUICK = ("fsync=off", "full_page_writes=off", "shared_buffers=32MB", "max_wal_size=256MB", "log_min_messages=fatal")


def _programs() -> Path | None:
    """The folder of the newest PostgreSQL that Debian has installed, or of the one that is on the path."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parts[-3]))
    beside = shutil.which("initdb")
    return found[-1].parent if found else Path(beside).resolve().parent if beside else None


MISSING = "psycopg" if find_spec("psycopg") is None else "Debian's package postgresql" if _programs() is None else ""
needs_postgres = pytest.mark.skipif(bool(MISSING), reason=f"PostgreSQL needs {MISSING}")


@dataclass(frozen=True)
class Server:
    """A running server with its database `postgres`."""

    port: int
    password: str

    def url(self, schema: str, user: str = USER, password: str | None = None, database: str = "postgres") -> str:
        known = f"{user}:{self.password if password is None else password}"
        return f"postgresql://{known}@127.0.0.1:{self.port}/{database}?schema={schema}"

    def run(self, statement: str, *values: object) -> list[tuple[Any, ...]]:
        """Run one statement as the server's superuser."""
        import psycopg

        with psycopg.connect(PostgresAddress.parse(self.url("public")).url, autocommit=True) as connection:
            cursor = connection.execute(statement.encode(), values)
            return cursor.fetchall() if cursor.description else []


@contextlib.contextmanager
def running_server() -> Iterator[Server]:
    """A new server on this machine, which is gone with its data at the end of the block."""
    with tempfile.TemporaryDirectory(prefix="plansvar-postgres-", ignore_cleanup_errors=True) as name:
        folder, server = Path(name), Server(_free_port(), secrets.token_urlsafe(12))
        (folder / "password").write_text(server.password)
        if os.geteuid() == 0:
            shutil.chown(folder, "postgres")
        options = " ".join(f"-c {option}" for option in QUICK)
        options += f" -h 127.0.0.1 -p {server.port} -c unix_socket_directories="
        _run(folder, "initdb", *f"-N -U {USER} -A scram-sha-256 --pwfile=password -E UTF8 --no-locale".split())
        _run(folder, "pg_ctl", "-w", "-l", "log", "-o", options, "start")
        try:
            yield server
        finally:
            _run(folder, "pg_ctl", "-w", "-m", "immediate", "stop")


def _run(folder: Path, program: str, *arguments: str) -> None:
    """Run one of PostgreSQL's programs, as another user than root, by which it refuses to be run."""
    programs, user = _programs(), "postgres" if os.geteuid() == 0 else None
    assert programs is not None
    command = [str(programs / program), "-D", "data", *arguments]
    owner: dict[str, Any] = {"user": user, "group": user, "extra_groups": []} if user else {}
    with (folder / "said").open("w+b") as said:
        run = subprocess.run(command, cwd=folder, stdout=said, stderr=said, check=False, **owner)
        said.seek(0)
        assert run.returncode == 0, said.read().decode()


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as server:
        return int(server.getsockname()[1])
