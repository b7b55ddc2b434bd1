"""Rectangles: the few questions that layout asks of them. Points, origin at the top left corner."""

from collections.abc import Iterable

from ingest.model import BoundingBox


def around(boxes: Iterable[BoundingBox]) -> BoundingBox:
    """The smallest rectangle that holds all; raises ValueError when there is none to hold."""
    found = list(boxes)
    return BoundingBox(
        min(b.x0 for b in found), min(b.top for b in found), max(b.x1 for b in found), max(b.bottom for b in found)
    )


def holds(outer: BoundingBox, inner: BoundingBox, slack: float = 2.0) -> bool:
    """Whether the middle of `inner` lies in `outer`, give or take `slack` points."""
    x, y = (inner.x0 + inner.x1) / 2, (inner.top + inner.bottom) / 2
    return outer.x0 - slack <= x <= outer.x1 + slack and outer.top - slack <= y <= outer.bottom + slack


def overlap_x(a: BoundingBox, b: BoundingBox) -> float:
    """Points that both cover along the line; negative is the gap between them."""
    return min(a.x1, b.x1) - max(a.x0, b.x0)


def overlap_y(a: BoundingBox, b: BoundingBox) -> float:
    """Points that both cover down the page; negative is the gap between them."""
    return min(a.bottom, b.bottom) - max(a.top, b.top)


def width(box: BoundingBox) -> float:
    """Width in points."""
    return box.x1 - box.x0


def height(box: BoundingBox) -> float:
    """Height in points."""
    return box.bottom - box.top


def turned(box: BoundingBox, quarters: int, across: float, down: float) -> BoundingBox:
    """A rectangle of a page of `across` by `down` points once the page is turned right by so many quarters."""
    match quarters % 4:
        case 1:
            return BoundingBox(down - box.bottom, box.x0, down - box.top, box.x1)
        case 2:
            return BoundingBox(across - box.x1, down - box.bottom, across - box.x0, down - box.top)
        case 3:
            return BoundingBox(box.top, across - box.x1, box.bottom, across - box.x0)
        case _:
            return box
