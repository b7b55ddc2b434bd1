import pytest

from ingest.column_heads import ColumnRole, basis_in, column_of, is_period, years_in, years_of_head
from ingest.model import Basis, Unit


def test_years_are_found_in_order_and_a_span_is_two() -> None:
    assert years_in("Plan 2025–2027, beslut 2024") == (2025, 2027, 2024)


@pytest.mark.parametrize("text", ["12025 kr", "20256", "1899", "2100-talet", "tel 0520-20250"])
def test_other_numbers_are_no_years(text: str) -> None:
    assert years_in(text) == ()


@pytest.mark.parametrize(
    ("text", "basis"),
    [
        ("Budget 2025", Basis.BUDGET),
        ("BU 2025", Basis.BUDGET),
        ("Utfall 2023", Basis.OUTCOME),
        ("Bokslut 2023", Basis.OUTCOME),
        ("Prognos 2024", Basis.FORECAST),
        ("Plan 2026", Basis.PLAN),
        ("Budgetprognos 2024", Basis.FORECAST),
        ("2026", None),
        ("Planeringsförutsättningar", None),
    ],
)
def test_a_column_head_names_its_basis(text: str, basis: Basis | None) -> None:
    assert basis_in(text) is basis


@pytest.mark.parametrize(
    ("head", "years"),
    [
        ("B 2025", (2025,)),
        ("Bokslut -23", (2023,)),
        ("Bokslut \u201923", (2023,)),
        ("Plan 26", (2026,)),
        ("Bu 25", (2025,)),
        ("B26", (2026,)),
        ("2025/2026", (2025, 2026)),
        ("2025/26", (2025, 2026)),
        ("2023-12-31", (2023,)),
        ("Budget 25-27", ()),
        ("Budget 10 %", ()),
        ("Mål 12", ()),
    ],
)
def test_a_head_names_its_year_also_in_short(head: str, years: tuple[int, ...]) -> None:
    assert years_of_head(head) == years


@pytest.mark.parametrize(
    ("head", "year", "basis", "part"),
    [
        ("Jan–aug 2025", 2025, None, True),
        ("Utfall T2 2025", 2025, Basis.OUTCOME, True),
        ("Utfall jan-dec 2025", 2025, Basis.OUTCOME, False),
        ("Prognos T2 2025", 2025, Basis.FORECAST, False),
        ("Prognos helår 2025", 2025, Basis.FORECAST, False),
        ("31 dec 2025", 2025, None, False),
        ("Marknad 2025", 2025, None, False),
    ],
)
def test_a_part_of_a_year_is_not_the_year(head: str, year: int, basis: Basis | None, *, part: bool) -> None:
    column = column_of([head])
    assert (column.year, column.basis, column.part) == (year, basis, part)


@pytest.mark.parametrize(
    ("head", "role", "year"),
    [
        ("Avvikelse", ColumnRole.CHANGE, None),
        ("Avvikelse 2025", ColumnRole.CHANGE, 2025),
        ("Förändring mot budget 2024", ColumnRole.CHANGE, None),
        ("Diff.", ColumnRole.CHANGE, None),
        ("+/-", ColumnRole.CHANGE, None),
        ("Andel", ColumnRole.SHARE, None),
        ("Andelar i bolag 2025", ColumnRole.AMOUNT, 2025),
        ("%", ColumnRole.SHARE, None),
        ("2025 (%)", ColumnRole.AMOUNT, 2025),
        ("Målvärde 2025", ColumnRole.TARGET, 2025),
        ("Not", ColumnRole.REMARK, None),
        ("Netto 2025", ColumnRole.AMOUNT, 2025),
    ],
)
def test_a_head_tells_whether_its_column_holds_amounts(head: str, role: ColumnRole, year: int | None) -> None:
    column = column_of([head])
    assert (column.role, column.year, column.basis) == (role, year, None)


@pytest.mark.parametrize("head", ["2025", "Budget 2025", "Utfall", "Prognos helår 2025", "T2 2025", "Jan–aug"])
def test_years_and_bases_alone_are_a_period(head: str) -> None:
    assert is_period(head)


@pytest.mark.parametrize("head", ["", "Hyra", "Intäkter 2025", "Budgetram per nämnd", "1 250"])
def test_other_words_are_none(head: str) -> None:
    assert not is_period(head)


def test_a_head_keeps_what_it_says_beyond_year_basis_and_unit() -> None:
    assert [column_of([head]).rest for head in ("Budget 2025 (tkr)", "Belopp", "Reviderad budget 2025")] == [
        "",
        "",
        "Reviderad budget 2025",
    ]
    assert column_of(["Belopp", "(mnkr)"]).unit is Unit.MNKR
