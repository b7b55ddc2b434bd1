"""Vectors of whole editions, read by their records' ids and kept for as long as there is room."""

from collections import OrderedDict, defaultdict
from collections.abc import Collection, Iterable, Mapping
from threading import Lock

import numpy as np

from index.editions import Edition, Key, Kind
from index.embedder import Vectors
from index.errors import LibraryDamaged
from index.ports import EditionStore, KeyedVectors, VectorShelf, VectorStore

CACHED_VECTORS = 50_000
"""How many vectors are kept at most: 50 MB with 256 dimensions."""


class EditionVectors:
    """Reads the vectors of editions; may be used from several threads."""

    def __init__(self, shelf: VectorShelf, texts: EditionStore) -> None:
        self._shelf = shelf
        self._texts = texts
        self._kept: OrderedDict[tuple[Kind, int, int], KeyedVectors] = OrderedDict()
        self._size = 0
        self._lock = Lock()

    def of(self, kind: Kind, editions: Collection[Edition]) -> list[KeyedVectors]:
        """For each of the editions its vectors; raises LibraryDamaged."""
        found = {edition.number: self._recall(kind, edition) for edition in editions}
        missing = [edition for edition in editions if found[edition.number] is None]
        read = read_vectors(self._shelf, self._texts, kind, missing)
        for edition in missing:
            self._keep(kind, edition, read[edition.number])
        return [held or read[number] for number, held in found.items()]

    def single(self, kind: Kind, editions: Mapping[int, Edition], keys: Collection[Key]) -> dict[Key, Vectors]:
        """The vectors of single records, those that are gone left out; `editions` are those in force by number."""
        asked: defaultdict[int, list[Key]] = defaultdict(list)
        found: dict[Key, Vectors] = {}
        for key in keys:
            kept = self._recall(kind, editions[key.edition])
            if kept is None:
                asked[editions[key.edition].placement.generation].append(key)
            elif key in kept.keys:
                found[key] = kept.vectors[kept.keys.index(key)]
        for generation, wanted in asked.items():
            held = self._shelf.open(generation).vectors(kind, wanted)
            found |= zip(held.keys, held.vectors, strict=True)
        return found

    def _recall(self, kind: Kind, edition: Edition) -> KeyedVectors | None:
        name = kind, edition.number, edition.placement.generation
        with self._lock:
            if name in self._kept:
                self._kept.move_to_end(name)
            return self._kept.get(name)

    def _keep(self, kind: Kind, edition: Edition, vectors: KeyedVectors) -> None:
        name = kind, edition.number, edition.placement.generation
        with self._lock:
            self._size += len(vectors.keys) if name not in self._kept else 0
            self._kept[name] = vectors
            while self._size > CACHED_VECTORS:
                _, dropped = self._kept.popitem(last=False)
                self._size -= len(dropped.keys)


def read_vectors(
    shelf: VectorShelf, texts: EditionStore, kind: Kind, editions: Iterable[Edition]
) -> dict[int, KeyedVectors]:
    """The vectors of these editions by number, a generation at a time; raises LibraryDamaged where some are gone."""
    of_generation: defaultdict[int, list[Edition]] = defaultdict(list)
    for edition in editions:
        of_generation[edition.placement.generation].append(edition)
    read: dict[int, KeyedVectors] = {}
    for generation, held in of_generation.items():
        read |= vectors_in(shelf.open(generation), texts, kind, [edition.number for edition in held])
        if any(len(read[edition.number].keys) != edition.sizes[kind] for edition in held):
            raise LibraryDamaged(f"vectors-{generation}", "some vectors are missing")
    return read


def vectors_in(
    store: VectorStore, texts: EditionStore, kind: Kind, numbers: Collection[int]
) -> dict[int, KeyedVectors]:
    """What one generation holds of these editions, by their numbers."""
    ids = texts.ids(kind, numbers)
    found = store.vectors(kind, [Key(number, id_) for number in ids for id_ in ids[number]])
    rows: dict[int, list[int]] = {number: [] for number in numbers}
    for row, key in enumerate(found.keys):
        rows[key.edition].append(row)
    return {
        number: KeyedVectors(tuple(found.keys[row] for row in held), found.vectors[np.array(held, dtype=np.intp)])
        for number, held in rows.items()
    }
