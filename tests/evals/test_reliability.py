import pytest

from assistant.extractive.confidence import Met
from evals.reliability import Told, cost_rows, fit, reliability_rows
from evals.scoring import Verdict


def told(number: int, cover: float, verdict: Verdict, silence: int = 1) -> Told:
    return Told(f"q-{number}", Met(cover, cover), verdict, silence, given=True)


ANSWERS = [told(n, 0.9, Verdict.RIGHT) for n in range(30)] + [told(n + 30, 0.3, Verdict.WRONG, 0) for n in range(15)]


def test_answers_that_meet_more_are_surer() -> None:
    found = fit(ANSWERS)
    assert min(found.weights[1:]) >= 0
    assert max(found.held_out[30:]) < min(found.held_out[:30])


def test_the_least_confidence_parts_right_from_wrong() -> None:
    found = fit(ANSWERS)
    assert found.costs[0.0] == 45
    assert found.costs[found.least] == 0
    assert max(found.held_out[30:]) < found.least <= min(found.held_out[:30])
    assert [row["cost"] for row in cost_rows(found) if row["taken"]] == [0]


def test_reliability_counts_every_answer_once_and_sets_right_beside_expected() -> None:
    rows = reliability_rows(ANSWERS, fit(ANSWERS))
    assert (sum(row["answers"] for row in rows), sum(row["right"] for row in rows)) == (45, 30)
    filled = [row for row in rows if row["answers"]]
    assert all(row["expected_share"] == pytest.approx(row["right_share"], abs=0.35) for row in filled)
    assert rows[-1]["right_share"] in {1.0, None}
