"""Command lines over stand-ins, and a browser over the page where there is one."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from shutil import which
from threading import Thread
from typing import TYPE_CHECKING, Any

import pytest

from tests.conftest import is_loopback
from tests.ui.command_runs import CommandLine
from tests.ui.plans import norrvik, page_assistant, soderby

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

CHROMIUM_ARGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
WAIT_MS = 20_000


@pytest.fixture
def plansvar(tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> CommandLine:
    """The command line over an empty library."""
    return CommandLine(page_assistant(), tmp_path / "data", capsysbinary)


@pytest.fixture
def filled(tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> CommandLine:
    """The command line over two plans."""
    return CommandLine(page_assistant(norrvik(), soderby()), tmp_path / "data", capsysbinary)


@contextmanager
def served(open_assistant: Callable[[], Any]) -> Iterator[str]:
    """The service with its page on a free port, for as long as the block lasts; gives its address."""
    import uvicorn

    from assistant.http_api import create_app
    from assistant.warming import Warming
    from ui.page.gradio_page import mount_page
    from ui.uvicorn_server import claim

    warming = Warming(open_assistant)
    app = mount_page(create_app(warming), warming.get)
    with claim("127.0.0.1", 0) as claimed:
        server = uvicorn.Server(uvicorn.Config(app, log_level="warning", timeout_graceful_shutdown=1))
        thread = Thread(target=server.run, kwargs={"sockets": [claimed.listener]}, daemon=True)
        thread.start()
        try:
            yield claimed.address
        finally:
            server.should_exit = True
            thread.join(10)


@pytest.fixture(scope="session")
def address() -> Iterator[str]:
    """The page over two plans and scripted answers."""
    with served(lambda: page_assistant(norrvik(), soderby())) as url:
        yield url


@pytest.fixture(scope="session")
def browser() -> Iterator["Browser"]:
    """Headless Chromium as the system installed it; without one the test is skipped."""
    playwright = pytest.importorskip("playwright.sync_api", reason="browser tests need the package playwright")
    found = which("chromium") or which("chromium-browser") or which("google-chrome")
    if not found:
        pytest.skip("browser tests need Chromium (Debian: apt install chromium)")
    with playwright.sync_playwright() as running:
        chromium = running.chromium.launch(executable_path=found, args=list(CHROMIUM_ARGS))
        yield chromium
        chromium.close()


class Visitor:
    """A browser tab that remembers what it asked the network for and what went wrong in it."""

    def __init__(self, page: "Page") -> None:
        self.page = page
        self.outside: list[str] = []
        self.complaints: list[str] = []
        page.set_default_timeout(WAIT_MS)
        page.on("request", lambda request: self._note(request.url))
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("console", lambda message: self.complaints.extend([message.text] if message.type == "error" else []))

    def _note(self, url: str) -> None:
        scheme, _, rest = url.partition("://")
        if scheme in {"http", "https", "ws", "wss"} and not is_loopback(rest.split("/")[0].split(":")[0]):
            self.outside.append(url)

    def enter(self, address: str) -> None:
        self.page.goto(address)
        self.page.wait_for_selector(".pv-welcome")

    def ask(self, question: str) -> None:
        number = self.page.locator(".pv-turn").count()
        self.page.fill("#pv-field textarea", question)
        self.page.keyboard.press("Enter")
        self.page.wait_for_selector(f".pv-turn[data-number='{number}'] .pv-answer:not([data-tone=pending])")

    def open_first_source(self) -> None:
        self.page.locator(".pv-marker").first.click()
        self.page.wait_for_selector(".pv-opened h2")


@pytest.fixture
def tab(browser: "Browser") -> Iterator[Callable[..., Visitor]]:
    """Opens tabs of a given size; afterwards nothing may have left the machine, and nothing gone wrong."""
    opened: list[Visitor] = []

    def open_tab(width: int = 1280, height: int = 900, **more: Any) -> Visitor:
        context = browser.new_context(viewport={"width": width, "height": height}, **more)
        opened.append(Visitor(context.new_page()))
        return opened[-1]

    yield open_tab
    for visitor in opened:
        visitor.page.context.close()
    assert [one.outside for one in opened if one.outside] == []
    assert [one.complaints for one in opened if one.complaints] == []
