import json
from datetime import UTC, datetime
from pathlib import Path

import pytest
from pydantic import SecretStr

from assistant.settings import Settings
from evals.errors import InvalidRecords, RunNotSaved
from evals.golden import GoldenSet, QuestionFile
from evals.records import Record
from evals.runs import (
    RunFolder,
    asked_of_other_questions,
    configuration,
    default_folder,
    read_saved,
    settings_without_secrets,
)
from tests.evals.cases import answer, case

NOW = datetime(2026, 11, 21, 23, 38, 1, tzinfo=UTC)
GOLDEN = GoldenSet((case(),), (QuestionFile("q.yaml", "abc"),))


def test_a_run_is_saved_below_the_data_folder_by_its_time(tmp_path: Path) -> None:
    assert default_folder(Settings(data=tmp_path), NOW) == tmp_path / "runs" / "20261121T233801Z"


def test_the_configuration_says_what_was_asked_of_what(tmp_path: Path) -> None:
    content = configuration(Settings(data=tmp_path), GOLDEN, ["p1"], NOW)
    assert content["date"] == "2026-11-21T23:38:01+00:00"
    assert content["questions"] == [{"name": "q.yaml", "sha256": "abc"}]
    assert (content["cases"], content["plans"]) == (1, ["p1"])
    assert content["packages"]["numpy"]
    json.dumps(content, allow_nan=False)


def test_no_secret_is_saved(tmp_path: Path) -> None:
    url = "https://u:hemlig@chat.example:8000/v1?key=hemlig"
    settings = Settings(data=tmp_path, chat_key=SecretStr("hemlig"), chat_url=url)
    saved = settings_without_secrets(settings)
    assert "hemlig" not in json.dumps(saved)
    assert saved["chat_url"] == "https://chat.example:8000/v1"
    assert "chat_key" not in saved


def test_a_saved_run_can_be_read_again(tmp_path: Path) -> None:
    folder = RunFolder(tmp_path / "run")
    record = Record("c1", {**answer(), "id": "c1"}, 3.0, ())
    folder.add(record)
    folder.write("sections", [{"plan": "p", "path": ["A"], "page": None, "text": "Ett  mål."}])
    records, sections = read_saved(folder.path / "records.jsonl")
    assert records == (record,)
    assert sections == {("p", ("A",)): ("Ett mål.",)}


def test_answers_outside_a_run_have_no_sections(tmp_path: Path) -> None:
    (tmp_path / "answers.jsonl").write_text('{"id": "c1", "status": "failed"}\n', "utf-8")
    assert read_saved(tmp_path / "answers.jsonl")[1] is None
    assert not asked_of_other_questions(tmp_path / "answers.jsonl", GOLDEN)


def test_questions_that_have_changed_since_are_noticed(tmp_path: Path) -> None:
    folder = RunFolder(tmp_path / "run")
    folder.write("run", configuration(Settings(data=tmp_path), GOLDEN, [], NOW))
    changed = GoldenSet(GOLDEN.cases, (QuestionFile("q.yaml", "abd"),))
    assert not asked_of_other_questions(folder.path / "records.jsonl", GOLDEN)
    assert asked_of_other_questions(folder.path / "records.jsonl", changed)


def test_a_folder_that_holds_a_run_is_not_overwritten(tmp_path: Path) -> None:
    RunFolder(tmp_path)
    with pytest.raises(RunNotSaved, match="there already"):
        RunFolder(tmp_path)


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(RunNotSaved):
        RunFolder(tmp_path / "file" / "run")


@pytest.mark.parametrize("text", ["{", '[{"plan": "p"}]', "[3]"])
def test_damaged_sections_are_told(tmp_path: Path, text: str) -> None:
    (tmp_path / "sections.json").write_text(text, "utf-8")
    (tmp_path / "records.jsonl").touch()
    with pytest.raises(InvalidRecords, match=r"sections\.json"):
        read_saved(tmp_path / "records.jsonl")
