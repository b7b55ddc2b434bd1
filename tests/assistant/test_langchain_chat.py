import logging
import socket
import time
from collections.abc import Iterator

import pytest
from pydantic import SecretStr

from assistant.chat_answerer import Prompt
from assistant.errors import ChatUnavailable
from assistant.langchain_chat import LangChainChat
from tests.assistant.scripted_chat_server import ChatServer, Script, chat_server

PROMPT = Prompt("Svara kort.", "Vad kostar det?")
KEY = "sk-quite-secret"


@pytest.fixture
def server() -> Iterator[ChatServer]:
    with chat_server(Script(["Det ", "kostar."])) as running:
        yield running


def chat(url: str, timeout_s: float = 5.0, key: str | None = KEY) -> LangChainChat:
    return LangChainChat("scripted", "openai", url, SecretStr(key) if key else None, timeout_s)


def failure(model: LangChainChat) -> str:
    with pytest.raises(ChatUnavailable) as raised:
        list(model.stream(PROMPT))
    return str(raised.value)


def test_a_reply_comes_piece_by_piece(server: ChatServer) -> None:
    pieces = [piece for piece in chat(server.url).stream(PROMPT) if piece]
    assert pieces == ["Det ", "kostar."]


def test_the_server_is_asked_for_the_model_with_instructions_and_question_apart(server: ChatServer) -> None:
    list(chat(server.url).stream(PROMPT))
    request = server.script.requests[0]
    assert (request["model"], request["stream"]) == ("scripted", True)
    assert [(each["role"], each["content"]) for each in request["messages"]] == [
        ("system", PROMPT.system),
        ("user", PROMPT.user),
    ]
    assert server.script.keys == [f"Bearer {KEY}"]


def test_without_a_key_none_of_another_programme_is_sent(server: ChatServer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", "sk-of-another")
    list(chat(server.url, key=None).stream(PROMPT))
    assert "another" not in server.script.keys[0]


def test_a_server_that_is_down_is_unavailable() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    assert f"127.0.0.1:{port}" in failure(chat(f"http://127.0.0.1:{port}/v1"))


@pytest.mark.parametrize("status", [400, 401, 404, 429, 500, 503])
def test_an_http_error_is_unavailable_and_says_its_status_alone(server: ChatServer, status: int) -> None:
    server.script.status = status
    message = failure(chat(server.url))
    assert str(status) in message
    assert "secret" not in message
    assert len(server.script.requests) == 1


@pytest.mark.parametrize(
    "body", [b"<html>hello</html>", b"data: {not json\n\n", b'data: {"error": {"message": "no"}}\n\n', b""]
)
def test_a_malformed_reply_is_unavailable(server: ChatServer, body: bytes) -> None:
    server.script.body = body
    assert failure(chat(server.url))


def test_a_server_that_does_not_answer_in_time_is_unavailable(server: ChatServer) -> None:
    server.script.wait_s = 5.0
    started = time.monotonic()
    assert "Timeout" in failure(chat(server.url, timeout_s=0.2))
    assert time.monotonic() - started < server.script.wait_s


def test_a_reply_that_trickles_on_for_too_long_is_cut_off(server: ChatServer) -> None:
    server.script.pieces, server.script.wait_between_s = ["x"] * 50, 0.05
    assert "no whole reply within" in failure(chat(server.url, timeout_s=0.3))


def test_a_reply_that_breaks_off_is_no_reply(server: ChatServer) -> None:
    server.script.cut = True
    assert "broke off" in failure(chat(server.url))


def test_a_reply_that_is_cut_for_its_length_is_no_reply(server: ChatServer) -> None:
    server.script.finish = "length"
    assert "broke off" in failure(chat(server.url))


def test_an_unknown_provider_is_unavailable() -> None:
    assert "nowhere" in failure(LangChainChat("scripted", "nowhere", None, None, 1.0))


def test_no_secret_is_logged_or_shown(server: ChatServer, caplog: pytest.LogCaptureFixture) -> None:
    server.script.status = 401
    with caplog.at_level(logging.DEBUG, logger="assistant"):
        model = LangChainChat(
            "scripted", "openai", server.url.replace("http://", "http://me:pass-word@"), SecretStr(KEY), 2
        )
        told = failure(model) + caplog.text + repr(model)
    assert KEY not in told
    assert "pass-word" not in told


def test_nothing_is_told_to_a_tracing_service(server: ChatServer, monkeypatch: pytest.MonkeyPatch) -> None:
    from langchain_core.tracers.langchain import wait_for_all_tracers
    from langsmith import utils

    with chat_server(Script()) as tracing:
        monkeypatch.setenv("LANGSMITH_TRACING", "true")
        monkeypatch.setenv("LANGSMITH_API_KEY", "x")
        monkeypatch.setenv("LANGSMITH_ENDPOINT", tracing.url)
        utils.get_env_var.cache_clear()  # type: ignore[attr-defined]
        list(chat(server.url).stream(PROMPT))
        wait_for_all_tracers()
    utils.get_env_var.cache_clear()  # type: ignore[attr-defined]
    assert tracing.script.paths == []
