import json
import signal
import socket
import subprocess
import sys
from pathlib import Path
from urllib.request import urlopen

import pytest

from tests.ui.command_runs import CommandLine
from ui.errors import AddressUnavailable, PortInUse
from ui.uvicorn_server import claim

ROOT = Path(__file__).resolve().parents[2]


def test_a_port_in_use_is_one_line_before_anything_is_loaded(filled: CommandLine) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        done = filled("serve", "--port", str(port))
    assert done.code == 1
    assert done.err == (
        f"127.0.0.1:{port}: Porten är upptagen. Stoppa det andra programmet eller välj en annan port med --port.\n"
    )


def test_an_address_that_is_not_this_machines_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    elsewhere = [(socket.AF_INET, socket.SOCK_STREAM, 0, "", ("192.0.2.1", 0))]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: elsewhere)
    with pytest.raises(AddressUnavailable, match=r"192\.0\.2\.1"), claim("192.0.2.1", 0):
        pass


def test_a_claimed_port_is_taken_for_others_and_free_again_afterwards() -> None:
    with claim("127.0.0.1", 0) as first:
        port = first.listener.getsockname()[1]
        with pytest.raises(PortInUse), claim("127.0.0.1", port):
            pass
    with claim("127.0.0.1", port):
        pass


@pytest.mark.parametrize(("host", "shown"), [("127.0.0.1", "127.0.0.1"), ("0.0.0.0", "127.0.0.1"), ("::1", "[::1]")])
def test_the_address_is_one_that_a_browser_opens(host: str, shown: str) -> None:
    with claim(host, 0) as claimed:
        assert claimed.address == f"http://{shown}:{claimed.listener.getsockname()[1]}/"


PROGRAM = """
import sys
from pathlib import Path
from tests.ui.command_runs import COMMANDS, stand_ins
from tests.ui.plans import norrvik, page_assistant
from ui.command_line import run
sys.exit(run(["serve", "--port", sys.argv[2]], stand_ins(page_assistant(norrvik()), Path(sys.argv[1])), COMMANDS))
"""


def _fetch(url: str) -> str:
    with urlopen(url, timeout=60) as reply:
        return str(reply.read().decode())


def test_serve_tells_its_address_answers_and_stops_when_told(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    address = f"http://127.0.0.1:{port}/"
    command = [sys.executable, "-c", PROGRAM, str(tmp_path), str(port)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as serving:
        assert serving.stderr is not None
        assert address in serving.stderr.readline()
        seen = [_fetch(address), _fetch(f"{address}healthz"), _fetch(f"{address}api/plans")]
        assert address in serving.stderr.readline()
        serving.send_signal(signal.SIGINT)
        out, err = serving.communicate(timeout=60)
    assert (serving.returncode, out, err) == (0, "", "")
    assert "Plansvar" in seen[0]
    assert json.loads(seen[1]) == {"status": "up"}
    assert len(json.loads(seen[2])) == 1
