"""One run of the command line over stand-ins, with all that came of it."""

from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest

from assistant.settings import Settings
from evals.commands import register as evals
from tests.fakes import FollowedAssistant
from ui.command_line import run
from ui.commands import asking, ingesting, listing, serving
from ui.session import Wiring

COMMANDS = (asking.register, ingesting.register, listing.register, serving.register, evals)


@dataclass(frozen=True, slots=True)
class Run:
    """What a run left behind."""

    code: int
    out: str
    err: str
    raw: bytes


def stand_ins(assistant: FollowedAssistant, data: Path) -> Wiring:
    """Opens this assistant and its library whatever the settings are."""
    stand_in: Any = assistant
    return Wiring(
        lambda **given: Settings(data=given.get("data") or data), lambda _: stand_in.library, lambda _: stand_in
    )


class CommandLine:
    """Runs commands in this process over an assistant and its library."""

    def __init__(self, assistant: FollowedAssistant, data: Path, capture: pytest.CaptureFixture[bytes]) -> None:
        self.assistant = assistant
        self._data, self._capture = data, capture
        self.settings: list[Settings] = []

    def __call__(self, *args: str | Path) -> Run:
        code = run([str(arg) for arg in args], self._wiring(), COMMANDS)
        out, err = self._capture.readouterr()
        return Run(code, out.decode("utf-8", "replace"), err.decode(), out)

    def _wiring(self) -> Wiring:
        wiring = stand_ins(self.assistant, self._data)

        def load_settings(**given: Any) -> Settings:
            self.settings.append(wiring.load_settings(**given))
            return self.settings[-1]

        return replace(wiring, load_settings=load_settings)
