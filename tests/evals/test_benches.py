import pytest

from evals.benches import BENCHES, FILE_BENCHES, latency, retrieval
from tests.evals.cases import case, figure_case
from tests.evals.plans import QUESTION, small_assistant, small_hit, small_plan
from tests.fakes import ScriptedAssistant, ScriptedLibrary

CASES = (figure_case(turns=(QUESTION,)), case(case_id="n1", type="abstain", abstain=True))


def test_latency_asks_once_unmeasured_and_then_in_rounds() -> None:
    assistant = small_assistant()
    rows = latency(assistant, CASES, 3)
    assert len(assistant.asked) == 2 * (1 + 3)
    assert [(row["kind"], row["asked"]) for row in rows] == [("figure", 3), ("abstain", 3), ("all", 6)]
    assert all(row["p50_ms"] <= row["p95_ms"] for row in rows)


@pytest.mark.parametrize(("lexical", "similarity", "words", "meaning"), [(2.0, None, 1, 0), (None, 0.4, 0, 1)])
def test_retrieval_is_measured_by_words_by_meaning_and_fused(
    lexical: float | None, similarity: float | None, words: int, meaning: int
) -> None:
    library = ScriptedLibrary([small_plan()], [small_hit(lexical, similarity)])
    rows = retrieval(ScriptedAssistant(library, {}), CASES, 1)
    assert [(row["ranking"], row["hits"], row["cases"]) for row in rows] == [
        ("hybrid", 1, 1),
        ("lexical", words, 1),
        ("dense", meaning, 1),
    ]


def test_retrieval_over_nothing_is_null() -> None:
    assert {row["share"] for row in retrieval(small_assistant(), CASES[1:], 1)} == {None}


def test_every_bench_says_what_it_tells() -> None:
    assert all(bench.tells for bench in BENCHES.values())
    assert all(bench.tells for bench in FILE_BENCHES.values())
