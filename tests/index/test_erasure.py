"""What is removed or replaced is gone from the disk, not only from the answers."""

from pathlib import Path

import pytest

from index.chroma_store import ChromaShelf
from index.editions import Kind
from ingest.model import Plan
from tests.index.libraries import put, small_library
from tests.index.plans import TEXTS, make_plan

MARKER = "Xylofonorkesterns kvastskaft"


@pytest.fixture
def marked() -> Plan:
    return make_plan("hemlig", (*TEXTS, f"{MARKER} får tio kronor."), organisation="Kvastskaftens xylofonförbund")


def files_with(data: Path, text: str) -> list[str]:
    wanted = [text.encode(), text.casefold().encode()]
    return [
        path.name for path in data.rglob("*") if path.is_file() and any(word in path.read_bytes() for word in wanted)
    ]


def test_a_removed_plans_text_is_nowhere_on_disk(tmp_path: Path, marked: Plan) -> None:
    with small_library(tmp_path) as library:
        put(library, marked, make_plan("b"))
        assert files_with(tmp_path, MARKER)
        library.remove(["hemlig"])
        for word in ("xylofon", "kvastskaft", "hemlig"):
            assert files_with(tmp_path, word) == []


def test_a_replaced_plans_text_is_nowhere_on_disk(tmp_path: Path, marked: Plan) -> None:
    with small_library(tmp_path) as library:
        put(library, marked, make_plan("b"))
        put(library, make_plan("hemlig"))
        for word in ("xylofon", "kvastskaft"):
            assert files_with(tmp_path, word) == []


def test_text_is_never_kept_beside_the_vectors(tmp_path: Path, marked: Plan) -> None:
    with small_library(tmp_path) as library:
        put(library, marked)
        assert {path.split(".")[0] for path in files_with(tmp_path, "xylofon")} == {"library"}


def test_a_removed_plans_vectors_are_gone_with_their_folder(tmp_path: Path, marked: Plan) -> None:
    with small_library(tmp_path) as library:
        put(library, marked, make_plan("b"))
        (before,) = ChromaShelf(tmp_path).generations()
        library.remove(["hemlig"])
        (after,) = ChromaShelf(tmp_path).generations()
        assert after != before
        assert ChromaShelf(tmp_path).open(after).count(Kind.PASSAGE) == len(TEXTS)


def test_nothing_is_left_when_the_last_plan_is_removed(tmp_path: Path, marked: Plan) -> None:
    with small_library(tmp_path) as library:
        put(library, marked)
        library.remove(["hemlig"])
        assert ChromaShelf(tmp_path).generations() == frozenset()
        assert files_with(tmp_path, "xylofon") == []
