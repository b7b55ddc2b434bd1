import pytest

from ingest.model import Severity
from tests.ingest.checks.found import findings, only, rules
from tests.ingest.made import Rows, grid


def budget(income: str = "100", cost: str = "-90", result: str = "10", between: tuple[str, str] | None = None) -> Rows:
    """A budget whose rows add up when the arguments are left alone."""
    rows = [
        ("tkr", "2025"),
        ("Avgift", "60"),
        ("Bidrag", "40"),
        ("Summa intäkter", income),
        ("Personal", "-70"),
        ("Hyra", "-20"),
        ("Summa kostnader", cost),
    ]
    return [*rows, *([between] if between else []), ("Resultat", result)]


STEPS = [
    ("mnkr", "2026", "2027"),
    ("Verksamhetens intäkter", "1 018,7", "1 018,7"),
    ("Verksamhetens kostnader", "-7 720,6", "-7 914,8"),
    ("Avskrivningar", "-265,2", "-277,3"),
    ("Verksamhetens nettokostnad", "-6 967,0", "-7 173,4"),
    ("Skatteintäkter", "5 057,8", "5 241,6"),
    ("Statsbidrag", "2 127,5", "2 125,5"),
    ("Verksamhetens resultat", "218,3", "193,7"),
    ("Finansiella intäkter", "50,0", "50,0"),
    ("Finansiella kostnader", "-59,0", "-116,5"),
    ("Årets resultat", "209,3", "127,2"),
]
"""Results in steps, the first with a rounding inside the tolerance."""


@pytest.mark.parametrize(
    "rows",
    [
        budget(),
        budget(cost="90"),
        budget(between=("Finansnetto", "5"), result="15"),
        budget(between=("Effektiviseringskrav", "-5"), result="15"),
        STEPS,
        [row[:2] for row in STEPS],
        [("tkr", "2025"), ("Intäkter", "500"), ("Kostnader", "480"), ("Resultat", "20")],
        [("tkr", "2025"), ("Intäkter", "500"), ("Kostnader", "-520"), ("Underskott", "20")],
        [("tkr", "2025"), ("Skola", "-80"), ("Vård", "-60"), ("Finansiering", "150"), ("Resultat", "10")],
        [("tkr", "2025"), ("Ingående kapital", "80"), ("Justering", "5"), ("Årets resultat", "9"), ("Utgående", "94")],
        [("tkr", "2024", "2025"), ("Resultat", "20", "30"), ("Soliditet", "41", "42")],
    ],
)
def test_a_result_that_follows_gives_nothing(rows: Rows) -> None:
    assert rules(rows) == []


def test_sums_against_the_result() -> None:
    finding = only(grid(budget(result="30"), page=3))
    assert (finding.rule, finding.severity) == ("sums-result", Severity.ERROR)
    assert "Resultat för Norrviks kommun 2025 är tryckt som 30, men summorna ger 10" in finding.message
    assert {source.page for source in finding.sources} == {3}


@pytest.mark.parametrize(
    ("row", "cells", "message"),
    [
        (4, ("-6 967,0", "-7 137,4"), "Verksamhetens nettokostnad för Norrviks kommun 2027 är tryckt som -7 137,4"),
        (10, ("229,3", "127,2"), "Årets resultat för Norrviks kommun 2026 är tryckt som 229,3, men raderna ger 209,3"),
    ],
)
def test_a_step_that_does_not_follow_is_found(row: int, cells: tuple[str, str], message: str) -> None:
    rows = [*STEPS[:row], (STEPS[row][0], *cells), *STEPS[row + 1 :]]
    found = [(finding.rule, finding.message) for finding in findings(grid(rows))]
    assert found
    assert message in found[0][1]
    assert {rule for rule, _ in found} == {"sums-result"}


def test_a_deficit_printed_as_a_surplus_is_an_error() -> None:
    finding = only(grid([("tkr", "2025"), ("Intäkter", "500"), ("Kostnader", "520"), ("Resultat", "20")]))
    assert (finding.rule, finding.severity) == ("sums-result", Severity.ERROR)
    assert "men raderna ger \u221220" in finding.message
