from ingest.layout.reading_order import columns
from ingest.model import BoundingBox


def in_reading_order(boxes: list[BoundingBox]) -> list[int]:
    return [index for group in columns(boxes) for index in group]


def lines(x: float, top: float, count: int, width: float = 200) -> list[BoundingBox]:
    """Lines of text below each other."""
    return [BoundingBox(x, top + 13 * n, x + width, top + 13 * n + 10) for n in range(count)]


def test_one_column_is_read_from_top_to_bottom() -> None:
    boxes = lines(50, 100, 4)
    assert in_reading_order([boxes[2], boxes[0], boxes[3], boxes[1]]) == [1, 3, 0, 2]


def test_two_columns_are_read_one_after_the_other() -> None:
    boxes = lines(50, 100, 5) + lines(300, 100, 5)
    assert columns(boxes) == [[0, 1, 2, 3, 4], [5, 6, 7, 8, 9]]


def test_columns_of_unequal_height_too() -> None:
    boxes = lines(300, 100, 8) + lines(50, 100, 3)
    assert in_reading_order(boxes) == [8, 9, 10, 0, 1, 2, 3, 4, 5, 6, 7]


def test_a_line_across_stands_before_the_columns_under_it() -> None:
    boxes = [*lines(50, 150, 4), *lines(300, 150, 4), BoundingBox(50, 100, 500, 120)]
    assert in_reading_order(boxes) == [8, 0, 1, 2, 3, 4, 5, 6, 7]


def test_two_bands_of_columns_are_read_band_by_band() -> None:
    upper, lower = lines(50, 100, 3) + lines(300, 100, 3), lines(50, 250, 3) + lines(300, 250, 3)
    assert in_reading_order(upper + lower) == list(range(12))


def test_three_columns() -> None:
    boxes = lines(50, 100, 3, 100) + lines(200, 100, 3, 100) + lines(350, 100, 3, 100)
    assert columns(boxes) == [[0, 1, 2], [3, 4, 5], [6, 7, 8]]


def test_every_box_is_read_once() -> None:
    boxes = lines(50, 100, 7) + lines(300, 120, 9) + [BoundingBox(50, 60, 500, 80)] + lines(120, 400, 3, 300)
    assert sorted(in_reading_order(boxes)) == list(range(len(boxes)))


def test_an_empty_page_and_a_single_box() -> None:
    assert columns([]) == []
    assert columns(lines(1, 1, 1)) == [[0]]
