from evals.benches import BENCHES, FILE_BENCHES, latency
from tests.evals.cases import case, figure_case
from tests.evals.plans import QUESTION, small_assistant

CASES = (figure_case(turns=(QUESTION,)), case(case_id="n1", type="abstain", abstain=True))


def test_latency_asks_once_unmeasured_and_then_in_rounds() -> None:
    assistant = small_assistant()
    rows = latency(assistant, CASES, 3)
    assert len(assistant.asked) == 2 * (1 + 3)
    assert [(row["kind"], row["asked"]) for row in rows] == [("figure", 3), ("abstain", 3), ("all", 6)]
    assert all(row["p50_ms"] <= row["p95_ms"] for row in rows)


def test_every_bench_says_what_it_tells() -> None:
    assert all(bench.tells for bench in BENCHES.values())
    assert all(bench.tells for bench in FILE_BENCHES.values())
