"""A PostgreSQL server, started when the first test asks for it, and a schema of its own for each test."""

from collections.abc import Iterator
from itertools import count

import pytest

from index.postgres_address import PostgresAddress
from tests.index.postgres import Server, running_server

_numbers = count(1)


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[Server]:
    with running_server() as server:
        yield server


@pytest.fixture
def postgres(postgres_server: Server) -> Iterator[PostgresAddress]:
    """Where a test may keep a library; what it leaves there is dropped."""
    address = postgres_server.address(f"test_{next(_numbers)}")
    yield address
    postgres_server.run(f"DROP SCHEMA IF EXISTS {address.schema} CASCADE")
