from ingest.table_families import TableForm, alike_of, are_alike, families_of, form_of, wholes_of
from tests.ingest.made import Rows


def budget(fees: int, wages: int, year: str = "2025") -> Rows:
    return [
        ("", year),
        ("Avgifter", str(fees)),
        ("Bidrag", "5"),
        ("Löner", str(wages)),
        ("Summa", str(fees + 5 + wages)),
    ]


def families(tables: list[TableForm]) -> list[frozenset[int]]:
    return families_of(tables, alike_of(tables))


def test_tables_of_the_same_rows_are_alike() -> None:
    assert are_alike(budget(1, 2), budget(3, 4))
    assert not are_alike(budget(1, 2), [("", "2025"), ("Bilar", "1"), ("Hus", "2"), ("Mark", "3")])


def test_a_family_is_over_the_same_years() -> None:
    tables = [form_of(budget(1, 2)), form_of(budget(3, 4)), form_of(budget(3, 4, "2026"))]
    assert families(tables) == [{1}, {0}, frozenset()]


def test_the_table_that_the_others_add_up_to_is_the_whole() -> None:
    whole: Rows = [("", "2025"), ("Avgifter", "4"), ("Bidrag", "10"), ("Löner", "6"), ("Summa", "20")]
    tables = [form_of(budget(1, 2)), form_of(whole), form_of(budget(3, 4))]
    assert wholes_of(tables, families(tables)) == {1: {0, 2}}


def test_no_table_is_the_whole_where_nothing_adds_up() -> None:
    tables = [form_of(budget(1, 2)), form_of(budget(50, 6)), form_of(budget(3, 4))]
    assert wholes_of(tables, families(tables)) == {}


def test_three_parts_may_miss_the_whole_by_a_little() -> None:
    parts = [form_of(budget(1_000, 2_000)), form_of(budget(3_000, 4_000)), form_of(budget(5_000, 6_000))]
    near: Rows = [("", "2025"), ("Avgifter", "9 100"), ("Bidrag", "15"), ("Löner", "12 000"), ("Summa", "21 115")]
    far: Rows = [("", "2025"), ("Avgifter", "8 000"), ("Bidrag", "15"), ("Löner", "12 000"), ("Summa", "20 015")]
    assert set(wholes_of([*parts, form_of(near)], families([*parts, form_of(near)]))) == {3}
    assert wholes_of([*parts, form_of(far)], families([*parts, form_of(far)])) == {}
