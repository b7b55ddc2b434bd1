import subprocess
import sys
from importlib.metadata import EntryPoint, EntryPoints
from pathlib import Path

import pytest

import ui.command_line
from tests.ui.command_runs import CommandLine
from ui.command_line import registered
from ui.commands import listing

ROOT = Path(__file__).resolve().parents[2]
SLOW = {"torch", "gradio", "chromadb", "sentence_transformers", "langchain", "fastapi", "pydantic", "uvicorn", "numpy"}


def test_help_loads_nothing_slow() -> None:
    code = (
        "import sys; from ui.command_line import run;"
        "from ui.commands import asking, ingesting, listing, serving;"
        "run(['--help'], commands=[one.register for one in (asking, ingesting, listing, serving)]);"
        f"print('slow:', sorted(sys.modules.keys() & {SLOW!r}))"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.endswith("slow: []\n")


def test_help_is_swedish_unless_english_is_asked_for(plansvar: CommandLine, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "Visa planernas målträd." in plansvar("--help").out
    assert "Läs in planer" in plansvar("ingest", "--help").out
    assert "Show the plans' goal trees." in plansvar("--language", "en", "--help").out
    assert "Show the plans' goal trees." in plansvar("--language=en", "--help").out
    monkeypatch.setenv("PLANSVAR_LANGUAGE", "en")
    assert "Show the plans' goal trees." in plansvar("--help").out
    assert "Visa planernas målträd." in plansvar("--language", "sv", "--help").out


def test_help_names_every_command_of_the_contract(plansvar: CommandLine) -> None:
    shown = plansvar("--help").out
    for name in ("ingest", "remove", "plans", "sections", "figures", "goals", "check", "ask", "serve", "eval", "bench"):
        assert f" {name} " in shown


@pytest.mark.parametrize(
    "args",
    [
        ["nonsense"],
        ["plans", "--nonsense"],
        ["ingest"],
        ["remove"],
        ["ask"],
        ["ask", "  "],
        ["ask", "Vad?", "--batch", "x"],
        ["figures", "--csv", "--json"],
        ["figures", "x.csv"],
        ["serve", "--port", "70000"],
        ["--language", "xx", "plans"],
    ],
)
def test_wrong_usage_is_code_2(plansvar: CommandLine, args: list[str]) -> None:
    assert plansvar(*args).code == 2


def test_the_data_folder_is_passed_on(plansvar: CommandLine, tmp_path: Path) -> None:
    assert plansvar("--data", tmp_path / "other", "plans").code == 0
    assert plansvar.settings[-1].data == tmp_path / "other"


def test_an_error_is_one_line_in_the_chosen_language(plansvar: CommandLine) -> None:
    swedish = plansvar("plans", "--plan", "nothing")
    assert swedish.code == 1
    assert swedish.out == ""
    assert swedish.err == "nothing: Det finns ingen plan med detta id. Se vilka planer som finns med plansvar plans.\n"
    assert "There is no plan with this id." in plansvar("--language", "en", "plans", "--plan", "nothing").err


def test_commands_come_from_the_entry_point_group_by_name(monkeypatch: pytest.MonkeyPatch) -> None:
    points = EntryPoints(
        EntryPoint(name, "ui.commands.listing:register", ui.command_line.GROUP) for name in ("second", "first")
    )
    monkeypatch.setattr(ui.command_line, "entry_points", lambda group: points.select(group=group))
    assert list(registered()) == [listing.register, listing.register]
