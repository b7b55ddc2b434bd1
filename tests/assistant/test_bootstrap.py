from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.answer import AnswerStatus, Engine
from assistant.bootstrap import open_assistant, open_library
from assistant.service import Assistant
from assistant.settings import Settings, load_settings
from index.errors import DatabaseUnreachable, RerankerUnavailable, VectorServerUnreachable
from index.library import Library
from tests.assistant.scripted_chat_server import Script, chat_server
from tests.index.plans import make_plan

QUESTION = "Hur stor är medlemsavgiften?"


@pytest.fixture(autouse=True)
def no_chat_model(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("PLANSVAR_CHAT_MODEL", raising=False)


def opened(settings: Settings) -> Iterator[Assistant]:
    assistant = open_assistant(settings)
    assert isinstance(assistant.library, Library)
    with assistant.library:
        yield assistant


def test_an_installation_opens_without_plans_and_without_a_model(tmp_path: Path) -> None:
    with open_library(load_settings(data=tmp_path / "new")) as library:
        assert library.plans() == ()


def test_plans_are_kept_in_the_database_that_is_set(tmp_path: Path) -> None:
    pytest.importorskip("psycopg", reason="needs the extra postgres")
    with pytest.raises(DatabaseUnreachable):
        open_library(load_settings(data=tmp_path, database_url="postgresql://anna:hemligt@127.0.0.1:1/planer"))
    assert list(tmp_path.iterdir()) == []


def test_vectors_are_kept_on_the_chroma_server_that_is_set(tmp_path: Path) -> None:
    settings = load_settings(data=tmp_path, vectors_url="http://127.0.0.1:1")
    with open_library(settings) as library, pytest.raises(VectorServerUnreachable, match=r"127\.0\.0\.1:1"):
        library.ingest([(make_plan("norr"), "1")])


def test_a_reranker_orders_what_is_found_where_one_is_set(tmp_path: Path) -> None:
    settings = load_settings(data=tmp_path, reranker="nowhere/no-such-model", embedder_offline=True)
    with open_library(settings) as library:
        library.ingest([(make_plan("norr"), "1")])
        with pytest.raises(RerankerUnavailable, match="nowhere/no-such-model"):
            library.search(QUESTION)


def test_an_assistant_without_plans_abstains(tmp_path: Path) -> None:
    for assistant in opened(load_settings(data=tmp_path)):
        assistant.warm()
        answer = assistant.ask([QUESTION])
        assert (answer.status, answer.engine) == (AnswerStatus.NOT_IN_PLANS, Engine.EXTRACTIVE)


def test_a_chat_model_is_used_where_one_is_set(tmp_path: Path) -> None:
    with chat_server(Script(["STATUS: not_in_plans\nPlanerna säger inget om det."])) as server:
        settings = load_settings(data=tmp_path, chat_model="scripted", chat_url=server.url, chat_key="sk-x")
        for assistant in opened(settings):
            assert assistant.ask([QUESTION]).engine is Engine.CHAT
        assert server.script.keys == ["Bearer sk-x"]
