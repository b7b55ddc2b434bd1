import json
from collections.abc import Sequence

import pytest

from evals.citations import section_texts
from evals.metrics import Outcome, evaluate, percentile, ratio, summarise, tally
from evals.records import Record, Retrieved
from evals.report import report_json
from evals.scoring import Judgement, Verdict
from tests.evals.cases import PLAN, ROW, answer, case, figure_case


def outcome(
    verdict: Verdict,
    kind: str = "figure",
    ms: float | None = 10.0,
    cited: bool | None = None,
    recalled: bool | None = None,
    status: str = "answered",
) -> Outcome:
    record = Record("c1", {"status": status}, ms)
    return Outcome(case(type=kind), record, Judgement(verdict), cited, recalled)


RUN: Sequence[Outcome] = (
    outcome(Verdict.RIGHT, ms=10, cited=True, recalled=True),
    outcome(Verdict.RIGHT, ms=20, cited=True, recalled=False),
    outcome(Verdict.WRONG, ms=30, cited=False, recalled=True),
    outcome(Verdict.ABSTAINED, ms=40, status="failed"),
    outcome(Verdict.INCOMPLETE, kind="goal", ms=50, cited=True, recalled=True),
)


def test_counts_and_shares_are_those_worked_out_by_hand() -> None:
    total = summarise(RUN).total
    assert {verdict: total.verdicts[verdict] for verdict in Verdict} == {
        Verdict.RIGHT: 2,
        Verdict.WRONG: 1,
        Verdict.INCOMPLETE: 1,
        Verdict.ABSTAINED: 1,
    }
    assert total.share(Verdict.RIGHT) == pytest.approx(0.4)
    assert total.share(Verdict.WRONG) == pytest.approx(0.2)
    assert total.failed == 1


def test_each_kind_is_counted_apart_in_order_of_its_first_case() -> None:
    kinds = summarise(RUN).kinds
    assert list(kinds) == ["figure", "goal"]
    assert kinds["figure"].cases == 4
    assert kinds["figure"].share(Verdict.RIGHT) == pytest.approx(0.5)
    assert kinds["goal"].share(Verdict.INCOMPLETE) == pytest.approx(1.0)


def test_citation_hits_are_a_share_of_the_answered() -> None:
    total = tally(RUN)
    assert (total.cited, total.citable) == (3, 4)
    assert total.citation_hits == pytest.approx(0.75)


def test_recall_is_a_share_of_the_cases_that_have_evidence() -> None:
    total = tally(RUN)
    assert (total.recalled, total.recallable) == (3, 4)
    assert total.recall == pytest.approx(0.75)


def test_percentiles_are_values_of_the_run() -> None:
    total = tally(RUN)
    assert (total.p50_ms, total.p95_ms) == (30, 50)
    assert percentile(range(1, 101), 0.95) == 95
    assert percentile(range(1, 21), 0.5) == 10
    assert percentile([7.0], 0.95) == 7.0


def test_a_time_that_nobody_took_is_left_out() -> None:
    assert tally([outcome(Verdict.RIGHT, ms=None), outcome(Verdict.RIGHT, ms=8)]).p50_ms == 8


def test_a_metric_over_nothing_is_null_and_never_nan() -> None:
    nothing = tally([])
    assert nothing.cases == 0
    assert [nothing.share(verdict) for verdict in Verdict] == [None] * 4
    assert (nothing.citation_hits, nothing.recall, nothing.p50_ms, nothing.p95_ms) == (None,) * 4
    assert ratio(0, 0) is None
    assert percentile([], 0.5) is None
    json.dumps(report_json([], summarise([])), allow_nan=False)


def test_an_outcome_joins_judgement_citations_and_recall() -> None:
    sections = section_texts([{"plan": PLAN, "path": ["Budget"], "page": None, "text": ROW}])
    record = Record("c1", answer(), 5.0, (Retrieved(PLAN, ("Budget",), ROW),))
    found = evaluate(figure_case(turns=("Vad kostar personal?",)), record, sections)
    assert (found.judgement.verdict, found.cited, found.recalled) == (Verdict.RIGHT, True, True)


def test_what_was_not_recorded_is_not_measured() -> None:
    found = evaluate(figure_case(), Record("c1", answer()), None)
    assert (found.judgement.verdict, found.cited, found.recalled) == (Verdict.RIGHT, None, None)
