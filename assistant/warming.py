"""An assistant that opens in a thread of its own, so that the port can answer meanwhile."""

import threading
from collections.abc import Callable
from concurrent.futures import Future

from assistant.service import Assistant


class Warming:
    """Opens an assistant once, at `start` or at the first `get`; `source` is the assistant or what opens it."""

    def __init__(self, source: Assistant | Callable[[], Assistant]) -> None:
        self._source = source
        self._opened: Future[Assistant] = Future()
        self._lock = threading.Lock()
        self._started = False

    def start(self) -> None:
        """Begin to open; again, does nothing."""
        with self._lock:
            if self._started:
                return
            self._started = True
        threading.Thread(target=self._open, name="warming", daemon=True).start()

    def get(self) -> Assistant:
        """The assistant, once it is open; raises what opening raised."""
        self.start()
        return self._opened.result()

    def ready(self) -> bool:
        """Whether `get` answers at once; raises what opening raised."""
        return self._opened.done() and self._opened.result() is not None

    def _open(self) -> None:
        try:
            assistant = self._source() if callable(self._source) else self._source
            assistant.warm()
        except BaseException as error:  # noqa: BLE001 - handed on to whoever asks for the assistant
            self._opened.set_exception(error)
        else:
            self._opened.set_result(assistant)
