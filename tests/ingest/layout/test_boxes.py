import pytest

from ingest.layout.boxes import around, height, holds, overlap_x, overlap_y, turned, width
from ingest.model import BoundingBox

BOX = BoundingBox(10, 20, 30, 60)


def test_sides_are_measured() -> None:
    assert (width(BOX), height(BOX)) == (20, 40)


def test_the_box_around_all() -> None:
    assert around([BOX, BoundingBox(5, 30, 12, 70)]) == BoundingBox(5, 20, 30, 70)
    with pytest.raises(ValueError, match="empty"):
        around([])


def test_a_box_holds_what_has_its_middle_inside() -> None:
    assert holds(BOX, BoundingBox(20, 30, 50, 40), slack=6)
    assert not holds(BOX, BoundingBox(20, 30, 50, 40))
    assert holds(BOX, BOX)


def test_overlaps_and_gaps() -> None:
    assert overlap_x(BOX, BoundingBox(25, 0, 50, 10)) == 5
    assert overlap_x(BOX, BoundingBox(35, 0, 50, 10)) == -5
    assert overlap_y(BOX, BoundingBox(0, 50, 5, 90)) == 10
    assert overlap_y(BOX, BoundingBox(0, 70, 5, 90)) == -10


@pytest.mark.parametrize("quarters", [0, 1, 2, 3])
def test_a_page_turned_there_and_back_is_as_it_was(quarters: int) -> None:
    across, down = (100, 200) if quarters % 2 == 0 else (200, 100)
    there = turned(BOX, quarters, 100, 200)
    assert turned(there, -quarters, across, down) == BOX


def test_what_stands_at_the_bottom_comes_to_the_left_by_a_quarter_turn_right() -> None:
    assert turned(BoundingBox(10, 150, 30, 190), 1, 100, 200) == BoundingBox(10, 10, 50, 30)
