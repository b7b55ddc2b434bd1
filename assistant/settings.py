"""The only place that reads the environment: what one installation is set to do."""

from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from pydantic import Field, SecretStr, ValidationError, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from assistant.errors import InvalidSettings
from index.chroma_address import ChromaAddress
from index.postgres_address import PostgresAddress


def _user_data() -> Path:
    from platformdirs import user_data_path

    return user_data_path("plansvar", appauthor=False)


class Settings(BaseSettings):
    """Settings of one installation, each from an argument or from the environment as `PLANSVAR_<NAME>`.

    `embedder` is a hub name or a folder, none means the bundled model; `reranker` is a cross-encoder, by default none;
    `embedder_offline` keeps both to models downloaded before. `database_url` is a PostgreSQL to keep plans in, written
    as `index.postgres_address` says, none means a file in the folder `data`. `vectors_url` is a Chroma server to keep
    vectors on, none means that folder; `vectors_token` is for a proxy in front of it. A chat model is used only where
    `chat_model` is set; `chat_url` is the address of any server that speaks the OpenAI chat protocol;
    `chat_temperature` is the server's own where none is set, as some models take no other. Times in seconds. The three
    of reading limit what one file may take while it is read into a plan.
    """

    model_config = SettingsConfigDict(env_prefix="PLANSVAR_", env_ignore_empty=True, extra="ignore", frozen=True)

    data: Path = Field(default_factory=_user_data)
    embedder: str | None = None
    embedder_query_prompt: str | None = None
    embedder_passage_prompt: str | None = None
    embedder_offline: bool = False
    reranker: str | None = None
    database_url: SecretStr | None = None
    vectors_url: str | None = None
    vectors_token: SecretStr | None = None
    chat_model: str | None = None
    chat_provider: str = "openai"
    chat_url: str | None = None
    chat_key: SecretStr | None = None
    chat_timeout_s: float = Field(default=60.0, gt=0, le=600)
    chat_temperature: float | None = Field(default=None, ge=0, le=2)
    reading_seconds: float = Field(default=60, ge=1, le=86_400)
    reading_memory_mb: int = Field(default=1024, ge=256, le=1 << 20)
    reading_pages: int = Field(default=2000, ge=1, le=100_000)
    host: str = "127.0.0.1"
    port: int = Field(default=7860, ge=0, le=65535)

    @field_validator("database_url")
    @classmethod
    def _is_a_database(cls, url: SecretStr | None) -> SecretStr | None:
        if url is not None:
            PostgresAddress.parse(url.get_secret_value())
        return url

    @field_validator("vectors_url")
    @classmethod
    def _is_a_chroma_server(cls, url: str | None) -> str | None:
        if url is not None:
            ChromaAddress.parse(url)
        return url

    @field_validator("chat_url")
    @classmethod
    def _is_an_address(cls, url: str | None) -> str | None:
        if url is not None:
            address = urlsplit(url)
            if address.scheme not in {"http", "https"} or not address.hostname or address.port == 0:
                raise ValueError("not an http or https address")
        return url


def load_settings(**given: Any) -> Settings:
    """Read the settings; arguments that are not None win over the environment. Raises `InvalidSettings`."""
    try:
        return Settings(**{name: value for name, value in given.items() if value is not None})
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        name = "_".join(str(part) for part in first["loc"])
        raise InvalidSettings(f"PLANSVAR_{name.upper()}", first["msg"]) from None
