"""Names of columns that extraction wrote one under another become the one line that they were on the page."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ingest.column_heads import is_year
from ingest.readers.text_chunks import Line
from ingest.readers.text_rows import is_row

FEWEST = 2
"""Years that make a header."""
REACH = 3
"""Lines after a header up to which its rows begin, sub-headings between."""

_BASIS = r"(?:bokslut|utfall|prognos|budget|plan|flerårsplan)"
_WORD = re.compile(_BASIS, re.IGNORECASE)
_FIRST = re.compile(rf"(?P<corner>\D{{1,40}}?)\s+(?P<name>{_BASIS}|(?:19|20)\d\d)", re.IGNORECASE)
_UNIT_LINE = re.compile(r"\(?(?:belopp\b.{0,25}|(?:i )?(?:tkr|mnkr|mkr|kr))\)?", re.IGNORECASE)


def with_stacked_heads(lines: Sequence[Line]) -> list[Line]:
    """Lines where "Utfall", "2024", "Budget", "2025" under one another, by rows of amounts, are one line.

    A line over them that only says the unit, or ends with the first name, is their corner.
    """
    found: list[Line] = []
    index = 0
    while index < len(lines):
        end = _run(lines, index)
        names = [line.text for line in lines[index:end]]
        if end == index or not _beside_rows(lines, index, end):
            found.append(lines[index])
            index += 1
            continue
        corner = ""
        if found and not lines[index].opens_page:
            corner, names = _corner(found[-1].text, names)
        pairs = list(_pairs(names))
        if not pairs:
            found += lines[index:end]
        elif corner:
            found[-1] = replace(found[-1], text=" ".join([corner, *pairs]))
        else:
            found.append(replace(lines[index], text=" ".join(pairs)))
        index = end
    return found


def _run(lines: Sequence[Line], start: int) -> int:
    """The index after a run of bare words and years that starts here; `start` where there are too few years."""
    end = start
    while end < len(lines) and (_WORD.fullmatch(lines[end].text) or is_year(lines[end].text)):
        if end > start and lines[end].opens_page:
            break
        end += 1
    years = sum(is_year(line.text) for line in lines[start:end])
    return end if years >= FEWEST else start


def _beside_rows(lines: Sequence[Line], start: int, end: int) -> bool:
    over = any(is_row(line.text) for line in lines[max(start - 2, 0) : start])
    return over or any(is_row(line.text) for line in lines[end : end + REACH])


def _corner(before: str, names: Sequence[str]) -> tuple[str, list[str]]:
    """What the line before says as the corner, and the names, its own last word the first of them where it is one."""
    first = _FIRST.fullmatch(before)
    if first is not None and len(names) % 2:
        return first["corner"], [first["name"], *names]
    return (before, list(names)) if _UNIT_LINE.fullmatch(before) else ("", list(names))


def _pairs(names: Sequence[str]) -> Iterator[str]:
    """The names of the columns, the word first; none where words and years do not alternate."""
    years = [is_year(name) for name in names]
    if all(years):
        yield from names
    elif len(names) % 2 == 0 and all(a != b for a, b in zip(years[::2], years[1::2], strict=True)):
        for one, other in zip(names[::2], names[1::2], strict=True):
            yield f"{other} {one}" if is_year(one) else f"{one} {other}"
