import pickle
from dataclasses import replace
from pathlib import Path

import pytest

from ingest.errors import BadSidecar, IngestError, ReadingStopped, TooManyPages
from ingest.isolation.pydantic_reports import Leaving, PageDone, Ready, Report, Unintelligible, decode, encode
from ingest.model import Plan
from ingest.reading import read_plan


@pytest.fixture(scope="module")
def plan(samples: Path) -> Plan:
    return read_plan(sorted((samples / "markdown").glob("*.md"))[0])


@pytest.mark.parametrize("report", [Ready(), Leaving(), PageDone(3, 40)])
def test_a_report_comes_over_as_it_was(report: Report) -> None:
    assert decode(encode(report)) == report


def test_a_plan_comes_over_whole_on_one_line(plan: Plan) -> None:
    assert plan.figures
    assert plan.goals
    line = encode(plan)
    assert line.count(b"\n") == 1
    assert decode(line) == plan


@pytest.mark.parametrize("error", [TooManyPages("a\nb.pdf", "9 > 5"), BadSidecar("å.plan.yaml: id", "x")])
def test_an_error_comes_over_with_its_kind_place_and_detail(error: IngestError) -> None:
    line = encode(error)
    assert line.count(b"\n") == 1
    came = decode(line)
    assert (type(came), str(came)) == (type(error), str(error))


def test_an_error_of_a_kind_that_nobody_knows_is_a_reading_that_stopped() -> None:
    assert isinstance(decode(b'fail ["surprise", "a.pdf", ""]\n'), ReadingStopped)


def test_a_file_name_that_is_no_text_comes_over() -> None:
    came = decode(encode(TooManyPages("plan-\udce5.pdf")))
    assert isinstance(came, TooManyPages)
    assert came.where == "plan-\udce5.pdf"


def test_what_is_no_text_in_a_plan_is_an_error_here_and_not_later(plan: Plan) -> None:
    with pytest.raises(ValueError, match="utf-8"):
        encode(replace(plan, title="\ud800"))


@pytest.mark.parametrize(
    "line",
    [b"", b"\n", b"plan {}\n", b"plan ", b"page one two\n", b"page 1\n", b"fail {}\n", b'fail ["a"]\n', b"hello\n"],
)
def test_a_line_that_no_process_would_write_is_unintelligible(line: bytes) -> None:
    with pytest.raises(Unintelligible):
        decode(line)


def test_a_pickle_is_not_opened(plan: Plan, tmp_path: Path) -> None:
    class Trap:
        def __reduce__(self) -> tuple[object, tuple[str]]:
            return Path.touch, (tmp_path / "sprung",)  # type: ignore[return-value]

    with pytest.raises(Unintelligible):
        decode(b"plan " + pickle.dumps(Trap()) + b"\n")
    assert not (tmp_path / "sprung").exists()


def test_a_plan_cut_off_is_unintelligible(plan: Plan) -> None:
    with pytest.raises(Unintelligible):
        decode(encode(plan)[:-1])
