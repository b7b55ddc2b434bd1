from ingest.column_heads import column_of
from ingest.row_years import are_measures, year_of_label, year_told
from ingest.table_rows import Row

HEADS = tuple(column_of([head]) for head in ("Utfall 2024", "Mål", "Målår"))
ROW = Row(1, "Driftsäkerhet", (), ("98 %", "99 %", "2027"))


def test_the_year_of_a_target_is_told_beside_it() -> None:
    assert [year_told(ROW, HEADS, column) for column in HEADS] == [None, 2027, None]
    assert are_measures(HEADS)
    assert not are_measures(HEADS[:2])


def test_a_label_tells_another_year_than_what_surrounds_it() -> None:
    assert year_of_label("Pris 2025", 2026) == 2025
    assert year_of_label("Pris", 2026) == 2026
