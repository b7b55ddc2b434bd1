from decimal import Decimal

import pytest

from ingest.checks.precision import half_a_place, prose_slack


@pytest.mark.parametrize(
    ("printed", "half"), [("12", "0.5"), ("12.3", "0.05"), ("0", "0.5"), ("-1.25", "0.005"), ("1200", "0.5")]
)
def test_half_a_place_is_of_the_last_printed_place(printed: str, half: str) -> None:
    assert half_a_place(Decimal(printed)) == Decimal(half)


@pytest.mark.parametrize(
    ("value", "before", "slack"),
    [
        ("20000", "minskar med", "1000"),
        ("20000", "minskar med ca", "5000"),
        ("20050", "minskar med", "5"),
        ("53.4", "cirka", "0.05"),
        ("7250", "om", "5"),
        ("0", "är", "0.5"),
    ],
)
def test_a_round_amount_in_running_text_is_known_to_its_last_digit_that_is_no_zero(
    value: str, before: str, slack: str
) -> None:
    assert prose_slack(Decimal(value), before) == Decimal(slack)
