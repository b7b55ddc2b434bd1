import json
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner, Result

from assistant.settings import Settings
from evals.commands import register
from evals.errors import EmptyLibrary, InvalidRecords, NothingToMeasure
from evals.retrieval_bench import Parts
from tests.evals.plans import GOLDEN, small_assistant
from tests.fakes import ScriptedAssistant, ScriptedLibrary


class Installation:
    """A command line over a scripted assistant, with its own data and questions."""

    def __init__(self, folder: Path) -> None:
        self.settings = Settings(data=folder / "data")
        self.questions = folder / "questions.yaml"
        self.questions.write_text(GOLDEN, "utf-8")
        self.assistant = small_assistant()
        self._app = typer.Typer(pretty_exceptions_enable=False)
        register(self._app)

    def run(self, *arguments: object) -> Result:
        return CliRunner().invoke(self._app, [str(argument) for argument in arguments], obj=self.settings)

    def eval(self, *arguments: object) -> Result:
        return self.run("eval", "--questions", self.questions, *arguments)

    def runs(self) -> list[Path]:
        return sorted((self.settings.data / "runs").glob("*"))


@pytest.fixture
def installation(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Installation:
    made = Installation(tmp_path)
    monkeypatch.setattr("assistant.bootstrap.open_assistant", lambda settings: made.assistant)
    return made


def test_eval_reports_and_saves_a_run(installation: Installation) -> None:
    result = installation.eval()
    assert result.exit_code == 0, result.output
    assert "ABSTAINED u1 (followup)" in result.stdout
    (run,) = installation.runs()
    assert str(run) in result.stdout
    assert sorted(path.name for path in run.iterdir()) == ["records.jsonl", "report.json", "run.json", "sections.json"]
    assert len((run / "records.jsonl").read_text("utf-8").splitlines()) == 4
    assert json.loads((run / "run.json").read_text("utf-8"))["questions"][0]["name"] == "questions.yaml"


def test_eval_tells_programs_the_same_on_stdout_alone(installation: Installation, tmp_path: Path) -> None:
    result = installation.eval("--json", "--out", tmp_path / "out")
    report = json.loads(result.stdout)
    assert (report["total"]["right"], report["total"]["abstained"]) == (2, 2)
    assert report["total"]["citations"] == {"hits": 1, "cases": 1, "share": 1.0}
    assert report["total"]["recall_at_5"]["cases"] == 3
    assert report["run"] == str(tmp_path / "out")
    assert report == json.loads((tmp_path / "out" / "report.json").read_text("utf-8"))


def test_eval_under_a_bar_exits_1_and_names_it(installation: Installation) -> None:
    result = installation.eval("--min-right", "0.6")
    assert result.exit_code == 1
    assert "bar missed: 50.0% right is under --min-right 60.0%" in result.stderr.splitlines()


def test_eval_over_the_wrong_bar_exits_1(installation: Installation) -> None:
    installation.assistant = small_assistant("9 000 tkr. [1]")
    result = installation.eval("--min-right", "0", "--max-wrong", "0.2")
    assert result.exit_code == 1
    assert "25.0% wrong is over --max-wrong 20.0%" in result.stderr


def test_a_saved_run_is_judged_again_without_an_assistant(
    installation: Installation, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = json.loads(installation.eval("--json", "--out", tmp_path / "out").stdout)
    monkeypatch.setattr("assistant.bootstrap.open_assistant", None)
    again = json.loads(installation.eval("--json", "--records", tmp_path / "out" / "records.jsonl").stdout)
    assert again == {**first, "run": None}


def test_judging_by_changed_questions_is_noted(installation: Installation, tmp_path: Path) -> None:
    installation.eval("--out", tmp_path / "out")
    installation.questions.write_text(GOLDEN.replace("8374", "8375"), "utf-8")
    result = installation.eval("--records", tmp_path / "out" / "records.jsonl")
    assert "the questions are not the ones" in result.stderr
    assert "WRONG f1" in result.stdout


def test_records_of_other_questions_are_refused(installation: Installation, tmp_path: Path) -> None:
    records = tmp_path / "records.jsonl"
    records.write_text('{"id": "x", "status": "failed"}', "utf-8")
    assert isinstance(installation.eval("--records", records).exception, InvalidRecords)


def test_records_and_out_together_are_wrong_usage(installation: Installation, tmp_path: Path) -> None:
    assert installation.eval("--records", "r.jsonl", "--out", tmp_path).exit_code == 2


def test_an_empty_library_is_told_and_nothing_is_saved(installation: Installation) -> None:
    installation.assistant = ScriptedAssistant(ScriptedLibrary(), {})
    assert isinstance(installation.eval().exception, EmptyLibrary)
    assert installation.runs() == []


def test_questions_about_a_plan_that_is_not_there_are_noted(installation: Installation) -> None:
    assert "no plan called soderby… has been read: 1 questions" in installation.eval().stderr


def test_bench_latency_prints_both_percentiles(installation: Installation) -> None:
    result = installation.run("bench", "latency", "--questions", installation.questions, "--rounds", 2)
    assert result.exit_code == 0, result.output
    assert "p50_ms" in result.stdout
    assert "p95_ms" in result.stdout


def test_bench_retrieval_is_told_of_questions_distractors_and_a_reranker(
    installation: Installation, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[object] = []

    def retrieval(paths: object, questions: object, settings: Settings, rounds: int, *, distractors: bool) -> Parts:
        told.extend([paths, questions, settings.reranker, rounds, distractors])
        return {"a part": [{"ranking": "hybrid", "nDCG@10": 0.5}], "an empty one": []}

    monkeypatch.setattr("evals.retrieval_bench.retrieval", retrieval)
    options = ("--questions", installation.questions, "--rounds", 2, "--distractors", "--reranker", "some/model")
    result = installation.run("bench", "retrieval", tmp_path, *options)
    assert told == [[tmp_path], installation.questions, "some/model", 2, True]
    assert "a part" in result.stdout
    assert "an empty one" not in result.stdout
    assert installation.run("bench", "retrieval", "--json").exit_code == 0
    assert told[-3:] == [None, 3, False]


def test_bench_reading_measures_files_against_a_truth(installation: Installation, tmp_path: Path) -> None:
    (tmp_path / "park.md").write_text("# Park\n\n## Budget\n\n| tkr | 2025 |\n|---|---:|\n| Hyra | 1 200 |\n", "utf-8")
    (tmp_path / "truth").mkdir()
    (tmp_path / "truth" / "park.yaml").write_text(
        "{plan: park, tables: [{name: Budget, page: 1, owners: [Park], unit: tkr, unit_source: printed,"
        " columns: [{year: 2025, basis: budget}], rows: [{label: Hyra, values: ['1 200']}]}]}",
        "utf-8",
    )
    arguments = ("bench", "reading", tmp_path / "park.md", "--truth", tmp_path / "truth")
    parts = json.loads(installation.run(*arguments, "--json").stdout)["parts"]
    aspects = {row["aspect"]: row for row in parts["aspects of cells"]}
    assert (aspects["value"]["right"], aspects["unit"]["right"], aspects["year"]["right"]) == (1, 1, 1)
    assert "100.0 %" in installation.run(*arguments).stdout


def test_bench_tables_compares_the_cells_of_known_tables(installation: Installation, samples: Path) -> None:
    result = installation.run("bench", "tables", samples / "pdf")
    assert result.exit_code == 1
    assert isinstance(result.exception, NothingToMeasure)


def test_a_bench_over_questions_takes_no_files(installation: Installation, tmp_path: Path) -> None:
    result = installation.run("bench", "latency", tmp_path)
    assert result.exit_code == 2
    assert "reads no files" in result.stderr


def test_an_unknown_bench_is_wrong_usage_and_names_the_known(installation: Installation) -> None:
    result = installation.run("bench", "speed")
    assert result.exit_code == 2
    assert all(name in result.stderr for name in ("latency", "retrieval", "tables"))
