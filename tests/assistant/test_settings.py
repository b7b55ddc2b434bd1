from pathlib import Path

import pytest

from assistant.errors import InvalidSettings
from assistant.settings import load_settings
from ingest.isolation.limits import Limits


@pytest.fixture(autouse=True)
def clean(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DATA", "PORT", "CHAT_MODEL", "CHAT_KEY", "CHAT_URL", "CHAT_TIMEOUT_S"):
        monkeypatch.delenv(f"PLANSVAR_{name}", raising=False)


def test_without_anything_set_there_is_no_chat_model_and_data_lies_in_the_users_folder() -> None:
    settings = load_settings()
    assert settings.chat_model is None
    assert settings.data.name == "plansvar"
    assert (settings.host, settings.port) == ("127.0.0.1", 7860)


def test_the_environment_is_read(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PLANSVAR_DATA", str(tmp_path))
    monkeypatch.setenv("PLANSVAR_CHAT_MODEL", "gemma3")
    settings = load_settings()
    assert (settings.data, settings.chat_model) == (tmp_path, "gemma3")


def test_without_anything_set_reading_has_the_limits_that_it_sets_itself() -> None:
    settings = load_settings()
    assert Limits() == Limits(settings.reading_seconds, settings.reading_memory_mb, settings.reading_pages)


def test_an_argument_wins_over_the_environment_unless_it_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PLANSVAR_PORT", "9000")
    assert load_settings(port=8000).port == 8000
    assert load_settings(port=None).port == 9000


def test_an_empty_variable_is_as_good_as_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PLANSVAR_CHAT_MODEL", "")
    assert load_settings().chat_model is None


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("PORT", "many"),
        ("PORT", "70000"),
        ("CHAT_TIMEOUT_S", "0"),
        ("READING_SECONDS", "0"),
        ("READING_MEMORY_MB", "10"),
        ("READING_PAGES", "-1"),
        ("CHAT_URL", "localhost:1234"),
        ("CHAT_URL", "ftp://x/"),
        ("CHAT_URL", "http://x:port/v1"),
        ("DATABASE_URL", "mysql://x/planer"),
        ("VECTORS_URL", "vectors.example:8000"),
        ("VECTORS_URL", "http://x:port"),
        ("VECTORS_URL", "http://x/api"),
        ("DATABASE_URL", "postgresql://x/planer?schema=Norra delen"),
    ],
)
def test_a_setting_that_cannot_be_used_is_an_error_naming_it(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str
) -> None:
    monkeypatch.setenv(f"PLANSVAR_{name}", value)
    with pytest.raises(InvalidSettings, match=f"PLANSVAR_{name}"):
        load_settings()


def test_a_key_is_not_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PLANSVAR_CHAT_KEY", "sk-very-secret")
    settings = load_settings()
    assert "very-secret" not in f"{settings!r} {settings} {settings.model_dump_json()}"


@pytest.mark.parametrize("place", ["db.example/planer", "db.example:port/planer", "db.example/planer?schema=%"])
def test_the_password_of_a_database_is_not_shown(monkeypatch: pytest.MonkeyPatch, place: str) -> None:
    monkeypatch.setenv("PLANSVAR_DATABASE_URL", f"postgresql://anna:hemligt@{place}")
    try:
        shown = repr(load_settings())
    except InvalidSettings as error:
        shown = str(error)
    assert "hemligt" not in shown
