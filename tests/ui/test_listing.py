import csv
import io
import json
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest

from assistant.plan_json import figures_json, findings_json, goals_json, plan_json, sections_json
from tests.ui.command_runs import CommandLine
from tests.ui.plans import NORRVIK, SODERBY, norrvik, soderby
from ui.figure_export import COLUMNS, csv_bytes
from ui.plan_tables import written


@pytest.mark.parametrize(
    ("command", "to_json"),
    [("sections", sections_json), ("figures", figures_json), ("goals", goals_json), ("check", findings_json)],
)
def test_json_is_the_contracts_and_nothing_else_is_on_stdout(
    filled: CommandLine, command: str, to_json: object
) -> None:
    done = filled(command, "--json")
    assert (done.code, done.err) == (0, "")
    assert json.loads(done.out) == [*to_json(norrvik()), *to_json(soderby())]  # type: ignore[operator]


def test_plans_as_json_and_limited_to_one(filled: CommandLine) -> None:
    assert json.loads(filled("plans", "--json").out) == [plan_json(norrvik()), plan_json(soderby())]
    assert json.loads(filled("plans", "--json", "--plan", SODERBY).out) == [plan_json(soderby())]


@pytest.mark.parametrize("command", ["plans", "sections", "figures", "goals", "check"])
def test_an_empty_library_is_an_empty_list_for_programs_and_a_hint_for_people(
    plansvar: CommandLine, command: str
) -> None:
    assert json.loads(plansvar(command, "--json").out) == []
    done = plansvar(command)
    assert (done.code, done.out) == (0, "")
    assert "plansvar ingest" in done.err


def test_people_see_tables_in_their_language(filled: CommandLine) -> None:
    assert "2025–2027" in filled("plans").out
    assert "Driftbudget" in filled("sections").out
    assert "10\u00a0760" in filled("figures").out
    assert "Insatsområde" in filled("goals").out
    assert "    Gemensam tågstrategi" in filled("goals").out
    assert "Fel" in filled("check").out
    assert "Focus area" in filled("--language", "en", "goals").out


def test_a_section_over_several_pages_shows_its_range(plansvar: CommandLine) -> None:
    first, *rest = norrvik().sections
    plan = replace(norrvik(), sections=(replace(first, last_page=(first.source.page or 0) + 2), *rest))
    plansvar.assistant.library.ingest([(plan, "hash")])
    assert f"{first.source.page}–{(first.source.page or 0) + 2}" in plansvar("sections").out


def test_nothing_in_a_plan_can_steer_the_terminal(plansvar: CommandLine, tmp_path: Path) -> None:
    evil = replace(norrvik(), title="\x1b]0;owned\x07\x1b[31mPlan[bold]")
    plansvar.assistant.library.ingest([(evil, "hash")])
    shown = plansvar("plans").out + plansvar("figures").out
    assert "\x1b" not in shown
    assert "\x07" not in shown
    assert "Plan[bold]" in shown


def test_findings_are_code_3_only_when_strict(filled: CommandLine) -> None:
    assert filled("check").code == 0
    assert filled("check", "--strict").code == 3
    assert filled("check", "--strict", "--json").code == 3
    quiet = filled("check", "--strict", "--plan", SODERBY)
    assert (quiet.code, quiet.out.strip()) == (0, "Inget att anmärka i planerna.")


def test_figures_as_csv_go_to_a_file_or_to_stdout(filled: CommandLine, tmp_path: Path) -> None:
    target = tmp_path / "figures.csv"
    assert filled("figures", "--csv", target).out == ""
    done = filled("figures", "--csv", "--plan", NORRVIK)
    assert done.raw == target.read_bytes()
    assert done.raw.startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(io.StringIO(done.raw.decode("utf-8-sig"))))
    assert tuple(rows[0]) == COLUMNS
    assert [row["value"] for row in rows] == ["10240", "10760", "11030"]


def test_figures_as_a_workbook_hold_numbers_and_never_formulas(plansvar: CommandLine, tmp_path: Path) -> None:
    plan = norrvik()
    figure = replace(plan.figures[0], label="=1+1", value=Decimal("-2.5"), as_printed="−2,5")
    plansvar.assistant.library.ingest([(replace(plan, figures=(figure,)), "hash")])
    assert plansvar("figures", "--xlsx", tmp_path / "figures.xlsx").code == 0
    sheet = openpyxl.load_workbook(tmp_path / "figures.xlsx").worksheets[0]
    heading, row = list(sheet.iter_rows())
    cell = dict(zip((one.value for one in heading), row, strict=True))
    assert cell["value"].value == -2.5
    assert (cell["label"].value, cell["label"].data_type) == ("=1+1", "s")
    assert cell["page"].value == 7


def test_a_label_that_looks_like_a_formula_is_inert_in_csv() -> None:
    plan = norrvik()
    figure = replace(plan.figures[0], label="=HYPERLINK(1)", value=Decimal(-5), as_printed="-5")
    text = csv_bytes([replace(plan, figures=(figure,))]).decode("utf-8-sig")
    row = next(csv.DictReader(io.StringIO(text)))
    assert (row["label"], row["value"], row["as_printed"]) == ("'=HYPERLINK(1)", "-5", "'-5")


def test_an_export_that_cannot_be_written_is_one_line(filled: CommandLine, tmp_path: Path) -> None:
    done = filled("figures", "--csv", tmp_path / "missing" / "figures.csv")
    assert (done.code, done.err.count("\n")) == (1, 1)
    assert "Filen kan inte skrivas." in done.err


@pytest.mark.parametrize(
    ("value", "text"),
    [("10760", "10\u00a0760"), ("-1596935", "−1\u00a0596\u00a0935"), ("2.5", "2,5"), ("0", "0"), ("-0.25", "−0,25")],
)
def test_amounts_are_written_as_swedes_write_them(value: str, text: str) -> None:
    assert written(Decimal(value)) == text
