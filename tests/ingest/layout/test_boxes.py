import pytest

from ingest.layout.boxes import around, height, holds, overlap_x, overlap_y, width
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
