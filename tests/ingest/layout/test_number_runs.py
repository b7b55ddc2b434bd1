import pytest

from ingest.layout.number_runs import parted
from ingest.pages import Word
from tests.ingest.drawn import line, right, segments

EDGES = (120.0, 158.0)
"""Right edges of two columns whose gap is as wide as the one between thousands."""


def row(top: float, *amounts: str) -> list[Word]:
    return [word for text, edge in zip(amounts, EDGES, strict=True) for word in right(text, edge, top)]


def texts(*runs: list[Word]) -> list[str]:
    return [segment.text for segment in parted(segments(*runs))]


def test_years_over_the_columns_tell_where_an_amount_ends() -> None:
    rows = [row(100, "2025", "2026"), row(116, "249 897", "203 000"), row(132, "9 897", "13 000")]
    assert texts(*rows) == ["2025", "2026", "249 897", "203 000", "9 897", "13 000"]


def test_a_row_that_can_be_read_in_one_way_tells_of_the_others() -> None:
    rows = [row(100, "249 897", "203 000"), row(116, "19 897", "13 000")]
    assert texts(*rows) == ["249 897", "203 000", "19 897", "13 000"]


def test_thousands_stay_whole_where_there_is_one_column() -> None:
    rows = [right(text, 158, 100 + 16 * n) for n, text in enumerate(("2025", "1 249 897", "203 000", "12"))]
    assert texts(*rows) == ["2025", "1 249 897", "203 000", "12"]


def test_thousands_stay_whole_in_columns_that_begin_at_one_edge() -> None:
    rows = [[*line("12", 50, 100), *line("345", 150, 100)], [*line("12 345", 50, 116), *line("678", 150, 116)]]
    assert texts(*rows) == ["12", "345", "12 345", "678"]


@pytest.mark.parametrize("text", ["-8 374", "- 8 374", "1 670,5", "5 %", "+1 000"])
def test_signs_decimals_and_percent_belong_to_their_number(text: str) -> None:
    rows = [[*line(text, 50, 100), *right("2 000", 158, 100)], [*line("7", 50, 116), *right("12 000", 158, 116)]]
    assert texts(*rows)[0] == text


def test_words_are_left_alone() -> None:
    assert texts(line("Hyra 2025 och 2026", 50, 100), line("av 1 000 till 2 000", 50, 116)) == [
        "Hyra 2025 och 2026",
        "av 1 000 till 2 000",
    ]
