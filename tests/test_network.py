"""Tests can reach this machine and nothing else."""

import socket

import pytest

from tests.conftest import OutsideNetwork


def test_an_address_outside_is_refused() -> None:
    with socket.socket() as sock, pytest.raises(OutsideNetwork, match=r"192\.0\.2\.1"):
        sock.connect(("192.0.2.1", 80))


def test_an_attempt_that_returns_a_code_is_refused_too() -> None:
    with socket.socket() as sock, pytest.raises(OutsideNetwork):
        sock.connect_ex(("192.0.2.1", 80))


def test_the_name_of_another_machine_is_not_looked_up() -> None:
    with pytest.raises(OutsideNetwork, match=r"example\.org"):
        socket.create_connection(("example.org", 80), timeout=1)


def test_a_server_on_this_machine_is_reached() -> None:
    with (
        socket.create_server(("127.0.0.1", 0)) as server,
        socket.create_connection(server.getsockname(), timeout=5) as client,
        server.accept()[0],
    ):
        assert client.getpeername() == server.getsockname()
