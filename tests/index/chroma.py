"""A real Chroma server for the tests: one for all of them, in a temporary folder."""

import contextlib
import os
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

PATIENCE_S = 60.0
RUN = "from chromadb.cli.cli import app; app()"
ALONE = {"ANONYMIZED_TELEMETRY": "False", "CHROMA_OTEL_COLLECTION_ENDPOINT": ""}


@contextlib.contextmanager
def running_chroma() -> Iterator[str]:
    """URL of a new server on this machine (`chroma run`), which is gone with its data at the end of the block."""
    with tempfile.TemporaryDirectory(prefix="plansvar-chroma-", ignore_cleanup_errors=True) as name:
        port = _free_port()
        asked = ["run", "--path", f"{name}/data", "--host", "127.0.0.1", "--port", str(port)]
        with (Path(name) / "log").open("wb") as log:
            server = subprocess.Popen(
                [sys.executable, "-c", RUN, *asked], stdout=log, stderr=log, cwd=name, env=os.environ | ALONE
            )
        try:
            _wait_for(f"http://127.0.0.1:{port}/api/v2/heartbeat", server, Path(name) / "log")
            yield f"http://127.0.0.1:{port}"
        finally:
            server.terminate()
            server.wait(PATIENCE_S)


def _wait_for(url: str, server: subprocess.Popen[bytes], log: Path) -> None:
    until = time.monotonic() + PATIENCE_S
    while True:
        try:
            with urlopen(url, timeout=PATIENCE_S):
                return
        except (URLError, OSError):
            if server.poll() is not None or time.monotonic() > until:
                raise RuntimeError(log.read_text(errors="replace")[-2000:]) from None
            time.sleep(0.05)


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as server:
        return int(server.getsockname()[1])
