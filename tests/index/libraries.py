"""Libraries to test: in memory, and in a folder with the real adapters."""

from collections.abc import Callable
from pathlib import Path

import pytest

from index.embedded import open_embedded_library
from index.embedder import Embedder
from index.library import Library
from ingest.model import Plan
from tests.fakes import HashingEmbedder, MemoryShelf, ThreadLock, memory_catalogue

Opener = Callable[[Embedder], Library]

KINDS = ("in memory", "in a folder")


def opener(kind: str, data: Path) -> Opener:
    """Opens the same library again each time that it is called."""
    if kind == "in a folder":
        return lambda embedder: open_embedded_library(data, embedder, patience_s=30)
    catalogue, shelf, lock = memory_catalogue(), MemoryShelf(), ThreadLock()
    return lambda embedder: Library(catalogue, lambda: shelf, embedder, lock)


def put(library: Library, *plans: Plan) -> None:
    library.ingest([(plan, "hash") for plan in plans])


def found(library: Library, query: str, plan_ids: list[str] | None = None) -> list[tuple[str, str]]:
    """Plan and text of each passage found."""
    return [(hit.plan_id, hit.passage.text) for hit in library.search_passages(query, plan_ids)]


def small_library(data: Path) -> Library:
    return open_embedded_library(data, HashingEmbedder(), patience_s=30)


every_kind = pytest.mark.parametrize("kind", KINDS)
