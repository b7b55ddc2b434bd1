"""What all tests stand on: no network, the bundled sample plans, and the shared real plans where they are at hand."""

import socket
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from ingest.model import Plan
from ingest.reading import read_plan

ROOT = Path(__file__).resolve().parents[1]
SAMPLES = ROOT / "ingest" / "samples"
SHARED = ROOT.parent / "shared"
LOOPBACK = ("localhost", "::1", "0.0.0.0", "", None)

_left_out: list[str] = []


class OutsideNetwork(RuntimeError):
    """A test reached for the network."""


def is_loopback(host: object) -> bool:
    """Whether a host names this machine."""
    name = host.decode() if isinstance(host, bytes) else host
    return name in LOOPBACK or (isinstance(name, str) and name.startswith("127."))


@pytest.fixture(scope="session", autouse=True)
def no_network() -> Iterator[None]:
    """Sockets reach this machine only; names of other machines are not looked up."""
    connect, connect_ex, look_up = socket.socket.connect, socket.socket.connect_ex, socket.getaddrinfo

    def allow(sock: socket.socket, address: object) -> None:
        inside = sock.family not in {socket.AF_INET, socket.AF_INET6}
        if not inside and not (isinstance(address, tuple) and is_loopback(address[0])):
            raise OutsideNetwork(f"a test tried to connect to {address!r}")

    def guarded_connect(self: socket.socket, address: object) -> None:
        allow(self, address)
        connect(self, address)  # type: ignore[arg-type]

    def guarded_connect_ex(self: socket.socket, address: object) -> int:
        allow(self, address)
        return connect_ex(self, address)  # type: ignore[arg-type]

    def guarded_look_up(host: object, *args: object, **kwargs: object) -> object:
        if not is_loopback(host):
            raise OutsideNetwork(f"a test tried to look up {host!r}")
        return look_up(host, *args, **kwargs)  # type: ignore[arg-type]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(socket.socket, "connect", guarded_connect)
        patch.setattr(socket.socket, "connect_ex", guarded_connect_ex)
        patch.setattr(socket, "getaddrinfo", guarded_look_up)
        yield


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out the tests over the shared real plans where these are not at hand."""
    if SHARED.is_dir():
        return
    needing = [item for item in items if item.get_closest_marker("shared")]
    _left_out.extend(item.nodeid for item in needing)
    items[:] = [item for item in items if item not in needing]
    if needing:
        config.hook.pytest_deselected(items=needing)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say how many tests were left out, and why."""
    if _left_out:
        terminalreporter.write_line(
            f"left out: {len(_left_out)} tests over the real plans, for there is no folder ../shared beside the project"
        )


@cache
def plan_at(path: Path) -> Plan:
    """A plan read once for all tests."""
    return read_plan(path)


@pytest.fixture(scope="session")
def samples() -> Path:
    """The folder of the bundled sample plans: `markdown/` and `pdf/`."""
    return SAMPLES


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder with the real plans and golden questions; only for tests marked `shared`."""
    return SHARED


@pytest.fixture(scope="session")
def sample_plans() -> tuple[Plan, ...]:
    """The sample plans as read from Markdown."""
    return tuple(plan_at(path) for path in sorted((SAMPLES / "markdown").glob("*.md")))
