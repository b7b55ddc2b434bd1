import pytest

from ingest.column_heads import ColumnRole
from ingest.model import Basis, Unit
from ingest.table_grid import header_rows
from ingest.table_reading import Columns, columns_by_row, columns_of, stated_unit, unit_stated_for_all


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


def told(columns: Columns) -> list[tuple[int | None, Basis | None, ColumnRole]]:
    return [(column.year, column.basis, column.role) for column in columns]


def test_columns_get_year_basis_and_unit_from_their_heads() -> None:
    rows = [("tkr", "Bokslut", "Budget", "Förändring"), ("", "2023", "2024", "%"), ("Hyra", "1", "2", "3")]
    columns = columns_of(rows, [0, 1])
    assert told(columns) == [
        (2023, Basis.OUTCOME, ColumnRole.AMOUNT),
        (2024, Basis.BUDGET, ColumnRole.AMOUNT),
        (None, None, ColumnRole.CHANGE),
    ]
    assert [column.unit for column in columns] == [None, None, Unit.PERCENT]


def test_the_corner_speaks_for_a_column_without_a_year() -> None:
    (column,) = columns_of([("Intäkter 2025", "Belopp (tkr)"), ("Avgift", "10")], [0])
    assert (column.year, column.unit) == (2025, Unit.TKR)


def test_a_corner_with_a_span_of_years_speaks_for_none() -> None:
    assert columns_of([("Budget 2025–2027", "Belopp"), ("Avgift", "10")], [0])[0].year is None


def test_a_column_over_two_years_has_none() -> None:
    assert columns_of([("", "2024–2025"), ("Avgift", "10")], [0])[0].year is None


def test_a_column_of_units_is_known_by_its_cells() -> None:
    rows = [("Mått", "Enhet", "2025"), ("Lön", "tkr", "5"), ("Nöjda", "%", "80"), ("Besök", "antal", "7")]
    assert columns_of(rows, [0])[0].role is ColumnRole.UNIT


def test_heads_between_the_rows_go_on_or_begin_anew() -> None:
    rows = [
        ("", "Utfall", "Budget"),
        ("Tillgångar", "", ""),
        ("", "2024", "2025"),
        ("Mark", "1 999", "2 001"),
        ("Skulder", "2024", "2026"),
        ("Lån", "3", "4"),
    ]
    columns = columns_by_row(rows)
    assert told(columns[3])[0] == (2024, Basis.OUTCOME, ColumnRole.AMOUNT)
    assert 2 not in columns
    assert 4 in columns, "years that do not follow each other could be amounts"


def test_heads_below_the_rows_hold_for_them() -> None:
    rows = [("Hyra", "5", "6"), ("Lön", "7", "8"), ("", "2024", "2025")]
    assert [column.year for column in columns_by_row(rows)[0]] == [2024, 2025]


@pytest.mark.parametrize(
    ("sentence", "unit"),
    [
        ("Belopp i tkr", Unit.TKR),
        ("Alla belopp anges i tusental kronor om inte annat anges.", Unit.TKR),
        ("Beloppen redovisas i miljoner kronor.", Unit.MNKR),
        ("Belopp i tusental.", Unit.TKR),
        ("(mnkr)", Unit.MNKR),
        ("Belopp i 1 000 kr", Unit.TKR),
        ("Beloppen i text anges i mnkr och i tabeller i tkr.", None),
        ("Medlemmarna bidrar med samma belopp.", None),
    ],
)
def test_a_sentence_states_the_unit_of_amounts(sentence: str, unit: Unit | None) -> None:
    assert stated_unit([sentence]) is unit


def test_only_a_statement_for_all_amounts_reaches_the_whole_document() -> None:
    assert unit_stated_for_all(["Alla belopp anges i tkr om inte annat anges."]) is Unit.TKR
    assert unit_stated_for_all(["Belopp i tkr."]) is None
    assert unit_stated_for_all(["Alla belopp anges i tkr.", "Samtliga belopp anges i mnkr."]) is None
