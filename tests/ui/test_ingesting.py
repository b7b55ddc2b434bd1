import os
from pathlib import Path

import pytest

from ingest.model import PlanStatus
from tests.ui.command_runs import CommandLine

PLAN = "# {title}\n\n## Mål\n\nFler ska kunna resa kollektivt.\n\n## Ekonomi\n\nAvgiften är 10 760 tkr år 2026.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "plans"
    folder.mkdir()
    for name in ("alvik-plan-2026", "bjorka-plan-2026"):
        (folder / f"{name}.md").write_text(PLAN.format(title=f"Plan 2026 för {name}"), "utf-8")
    return folder


def test_ingest_ends_with_a_table_of_what_was_read(plansvar: CommandLine, folder: Path) -> None:
    done = plansvar("ingest", folder)
    assert done.code == 0
    rows = [line.split() for line in done.out.splitlines() if "-plan-2026" in line]
    assert [row[0] for row in rows] == ["alvik-plan-2026", "bjorka-plan-2026"]
    assert [heading in done.out for heading in ("Avsnitt", "Textstycken", "Belopp", "Fynd")] == [True] * 4
    assert done.err.splitlines() == ["alvik-plan-2026.md …", "bjorka-plan-2026.md …"]


def test_an_unchanged_file_is_skipped_and_a_changed_one_read_again(plansvar: CommandLine, folder: Path) -> None:
    plansvar("ingest", folder)
    (folder / "alvik-plan-2026.md").write_text(PLAN.format(title="Ny plan 2026"), "utf-8")
    done = plansvar("ingest", folder)
    assert "Oförändrade: bjorka-plan-2026" in done.out
    assert [line.split()[0] for line in done.out.splitlines() if "-plan-2026 " in line] == ["alvik-plan-2026"]
    assert plansvar.assistant.library.plan("alvik-plan-2026").title == "Ny plan 2026"


def test_sync_removes_what_is_no_longer_under_the_paths(filled: CommandLine, folder: Path) -> None:
    done = filled("ingest", folder, "--sync")
    assert done.code == 0
    assert filled.assistant.library.plan_ids() == ("alvik-plan-2026", "bjorka-plan-2026")
    assert "Borttagna: norrvik-verksamhetsplan-2025-2027, soderby-budget-2026" in done.out


def test_sync_keeps_a_plan_whose_file_is_there_but_cannot_be_read_any_more(plansvar: CommandLine, folder: Path) -> None:
    plansvar("ingest", folder)
    (folder / "alvik-plan-2026.md").write_bytes(b"")
    assert plansvar("ingest", folder, "--sync").code == 1
    assert plansvar.assistant.library.plan_ids() == ("alvik-plan-2026", "bjorka-plan-2026")


def test_sync_removes_nothing_where_a_path_cannot_be_opened(filled: CommandLine, folder: Path, tmp_path: Path) -> None:
    before = filled.assistant.library.plan_ids()
    assert filled("ingest", folder, tmp_path / "missing", "--sync").code == 1
    assert set(before) < set(filled.assistant.library.plan_ids())


def test_a_file_that_fails_does_not_stop_the_healthy_ones(plansvar: CommandLine, folder: Path) -> None:
    (folder / "empty-2026.md").write_bytes(b"")
    (folder / "picture-2026.pdf").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(64))
    done = plansvar("ingest", folder, folder / "missing.pdf")
    assert done.code == 1
    assert plansvar.assistant.library.plan_ids() == ("alvik-plan-2026", "bjorka-plan-2026")
    failures = [line for line in done.err.splitlines() if ": " in line]
    assert len(failures) == 3
    for name in ("empty-2026.md", "picture-2026.pdf", "missing.pdf"):
        assert sum(name in line for line in failures) == 1


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is closed to root")
def test_a_folder_without_read_rights_is_one_clear_line(filled: CommandLine, tmp_path: Path) -> None:
    closed = tmp_path / "closed"
    closed.mkdir()
    closed.chmod(0)
    done = filled("ingest", closed)
    closed.chmod(0o700)
    assert done.code == 1
    assert done.err.count("\n") == 1
    assert "kan inte öppnas" in done.err


def test_an_empty_folder_is_one_clear_line(filled: CommandLine, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    done = filled("ingest", tmp_path / "empty", "--sync")
    assert done.code == 1
    assert done.out == ""
    assert done.err.count("\n") == 1
    assert "Här finns ingen plan att läsa." in done.err
    assert len(filled.assistant.library.plan_ids()) == 2


def test_two_files_with_one_id_change_nothing(filled: CommandLine, folder: Path, tmp_path: Path) -> None:
    other = tmp_path / "alvik-plan-2026.txt"
    other.write_text("Plan 2026\n\nNågot annat.\n", "utf-8")
    before = filled.assistant.library.plan_ids()
    done = filled("ingest", folder, other)
    assert done.code == 1
    assert done.out == ""
    assert done.err.count("\n") == 1
    assert str(other) in done.err
    assert str(folder / "alvik-plan-2026.md") in done.err
    assert filled.assistant.library.plan_ids() == before


def test_remove_takes_plans_away_and_names_them(filled: CommandLine) -> None:
    done = filled("remove", "soderby-budget-2026")
    assert (done.code, done.out.strip()) == (0, "Borttagna: soderby-budget-2026")
    assert filled.assistant.library.plan_ids() == ("norrvik-verksamhetsplan-2025-2027",)


def test_removing_a_plan_that_is_not_there_is_one_line_and_code_1(filled: CommandLine) -> None:
    done = filled("remove", "nothing")
    assert (done.code, done.out, done.err.count("\n")) == (1, "", 1)


def test_a_sidecar_is_written_beside_the_plan_and_never_over_another(plansvar: CommandLine, folder: Path) -> None:
    plansvar("ingest", folder)
    done = plansvar("sidecar", "alvik-plan-2026")
    written = folder / "alvik-plan-2026.plan.yaml"
    assert (done.code, str(written) in done.out) == (0, True)
    written.write_text(written.read_text("utf-8").replace("status:", "status: adopted"), "utf-8")
    assert plansvar("sidecar", folder / "alvik-plan-2026.md").code == 1
    assert "status: adopted" in written.read_text("utf-8")
    assert plansvar("ingest", folder).code == 0
    assert plansvar.assistant.library.plan("alvik-plan-2026").status is PlanStatus.ADOPTED


def test_a_faulty_sidecar_keeps_the_stored_plan_and_lets_the_others_in(plansvar: CommandLine, folder: Path) -> None:
    plansvar("ingest", folder)
    (folder / "alvik-plan-2026.plan.yaml").write_text("status: antagen", "utf-8")
    (folder / "bjorka-plan-2026.plan.yaml").write_text("title: Ny plan 2026", "utf-8")
    done = plansvar("ingest", folder, "--sync")
    assert (done.code, "alvik-plan-2026.plan.yaml: status" in done.err) == (1, True)
    assert plansvar.assistant.library.plan_ids() == ("alvik-plan-2026", "bjorka-plan-2026")
    assert plansvar.assistant.library.plan("bjorka-plan-2026").title == "Ny plan 2026"


def test_a_plan_whose_file_is_gone_gets_no_sidecar(plansvar: CommandLine, folder: Path) -> None:
    plansvar("ingest", folder)
    (folder / "alvik-plan-2026.md").unlink()
    done = plansvar("sidecar", "alvik-plan-2026")
    assert (done.code, "alvik-plan-2026.md" in done.err) == (1, True)


def test_a_file_that_breaks_a_limit_is_one_line_with_its_remedy(plansvar: CommandLine, folder: Path) -> None:
    (folder / "large-2026.txt").write_bytes(b"budget 500 tkr\n" * 1_200_000)
    done = plansvar("ingest", folder)
    assert done.code == 1
    assert plansvar.assistant.library.plan_ids() == ("alvik-plan-2026", "bjorka-plan-2026")
    (line,) = [line for line in done.err.splitlines() if "large-2026.txt: " in line]
    assert "Filen är större än vad som läses som en plan. (17 MB > 16 MB) Spara planen för sig" in line
