import json

import pytest

from evals.metrics import Outcome, evaluate, summarise
from evals.records import Record
from evals.report import Bars, expected, print_report, report_json
from tests.evals.cases import abstention, amount, answer, case, figure_case

OUTCOMES: tuple[Outcome, ...] = (
    evaluate(figure_case("8374", case_id="ok"), Record("ok", answer(), 5.0), None),
    evaluate(figure_case("9000", case_id="bad"), Record("bad", answer(), 2_000.0), None),
    evaluate(figure_case("9000", case_id="shy", type="trap"), Record("shy", abstention("failed")), None),
)


def test_people_see_what_was_expected_and_answered_where_it_was_not_right(capsys: pytest.CaptureFixture[str]) -> None:
    print_report(OUTCOMES, summarise(OUTCOMES))
    out = capsys.readouterr().out
    assert "WRONG bad (figure)" in out
    assert "expected  9\u00a0000\u00a0tkr · from norrvik…" in out
    assert "answered  Personalen kostar 8 374 tkr. [1]" in out
    assert "ABSTAINED shy (trap)" in out
    assert out.index("WRONG bad") < out.index("ABSTAINED shy")
    assert "1 of the abstentions are failures" in out


def test_an_answer_cannot_steer_the_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    outcomes = (evaluate(figure_case(), Record("c1", answer("\x1b[2J\x9b1 tkr [red]x[/red]")), None),)
    print_report(outcomes, summarise(outcomes))
    out = capsys.readouterr().out
    assert "1 tkr [red]x[/red]" in out
    assert not {"\x1b", "\x9b"} & set(out)


def test_the_table_has_a_row_for_each_kind_and_one_for_all(capsys: pytest.CaptureFixture[str]) -> None:
    print_report(OUTCOMES, summarise(OUTCOMES))
    rows = [line.split() for line in capsys.readouterr().out.splitlines()]
    (all_row,) = [row for row in rows if "all" in row[:2]]
    assert " ".join(all_row).startswith("│ all │ 3 │ 1 (33 %) │ 1 (33 %) │ 0 (0 %) │ 1 (33 %)")
    assert [row[1] for row in rows if row[:1] == ["│"]] == ["figure", "trap", "all"]


def test_programs_get_counts_shares_and_each_case() -> None:
    report = json.loads(json.dumps(report_json(OUTCOMES, summarise(OUTCOMES)), allow_nan=False))
    assert report["total"]["right"] == 1
    assert report["total"]["wrong_share"] == pytest.approx(1 / 3)
    assert report["total"]["latency_ms"] == {"p50": 5.0, "p95": 2000.0}
    assert report["total"]["recall_at_5"] == {"hits": 0, "cases": 0, "share": None}
    assert report["kinds"]["trap"]["abstained"] == 1
    assert [line["verdict"] for line in report["cases"]] == ["right", "wrong", "abstained"]


def test_what_is_expected_is_one_line() -> None:
    of = case(fig=(amount("-2.5"),), not_fig=(amount("900"),), all=("navet",), any=("ja", "jo"), plan="norr")
    assert expected(of) == "\u22122,5\u00a0tkr · not 900\u00a0tkr · /navet/ · one of /ja/ /jo/ · from norr…"
    assert expected(case(abstain=True)) == "no answer"


def test_a_bar_that_is_met_exactly_is_not_missed() -> None:
    total = summarise(OUTCOMES).total
    assert Bars(1 / 3, 1 / 3).missed(total) is None


def test_each_missed_bar_is_named_in_one_line() -> None:
    total = summarise(OUTCOMES).total
    assert Bars(0.5, 0.5).missed(total) == "33.3% right is under --min-right 50.0%"
    assert Bars(0.0, 0.15).missed(total) == "33.3% wrong is over --max-wrong 15.0%"
    assert Bars(0.5, 0.15).missed(total) == (
        "33.3% right is under --min-right 50.0%; 33.3% wrong is over --max-wrong 15.0%"
    )
