"""The command line: commands come from the entry-point group, errors end as one line and an exit code."""

import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from importlib.metadata import entry_points
from pathlib import Path
from typing import Annotated

import typer

from assistant.answer import Language
from ingest.errors import PlansvarError
from ui.error_texts import error_line
from ui.localised_help import chosen_language, translate_help
from ui.rich_console import tell
from ui.session import Wiring, begin, installed
from ui.texts import Texts

GROUP = "plansvar.commands"
"""Entry points of this group name a function that adds commands to the app that it is given."""

NAME = "plansvar"

Register = Callable[[typer.Typer], None]


def main() -> None:
    """Run the command line of this process and leave with its exit code."""
    sys.exit(run(sys.argv[1:]))


def run(args: Sequence[str], wiring: Wiring | None = None, commands: Iterable[Register] | None = None) -> int:
    """Run one command line; gives its exit code: 0 done, 1 something could not be done, 2 wrong usage, 3 findings."""
    command = typer.main.get_command(_app(wiring or installed(), registered() if commands is None else commands))
    language = chosen_language(command, args)
    translate_help(command, Texts(language))
    try:
        command.main(list(args), prog_name=NAME)
    except SystemExit as leaving:
        return leaving.code if isinstance(leaving.code, int) else 1
    except PlansvarError as error:
        tell(error_line(error, language))
        return 1
    return 0


def registered() -> Iterator[Register]:
    """What the installed packages add, by name."""
    for point in sorted(entry_points(group=GROUP), key=lambda point: point.name):
        yield point.load()


def _app(wiring: Wiring, commands: Iterable[Register]) -> typer.Typer:
    app = typer.Typer(name=NAME, add_completion=False, no_args_is_help=True, pretty_exceptions_enable=False)

    @app.callback()
    def plansvar(
        ctx: typer.Context,
        data: Annotated[
            Path | None, typer.Option(metavar="DIR", help="Where this installation keeps everything.")
        ] = None,
        language: Annotated[
            Language, typer.Option(envvar="PLANSVAR_LANGUAGE", help="Language of messages and tables.")
        ] = Language.SWEDISH,
    ) -> None:
        """Answers questions about public plans, each figure and statement cited to its place."""
        begin(ctx, wiring, data, language)

    for register in commands:
        register(app)
    return app
