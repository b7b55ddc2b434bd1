import pytest

from ingest.model import Severity
from tests.ingest.checks.found import findings, only
from tests.ingest.made import Rows, grid, heading, paragraph

ROWS: Rows = [
    ("mnkr", "2024", "2025", "2026"),
    ("Personalkostnader", "80,0", "84,0", "86,1"),
    ("Lokaler", "20,0", "18,0", "18,9"),
    ("Årets resultat", "2,0", "-1,0", "3,0"),
]
FEES: Rows = [
    ("tkr", "2024", "2025"),
    ("Medlemsavgifter", "2 000", "2 050"),
    ("Bidrag", "300", "310"),
    ("Salt", "1", "1"),
]


@pytest.mark.parametrize(
    "text",
    [
        "Personalkostnaderna ökar med 4 mnkr 2025.",
        "Personalkostnaderna ökar med 4,0 mnkr (5,0 %) från 2024 till 2025.",
        "Personalkostnaderna ökar med 6,1 mnkr mellan 2024 och 2026.",
        "Personalkostnaderna ökar med 5 procent jämfört med 2024.",
        "Ökningen av personalkostnader är ca 4 mnkr 2025.",
        "Lokaler minskar med 2 000 tkr 2025, eftersom museet flyttar.",
        "Personalkostnader inom projektet ökar med 9 mnkr 2025.",
        "Bidragen ökar med 9 mnkr 2025.",
        "Personalkostnaderna ökar från 80 mnkr till 84 mnkr 2025.",
        "Årets resultat minskar med 3 mnkr 2025.",
    ],
)
def test_a_change_that_agrees_or_is_of_something_else_gives_nothing(text: str) -> None:
    assert findings(paragraph(text), grid(ROWS)) == ()


@pytest.mark.parametrize(
    ("text", "gives"),
    [
        ("Personalkostnaderna ökar med 5 mnkr 2025.", "ändring med 4,0 mnkr"),
        ("Personalkostnaderna minskar med 4 mnkr 2025.", "ändring med 4,0 mnkr"),
        ("Personalkostnaderna ökar med 4,0 mnkr (6,0 %) från 2024 till 2025.", "ändring med 5,00 %"),
        ("Personalkostnaderna ökar med 7,1 mnkr mellan 2024 och 2026.", "ändring med 6,1 mnkr"),
        ("Lokaler ökar med 2 mnkr jämfört med föregående år.", "ändring med \u22122,0 mnkr"),
        ("Personalkostnaderna ökar med 5,0 % årligen.", "ändring med 2,50 %"),
    ],
)
def test_a_change_that_the_years_do_not_give_is_an_error(text: str, gives: str) -> None:
    finding = only(paragraph(text, page=3), grid(ROWS, page=5))
    assert (finding.rule, finding.severity) == ("text-change", Severity.ERROR)
    assert gives in finding.message
    assert {source.page for source in finding.sources} == {3, 5}


def test_fees_that_are_raised_as_told_give_nothing() -> None:
    assert findings(heading("Arkiv", 2), paragraph("Avgiften räknas upp med 2,5 % årligen."), grid(FEES)) == ()


def test_fees_that_are_not_raised_as_told_are_a_notice() -> None:
    finding = only(heading("Arkiv", 2), paragraph("Avgiften räknas upp med 3,5 % årligen."), grid(FEES))
    assert (finding.rule, finding.severity) == ("text-change", Severity.NOTICE)
    assert "går från 2 000 (2024) till 2 050 (2025): en ändring med 2,50 %" in finding.message
