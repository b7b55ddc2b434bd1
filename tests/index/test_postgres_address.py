import pytest

from index.postgres_address import PostgresAddress


def test_an_address_is_taken_apart() -> None:
    address = PostgresAddress.parse("postgresql://anna:hem%40ligt@db.example:5433/planer?schema=norr&sslmode=require")
    assert address.url == "postgresql://anna:hem%40ligt@db.example:5433/planer?sslmode=require"
    assert (address.database, address.place, address.schema) == ("planer", "db.example:5433", "norr")


def test_an_installation_has_the_schema_plansvar_where_none_is_named() -> None:
    assert PostgresAddress.parse("postgres://localhost/planer").schema == "plansvar"


@pytest.mark.parametrize(
    ("url", "shown"),
    [
        ("postgresql://anna:hemligt@db.example/planer", "postgresql://db.example/planer?schema=plansvar"),
        ("postgresql:///planer?host=/run/postgresql", "postgresql:///run/postgresql/planer?schema=plansvar"),
        ("postgresql://a:hemligt@one:1,two:2/planer", "postgresql://one:1,two:2/planer?schema=plansvar"),
        ("postgresql://[::1]:5433/planer?password=hemligt", "postgresql://[::1]:5433/planer?schema=plansvar"),
    ],
)
def test_an_address_is_shown_without_its_password(url: str, shown: str) -> None:
    address = PostgresAddress.parse(url)
    assert str(address) == shown
    assert "hemligt" not in repr(address)


@pytest.mark.parametrize(
    "url",
    [
        "mysql://anna:hemligt@db.example/planer",
        "planer",
        "postgresql://anna:hemligt%@db.example/planer",
        "postgresql://anna:hem/ligt@db.example/planer",
        "postgresql://anna:hemligt@db.example:port/planer",
        "postgresql://db.example/planer?schema=Norra delen",
        "postgresql://db.example/planer?schema=pg_norr",
        "postgresql://db.example/planer?schema=",
    ],
)
def test_what_is_no_address_is_told_without_its_password(url: str) -> None:
    with pytest.raises(ValueError) as caught:
        PostgresAddress.parse(url)
    assert "ligt" not in str(caught.value)
