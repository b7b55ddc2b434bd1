from ingest.table_families import are_alike, families_of, wholes_of
from tests.ingest.made import Rows, table


def budget(fees: int, wages: int, year: str = "2025") -> Rows:
    return [
        ("", year),
        ("Avgifter", str(fees)),
        ("Bidrag", "5"),
        ("Löner", str(wages)),
        ("Summa", str(fees + 5 + wages)),
    ]


def test_tables_of_the_same_rows_are_alike() -> None:
    assert are_alike(budget(1, 2), budget(3, 4))
    assert not are_alike(budget(1, 2), [("", "2025"), ("Bilar", "1"), ("Hus", "2"), ("Mark", "3")])


def test_a_family_is_over_the_same_years() -> None:
    tables = [table(budget(1, 2)), table(budget(3, 4)), table(budget(3, 4, "2026"))]
    assert families_of(tables) == [{1}, {0}, frozenset()]


def test_the_table_that_the_others_add_up_to_is_the_whole() -> None:
    whole: Rows = [("", "2025"), ("Avgifter", "4"), ("Bidrag", "10"), ("Löner", "6"), ("Summa", "20")]
    tables = [table(budget(1, 2)), table(whole), table(budget(3, 4))]
    assert wholes_of(tables, families_of(tables)) == {1: {0, 2}}


def test_no_table_is_the_whole_where_nothing_adds_up() -> None:
    tables = [table(budget(1, 2)), table(budget(50, 6)), table(budget(3, 4))]
    assert wholes_of(tables, families_of(tables)) == {}


def test_three_parts_may_miss_the_whole_by_a_little() -> None:
    parts = [table(budget(1_000, 2_000)), table(budget(3_000, 4_000)), table(budget(5_000, 6_000))]
    near: Rows = [("", "2025"), ("Avgifter", "9 100"), ("Bidrag", "15"), ("Löner", "12 000"), ("Summa", "21 115")]
    far: Rows = [("", "2025"), ("Avgifter", "8 000"), ("Bidrag", "15"), ("Löner", "12 000"), ("Summa", "20 015")]
    assert set(wholes_of([*parts, table(near)], families_of([*parts, table(near)]))) == {3}
    assert wholes_of([*parts, table(far)], families_of([*parts, table(far)])) == {}
