"""The command `serve`."""

from threading import Thread
from typing import TYPE_CHECKING, Annotated

import typer

from ingest.errors import PlansvarError
from ui.session import Session, session_of

if TYPE_CHECKING:
    from assistant.warming import Warming


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command()(serve)


def serve(
    ctx: typer.Context,
    host: Annotated[str | None, typer.Option(help="Address to listen on; 127.0.0.1 is this machine alone.")] = None,
    port: Annotated[int | None, typer.Option(min=0, max=65535, help="Port to listen on; 0 takes a free one.")] = None,
) -> None:
    """Serve the page at / and the API at /api."""
    from ui.rich_console import tell
    from ui.uvicorn_server import claim, serve_until_stopped

    session = session_of(ctx)
    settings, texts = session.settings, session.texts
    with claim(host or settings.host, settings.port if port is None else port) as claimed:
        tell(texts("serve.starting", address=claimed.address))
        from assistant.http_api import create_app
        from assistant.warming import Warming
        from ui.page.gradio_page import mount_page

        warming = Warming(session.assistant)
        app = mount_page(create_app(warming), warming.get)

        def announce() -> None:
            tell(texts("serve.ready", address=claimed.address))
            Thread(target=_tell_what_is_missing, args=(warming, session), daemon=True).start()

        serve_until_stopped(app, claimed, announce)


def _tell_what_is_missing(warming: "Warming", session: Session) -> None:
    """Once the plans are open: whether that failed, or there are none."""
    from ui.rich_console import tell

    try:
        plans = warming.get().library.plans()
    except PlansvarError as error:
        session.complain(error)
    else:
        if not plans:
            tell(session.texts("plans.none"))
