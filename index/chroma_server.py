"""Vectors in a Chroma server (`chroma run`), which installations on several machines can share.

Chroma 1.5 deletes a collection from its answers and lists at once, and leaves its bytes on the server's disk: those in
its database until `chroma vacuum` is run there, the folder of its index for good. So where a removed plan's vectors
must leave the disk, keep them in the data folder, or have whoever runs the server delete the folders that it does not
list any more. Its index files also hold room for more, written out of memory as it was found there.
"""

import contextlib
import threading
from collections.abc import Collection, Iterator
from functools import partial
from typing import TYPE_CHECKING, Any

from index.chroma_address import ChromaAddress
from index.chroma_collections import ChromaStore, made, opened
from index.editions import Kind
from index.errors import VectorServerRefused, VectorServerUnreachable, VectorsMissing

if TYPE_CHECKING:
    from chromadb.api import ClientAPI

PAGE = 1_000
"""How many collections are listed at once."""

NO_SERVER = "Could not connect to a Chroma server"
"""What Chroma's ValueError says where nothing answers."""

TIMEOUT_S = 120.0
"""How long the server may take for one answer: adding a batch of 5 000 vectors takes it some seconds."""


class ChromaServerShelf:
    """A VectorShelf over collections `plansvar-<installation>-<generation>-<kind>`; connects at the first call.

    `installation` is a name that no other installation has, as a shelf erases every generation of its name that its
    library does not know of.
    """

    def __init__(self, address: ChromaAddress, installation: str) -> None:
        self._address = address
        self._prefix = f"plansvar-{installation}-"
        self._connected: ClientAPI | None = None
        self._stores: dict[int, ChromaStore] = {}
        self._lock = threading.RLock()

    def generations(self) -> frozenset[int]:
        """Generations of which there is a collection; raises VectorServerUnreachable or VectorServerRefused."""
        names: list[str] = []
        with self._translated():
            while len(page := self._client().list_collections(limit=PAGE, offset=len(names))) == PAGE:
                names += [collection.name for collection in page]
            names += [collection.name for collection in page]
        own = [name.removeprefix(self._prefix) for name in names if name.startswith(self._prefix)]
        return frozenset(int(name.partition("-")[0]) for name in own)

    def open(self, generation: int, new: bool = False) -> ChromaStore:
        """The store of a generation; raises VectorsMissing where the server has none."""
        with self._lock:
            if generation not in self._stores:
                name = partial(self._name, generation)
                with self._translated():
                    client = self._client()
                    if new:
                        made(client, name)
                    collections, batch = opened(client, name), client.get_max_batch_size()
                self._stores[generation] = ChromaStore(collections, batch, self._translated)
            return self._stores[generation]

    def drop(self, generation: int) -> None:
        """Delete a generation, as far as the server does."""
        from chromadb.errors import NotFoundError

        with self._lock, self._translated():
            self._stores.pop(generation, None)
            for kind in Kind:
                with contextlib.suppress(NotFoundError):
                    self._client().delete_collection(self._name(generation, kind))

    def close(self, keep: Collection[int] = ()) -> None:
        """Let go of every open store but those to keep, and of the connection where none is kept."""
        with self._lock:
            for generation in self._stores.keys() - set(keep):
                del self._stores[generation]
            if self._connected is not None and not self._stores:
                disconnect(self._connected)
                self._connected = None

    def _name(self, generation: int, kind: Kind) -> str:
        return f"{self._prefix}{generation}-{kind.value}s"

    def _client(self) -> "ClientAPI":
        import chromadb
        from chromadb.config import Settings

        with self._lock:
            if self._connected is None:
                token = self._address.token
                self._connected = chromadb.HttpClient(
                    host=self._address.host,
                    port=self._address.port,
                    ssl=self._address.scheme == "https",
                    headers={"Authorization": f"Bearer {token}"} if token else None,
                    settings=Settings(anonymized_telemetry=False),
                )
                for session in _sessions(self._connected):
                    session.timeout = TIMEOUT_S
            return self._connected

    @contextlib.contextmanager
    def _translated(self) -> Iterator[None]:
        from chromadb.errors import ChromaError, NotFoundError

        try:
            yield
        except Exception as exc:
            # What a server answers becomes a ChromaError, or a bare Exception or ValueError with its words.
            answered = isinstance(exc, ChromaError) or (
                type(exc) in {Exception, ValueError} and NO_SERVER not in str(exc)
            )
            missing = isinstance(exc, NotFoundError)
            error = VectorsMissing if missing else VectorServerRefused if answered else VectorServerUnreachable
            raise error(str(self._address), " ".join(str(exc).split())[:200]) from exc


def disconnect(client: Any) -> None:
    """Close the client with its connections, which Chroma 1.5 leaves open."""
    for session in _sessions(client):
        session.close()
    client.close()


def _sessions(client: Any) -> Iterator[Any]:
    """What holds the client's connections, without a time limit by Chroma 1.5; its administrator has its own."""
    yield client._server._session
    yield client._admin_client._server._session
