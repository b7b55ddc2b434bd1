import pytest

from ingest.model import Severity
from tests.ingest.checks.found import only, rules
from tests.ingest.made import Rows, grid

CHANGE = [
    ("tkr", "2024", "2025", "Förändring"),
    ("Skola", "100", "120", "20"),
    ("Vård", "90", "80", "-10"),
    ("Kultur", "10", "15", "5"),
    ("Summa", "200", "215", "15"),
]
PERCENT = [
    ("mnkr", "2024", "2025", "Förändring %"),
    ("Skola", "100,4", "120,3", "19,8"),
    ("Vård", "90,0", "80,5", "-10,6"),
    ("Kultur", "10,0", "15,0", "50,0"),
]
TOTAL = [
    ("mnkr", "2025", "2026", "2027", "Totalt"),
    ("Skola", "1,4", "2,4", "3,4", "7,1"),
    ("Gator", "", "5,0", "", "5,0"),
    ("Hamn", "0,5", "0,5", "0,5", "1,5"),
]
NET = [
    ("tkr", "Intäkter", "Kostnader", "Netto"),
    ("Skola", "100", "400", "-300"),
    ("Vård", "50", "350", "-300"),
    ("Kultur", "5", "25", "-20"),
]


def with_row(rows: Rows, index: int, *cells: str) -> Rows:
    return [*rows[:index], cells, *rows[index + 1 :]]


@pytest.mark.parametrize(
    "rows",
    [
        CHANGE,
        PERCENT,
        TOTAL,
        NET,
        [("tkr", "2024", "2025", "Avvikelse"), ("Intäkter", "90", "100", "10"), ("Kostnader", "-80", "-95", "-15")],
        [("tkr", "2024", "2025", "Förändring"), ("Skola", "100", "120", "21"), ("Vård", "90", "80", "-11")],
        [("tkr", "Resultat 2024", "2025", "2026"), ("Skola", "100", "120", "125"), ("Vård", "90", "80", "70")],
    ],
)
def test_columns_that_follow_give_nothing(rows: Rows) -> None:
    assert rules(rows) == []


@pytest.mark.parametrize(
    ("rows", "message"),
    [
        (with_row(CHANGE, 2, "Vård", "90", "80", "-16"), "-16, men skillnaden av 80 och 90 är \u221210"),
        (with_row(CHANGE, 2, "Vård", "90", "80", "10"), "10, men skillnaden av 80 och 90 är \u221210"),
        (with_row(PERCENT, 1, "Skola", "100,4", "120,3", "18,9"), "procent av 120,3 och 100,4 är 19,8 %"),
        (with_row(TOTAL, 3, "Hamn", "0,5", "0,5", "0,5", "2,5"), "2,5, men summan av 0,5 och 0,5 och 0,5 är 1,5"),
        (with_row(NET, 1, "Skola", "100", "400", "-200"), "-200, men skillnaden av 100 och 400 är \u2212300"),
    ],
)
def test_one_cell_that_does_not_follow_is_an_error(rows: Rows, message: str) -> None:
    finding = only(grid(rows, page=4))
    assert (finding.rule, finding.severity) == ("computed-column", Severity.ERROR)
    assert message in finding.message
    assert {source.page for source in finding.sources} == {4}
