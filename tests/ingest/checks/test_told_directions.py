import pytest

from ingest.model import Severity
from tests.ingest.checks.found import findings, only
from tests.ingest.made import Rows, grid, heading, paragraph

ROWS: Rows = [
    ("tkr", "2025", "2024"),
    ("Förbundsmedel", "400", "300"),
    ("Försäljning", "100", "150"),
    ("Summa intäkter", "500", "450"),
    ("Personal", "480", "440"),
    ("Hyra", "10", "10"),
    ("Summa kostnader", "490", "450"),
    ("Resultat", "10", "0"),
]


@pytest.mark.parametrize(
    "text",
    [
        "Ökningen av förbundsmedel beror på fler tjänster.",
        "Minskningen av försäljning väntas bestå.",
        "Budgetökningen beror på fler medlemmar.",
        "Det budgeterade överskottet är en följd av räntan.",
        "Ökningen av försäljning inom museet beror på butiken.",
        "Ökningen av försäljning 2026 väntas bli stor.",
        "Vi vill se en ökning av antalet besök.",
    ],
)
def test_what_the_table_shows_too_gives_nothing(text: str) -> None:
    assert findings(heading("Arkiv", 2), paragraph(text), grid(ROWS)) == ()


@pytest.mark.parametrize(
    "text",
    [
        "Minskningen av förbundsmedel beror på färre tjänster.",
        "Ökningen av försäljning beror på butiken.",
        "Budgetminskningen beror på färre medlemmar.",
        "Det budgeterade underskottet beror på pensioner.",
        "Ökningen av hyra beror på index.",
    ],
)
def test_what_the_table_shows_the_other_way_is_a_notice(text: str) -> None:
    finding = only(heading("Arkiv", 2), paragraph(text), grid(ROWS))
    assert (finding.rule, finding.severity) == ("text-direction", Severity.NOTICE)
