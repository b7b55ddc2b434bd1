"""A PostgreSQL server, started when the first test asks for it, and a schema of its own for each test."""

from collections.abc import Iterator
from itertools import count

import pytest

from tests.index.chroma import running_chroma
from tests.index.postgres import Server, running_server

_numbers = count(1)


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[Server]:
    with running_server() as server:
        yield server


@pytest.fixture
def postgres(postgres_server: Server) -> Iterator[str]:
    """URL where a test may keep a library; what it leaves there is dropped."""
    schema = f"test_{next(_numbers)}"
    yield postgres_server.url(schema)
    postgres_server.run(f"DROP SCHEMA IF EXISTS {schema} CASCADE")


@pytest.fixture(scope="session")
def chroma_server() -> Iterator[str]:
    """URL of a Chroma server, started when the first test asks for it."""
    with running_chroma() as url:
        yield url
