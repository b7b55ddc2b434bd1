"""The order in which a person reads what stands on a page, by recursive cuts along white space.

Source: the X-Y cut of Nagy and Seth (1984), columns before bands.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from ingest.layout.boxes import height
from ingest.model import BoundingBox

GUTTER = 8.0
"""Points of white that part two columns."""
WIDE = 3.5
"""Line heights of white across the page that part what is above from what is below."""


@dataclass(frozen=True, slots=True)
class Place:
    """Something on the page: its rectangle and the index that the caller knows it by."""

    box: BoundingBox
    index: int


def columns(boxes: Sequence[BoundingBox]) -> list[list[int]]:
    """Indices of the boxes grouped into columns and bands that no white gap parts further, in reading order."""
    return [[place.index for place in group] for group in _groups([Place(box, n) for n, box in enumerate(boxes)])]


def _groups(places: list[Place]) -> list[list[Place]]:
    if len(places) <= 1:
        return [places] if places else []
    parts = _apart(places) or _cut(places) or _bands(places)
    if len(parts) == 1:
        return [sorted(places, key=lambda p: (p.box.top, p.box.x0))]
    return [group for part in parts for group in _groups(part)]


def _apart(places: Sequence[Place]) -> list[list[Place]] | None:
    """Split at white across the page that parts two layouts: a very wide one, or one where the columns change."""
    strips = _strips(places)
    heights = sorted(height(place.box) for place in places)
    line = heights[len(heights) // 4]
    for index in range(1, len(strips)):
        upper = [p for strip in strips[:index] for p in strip]
        lower = [p for strip in strips[index:] for p in strip]
        gap = min(p.box.top for p in lower) - max(p.box.bottom for p in upper)
        changed = min(index, len(strips) - index) >= 3 and 1 < _columns(upper) != _columns(lower) > 1
        if gap > WIDE * line or (changed and gap > line):
            return [upper, lower]
    return None


def _columns(places: Sequence[Place]) -> int:
    count, reach = 1, min(place.box.x1 for place in places)
    for place in sorted(places, key=lambda p: p.box.x0):
        count += place.box.x0 - reach > GUTTER
        reach = max(reach, place.box.x1)
    return count


def _cut(places: Sequence[Place]) -> list[list[Place]] | None:
    """Split at the widest gutter that runs from top to bottom, if there is one."""
    edges = sorted(places, key=lambda p: (p.box.x0, p.box.x1))
    best, at, reach = GUTTER, None, edges[0].box.x1
    for place in edges[1:]:
        if place.box.x0 - reach > best:
            best, at = place.box.x0 - reach, (place.box.x0 + reach) / 2
        reach = max(reach, place.box.x1)
    if at is None:
        return None
    return [[p for p in edges if p.box.x0 < at], [p for p in edges if p.box.x0 >= at]]


def _bands(places: Sequence[Place]) -> list[list[Place]]:
    """Split into bands, those that can be cut into columns as tall as they can be; one part if none can."""
    strips = _strips(places)
    parts: list[list[Place]] = []
    start, plain = 0, True
    while start < len(strips):
        ends = range(len(strips), start, -1) if len(strips[start]) > 1 else ()
        end = next((n for n in ends if _columnar(strips[start:n])), None)
        if end is None:
            if plain and parts:
                parts[-1] += strips[start]
            else:
                parts.append(list(strips[start]))
            start, plain = start + 1, True
        else:
            parts.append([p for strip in strips[start:end] for p in strip])
            start, plain = end, False
    return parts


def _strips(places: Sequence[Place]) -> list[list[Place]]:
    strips: list[list[Place]] = []
    reach = 0.0
    for place in sorted(places, key=lambda p: p.box.top):
        if strips and place.box.top < reach - 2:
            strips[-1].append(place)
        else:
            strips.append([place])
        reach = max(reach, place.box.bottom)
    return strips


def _columnar(strips: Sequence[Sequence[Place]]) -> bool:
    """Whether strips make columns side by side: cut by one gutter, with both columns in the first strip."""
    parts = _cut([place for strip in strips for place in strip])
    if parts is None:
        return False
    at = min(place.box.x0 for place in parts[1])
    first = strips[0]
    return any(p.box.x0 < at for p in first) and any(p.box.x0 >= at for p in first)
