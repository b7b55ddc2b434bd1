"""The catalogue in one SQLite file: manifest, texts and word search behind their ports."""

from pathlib import Path

from index.ports import Catalogue
from index.sqlite_database import SqliteDatabase
from index.sqlite_editions import SqliteEditions
from index.sqlite_lexical import SqliteLexicalIndex
from index.sqlite_manifest import SqliteManifests


def open_sqlite_catalogue(path: Path, format_name: str) -> Catalogue:
    """Open the file or make it; raises LibraryInaccessible, LibraryDamaged, LibraryOutdated or LibraryBusy."""
    database = SqliteDatabase(path, format_name)
    return Catalogue(SqliteManifests(database), SqliteEditions(database), SqliteLexicalIndex(database), database.close)
