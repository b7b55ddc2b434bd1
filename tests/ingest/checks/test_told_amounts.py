import pytest

from ingest.model import Severity
from tests.ingest.checks.found import findings, only
from tests.ingest.made import Rows, grid, heading, paragraph

ROWS: Rows = [
    ("tkr", "2025", "2026"),
    ("Medlemsavgifter", "10 447", "10 760"),
    ("Övriga intäkter", "1 961", "2 002"),
    ("Summa intäkter", "12 408", "12 762"),
    ("Personalkostnader", "-8 374", "-8 597"),
    ("Lokaler", "-4 034", "-4 165"),
    ("Summa kostnader", "-12 408", "-12 762"),
    ("Resultat", "0", "0"),
]


@pytest.mark.parametrize(
    "text",
    [
        "Medlemsavgifterna uppgår 2025 till 10 447 tkr.",
        "Medlemsavgifterna uppgår 2025 till 10,4 mnkr.",
        "Medlemsavgifterna är ca 10 miljoner kronor 2025.",
        "Medlemsavgifterna är 10 450 tkr 2025.",
        "År 2025 är personalkostnaderna 8 374 tkr och år 2026 är de 8 597 tkr.",
        "Personalkostnaderna uppgår till 8 597 tkr.",
        "Personalkostnaderna i projektet uppgår 2025 till 2 000 tkr.",
        "Budgeten innefattar ett projekt vars personalkostnader uppgår 2025 till 2 000 tkr.",
        "Personalkostnaderna ska 2025 vara högst 9 000 tkr.",
        "Övriga intäkter består 2025 av bidrag om 1 500 tkr.",
        "Intäkterna uppgår 2025 till 12 408 tkr.",
        "Intäkterna uppgick 2019 till 9 000 tkr.",
    ],
)
def test_text_that_agrees_or_speaks_of_something_else_gives_nothing(text: str) -> None:
    assert findings(paragraph(text), grid(ROWS)) == ()


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("Medlemsavgifterna uppgår 2025 till 10 647 tkr.", "är 10 647 tkr i texten"),
        ("Medlemsavgifterna uppgår 2025 till 10,7 mnkr.", "men 10 447 tkr i tabellen under Budget"),
        ("Personalkostnaderna beräknas 2026 till 8 957 tkr, vilket är en följd av avtalet.", "men -8 597 tkr"),
        ("Medlemsavgifterna är ca 14 miljoner kronor 2025.", "är 14 miljoner kronor i texten"),
        ("De totala intäkterna uppgår 2026 till 12 662 tkr.", "Summa intäkter för Norrviks kommun 2026"),
        ("Personalkostnaderna uppgår till 7 100 tkr.", "är 7 100 tkr i texten"),
    ],
)
def test_text_that_names_a_row_and_another_amount_is_an_error(text: str, message: str) -> None:
    finding = only(paragraph(text, page=3), grid(ROWS, page=5))
    assert (finding.rule, finding.severity) == ("text-table", Severity.ERROR)
    assert message in finding.message
    assert [source.page for source in finding.sources] == [3, 5]


def test_a_unit_named_in_the_text_is_whose_row_is_meant() -> None:
    own = [("tkr", "2025"), ("Personal", "30"), ("Hyra", "5"), ("Bilar", "1"), ("Summa kostnader", "36")]
    other = [("tkr", "2025"), ("Personal", "50"), ("Hyra", "6"), ("Bilar", "1"), ("Summa kostnader", "57")]
    units = (heading("Kansliet", 2), grid(own), heading("Museet", 2), grid(other))
    assert findings(paragraph("Personal för Museet är 50 tkr 2025."), *units) == ()
    finding = only(paragraph("Personal för Museet är 30 tkr 2025."), *units)
    assert "Personal för Museet 2025 är 30 tkr i texten" in finding.message
