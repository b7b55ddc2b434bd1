"""Data folders that are not as they were left."""

import shutil
import sqlite3
from pathlib import Path

import pytest

from index.errors import LibraryDamaged, LibraryInaccessible, LibraryOutdated
from tests.index.libraries import found, put, small_library
from tests.index.plans import make_plan


def vector_folder(data: Path) -> Path:
    (folder,) = data.glob("vectors-*")
    return folder


def test_vectors_that_are_missing_are_told_and_mended_by_the_next_ingest(tmp_path: Path) -> None:
    with small_library(tmp_path) as library:
        put(library, make_plan("a"))
    shutil.rmtree(vector_folder(tmp_path))
    with small_library(tmp_path) as library:
        with pytest.raises(LibraryDamaged):
            library.search_passages("medlemsavgift")
        assert library.ingest([]).reembedded == ("a",)
        assert found(library, "medlemsavgift")


def test_vectors_that_cannot_be_read_are_told_and_mended_by_the_next_ingest(tmp_path: Path) -> None:
    with small_library(tmp_path) as library:
        put(library, make_plan("a"))
    (vector_folder(tmp_path) / "chroma.sqlite3").write_bytes(b"not a database" * 1_000)
    with small_library(tmp_path) as library:
        with pytest.raises(LibraryDamaged):
            library.search_passages("medlemsavgift")
        put(library, make_plan("b"))
        assert {plan_id for plan_id, _ in found(library, "medlemsavgift")} == {"a", "b"}


def test_a_damaged_plan_can_be_replaced(tmp_path: Path) -> None:
    with small_library(tmp_path) as library:
        put(library, make_plan("a"))
    shutil.rmtree(vector_folder(tmp_path))
    with small_library(tmp_path) as library:
        put(library, make_plan("a"))
        assert found(library, "medlemsavgift")


def test_a_file_that_is_no_database_is_told(tmp_path: Path) -> None:
    (tmp_path / "library.sqlite").write_bytes(b"not a database" * 1_000)
    with pytest.raises(LibraryDamaged):
        small_library(tmp_path)


def test_a_library_of_another_version_is_told(tmp_path: Path) -> None:
    small_library(tmp_path).close()
    with sqlite3.connect(tmp_path / "library.sqlite") as connection:
        connection.execute("UPDATE meta SET value = 'older' WHERE key = 'format'")
    connection.close()
    with pytest.raises(LibraryOutdated):
        small_library(tmp_path)


def test_a_data_folder_that_is_a_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("")
    with pytest.raises(LibraryInaccessible):
        small_library(tmp_path / "data")


def test_a_data_folder_within_folders_that_are_not_there_yet_is_made(tmp_path: Path) -> None:
    with small_library(tmp_path / "one" / "two") as library:
        assert library.plan_ids() == ()


@pytest.mark.parametrize("name", ["data_level0.bin", "header.bin", "index_metadata.pickle"])
def test_an_index_that_is_damaged_is_told_and_mended_by_an_ingest_of_nothing(tmp_path: Path, name: str) -> None:
    with small_library(tmp_path) as library:
        put(library, make_plan("a"))
    for path in vector_folder(tmp_path).glob(f"*/{name}"):
        path.write_bytes(b"")
    with small_library(tmp_path) as library:
        with pytest.raises(LibraryDamaged):
            library.search_passages("medlemsavgift")
        assert library.ingest([]).reembedded == ("a",)
        assert found(library, "medlemsavgift")


def test_an_ingest_of_nothing_leaves_what_is_sound(tmp_path: Path) -> None:
    with small_library(tmp_path) as library:
        put(library, make_plan("a"))
        before = vector_folder(tmp_path)
        assert library.ingest([]).reembedded == ()
        assert vector_folder(tmp_path) == before
