"""Where a library keeps its vectors: in folders of this machine, or on a server."""

from collections.abc import Callable
from pathlib import Path

from index.chroma_address import ChromaAddress
from index.chroma_server import ChromaServerShelf
from index.chroma_store import ChromaShelf
from index.ports import VectorShelf

ShelfOpener = Callable[[str], VectorShelf]
"""Opens the vectors of the library that goes by this identity, which no other has; a shelf of its own at each call."""


def in_folder(data: Path) -> ShelfOpener:
    """Vectors of the one library that is in the folder."""
    return lambda _identity: ChromaShelf(data)


def in_folder_of_its_own(data: Path) -> ShelfOpener:
    """Vectors in a folder within it, apart from those of libraries in other databases or in the folder itself."""
    return lambda identity: ChromaShelf(data / f"database-{identity}")


def on_server(address: ChromaAddress) -> ShelfOpener:
    """Vectors on a Chroma server, under the library's identity."""
    return lambda identity: ChromaServerShelf(address, identity)
