"""Calculations: shown with their operands, or not made."""

from decimal import Decimal

import pytest

from assistant.answer import AnswerStatus, CalculationKind
from tests.assistant.hand_made import NBSP, ask


def calculated(text: str) -> tuple[CalculationKind, object]:
    draft = ask(text)
    assert draft.status is AnswerStatus.ANSWERED, draft.text
    assert draft.calculation, draft.text
    return draft.calculation.kind, draft.calculation.value


def test_a_change_is_told_in_amount_and_per_cent() -> None:
    text = "Hur mycket ökar personalkostnaderna i Kustlinjen från 2025 till 2027?"
    assert calculated(text) == (CalculationKind.DIFFERENCE, 180)
    assert f"180{NBSP}tkr (+5,9{NBSP}%)" in ask(text).text


def test_per_cent_comes_first_where_it_is_asked_for() -> None:
    kind, value = calculated("Med hur många procent ökar Kustlinjens medlemsavgift från 2025 till 2027?")
    assert (kind, value) == (CalculationKind.CHANGE, Decimal("7.3"))


def test_one_year_is_compared_with_the_one_before() -> None:
    assert calculated("Hur mycket ökar Skogsbys personalkostnader 2025?")[1] == 200_000


def test_what_stays_the_same_is_said_to() -> None:
    assert "oförändrad nivå" in ask("Hur mycket ökar hyran i Kustlinjen från 2025 till 2027?").text


def test_a_share_is_worked_out_with_both_amounts() -> None:
    kind, value = calculated("Hur stor andel av Kustlinjens kostnader 2025 är personalkostnader?")
    assert (kind, value) == (CalculationKind.SHARE, Decimal("67.8"))


def test_a_row_is_added_up_over_the_years() -> None:
    assert calculated("Vad är medlemsavgiften i Kustlinjen sammanlagt 2025–2027?") == (CalculationKind.SUM, 12_750)


def test_rows_are_added_up_in_one_year() -> None:
    assert calculated("Vad kostar hyra och konsulter tillsammans i Kustlinjen 2025?")[1] == 1450


def test_two_units_are_compared() -> None:
    text = "Hur mycket större är Tekniklabbets personalkostnader än Naturskolans 2025?"
    assert calculated(text) == (CalculationKind.DIFFERENCE, 700_000)


def test_times_larger_is_a_ratio() -> None:
    text = "Hur många gånger större är Tekniklabbets personalkostnader än Naturskolans 2025?"
    assert calculated(text) == (CalculationKind.RATIO, Decimal("1.9"))


@pytest.mark.parametrize(
    ("text", "name", "value"),
    [
        ("Vilken av Skogsbys verksamheter har störst personalkostnader 2025?", "Tekniklabbet", 1_500_000),
        ("Vilken av Skogsbys verksamheter har lägst personalkostnader 2025?", "Naturskolan", 800_000),
        ("Vilken är Kustlinjens största kostnadspost 2025?", "Personalkostnader", 3050),
        ("Vilket år är medlemsavgiften i Kustlinjen högst?", "2027", 4400),
    ],
)
def test_the_largest_and_smallest_are_found(text: str, name: str, value: int) -> None:
    draft = ask(text)
    assert draft.calculation
    assert draft.calculation.kind is CalculationKind.RANK
    assert draft.figures[0].value == value
    assert name in draft.text.splitlines()[0]


def test_a_premise_that_the_figures_contradict_is_corrected() -> None:
    draft = ask("Varför minskar medlemsavgiften i Kustlinjen?")
    assert draft.status is AnswerStatus.ANSWERED
    assert "ökar" in draft.text
    assert {figure.value for figure in draft.figures} == {4100, 4400}
