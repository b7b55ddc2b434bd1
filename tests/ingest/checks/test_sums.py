import pytest

from ingest.model import Severity
from tests.ingest.checks.found import findings, only, rules
from tests.ingest.made import Rows, grid

DISGUISED = [
    ("Kostnader 2025", "Belopp (tkr)"),
    ("Tjänster", "4 390"),
    ("Lotsar", "900"),
    ("Kartor", "900"),
    ("Bryggor", "900"),
    ("Fyrar", "900"),
    ("Båtar", "790"),
    ("Avtal", "7 450"),
    ("Hamn", "2 000"),
    ("Farled", "5 450"),
    ("Ej fördelat", "4 082"),
    ("Pågående", "4 700"),
    ("Totala kostnader 2025", "20 622"),
]
"""Two rows of their own amount over the rows that they add up."""


def with_cell(rows: Rows, row: int, cell: str) -> Rows:
    return [*rows[:row], (rows[row][0], cell), *rows[row + 1 :]]


@pytest.mark.parametrize(
    "rows",
    [
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
        [("mnkr", "2025"), ("A", "0,4"), ("B", "0,4"), ("C", "0,4"), ("Summa", "1,4")],
        [("tkr", "2025"), ("Skola", "100"), ("varav lokaler", "30"), ("Vård", "50"), ("Summa", "150")],
        [("tkr", "2025"), ("Lön", "-70"), ("Hyra", "-20"), ("Summa kostnader", "90")],
        [("Nämnd", "Antal", "Frånvaro"), ("Skola", "410", "5,2"), ("Vård", "390", "7,6"), ("Totalt", "800", "6,4")],
        [("tkr", "2025", "Kr/inv"), ("Skola", "400", "40"), ("Vård", "300", "31"), ("Summa", "700", "70")],
        [("", "2025", "Ålder"), ("Skola", "40", "41"), ("Vård", "30", "45"), ("Summa", "70", "43")],
        DISGUISED,
    ],
)
def test_a_table_that_adds_up_gives_nothing(rows: Rows) -> None:
    assert rules(rows) == []


def test_rows_against_their_sum() -> None:
    rows = [("tkr", "2025"), ("Avgift", "60"), ("Bidrag", "40"), ("Summa intäkter", "105")]
    finding = only(grid(rows, page=7))
    assert (finding.rule, finding.severity) == ("rows-sum", Severity.ERROR)
    assert "Summa intäkter för Norrviks kommun 2025 är tryckt som 105, men raderna ger 100" in finding.message
    assert [source.row for source in finding.sources] == [3, 1, 2]
    assert {source.page for source in finding.sources} == {7}


def test_thousands_in_a_message_are_parted_and_a_minus_is_a_minus() -> None:
    finding = only(grid([("tkr", "2025"), ("A", "1 000"), ("B", "1 500"), ("Summa", "2 400")]))
    assert "tryckt som 2 400, men raderna ger 2\u00a0500 (skillnad \u2212100), se avsnittet Budget." in finding.message


@pytest.mark.parametrize(
    ("rows", "wrong"),
    [
        (("10,5", "20,4", "31,0"), False),
        (("10,5", "20,4", "31,1"), True),
        (("100", "200", "302"), True),
        (("100", "200", "301"), False),
        (("1 000 500", "2 000 400", "3 000 901"), False),
        (("1 000 500", "2 000 400", "3 000 902"), True),
        (("-10,5", "-20,4", "-30,7"), True),
    ],
)
def test_the_tolerance_is_half_a_place_for_each_number(rows: tuple[str, str, str], wrong: bool) -> None:
    first, second, total = rows
    table = [("", "2025"), ("Lokaler", first), ("Resor", second), ("Summa", total)]
    assert rules(table) == (["rows-sum"] if wrong else [])


def test_a_row_without_its_sign_is_a_notice() -> None:
    rows = [("tkr", "2025"), ("Lön", "-70"), ("Hyra", "20"), ("Bilar", "-10"), ("Summa kostnader", "100")]
    finding = only(grid(rows))
    assert (finding.rule, finding.severity) == ("missing-sign", Severity.NOTICE)
    assert "Hyra" in finding.message
    assert "som raderna är tryckta ger de \u221260" in finding.message
    assert [source.row for source in finding.sources] == [4, 2]


def test_each_column_is_checked_by_itself() -> None:
    finding = only(grid([("tkr", "2025", "2026"), ("A", "10", "10"), ("B", "20", "25"), ("Summa", "30", "30")]))
    assert "2026" in finding.message
    assert {source.column for source in finding.sources} == {2}


def test_a_row_that_has_no_amount_in_a_column_is_left_out_of_its_sum() -> None:
    rows = [("tkr", "2025", "2026"), ("A", "10", "10"), ("B", "5", "–"), ("C", "20", "25"), ("Summa", "35", "30")]
    finding = only(grid(rows))
    assert "2026 är tryckt som 30, men raderna ger 35" in finding.message
    assert [source.row for source in finding.sources] == [4, 1, 3]


def test_what_a_sum_adds_up_is_learnt_from_the_other_columns() -> None:
    rows = [
        ("tkr", "2024", "2025", "2026"),
        ("Mark", "50", "60", "70"),
        ("Hus", "20", "20", "30"),
        ("Summa anläggningar", "70", "80", "100"),
        ("Kassa", "30", "35", "40"),
        ("Fordringar", "10", "15", "20"),
        ("Summa omsättningar", "40", "50", "60"),
        ("Summa tillgångar", "110", "130", "170"),
    ]
    finding = only(grid(rows))
    assert "Summa tillgångar för Norrviks kommun 2026 är tryckt som 170, men raderna ger 160" in finding.message


@pytest.mark.parametrize(
    ("row", "cell", "message"),
    [
        (1, "4 490", "Tjänster för Norrviks kommun 2025 är tryckt som 4 490, men raderna ger 4\u00a0390"),
        (3, "800", "Tjänster för Norrviks kommun 2025 är tryckt som 4 390, men raderna ger 4\u00a0290"),
        (7, "7 350", "Avtal för Norrviks kommun 2025 är tryckt som 7 350, men raderna ger 7\u00a0450"),
        (
            10,
            "4 182",
            "Totala kostnader 2025 för Norrviks kommun 2025 är tryckt som 20 622, men raderna ger 20\u00a0722",
        ),
    ],
)
def test_a_row_over_the_rows_that_it_adds_up_is_checked_too(row: int, cell: str, message: str) -> None:
    (finding,) = findings(grid(with_cell(DISGUISED, row, cell)))
    assert message in finding.message


def test_text_is_never_checked_as_a_table() -> None:
    assert findings(grid([("Insats", "Effekt"), ("Mötas", "Summan av allt"), ("Lyssna", "Resultat")])) == ()


def test_things_that_are_counted_are_not_rounded() -> None:
    rows = [("Ort", "Anställda"), *((f"Ort {n}", "18") for n in range(9)), ("Totalt", "166")]
    assert rules(rows) == ["rows-sum"]
    assert rules([*rows[:-1], ("Totalt", "162")]) == []
    in_tkr = [("Ort", "Budget 2025, tkr"), *((f"Ort {n}", "18") for n in range(9)), ("Totalt", "166")]
    assert rules(in_tkr) == []
