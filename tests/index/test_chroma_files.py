"""Chroma writes memory as it finds it beside the vectors, which could be a removed plan's."""

from pathlib import Path

from index.chroma_files import HEADER, LENGTHS, VECTORS
from index.chroma_store import ChromaShelf
from index.editions import Key, Kind
from tests.fakes import HashingEmbedder

FOUND_IN_MEMORY = b"Kvastskaft"


def test_what_chroma_found_in_memory_is_not_left_on_disk(tmp_path: Path) -> None:
    vectors = HashingEmbedder().embed_passages([f"avgift {n}" for n in range(30)])
    keys = [Key(1, f"p{n}") for n in range(30)]
    shelf = ChromaShelf(tmp_path)
    store = shelf.open(1, new=True)
    store.add(Kind.PASSAGE, keys, vectors)
    (header,) = tmp_path.glob("*/*/header.bin")
    _, _, room, used, _ = HEADER.unpack_from(header.read_bytes())
    assert (room, used) == (100, 30)
    for name in (VECTORS, LENGTHS):
        path = header.with_name(name)
        size = path.stat().st_size
        with path.open("r+b") as file:
            file.seek(size - len(FOUND_IN_MEMORY))
            file.write(FOUND_IN_MEMORY)
        store.seal()
        assert path.stat().st_size == size
        assert not any(path.read_bytes()[size * used // room :])
    shelf.close()
    store = shelf.open(1)
    assert len(store.vectors(Kind.PASSAGE, keys).keys) == 30
    assert [found[0].key for found in store.nearest(Kind.PASSAGE, vectors, 1)] == keys
    shelf.close()
