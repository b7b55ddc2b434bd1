"""What reading needs from outside: one reader for each format."""

from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from ingest.pages import Document

Progress = Callable[[int, int], None]
"""Called with pages done and pages in all while a document is read."""


class DocumentReader(Protocol):
    """Reads one file format into a `Document` of blocks in reading order."""

    suffixes: frozenset[str]

    def read(self, path: Path, progress: Progress) -> Document:
        """Read the file; raises a branch of `IngestError` where it cannot be read."""
        ...
