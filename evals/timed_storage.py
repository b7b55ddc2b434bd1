"""A library in a folder that tells what it takes its time for, part by part."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from time import perf_counter
from typing import Any, cast

from index.chroma_store import ChromaShelf
from index.editions import Edition, Record
from index.embedder import Embedder, Vectors
from index.filelock_writer_lock import FilelockWriterLock
from index.library import Library
from index.ports import EditionStore, ManifestStore, VectorShelf, VectorStore
from index.pydantic_codec import format_name
from index.sqlite_catalogue import open_sqlite_catalogue


class Stopwatch:
    """Seconds by part, and how many texts were embedded."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}
        self.embedded = 0

    @contextmanager
    def timing(self, part: str) -> Iterator[None]:
        """Add the time of the block to a part."""
        begin = perf_counter()
        try:
            yield
        finally:
            self.seconds[part] = self.seconds.get(part, 0.0) + perf_counter() - begin

    def timed(self, call: Callable[..., Any], part: str) -> Callable[..., Any]:
        """The function, timed."""

        def run(*args: Any, **kwargs: Any) -> Any:
            with self.timing(part):
                return call(*args, **kwargs)

        return run


def open_timed_library(data: Path, embedder: Embedder, watch: Stopwatch) -> Library:
    """Open the library in the folder as `index.embedded` does, its storage and embedder timed."""
    catalogue = open_sqlite_catalogue(data / "library.sqlite", format_name())
    timed = replace(
        catalogue,
        manifests=cast(ManifestStore, _Timed(catalogue.manifests, {"publish": "words"}, watch)),
        editions=cast(EditionStore, _TimedEditions(catalogue.editions, {}, watch)),
    )
    return Library(
        timed,
        lambda: cast(VectorShelf, _TimedShelf(ChromaShelf(data), {"drop": "vectors"}, watch)),
        cast(Embedder, _TimedEmbedder(embedder, {}, watch)),
        FilelockWriterLock(data / "writer.lock"),
    )


class _Timed:
    """Passes every call on, and takes the time of some."""

    def __init__(self, inner: Any, parts: Mapping[str, str], watch: Stopwatch) -> None:
        self._inner = inner
        self._parts = parts
        self._watch = watch

    def __getattr__(self, name: str) -> Any:
        found = getattr(self._inner, name)
        return self._watch.timed(found, self._parts[name]) if name in self._parts else found


class _TimedEditions(_Timed):
    def stage(self, edition: Edition, header: bytes, records: Iterable[Record]) -> None:
        with self._watch.timing("analysis"):
            prepared = list(records)
        with self._watch.timing("words"):
            self._inner.stage(edition, header, prepared)


class _TimedShelf(_Timed):
    def open(self, generation: int, new: bool = False) -> VectorStore:
        parts = {"add": "vectors", "nearest": "verification", "vectors": "verification"}
        return cast(VectorStore, _Timed(self._inner.open(generation, new), parts, self._watch))


class _TimedEmbedder(_Timed):
    def embed_passages(self, texts: Sequence[str]) -> Vectors:
        self._watch.embedded += len(texts)
        with self._watch.timing("embedding"):
            vectors: Vectors = self._inner.embed_passages(texts)
        return vectors
