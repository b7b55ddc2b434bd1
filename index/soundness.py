"""Whether a generation's vectors can still be used."""

from collections.abc import Collection

from index.edition_vectors import read_vectors
from index.editions import Edition, Kind
from index.errors import LibraryDamaged
from index.ports import EditionStore, VectorShelf


def is_sound(shelf: VectorShelf, texts: EditionStore, editions: Collection[Edition]) -> bool:
    """Whether the generation that these editions are in holds as much as it should and answers a query of each kind.

    Closes every store of the shelf again, as many together take much memory.
    """
    try:
        return all(_is_sound(shelf, texts, editions, kind) for kind in Kind)
    except LibraryDamaged:
        return False
    finally:
        shelf.close()


def _is_sound(shelf: VectorShelf, texts: EditionStore, editions: Collection[Edition], kind: Kind) -> bool:
    probe = max(editions, key=lambda edition: edition.sizes[kind])
    store = shelf.open(probe.placement.generation)
    if store.count(kind) < sum(edition.sizes[kind] for edition in editions):
        return False
    held = read_vectors(shelf, texts, kind, [probe])[probe.number]
    return not held.keys or bool(store.nearest(kind, held.vectors[:1], 1)[0])
