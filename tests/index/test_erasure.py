"""What is removed or replaced is gone from the disk, not only from the answers."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

import index.generations
from index.chroma_store import ChromaShelf
from index.editions import Kind
from index.embedded import open_embedded_library
from index.embedded_texts import embedded_texts
from index.embedder import Vectors
from ingest.model import Plan
from tests.fakes import HashingEmbedder
from tests.index.libraries import put, small_library
from tests.index.plans import TEXTS, make_plan

MARKER = "Xylofonorkesterns kvastskaft"
ROUNDED = 1e-5


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


def vectors_on_disk(data: Path, plan: Plan) -> dict[Kind, int]:
    """How many of a plan's vectors stand in any file, logs of databases too, to within what Chroma rounds off."""
    files = [path.read_bytes() for path in data.rglob("*") if path.is_file() and path.stat().st_size > 3]
    return {
        kind: sum(
            any(holds(file, row) for file in files) for row in HashingEmbedder().embed_passages([*texts.values()])
        )
        for kind, texts in embedded_texts(plan).items()
    }


def holds(file: bytes, vector: Vectors) -> bool:
    """Whether the numbers stand one after another in the file, each in four bytes, anywhere."""
    for offset in range(4):
        numbers = np.frombuffer(file, np.float32, count=(len(file) - offset) // 4, offset=offset)
        numbers = np.nan_to_num(numbers, nan=9.0, posinf=9.0, neginf=9.0)
        for start in np.flatnonzero(np.abs(numbers - vector[0]) < ROUNDED):
            part = numbers[start : start + len(vector)]
            if len(part) == len(vector) and np.all(np.abs(part - vector) < ROUNDED):
                return True
    return False


@pytest.fixture
def secret() -> Plan:
    """A plan of which no record has the words of another plan's."""
    plan = make_plan("hemlig", [f"Hemlig text {number}." for number in range(7)])
    figures = tuple(replace(figure, label=f"Hemlig {figure.label}") for figure in plan.figures)
    return replace(plan, figures=figures, goals=tuple(replace(goal, text=f"Hemligt {goal.id}") for goal in plan.goals))


@pytest.mark.parametrize("leaving", ["removed", "replaced"])
def test_a_plans_vectors_of_every_kind_are_nowhere_on_disk_when_it_leaves(
    tmp_path: Path, secret: Plan, leaving: str
) -> None:
    others = [make_plan(f"b{number}", [f"{text} {number}" for text in TEXTS]) for number in range(5)]
    with small_library(tmp_path) as library:
        put(library, secret, *others)
        assert vectors_on_disk(tmp_path, secret) == {Kind.PASSAGE: 7, Kind.ROW: 1, Kind.GOAL: 2}
        if leaving == "removed":
            library.remove(["hemlig"])
        else:
            put(library, make_plan("hemlig"))
        assert vectors_on_disk(tmp_path, secret) == dict.fromkeys(Kind, 0)
        assert vectors_on_disk(tmp_path, others[4])[Kind.PASSAGE] == len(TEXTS)


def test_what_stays_of_a_large_generation_moves_out_of_it_and_is_not_embedded_again(
    tmp_path: Path, secret: Plan, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(index.generations, "GROWTH", 0.01)
    embedder = HashingEmbedder()
    with open_embedded_library(tmp_path, embedder) as library:
        put(library, secret, make_plan("b"))
        put(library, make_plan("c"))
        first, second = sorted(ChromaShelf(tmp_path).generations())
        embedder.embedded.clear()
        put(library, make_plan("hemlig"))
        assert len(embedder.embedded) == sum(map(len, embedded_texts(make_plan("hemlig")).values()))
        after = ChromaShelf(tmp_path).generations()
        assert first not in after
        assert second in after
        assert len(after) == 2


def test_a_removed_plans_vectors_are_gone_with_their_folder(tmp_path: Path, marked: Plan) -> None:
    with small_library(tmp_path) as library:
        put(library, marked, make_plan("b"))
        (before,) = ChromaShelf(tmp_path).generations()
        library.remove(["hemlig"])
        (after,) = ChromaShelf(tmp_path).generations()
        assert after != before
        shelf = ChromaShelf(tmp_path)
        assert shelf.open(after).count(Kind.PASSAGE) == len(TEXTS)
        shelf.close()


def test_nothing_is_left_when_the_last_plan_is_removed(tmp_path: Path, marked: Plan) -> None:
    with small_library(tmp_path) as library:
        put(library, marked)
        library.remove(["hemlig"])
        assert ChromaShelf(tmp_path).generations() == frozenset()
        assert files_with(tmp_path, "xylofon") == []
