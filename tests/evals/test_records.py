import json
from pathlib import Path

import pytest

from evals.errors import InvalidRecords
from evals.records import Record, Retrieved, match_records, read_records, record_json
from tests.evals.cases import answer, case


def _file(folder: Path, *lines: str) -> Path:
    path = folder / "records.jsonl"
    path.write_text("\n".join(lines), "utf-8")
    return path


def test_a_record_written_is_the_record_read(tmp_path: Path) -> None:
    record = Record("c1", {**answer(), "id": "c1"}, 12.5, (Retrieved("p", ("A", "B"), "text\u2028mer"),))
    assert read_records(_file(tmp_path, json.dumps(record_json(record)))) == (record,)


def test_lines_of_ask_batch_are_records_without_hits(tmp_path: Path) -> None:
    line = {**answer(), "id": "c1", "timings_ms": {"total": 7.5}}
    (record,) = read_records(_file(tmp_path, json.dumps(line), ""))
    assert (record.case_id, record.elapsed_ms, record.hits) == ("c1", 7.5, None)
    assert record.answer["answer"] == line["answer"]


def test_a_failed_line_of_ask_batch_is_a_record(tmp_path: Path) -> None:
    (record,) = read_records(_file(tmp_path, '{"id": "c1", "status": "failed", "error": "x"}'))
    assert (record.answer["status"], record.elapsed_ms) == ("failed", None)


@pytest.mark.parametrize(
    "line",
    ["{", "3", "{}", '{"id": "a"}', '{"id": null, "status": "answered"}', '{"id": "a", "status": "x", "hits": [1]}'],
)
def test_a_line_that_is_no_answer_is_told_with_its_number(tmp_path: Path, line: str) -> None:
    with pytest.raises(InvalidRecords, match=r"records\.jsonl, line 2"):
        read_records(_file(tmp_path, '{"id": "c1", "status": "failed"}', line))


def test_a_citation_without_its_place_is_told(tmp_path: Path) -> None:
    with pytest.raises(InvalidRecords, match="quote"):
        read_records(_file(tmp_path, '{"id": "a", "status": "answered", "citations": [{"plan": "p", "section": []}]}'))


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(InvalidRecords, match="No such file"):
        read_records(tmp_path / "none.jsonl")


def test_records_are_put_in_the_order_of_the_cases() -> None:
    records = [Record(case_id, {}) for case_id in ("b", "a")]
    assert [record.case_id for record in match_records("f", [case("a"), case("b")], records)] == ["a", "b"]


@pytest.mark.parametrize(
    ("ids", "detail"),
    [(["a"], "no answer to b"), (["a", "b", "c"], "no question for c"), (["a", "a", "b"], "two answers")],
)
def test_records_that_are_not_of_these_cases_are_refused(ids: list[str], detail: str) -> None:
    with pytest.raises(InvalidRecords, match=detail):
        match_records("f", [case("a"), case("b")], [Record(case_id, {}) for case_id in ids])
