"""The catalogue in one schema of a PostgreSQL database: manifest, texts and word search behind their ports."""

from index.ports import Catalogue
from index.postgres_editions import PostgresEditions
from index.postgres_lexical import PostgresLexicalIndex
from index.postgres_manifest import PostgresManifests
from index.psycopg_database import PostgresDatabase


def open_postgres_catalogue(database: PostgresDatabase) -> Catalogue:
    """The database seen through the catalogue's ports."""
    return Catalogue(
        database.identity,
        PostgresManifests(database),
        PostgresEditions(database),
        PostgresLexicalIndex(database),
        database.close,
    )
