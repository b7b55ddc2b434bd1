import pytest

from ingest.model import Basis, Unit
from ingest.table_reading import Column, basis_in, columns_of, header_rows, years_in


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
    ("rows", "heads"),
    [
        ([("", "2024", "2023"), ("Hyra", "10", "20")], 1),
        ([("", "Bokslut", "Budget"), ("", "2023", "2024"), ("Hyra", "10", "20")], 2),
        ([("Intäkter 2025", "Belopp (tkr)"), ("Avgift", "10")], 1),
        ([("", "2024", "2023"), ("INTÄKTER", "", ""), ("Avgift", "1", "2")], 1),
        ([("Avgift", "10"), ("Hyra", "20")], 0),
        ([("Insats", "Effekt"), ("Mötas", "Tillit")], 1),
        ([], 0),
    ],
)
def test_the_header_ends_before_the_first_amounts(rows: list[tuple[str, ...]], heads: int) -> None:
    assert header_rows(rows) == heads


def test_columns_get_year_basis_and_unit_from_their_heads() -> None:
    rows = [("tkr", "Bokslut", "Budget", "Förändring"), ("", "2023", "2024", "%"), ("Hyra", "1", "2", "3")]
    assert columns_of(rows, 2) == (
        Column(2023, Basis.OUTCOME, None, "Bokslut 2023"),
        Column(2024, Basis.BUDGET, None, "Budget 2024"),
        Column(None, None, Unit.PERCENT, "Förändring %"),
    )


def test_the_corner_speaks_for_a_column_without_a_year() -> None:
    assert columns_of([("Intäkter 2025", "Belopp (tkr)"), ("Avgift", "10")], 1) == (
        Column(2025, None, Unit.TKR, "Belopp (tkr)"),
    )


def test_a_corner_with_a_span_of_years_speaks_for_none() -> None:
    assert columns_of([("Budget 2025–2027", "Belopp"), ("Avgift", "10")], 1)[0].year is None


def test_a_column_over_two_years_has_none() -> None:
    assert columns_of([("", "2024–2025"), ("Avgift", "10")], 1)[0].year is None
