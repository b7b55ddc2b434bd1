"""The catalogue in one SQLite file: manifest, texts and word search behind their ports."""

from pathlib import Path

from index.ports import Catalogue
from index.sqlite_database import SqliteDatabase
from index.sqlite_editions import SqliteEditions
from index.sqlite_lexical import SqliteLexicalIndex
from index.sqlite_manifest import SqliteManifests
from index.sqlite_postings_writing import UnwrittenPostings


def open_sqlite_catalogue(path: Path, format_name: str) -> Catalogue:
    """Open the file or make it; raises LibraryInaccessible, LibraryDamaged, LibraryOutdated or LibraryBusy."""
    database, unwritten = SqliteDatabase(path, format_name), UnwrittenPostings()
    return Catalogue(
        database.identity,
        SqliteManifests(database, unwritten),
        SqliteEditions(database, unwritten),
        SqliteLexicalIndex(database),
        database.close,
    )
