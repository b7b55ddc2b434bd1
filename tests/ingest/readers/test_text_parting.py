import pytest

from ingest.readers.text_parting import decided
from ingest.readers.text_rows import partings


def parted(lines: str, columns: int = 2) -> list[tuple[str, ...] | None]:
    """How the rows of a table are parted; a line without amounts is a heading."""
    return decided([partings(line, columns) for line in lines.split("\n")])


@pytest.mark.parametrize(
    ("other", "total", "cells"),
    [
        ("El 3 100", "Summa 8 100 300", ("5", "100 200")),
        ("El 3 050 100", "Summa 8 150 300", ("5 100", "200")),
    ],
)
def test_the_sum_decides_where_a_row_can_be_parted_in_two_ways(other: str, total: str, cells: tuple[str, ...]) -> None:
    assert parted(f"Hyra 5 100 200\n{other}\n{total}")[0] == cells


def test_without_a_sum_a_row_of_two_ways_stays_undivided() -> None:
    assert parted("Hyra 5 100 200\nEl 100 300") == [None, ("100", "300")]


def test_amounts_far_more_alike_than_in_any_other_way_are_taken() -> None:
    assert parted("Hyra 249 897 203 000") == [("249 897", "203 000")]
    assert parted("Kassa 424 313 94 84 155", 5) == [("424", "313", "94", "84", "155")]
    assert parted("Hyra 2 500") == [None]


def test_a_sum_right_in_one_column_decides_where_the_other_is_misprinted() -> None:
    rows = parted("Avgift 1 376 628 1 373 544\nBidrag 2 560 307 250 000\nSumma 3 936 999 1 623 544")
    assert rows[1] == ("2 560 307", "250 000")


def test_sums_without_a_carry_are_parted_where_the_amounts_are_alike() -> None:
    rows = parted("Avgift 265 019 636 261 274 251\nBidrag 658 823 235 693 357 252\nSumma 923 842 871 954 631 503")
    assert rows == [("265 019 636", "261 274 251"), ("658 823 235", "693 357 252"), ("923 842 871", "954 631 503")]


def test_missing_cells_stand_where_the_sums_are_right() -> None:
    rows = parted("Köpt vård 40,0 60,0 80,0\nRivning 6,5 3,0\nStudier 2,5\nSumma 49,0 60,0 83,0", 3)
    assert rows[1:3] == [("6,5", "", "3,0"), ("2,5", "", "")]


def test_missing_cells_that_no_sum_places_stay_unread() -> None:
    assert parted("Köpt vård 40,0 60,0 80,0\nRivning 6,5 3,0", 3) == [("40,0", "60,0", "80,0"), None]


def test_costs_without_their_sign_still_add_up() -> None:
    assert parted("Lön -3 050 -100\nHyra 5 100 200\nSumma kostnader 8 150 300")[1] == ("5 100", "200")


def test_a_result_is_what_the_sums_leave() -> None:
    rows = parted("Summa intäkter 8 100 300,5\nSumma kostnader 5 100 100,5\nResultat 3 200", 2)
    assert rows[2] == ("3", "200")


def test_subtotals_add_up_to_a_total() -> None:
    rows = parted(
        "Mark\nHus 1 2\nVägar 3 4\nSumma mark 4 6\nKassa\nBank 5 100 200\nSumma kassa 5 100 200\nSumma 9 100 206"
    )
    assert rows[5:] == [("5", "100 200"), ("5", "100 200"), ("9", "100 206")]
