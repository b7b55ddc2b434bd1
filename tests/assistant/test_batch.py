import json
from typing import Any

import pytest

from assistant.batch import answer_lines
from assistant.service import Assistant
from tests.assistant import drafts
from tests.assistant.plans import PLAN_ID, a_plan
from tests.fakes import ScriptedAnswerer, WordLibrary


def answered(*lines: str | bytes) -> tuple[list[dict[str, Any]], list[str], int]:
    assistant = Assistant(WordLibrary([a_plan()]), ScriptedAnswerer(drafts.fee_draft()))
    written: list[str] = []
    complaints: list[str] = []
    raw = [line if isinstance(line, bytes) else line.encode() for line in lines]
    code = answer_lines(assistant, raw, written.append, complaints.append)
    assert all(line.endswith("\n") and len(line.splitlines()) == 1 for line in written)
    return [json.loads(line) for line in written], complaints, code


def test_each_line_is_answered_in_order() -> None:
    objects, complaints, code = answered('{"id": "a", "turns": ["Ett?"]}', '{"id": "b", "turns": ["Ett?", "Två?"]}\n')
    assert [(each["id"], each["question"]) for each in objects] == [("a", "Ett?"), ("b", "Två?")]
    assert (complaints, code) == ([], 0)


@pytest.mark.parametrize(
    "line",
    [
        "not json",
        "[]",
        '"text"',
        "{}",
        '{"turns": []}',
        '{"turns": [""]}',
        '{"turns": "Ett?"}',
        '{"turns": [3]}',
        b"\xff\xfe{}",
        '{"turns": ["\\ud800"]}',
        '{"turns": ["Ett?"], "plan": "nowhere"}',
        '{"turns": ["Ett?"], "plan": 7}',
    ],
)
def test_a_line_that_fails_does_not_stop_the_others(line: str | bytes) -> None:
    objects, complaints, code = answered('{"id": "a", "turns": ["Ett?"]}', line, '{"id": "c", "turns": ["Tre?"]}')
    assert [each["status"] for each in objects] == ["answered", "failed", "answered"]
    assert list(objects[1]) == ["id", "status", "error"]
    assert objects[1]["error"]
    assert len(complaints) == 1
    assert complaints[0].startswith("line 2: ")
    assert code == 1


def test_a_failed_line_keeps_its_id() -> None:
    objects, _, _ = answered('{"id": "x7", "turns": []}', '{"id": 7, "turns": []}', '{"id": {"no": 1}, "turns": []}')
    assert [each["id"] for each in objects] == ["x7", 7, None]


def test_an_unknown_plan_is_named_with_what_to_do() -> None:
    objects, complaints, _ = answered('{"id": "a", "turns": ["Ett?"], "plan": "nowhere"}')
    assert "nowhere" in objects[0]["error"]
    assert "plansvar plans" in complaints[0]


def test_a_plan_limits_the_line() -> None:
    objects, _, code = answered(json.dumps({"turns": ["Hur stor är avgiften?"], "plan": PLAN_ID}))
    assert (objects[0]["id"], objects[0]["status"], code) == (None, "answered", 0)


def test_blank_lines_and_a_byte_order_mark_are_passed_over() -> None:
    objects, _, code = answered(b'\xef\xbb\xbf{"id": "a", "turns": ["Ett?"]}', "", "   \n")
    assert (len(objects), code) == (1, 0)


def test_a_line_of_output_is_one_line_whatever_the_text_holds() -> None:
    objects, _, _ = answered('{"turns": ["Ett\\u2028två\\u0085tre?"]}')
    assert objects[0]["question"] == "Ett\u2028två\x85tre?"


def test_fields_that_are_not_known_are_passed_over() -> None:
    assert answered('{"id": "a", "turns": ["Ett?"], "kind": "figure"}')[2] == 0
