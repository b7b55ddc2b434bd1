"""Rows of tables in plain text: a label and amounts, told apart without any columns to see."""

import re
from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise

from ingest.layout.paragraphs import is_item

_YEAR = re.compile(r"(?:19|20)\d\d")
_NUMBER = r"[-\u2212\u2013]?\s?(?:\d{1,3}|(?!(?:19|20)\d\d\b)\d{4,})(?:,\d+)?"
_AMOUNTS = re.compile(rf"(?P<label>.*?)(?P<amounts>(?:(?<=\s)|^){_NUMBER}(?:[ \u00a0]+{_NUMBER})*\s?%?)\s*$")
_SPACED_MINUS = re.compile(r"([-\u2212\u2013])\s+(?=\d)")
_BASIS = re.compile(r"(?:bokslut|utfall|prognos|budget|plan)\.?", re.IGNORECASE)
_WIDE = re.compile(r"\s{2,}|\t")
_COLUMN_GAP = re.compile(r"\s{4,}|\t")
_HEADER = re.compile(r"(?:[^\W\d]+\.?\s+)?(?:19|20)\d\d(?:\s+(?:[^\W\d]+\.?\s+)?(?:19|20)\d\d)*")
_CORNERED = re.compile(
    r"(?P<corner>[^\d]{0,40}?)\s*(?P<years>(?:19|20)\d\d(?:\s+(?:19|20)\d\d)+)\s*(?P<tail>[^\d.]{0,30})"
)


def is_year_header(line: str) -> bool:
    """Whether a line names a table's years: "2024 2023", "Budget 2024 Bokslut 2023", "Ramar 2026 2027 2028"."""
    return bool(_HEADER.fullmatch(line.strip()) or _CORNERED.fullmatch(line.strip()))


def is_basis_header(line: str) -> bool:
    """Whether a line only says what each column is: "Utfall Prognos Budget Budget"."""
    words = line.split()
    return len(words) > 1 and all(_BASIS.fullmatch(word) for word in words)


def header_cells(line: str) -> tuple[str, ...]:
    """The cells of a year header: the corner, then one for each year with the word before it."""
    cornered = _CORNERED.fullmatch(line.strip())
    if cornered is not None and len(cornered["corner"].split()) != 1:
        return (cornered["corner"].strip(), *cornered["years"].split())
    return ("", *(part.strip() for part in re.findall(r"(?:[^\W\d]+\.?\s+)?(?:19|20)\d\d", line)))


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
    parts = [part for part in _COLUMN_GAP.split(line.strip()) if part]
    if is_year_header(line) or is_item(line):
        return False
    return len(parts) > 1 and not any(_AMOUNTS.fullmatch(part) for part in parts[1:]) and len(line) < 90


def column_names(line: str, columns: int = 0) -> tuple[str, ...]:
    """The parts of a line without amounts, filled up with empty cells to `columns` where it has fewer."""
    parts = [part for part in _WIDE.split(line.strip()) if part] if is_column_head(line) else [line.strip()]
    return tuple([*parts, *[""] * (columns - len(parts))][: columns or None])


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
    amounts = _SPACED_MINUS.sub(r"\1", re.sub(r"\s+%", "%", found["amounts"]))
    ways = list(_ways(amounts.split(), columns))
    if not ways:
        return None
    return (found["label"].strip(), *min(ways, key=_unevenness))


def _ways(groups: Sequence[str], columns: int) -> Iterator[tuple[str, ...]]:
    for cuts in combinations(range(1, len(groups)), columns - 1):
        ends = (0, *cuts, len(groups))
        parts = [groups[a:b] for a, b in pairwise(ends)]
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
