import io
import json
from pathlib import Path
from types import SimpleNamespace

import pytest

from assistant.schema import answer_json
from tests.ui.command_runs import CommandLine
from tests.ui.plans import FEE, WEATHER, answers


def test_people_read_the_answer_and_then_its_sources(filled: CommandLine) -> None:
    done = filled("ask", FEE)
    assert (done.code, done.err) == (0, "")
    lines = done.out.splitlines()
    assert lines[0] == answers()[FEE].text.splitlines()[0]
    assert "Källor" in lines
    assert "[1] Verksamhetsplan med budget 2025–2027, Ekonomi › Driftbudget, s. 7" in lines


def test_an_abstention_is_an_answer_and_says_so(filled: CommandLine) -> None:
    done = filled("ask", WEATHER)
    assert done.code == 0
    assert done.out.startswith("Inte en fråga om planerna\n")
    assert "Källor" not in done.out


def test_json_is_one_object_of_the_contract(filled: CommandLine) -> None:
    done = filled("ask", FEE, "--json")
    assert (done.code, done.err) == (0, "")
    assert json.loads(done.out) == answer_json(answers()[FEE])


def test_a_batch_gives_one_line_for_each_question_in_order(filled: CommandLine, tmp_path: Path) -> None:
    questions = tmp_path / "questions.jsonl"
    lines = [{"id": "a", "turns": [WEATHER]}, {"id": "b", "turns": [WEATHER, FEE]}]
    questions.write_text("\n".join(json.dumps(line) for line in lines) + "\n", "utf-8")
    done = filled("ask", "--batch", questions, "--json")
    assert (done.code, done.err) == (0, "")
    given = [json.loads(line) for line in done.out.splitlines()]
    assert [(one["id"], one["status"]) for one in given] == [("a", "out_of_scope"), ("b", "answered")]
    assert filled.assistant.asked[-1] == (WEATHER, FEE)


def test_a_malformed_line_fails_alone_and_the_code_is_1(filled: CommandLine, tmp_path: Path) -> None:
    questions = tmp_path / "questions.jsonl"
    questions.write_text(f'{{"id": "x"}}\n{json.dumps({"id": "b", "turns": [FEE]})}\n', "utf-8")
    done = filled("ask", "--batch", questions)
    assert done.code == 1
    first, second = (json.loads(line) for line in done.out.splitlines())
    assert (first["id"], first["status"]) == ("x", "failed")
    assert second["status"] == "answered"
    assert done.err.count("\n") == 1


def test_a_batch_is_read_from_stdin_where_the_file_is_a_dash(
    filled: CommandLine, monkeypatch: pytest.MonkeyPatch
) -> None:
    line = json.dumps({"id": 1, "turns": [FEE]}).encode()
    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO(line)))
    assert json.loads(filled("ask", "--batch", "-").out)["status"] == "answered"


def test_a_batch_that_cannot_be_read_is_one_line(filled: CommandLine, tmp_path: Path) -> None:
    done = filled("ask", "--batch", tmp_path / "missing.jsonl")
    assert (done.code, done.out, done.err.count("\n")) == (1, "", 1)
