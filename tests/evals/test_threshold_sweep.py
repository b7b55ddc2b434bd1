import pytest

from assistant.thresholds import TEXT
from evals.threshold_sweep import SWEPT, Curve, Swept, choice, held_out_cost, set_to

PRESENT = 0.8
SHARE = Swept(TEXT, "cover", (0.5, 0.6, 0.7))


def test_the_present_value_stays_where_none_costs_less() -> None:
    assert choice({0.6: 5, 0.7: 4, 0.8: 4, 0.9: 6}, PRESENT) == PRESENT


def test_the_middle_of_the_longest_cheapest_run_is_taken_where_the_present_value_costs_more() -> None:
    assert choice({0.3: 2, 0.4: 5, 0.5: 2, 0.6: 2, 0.7: 2, 0.8: 3}, PRESENT) == 0.6


def test_a_present_value_outside_the_longest_cheapest_run_is_given_up() -> None:
    assert choice({0.4: 2, 0.5: 2, 0.6: 2, 0.7: 3, 0.8: 2}, PRESENT) == 0.5


def test_a_threshold_is_set_back_after_a_fault() -> None:
    before = TEXT.cover
    with pytest.raises(KeyError), set_to(TEXT, "cover", 0.1):
        assert TEXT.cover == 0.1
        raise KeyError
    assert before == TEXT.cover


def test_costs_of_each_value_are_summed_and_the_least_is_chosen() -> None:
    curve = Curve(SHARE, 0.5, {0.5: (3, 0, 1), 0.6: (0, 0, 1), 0.7: (0, 1, 1)})
    assert [curve.total(value) for value in curve.costs] == [4, 1, 2]
    assert curve.chosen == 0.6


def test_a_question_does_not_choose_the_value_that_it_is_held_out_from() -> None:
    """One question alone wants the lower value: chosen without it, the other value costs it."""
    curve = Curve(SHARE, 0.6, {0.5: (0, 1, 1, 1), 0.6: (3, 0, 0, 0)})
    assert curve.total(0.6) == curve.total(0.5) == 3
    assert held_out_cost(curve, ["a", "b", "c", "d"]) >= 3


def test_each_swept_threshold_stands_between_the_ends_of_its_range() -> None:
    for swept in SWEPT:
        assert min(swept.values) <= getattr(swept.limits, swept.name) <= max(swept.values), swept.name
