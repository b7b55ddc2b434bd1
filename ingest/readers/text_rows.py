"""Rows of tables in plain text: a label and amounts, told apart without any columns to see."""

import re
from collections.abc import Iterator, Sequence
from itertools import combinations

_PIECE = re.compile(r"[-\u2212\u2013]?\s?\(?\d[\d.,]*\)?\s?%?|[-\u2212\u2013](?=\s|$)")
_YEAR = re.compile(r"(?:19|20)\d\d")
_AMOUNTS = re.compile(
    r"(?P<label>.*?)(?P<amounts>(?:(?<=\s)|^)[-\u2212\u2013]?\s?\d{1,3}(?:[ \u00a0]+[-\u2212\u2013]?\s?\d{1,3}(?:,\d+)?)*(?:,\d+)?\s?%?)\s*$"
)
_WIDE = re.compile(r"\s{2,}|\t")
_HEADER = re.compile(r"(?:[^\W\d]+\.?\s+)?(?:19|20)\d\d(?:\s+(?:[^\W\d]+\.?\s+)?(?:19|20)\d\d)*")


def is_year_header(line: str) -> bool:
    """Whether a line holds years, each with at most one word before it, and nothing else: "Budget 2024 Bokslut 2023"."""
    return bool(_HEADER.fullmatch(line.strip()))


def header_cells(line: str) -> tuple[str, ...]:
    """The cells of a year header, one for each year with the word before it."""
    return tuple(part.strip() for part in re.findall(r"(?:[^\W\d]+\.?\s+)?(?:19|20)\d\d", line))


def is_row(line: str) -> bool:
    """Whether a line ends in amounts that could be a table row's: not a year alone, not a sentence."""
    found = _AMOUNTS.fullmatch(line.rstrip())
    if found is None or is_year_header(line):
        return False
    label, amounts = found["label"].strip(), found["amounts"].strip()
    if _YEAR.fullmatch(amounts) or label.endswith((".", ":")) or len(label) > 70:
        return False
    return bool(label) or " " in amounts


def is_column_head(line: str) -> bool:
    """Whether wide white space parts a line into names of columns: "Intäkter 2025        Belopp (tkr)"."""
    parts = [part for part in _WIDE.split(line.strip()) if part]
    return len(parts) > 1 and not any(_AMOUNTS.fullmatch(part) for part in parts[1:]) and len(line) < 90


def column_names(line: str, columns: int) -> tuple[str, ...]:
    """The parts of a line without amounts as `columns` cells, the last ones empty where it has fewer."""
    parts = [part for part in _WIDE.split(line.strip()) if part] if is_column_head(line) else [line.strip()]
    return tuple((parts + [""] * columns)[:columns])


def split_row(line: str, columns: int) -> tuple[str, ...] | None:
    """Label and `columns` amounts of a row, or null where the figures do not part that way.

    Wide white space parts columns where there is any; otherwise every way to part the groups of digits into whole
    amounts is tried and the one whose amounts are most alike in length is taken.
    """
    wide = [part for part in _WIDE.split(line.strip()) if part]
    if len(wide) == columns + 1:
        return tuple(wide)
    found = _AMOUNTS.fullmatch(line.rstrip())
    if found is None:
        return None
    ways = list(_ways(re.sub(r"\s+%", "%", found["amounts"]).split(), columns))
    if not ways:
        return None
    return (found["label"].strip(), *min(ways, key=_unevenness))


def _ways(groups: Sequence[str], columns: int) -> Iterator[tuple[str, ...]]:
    for cuts in combinations(range(1, len(groups)), columns - 1):
        ends = (0, *cuts, len(groups))
        parts = [groups[a:b] for a, b in zip(ends, ends[1:], strict=False)]
        if all(_whole(part) for part in parts):
            yield tuple(" ".join(part) for part in parts)


def _whole(groups: Sequence[str]) -> bool:
    bare = [group.strip("-\u2212\u2013%()") for group in groups]
    if len(groups) == 1:
        return True
    thousands = all(re.fullmatch(r"\d{3}(?:,\d+)?%?", group) for group in groups[1:])
    return thousands and bare[0].isdigit() and 1 <= len(bare[0]) <= 3 and not bare[0].startswith("0")


def _unevenness(amounts: Sequence[str]) -> int:
    lengths = [sum(c.isdigit() for c in amount) for amount in amounts]
    return max(lengths) - min(lengths)
