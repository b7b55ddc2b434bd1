import pytest

from ingest.model import Finding, Severity
from ingest.pages import Block
from tests.ingest.made import Rows, grid, heading, paragraph, plan


def findings(*blocks: Block) -> tuple[Finding, ...]:
    return plan(heading("Budget"), *blocks).findings


def rules(rows: Rows) -> list[str]:
    return [finding.rule for finding in findings(grid(rows))]


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


@pytest.mark.parametrize(
    "rows",
    [
        budget(),
        budget(cost="90"),
        budget(between=("Finansnetto", "5"), result="15"),
        budget(between=("Effektiviseringskrav", "-5"), result="15"),
        [("tkr", "2025"), ("A", "70"), ("B", "40"), ("C", "30"), ("D", "5"), ("Summa", "75")],
        [("tkr", "2025"), ("A", "10,5"), ("B", "10,4"), ("Summa", "21")],
        [("tkr", "2025"), ("A", "10"), ("B", "10"), ("C", "10"), ("Summa", "31")],
        [("tkr", "2025"), ("A", "10"), ("Summa", "11")],
        [("tkr", "2025"), ("A", "10"), ("B", "20 (varav 90 tkr i fjol)"), ("Summa", "30")],
        [
            ("tkr", "2025"),
            ("A", "9"),
            ("B", "7"),
            ("Summa", "16"),
            ("Lyft", "-6"),
            ("Netto", "10"),
            ("C", "5"),
            ("Totalt", "15"),
        ],
        [("tkr", "2025"), ("A", "10"), ("B", "20"), ("Rivning 6,5 3,0", ""), ("Summa", "36")],
        [("tkr", "2025"), ("A", "10"), ("B", "20"), ("C", "30")],
        [("tkr", "2025"), ("A", "1"), ("B", "2"), ("Summa A", "3"), ("C", "4"), ("Summa B", "4"), ("Totalt", "7")],
        [("", "2025"), ("KANSLI", ""), ("Bil", "1"), ("MUSEUM", ""), ("Lampa", "2"), ("TOTALT", "3")],
    ],
)
def test_a_table_that_adds_up_gives_nothing(rows: Rows) -> None:
    assert rules(rows) == []


def test_rows_against_their_sum() -> None:
    (finding,) = findings(grid(budget(income="105", result="15")))
    assert (finding.rule, finding.severity) == ("rows-sum", Severity.ERROR)
    assert "Summa intäkter för Norrviks kommun 2025 är tryckt som 105, men raderna ger 100" in finding.message
    assert [source.row for source in finding.sources] == [3, 1, 2]


def test_thousands_in_a_message_are_parted_and_a_minus_is_a_minus() -> None:
    (finding,) = findings(grid([("tkr", "2025"), ("A", "1 000"), ("B", "1 500"), ("Summa", "2 400")]))
    assert "tryckt som 2 400, men raderna ger 2\u00a0500 (skillnad \u2212100)." in finding.message


def test_sums_against_the_result() -> None:
    (finding,) = findings(grid(budget(result="30")))
    assert (finding.rule, finding.severity) == ("sums-result", Severity.ERROR)
    assert "Resultat för Norrviks kommun 2025 är tryckt som 30, men summorna ger 10" in finding.message


def test_a_row_without_its_sign_is_a_notice() -> None:
    rows = [("tkr", "2025"), ("Lön", "-70"), ("Hyra", "20"), ("Bilar", "-10"), ("Summa kostnader", "100")]
    (finding,) = findings(grid(rows))
    assert (finding.rule, finding.severity) == ("missing-sign", Severity.NOTICE)
    assert "Hyra" in finding.message
    assert [source.row for source in finding.sources] == [4, 2]


def test_each_column_is_checked_by_itself() -> None:
    rows = [("tkr", "2025", "2026"), ("A", "10", "10"), ("B", "20", "25"), ("Summa", "30", "30")]
    (finding,) = findings(grid(rows))
    assert "2026" in finding.message
    assert {source.column for source in finding.sources} == {2}


def unit(name: str, staff: str, rent: str, total: str) -> tuple[Block, Block, Block]:
    rows = [("", "2025"), ("Personal", staff), ("Hyra", rent), ("Bilar", "0"), ("Summa kostnader", total)]
    return heading(name, 2), paragraph("Vi arbetar."), grid(rows)


def test_the_units_against_the_whole() -> None:
    parts = (*unit("Kansli", "10", "5", "15"), *unit("Museum", "20", "5", "25"), *unit("Skola", "30", "5", "35"))
    assert findings(*unit("Samlad verksamhet", "60", "15", "75"), *parts) == ()
    found = findings(*unit("Samlad verksamhet", "65", "10", "75"), *parts)
    assert [(finding.rule, finding.severity) for finding in found] == [("parts-whole", Severity.ERROR)] * 2
    assert "Personal för Norrviks kommun 2025 är tryckt som 65 för helheten, men delarna ger 60." in {
        finding.message for finding in found
    }


def test_a_table_that_nobody_is_known_to_own_is_a_notice() -> None:
    rows = [("", "2025"), ("Avgift", "1"), ("Personal", "2"), ("Hyra", "3"), ("Bilar", "4")]
    other = [("", "2025"), ("Avgift", "5"), ("Personal", "6"), ("Hyra", "7"), ("Bilar", "8")]
    found = findings(grid(rows), grid(other))
    assert [(finding.rule, finding.severity) for finding in found] == [("owner-open", Severity.NOTICE)] * 2


def test_text_is_never_checked_as_a_table() -> None:
    assert findings(grid([("Insats", "Effekt"), ("Mötas", "Summan av allt"), ("Lyssna", "Resultat")])) == ()
