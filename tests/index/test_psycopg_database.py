"""Databases that cannot be used: each is told with its host and name, and never with its password."""

import sys

import pytest

from index.errors import (
    DatabaseDamaged,
    DatabaseDriverMissing,
    DatabaseOutdated,
    DatabaseRefused,
    DatabaseUnreachable,
    LibraryError,
)
from index.postgres_address import PostgresAddress
from index.postgres_catalogue import open_postgres_catalogue
from index.psycopg_database import PostgresDatabase
from tests.index.postgres import Server, needs_postgres

pytestmark = needs_postgres


def opened(url: str) -> PostgresDatabase:
    return PostgresDatabase(PostgresAddress.parse(url), "1")


def refused(url: str, error: type[LibraryError]) -> str:
    """What is said where this cannot be opened."""
    with pytest.raises(error) as caught:
        opened(url)
    return str(caught.value)


def test_a_server_that_does_not_run_is_told() -> None:
    assert "127.0.0.1:1/planer" in refused("postgresql://anna:hemligt@127.0.0.1:1/planer", DatabaseUnreachable)


def test_a_wrong_password_is_told_and_not_shown(postgres_server: Server) -> None:
    said = refused(postgres_server.url("a", password="heml%69gt"), DatabaseRefused)
    assert "password authentication failed" in said
    assert "hemligt" not in said and "heml%69gt" not in said


def test_a_missing_database_is_told(postgres_server: Server) -> None:
    assert 'database "saknas" does not exist' in refused(postgres_server.url("a", database="saknas"), DatabaseRefused)


def test_a_user_without_rights_is_told(postgres_server: Server) -> None:
    postgres_server.run("CREATE ROLE gast LOGIN PASSWORD 'gast'")
    assert "permission denied" in refused(postgres_server.url("a", "gast", "gast"), DatabaseRefused)


def test_a_database_in_another_encoding_is_told(postgres_server: Server) -> None:
    postgres_server.run("CREATE DATABASE latin ENCODING 'LATIN1' TEMPLATE template0")
    assert "LATIN1" in refused(postgres_server.url("a", database="latin"), DatabaseRefused)


def test_an_unknown_parameter_is_told(postgres_server: Server) -> None:
    assert "sslmod" in refused(f"{postgres_server.url('a')}&sslmod=require", DatabaseRefused)


def test_a_schema_of_another_version_is_told(postgres: str) -> None:
    opened(postgres).close()
    with pytest.raises(DatabaseOutdated):
        PostgresDatabase(PostgresAddress.parse(postgres), "2")


def test_a_schema_that_holds_other_tables_is_left_alone(postgres: str, postgres_server: Server) -> None:
    schema = postgres.rpartition("=")[2]
    postgres_server.run(f"CREATE SCHEMA {schema}")
    postgres_server.run(f"CREATE TABLE {schema}.records (id integer)")
    assert "records" in refused(postgres, DatabaseRefused)
    assert postgres_server.run(f"SELECT to_regclass('{schema}.library')") == [(None,)]


def test_a_table_that_is_gone_is_told(postgres: str, postgres_server: Server) -> None:
    database = opened(postgres)
    postgres_server.run(f"DROP TABLE {postgres.rpartition('=')[2]}.editions")
    with pytest.raises(DatabaseDamaged):
        open_postgres_catalogue(database).manifests.read()
    database.close()


def test_a_driver_that_is_not_installed_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "psycopg", None)
    assert "plansvar[postgres]" in refused("postgresql://127.0.0.1:1/planer", DatabaseDriverMissing)


def test_what_the_url_says_of_the_network_wins(postgres: str) -> None:
    database = opened(f"{postgres}&application_name=annat")
    with database.session() as session:
        assert session.info.get_parameters()["application_name"] == "annat"
        assert session.info.get_parameters()["connect_timeout"] == "10"
    database.close()
