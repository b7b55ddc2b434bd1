"""What every command works with: the installation's settings, the language, and how its parts are opened."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from assistant.answer import Language
from ingest.errors import PlansvarError
from ui.error_texts import error_line
from ui.rich_console import tell
from ui.texts import Texts

if TYPE_CHECKING:
    import typer

    from assistant.service import Assistant
    from assistant.settings import Settings
    from index.library import Library


@dataclass(frozen=True, slots=True)
class Wiring:
    """How an installation is opened; tests put stand-ins here."""

    load_settings: Callable[..., "Settings"]
    open_library: Callable[["Settings"], "Library"]
    open_assistant: Callable[["Settings"], "Assistant"]


@dataclass(frozen=True, slots=True)
class Session:
    """One command's run; what it opens is opened when it is asked for."""

    settings: "Settings"
    texts: Texts
    wiring: Wiring

    def library(self) -> "Library":
        """The installation's plans."""
        return self.wiring.open_library(self.settings)

    def assistant(self) -> "Assistant":
        """What answers questions over the installation's plans."""
        return self.wiring.open_assistant(self.settings)

    def complain(self, error: PlansvarError) -> None:
        """Tell what went wrong, where and what to do, as one line on stderr."""
        tell(error_line(error, self.texts.language))


def installed() -> Wiring:
    """The real parts; their packages are imported when they are opened."""

    def load_settings(**given: Any) -> "Settings":
        from assistant.settings import load_settings

        return load_settings(**given)

    def open_library(settings: "Settings") -> "Library":
        from assistant.bootstrap import open_library

        return open_library(settings)

    def open_assistant(settings: "Settings") -> "Assistant":
        from assistant.bootstrap import open_assistant

        return open_assistant(settings)

    return Wiring(load_settings, open_library, open_assistant)


_KEY = "plansvar.session"


def begin(ctx: "typer.Context", wiring: Wiring, data: Path | None, language: Language) -> None:
    """Give the command its session; `ctx.obj` is the settings, for commands that come from elsewhere."""
    ctx.obj = wiring.load_settings(data=data)
    ctx.meta[_KEY] = Session(ctx.obj, Texts(language), wiring)


def session_of(ctx: "typer.Context") -> Session:
    """The session of the command that runs."""
    session: Session = ctx.meta[_KEY]
    return session
