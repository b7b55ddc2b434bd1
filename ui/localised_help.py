"""The help of every command in the user's language, whoever registered it."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Any

from assistant.answer import Language
from ui.texts import TABLE, Texts


def chosen_language(command: Any, args: Sequence[str]) -> Language:
    """The language that `args` or the environment ask for; Swedish where they ask for none that there is.

    Read before the command line is parsed, as its help and errors are to be in that language.
    """
    option = next(parameter for parameter in command.params if parameter.name == "language")
    asked = option.resolve_envvar_value(command.context_class(command))
    for flag, value in pairwise([*args, ""]):
        name, _, joined = flag.partition("=")
        if name in option.opts:
            asked = joined or value
    return Language.ENGLISH if asked == Language.ENGLISH.value else Language.SWEDISH


def translate_help(command: Any, texts: Texts) -> None:
    """Put the table's texts in the places of help: `help.COMMAND`, `help.COMMAND.PARAMETER` or `help.PARAMETER`.

    A command or parameter without one keeps the English that stands beside its code.
    """
    _translate(command, "help", texts)
    for name, one in command.commands.items():
        _translate(one, f"help.{name}", texts)


def _translate(command: Any, key: str, texts: Texts) -> None:
    if key in TABLE:
        command.help, command.short_help = texts(key), None
    command.rich_help_panel = texts("help.commands")
    with command.context_class(command) as context:
        for parameter in command.get_params(context):
            found = next((one for one in (f"{key}.{parameter.name}", f"help.{parameter.name}") if one in TABLE), None)
            if found:
                parameter.help = texts(found)
            panel = "help.arguments" if parameter.param_type_name == "argument" else "help.options"
            parameter.rich_help_panel = texts(panel)
