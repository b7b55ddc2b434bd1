"""The chat model through LangChain: any provider that it knows, any server that speaks the OpenAI protocol."""

import contextvars
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from pydantic import SecretStr

from assistant.chat_answerer import Prompt
from assistant.errors import ChatUnavailable

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel

NO_KEY = "none"
"""Sent where no key is set, so that none is taken from another program's settings."""


@dataclass(slots=True)
class LangChainChat:
    """A `ChatModel` that connects at its first use; `timeout_s` bounds the wait for a piece and the whole reply."""

    model: str
    provider: str
    url: str | None = field(repr=False)
    key: SecretStr | None
    timeout_s: float
    temperature: float | None = None
    _connected: "BaseChatModel | None" = field(default=None, repr=False)
    _lock: threading.Lock = field(default_factory=threading.Lock, repr=False)

    def stream(self, prompt: Prompt) -> Iterator[str]:
        """Yield the reply as it comes; raises `ChatUnavailable`, which says neither key nor question."""
        try:
            yield from self._pieces(self._model(), prompt)
        except ChatUnavailable:
            raise
        except Exception as error:  # each provider has a tree of its own
            status = getattr(error, "status_code", None)
            raise ChatUnavailable(self._where(), f"{type(error).__name__}{f' {status}' if status else ''}") from error

    def _pieces(self, model: "BaseChatModel", prompt: Prompt) -> Iterator[str]:
        """The reply's pieces, run in a context of their own in which no tracing service is told of them."""
        from langchain_core.messages import HumanMessage, SystemMessage
        from langsmith import tracing_context

        messages = [SystemMessage(prompt.system), HumanMessage(prompt.user)]
        deadline = time.monotonic() + self.timeout_s
        context = contextvars.copy_context()
        untold = tracing_context(enabled=False)
        context.run(untold.__enter__)
        try:
            pieces = context.run(model.stream, messages)
            ended = None
            while (piece := context.run(next, pieces, None)) is not None:
                ended = piece.response_metadata.get("finish_reason", ended)
                if time.monotonic() > deadline:
                    raise ChatUnavailable(self._where(), f"no whole reply within {self.timeout_s:g} s")
                yield str(piece.text)
            if ended == "length" or (ended is None and self.provider == "openai"):
                raise ChatUnavailable(self._where(), "the reply broke off")
        finally:
            context.run(untold.__exit__, None, None, None)

    def _model(self) -> "BaseChatModel":
        with self._lock:
            if self._connected is None:
                self._connected = self._connect()
            return self._connected

    def _connect(self) -> "BaseChatModel":
        from langchain.chat_models import init_chat_model

        given: dict[str, Any] = {"base_url": self.url, "temperature": self.temperature}
        options = {name: value for name, value in given.items() if value is not None}
        key = self.key or SecretStr(NO_KEY)
        connected: BaseChatModel = init_chat_model(
            self.model, model_provider=self.provider, api_key=key, timeout=self.timeout_s, max_retries=0, **options
        )
        return connected

    def _where(self) -> str:
        """The server's name without what an address may hold in secret."""
        address = urlsplit(self.url or "")
        return f"{address.hostname}:{address.port}" if address.port else address.hostname or self.provider
