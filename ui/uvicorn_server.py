"""uvicorn on a port that is claimed before anything is loaded, so that a taken one is told at once."""

import errno
import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from typing import Any

from ui.errors import AddressUnavailable, PortInUse

GRACE_S = 3
"""Seconds that open connections get to finish once the server is stopped."""


@dataclass(frozen=True, slots=True)
class Claim:
    """A port that is ours; `address` is what a browser is given."""

    listener: socket.socket
    address: str


@contextmanager
def claim(host: str, port: int) -> Iterator[Claim]:
    """Bind the port and let go of it in the end; raises PortInUse or AddressUnavailable."""
    where = f"{host}:{port}"
    try:
        family, kind, protocol, _, target = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        listener = socket.socket(family, kind, protocol)
    except OSError as error:
        raise AddressUnavailable(where, error.strerror or "") from error
    with listener:
        try:
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            listener.bind(target)
            listener.listen()
        except OSError as error:
            if error.errno == errno.EADDRINUSE:
                raise PortInUse(where) from error
            raise AddressUnavailable(where, error.strerror or "") from error
        yield Claim(listener, _address(host, listener))


def _address(host: str, listener: socket.socket) -> str:
    shown = {"0.0.0.0": "127.0.0.1", "::": "[::1]"}.get(host, f"[{host}]" if ":" in host else host)  # noqa: S104
    return f"http://{shown}:{listener.getsockname()[1]}/"


def serve_until_stopped(app: Any, claimed: Claim, announce: Callable[[], None]) -> None:
    """Serve an ASGI app on the claimed port until told to stop; `announce` is called once requests are answered."""
    import uvicorn

    class Server(uvicorn.Server):
        async def startup(self, sockets: list[socket.socket] | None = None) -> None:
            await super().startup(sockets)
            if self.started:
                announce()

    config = uvicorn.Config(app, log_level="warning", access_log=False, timeout_graceful_shutdown=GRACE_S)
    with suppress(KeyboardInterrupt):
        Server(config).run(sockets=[claimed.listener])
