from ingest.readers.text_chunks import lines_of
from ingest.readers.text_stacked_heads import with_stacked_heads


def told(text: str) -> list[str]:
    return [line.text for line in with_stacked_heads(lines_of(text))]


ROWS = "Hyra 1 670 1 720\nLön 8 374 8 597"


def test_words_and_years_under_one_another_over_rows_are_one_line_with_the_unit_as_its_corner() -> None:
    names = "Utfall 2024 Budget 2025"
    assert told(f"Ekonomi\nUtfall\n2024\nBudget\n2025\nINTÄKTER\n{ROWS}")[:2] == ["Ekonomi", names]
    assert told(f"Belopp i mnkr\nUtfall\n2024\nBudget\n2025\n{ROWS}")[0] == f"Belopp i mnkr {names}"
    assert told(f"Belopp i tkr 2024\nutfall\n2025\nplan\n2026\nplan\n{ROWS}")[0] == (
        "Belopp i tkr utfall 2024 plan 2025 plan 2026"
    )


def test_they_may_stand_below_the_rows() -> None:
    assert told(f"{ROWS}\nUtfall\n2024\nPlan\n2025")[-1] == "Utfall 2024 Plan 2025"


def test_without_rows_beside_them_or_in_no_order_they_stay_as_they_are() -> None:
    for text in ("Utfall\n2024\nBudget\n2025\nText som följer.", f"Utfall\nPlan\n2024\n2025\nPlan\n{ROWS}"):
        assert told(text) == text.split("\n")
