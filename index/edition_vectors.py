"""Vectors of whole editions, read by their records' ids and kept for as long as there is room."""

from collections import OrderedDict, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from threading import Lock

import numpy as np

from index.editions import Edition, Key, Kind
from index.embedder import Vectors
from index.errors import LibraryDamaged
from index.ports import EditionStore, KeyedVectors, VectorShelf, VectorStore

CACHED_VECTORS = 50_000
"""How many vectors are kept at most: 50 MB with 256 dimensions."""

_Name = tuple[Kind, tuple[tuple[int, int], ...]]
"""A kind, and the numbers of editions, each with that of the generation which holds its vectors.

None of these numbers is ever given again, so what is kept under such a name is never out of date.
"""


@dataclass(frozen=True)
class Stack:
    """Vectors of one or several editions, a row for each key."""

    keys: tuple[Key, ...]
    vectors: Vectors

    @cached_property
    def rows(self) -> Mapping[Key, int]:
        """The row of each key."""
        return {key: row for row, key in enumerate(self.keys)}


class EditionVectors:
    """Reads the vectors of editions; may be used from several threads."""

    def __init__(self, shelf: VectorShelf, texts: EditionStore) -> None:
        self._shelf = shelf
        self._texts = texts
        self._kept: OrderedDict[_Name, Stack] = OrderedDict()
        self._size = 0
        self._lock = Lock()

    def of(self, kind: Kind, editions: Sequence[Edition]) -> Stack:
        """The vectors of these editions, in their order; raises LibraryDamaged."""
        name = _name(kind, editions)
        kept = self._recall(name)
        if kept is None:
            kept = _stacked([*self._each(kind, editions)])
            self._keep(name, kept)
        return kept

    def single(self, kind: Kind, editions: Mapping[int, Edition], keys: Collection[Key]) -> dict[Key, Vectors]:
        """The vectors of single records, those that are gone left out; `editions` are those in force by number."""
        asked: defaultdict[int, list[Key]] = defaultdict(list)
        found: dict[Key, Vectors] = {}
        for key in keys:
            kept = self._recall(_name(kind, [editions[key.edition]]))
            if kept is None:
                asked[editions[key.edition].placement.generation].append(key)
            elif key in kept.rows:
                found[key] = kept.vectors[kept.rows[key]]
        for generation, wanted in asked.items():
            held = self._shelf.open(generation).vectors(kind, wanted)
            found |= zip(held.keys, held.vectors, strict=True)
        return found

    def _each(self, kind: Kind, editions: Sequence[Edition]) -> Iterator[Stack]:
        """The vectors of each of the editions that has any."""
        held = [(edition, self._recall(_name(kind, [edition]))) for edition in editions if edition.sizes[kind]]
        read = read_vectors(self._shelf, self._texts, kind, [edition for edition, kept in held if kept is None])
        for edition, kept in held:
            if kept is None:
                kept = Stack(*read[edition.number])
                self._keep(_name(kind, [edition]), kept)
            yield kept

    def _recall(self, name: _Name) -> Stack | None:
        with self._lock:
            if name in self._kept:
                self._kept.move_to_end(name)
            return self._kept.get(name)

    def _keep(self, name: _Name, vectors: Stack) -> None:
        with self._lock:
            self._size += len(vectors.keys) if name not in self._kept else 0
            self._kept[name] = vectors
            while self._size > CACHED_VECTORS:
                _, dropped = self._kept.popitem(last=False)
                self._size -= len(dropped.keys)


def _name(kind: Kind, editions: Sequence[Edition]) -> _Name:
    return kind, tuple([(edition.number, edition.placement.generation) for edition in editions])


def _stacked(stacks: Sequence[Stack]) -> Stack:
    if len(stacks) == 1:
        return stacks[0]
    keys = tuple([key for stack in stacks for key in stack.keys])
    return Stack(keys, np.concatenate([stack.vectors for stack in stacks]))


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
