"""Libraries to test: in memory, and in a folder or a database with the real adapters."""

from collections.abc import Callable
from pathlib import Path

import pytest

from index.embedded import open_embedded_library
from index.embedder import Embedder
from index.library import Library
from index.postgres_address import PostgresAddress
from index.scope import Scope
from index.served import open_served_library
from index.shelf_opening import in_folder_of_its_own
from ingest.model import Plan
from tests.fakes import HashingEmbedder, MemoryShelf, ThreadLock, memory_catalogue
from tests.index.postgres import needs_postgres

Opener = Callable[[Embedder], Library]

KINDS = ("in memory", "in a folder", pytest.param("in a database", marks=needs_postgres))


def opener(kind: str, data: Path, request: pytest.FixtureRequest) -> Opener:
    """Opens the same library again each time that it is called."""
    if kind == "in a folder":
        return lambda embedder: open_embedded_library(data, embedder, patience_s=30)
    if kind == "in a database":
        address = PostgresAddress.parse(request.getfixturevalue("postgres"))
        return lambda embedder: open_served_library(address, in_folder_of_its_own(data), embedder, patience_s=30)
    catalogue, shelf, lock = memory_catalogue(), MemoryShelf(), ThreadLock()
    return lambda embedder: Library(catalogue, lambda: shelf, embedder, lock)


def put(library: Library, *plans: Plan) -> None:
    library.ingest([(plan, "hash") for plan in plans])


def found(library: Library, query: str, plan_ids: list[str] | None = None) -> list[tuple[str, str]]:
    """Plan and text of each passage found."""
    return [(hit.plan_id, hit.passage.text) for hit in library.search_passages(query, Scope(plan_ids))]


def small_library(data: Path, database: str | None = None, *, patience_s: float = 30) -> Library:
    """Opens a library in the folder, or in the database of this URL with its vectors in the folder."""
    if database is None:
        return open_embedded_library(data, HashingEmbedder(), patience_s=patience_s)
    address = PostgresAddress.parse(database)
    return open_served_library(address, in_folder_of_its_own(data), HashingEmbedder(), patience_s=patience_s)


every_kind = pytest.mark.parametrize("kind", KINDS)
