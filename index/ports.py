"""What the index needs of storage: a manifest, the plans' texts, word search over them, and vectors.

SQLite or PostgreSQL, and Chroma, stand behind these; other databases come in by implementing them (the contract tests
in `tests/index/` say what each must do). All of them may be called from several threads.
"""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import NamedTuple, Protocol

from index.editions import Edition, Key, Kind, Manifest, Match, Record, Switch
from index.embedder import Vectors


class ManifestStore(Protocol):
    """Keeps which edition of each plan is in force."""

    def revision(self) -> int:
        """Number of the latest switch: cheap enough to ask at each search."""
        ...

    def read(self) -> Manifest:
        """The manifest as of one moment: each edition in force with its `PlanSummary`, no plan decoded."""
        ...

    def reserve(self) -> int:
        """A number never given before, for an edition or a generation."""
        ...

    def publish(self, switch: Switch) -> None:
        """Make the switch in one transaction and erase every edition that is then not in force, staged ones included.

        With an empty switch it only erases what an interrupted ingest left behind.
        """
        ...


class EditionStore(Protocol):
    """Keeps the texts of editions."""

    def stage(self, edition: Edition, header: bytes, records: Iterable[Record]) -> None:
        """Write an edition that is not in force yet, its `PlanSummary` in columns that `ManifestStore.read` gives."""
        ...

    def read(self, number: int) -> "StoredEdition | None":
        """A whole edition; null where it is gone."""
        ...

    def ids(self, kind: Kind, editions: Collection[int]) -> dict[int, tuple[str, ...]]:
        """For each of these editions, staged or in force, the ids of its records, in no certain order."""
        ...

    def payloads(self, kind: Kind, keys: Collection[Key]) -> dict[Key, bytes]:
        """The JSON of single records, those that are gone left out."""
        ...


class StoredEdition(NamedTuple):
    """A plan without its records, and those, in the plan's order."""

    header: bytes
    records: dict[Kind, list[bytes]]


class LexicalIndex(Protocol):
    """Word search over the records of the editions in force."""

    def search(
        self, kind: Kind, terms: Mapping[str, float], limit: int, editions: Collection[int] | None
    ) -> list[Match]:
        """Records that hold any of the terms, by BM25 with each term's weight, best first; null editions: all."""
        ...

    def terms_beginning(self, beginnings: Collection[str]) -> dict[str, int]:
        """Terms of passages that begin with any of these, each with the number of passages that hold it."""
        ...


@dataclass(frozen=True, slots=True)
class Catalogue:
    """One database seen through its three ports; `identity` names it as no other, `close` lets go of it."""

    identity: str
    manifests: ManifestStore
    editions: EditionStore
    lexical: LexicalIndex
    close: Callable[[], None]


class KeyedVectors(NamedTuple):
    """Vectors of records of one kind, a row for each key."""

    keys: tuple[Key, ...]
    vectors: Vectors


class VectorStore(Protocol):
    """The vectors of one generation, those of each kind apart."""

    def add(self, kind: Kind, keys: Sequence[Key], vectors: Vectors) -> None:
        """Add vectors of one kind, one for each key, none of which is there yet."""
        ...

    def nearest(self, kind: Kind, vectors: Vectors, limit: int) -> list[list[Match]]:
        """For each row the nearest records by cosine, best first."""
        ...

    def vectors(self, kind: Kind, keys: Sequence[Key]) -> KeyedVectors:
        """The vectors of these keys, those that are not there left out, in no certain order."""
        ...

    def count(self, kind: Kind) -> int:
        """How many vectors there are."""
        ...

    def seal(self) -> None:
        """See to it that nothing but what was added is on disk; nothing is added after that."""
        ...


class VectorShelf(Protocol):
    """The generations of vectors, by number."""

    def generations(self) -> frozenset[int]:
        """Generations that exist, finished or not."""
        ...

    def open(self, generation: int, new: bool = False) -> VectorStore:
        """The store of a generation, the same one while it stays open; raises LibraryDamaged where there is none."""
        ...

    def drop(self, generation: int) -> None:
        """Erase a generation."""
        ...

    def close(self, keep: Collection[int] = ()) -> None:
        """Let go of every open store but those to keep."""
        ...


class WriterLock(Protocol):
    """Lets one process at a time write to the library."""

    def held(self) -> AbstractContextManager[object]:
        """Hold the lock for the block; raises LibraryBusy where another holds on to it."""
        ...
