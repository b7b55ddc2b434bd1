"""A server on loopback that speaks the OpenAI chat completions protocol and replies from a script."""

import json
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any


@dataclass
class Script:
    """How the server replies: `pieces` are streamed; `status`, `body`, `wait_s` and `cut` are ways to go wrong."""

    pieces: Sequence[str] | Callable[[dict[str, Any]], Sequence[str]] = ()
    status: int = 200
    body: bytes | None = None
    wait_s: float = 0.0
    wait_between_s: float = 0.0
    cut: bool = False
    finish: str = "stop"
    requests: list[dict[str, Any]] = field(default_factory=list)
    keys: list[str] = field(default_factory=list)
    paths: list[str] = field(default_factory=list)

    def reply(self, request: dict[str, Any]) -> Sequence[str]:
        return self.pieces(request) if callable(self.pieces) else self.pieces


@dataclass(frozen=True)
class ChatServer:
    """The server's address and its script, which may be changed between requests."""

    url: str
    script: Script


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    script: Script


class _Handler(BaseHTTPRequestHandler):
    server: _Server
    protocol_version = "HTTP/1.1"

    def do_POST(self) -> None:
        script = self.server.script
        script.paths.append(self.path)
        if self.path != "/v1/chat/completions":
            self._send(404, "application/json", b'{"error": {"message": "no such path"}}')
            return
        request = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        script.requests.append(request)
        script.keys.append(self.headers.get("Authorization", ""))
        time.sleep(script.wait_s)
        self.close_connection = True
        if script.status != 200:
            self._send(
                script.status, "application/json", script.body or b'{"error": {"message": "secret-of-the-server"}}'
            )
        elif script.body is not None:
            self._send(200, "text/event-stream", script.body)
        elif request.get("stream"):
            with suppress(ConnectionError):
                self._stream(script, request)
        else:
            self._send(200, "application/json", json.dumps(_whole(request, script.reply(request))).encode())

    def do_GET(self) -> None:
        self.server.script.paths.append(self.path)
        self._send(404, "application/json", b"{}")

    def _send(self, status: int, kind: str, body: bytes) -> None:
        with suppress(ConnectionError):
            self._write(status, kind, body)

    def _write(self, status: int, kind: str, body: bytes) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def _stream(self, script: Script, request: dict[str, Any]) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Connection", "close")
        self.end_headers()
        for piece in script.reply(request):
            self._event(_chunk(request, {"role": "assistant", "content": piece}, None))
            time.sleep(script.wait_between_s)
        if not script.cut:
            self._event(_chunk(request, {}, script.finish))
            self.wfile.write(b"data: [DONE]\n\n")

    def _event(self, data: dict[str, Any]) -> None:
        self.wfile.write(f"data: {json.dumps(data)}\n\n".encode())
        self.wfile.flush()

    def log_message(self, *_: object) -> None:
        """Keep quiet."""


def _chunk(request: dict[str, Any], delta: dict[str, str], finish: str | None) -> dict[str, Any]:
    choice = {"index": 0, "delta": delta, "finish_reason": finish}
    return {
        "id": "c1", "object": "chat.completion.chunk", "created": 1, "model": request["model"], "choices": [choice],
    }  # fmt: skip


def _whole(request: dict[str, Any], pieces: Sequence[str]) -> dict[str, Any]:
    message = {"role": "assistant", "content": "".join(pieces)}
    choice = {"index": 0, "message": message, "finish_reason": "stop"}
    return {"id": "c1", "object": "chat.completion", "created": 1, "model": request["model"], "choices": [choice]}


@contextmanager
def chat_server(script: Script) -> Iterator[ChatServer]:
    """Serve the script on a free port of the loopback interface."""
    server = _Server(("127.0.0.1", 0), _Handler)
    server.script = script
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield ChatServer(f"http://127.0.0.1:{server.server_port}/v1", script)
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
