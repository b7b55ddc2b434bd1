"""Rows of tables in plain text: a label and amounts, told apart without any columns to see."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from ingest.column_heads import is_year
from ingest.layout.paragraphs import is_item

_SIGN = "[-\u2212\u2013]"
_GROUP = r"(?:\d{1,3}|(?!(?:19|20)\d\d\b)\d{4,})(?:,\d+)?"
_PARENTHESES = r"\(\s?\d{1,3}(?:[ \u00a0]\d{3})*(?:,\d+)?\s?\)"
_NUMBER = rf"(?:{_PARENTHESES}|[-\u2212\u2013+]?\s?{_GROUP}(?:\s?%)?|(?:{_SIGN}|\*)(?=\s|$))"
_RUN = rf"(?:(?<=\s)|^){_NUMBER}(?:[ \u00a0\t]+{_NUMBER})*"
_AMOUNTS = re.compile(rf"(?P<label>.*?)(?P<amounts>{_RUN})\s*$")
_AMOUNTS_AND_TEXT = re.compile(rf"(?P<label>.*?)(?P<amounts>{_RUN})\s+(?P<text>[^\W\d_][^\d]*)$")
_TOKEN = re.compile(rf"\(\s?[\d \u00a0]+(?:,\d+)?\s?\)|[-\u2212\u2013+]?\d+(?:,\d+)?(?:\s?%)?|{_SIGN}|\*")
_SPACED_SIGN = re.compile(rf"({_SIGN}|\+)\s+(?=\d)")
_NEXT_GROUP = re.compile(r"\d{3}(?:,\d+)?")
_FIRST_GROUP = re.compile(rf"(?:{_SIGN}\s?|\+\s?)?[1-9]\d{{0,2}}")
_LONE = re.compile(rf"(?:{_SIGN}\s?|\+\s?)?(?:0|[1-9]\d*)(?:,\d+)?(?:\s?%)?|{_SIGN}|\*|\(.*\)")
_COLUMN_WORD = re.compile(
    r"(?:bokslut|utfall|prognos|budget|plan)\.?|\(?(?:kr|tkr|kkr|mkr|mnkr|mdkr|%)\)?", re.IGNORECASE
)
_WIDE = re.compile(r"\s{2,}|\t")
_COLUMN_GAP = re.compile(r"\s{4,}|\t")
_HEADER = re.compile(r"(?:[^\W\d]+\.?\s+)?(?:19|20)\d\d(?:\s+(?:[^\W\d]+\.?\s+)?(?:19|20)\d\d)*")
_CORNERED = re.compile(
    r"(?P<corner>(?:[^\d]{0,40}?|[^\d\t]+\s{3,}[^\d]{1,60}?|[^\d]{1,30}\t[^\d]{1,60}?))\s*(?P<years>(?:19|20)\d\d(?:\s+(?:19|20)\d\d)+)\s*(?P<tail>[^\d.]{0,30})"
)
_PERIOD_NAME = (
    r"(?:(?:bokslut|utfall|prognos|budget|flerårsplan|plan|ram|mål|målvärde|målnivå)\.?\s+)?"
    r"(?:19|20)\d\d(?:-\d\d-\d\d)?"
)
_SPAN = r"(?:19|20)?\d\d(?:\s?[\u2013/-]\s?(?:19|20)?\d\d)?"
_OTHER_NAME = (
    r"(?:%|procent\b|(?:förändring|avvikelse|differens|diff|ökning|minskning|andel|totalt|total|summa)\b)"
    rf"(?:,?\s+(?:i\s+)?(?:%|procent|tkr|mnkr|kr))?(?:\s+{_SPAN})?"
)
_NAMES = re.compile(
    rf"(?P<corner>(?:\D{{0,40}}?[\s)])??)(?P<names>{_PERIOD_NAME}\s+{_PERIOD_NAME}(?:\s+(?:{_PERIOD_NAME}|{_OTHER_NAME}))*)",
    re.IGNORECASE,
)
"""A corner, then columns named with bases and years, and changes, shares and totals after them."""
_OTHERS = re.compile(rf"{_OTHER_NAME}(?:\s+{_OTHER_NAME})*", re.IGNORECASE)
_NAME = re.compile(rf"{_PERIOD_NAME}|{_OTHER_NAME}", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Parting:
    """A row's label, each way to part its figures into the columns ("" where a cell is missing) and the text after."""

    label: str
    ways: tuple[tuple[str, ...], ...]
    text: str = ""
    rigid: bool = False


def is_year_header(line: str) -> bool:
    """Whether a line names a table's years: "2024 2023", "Budget 2024 Bokslut 2023", "Ramar 2024 Budget 2025 Andel"."""
    return any(pattern.fullmatch(line.strip()) for pattern in (_HEADER, _CORNERED, _NAMES))


def is_basis_header(line: str) -> bool:
    """Whether a line only says what each column is: "Utfall Prognos Budget Budget", "tkr tkr %"."""
    words = line.split()
    return len(words) > 1 and all(_COLUMN_WORD.fullmatch(word) for word in words)


def header_cells(line: str) -> tuple[str, ...]:
    """The cells of a year header: the corner, then one for each year with the word before it, and each other column.

    A corner that wide white space parts has names of columns without a year after its first words.
    """
    cornered = _cornered(line)
    if cornered is not None:
        corner, *names = _COLUMN_GAP.split(cornered["corner"].strip())
        return (corner, *names, *cornered["years"].split())
    named = _NAMES.fullmatch(line.strip())
    if named is not None:
        return (named["corner"].strip(), *(name.strip() for name in _NAME.findall(named["names"])))
    return ("", *(part.strip() for part in re.findall(r"(?:[^\W\d]+\.?\s+)?(?:19|20)\d\d", line)))


def header_tail(line: str) -> str:
    """What a year header says after its years: the name of one more column, or the unit."""
    cornered = _cornered(line)
    return cornered["tail"].strip() if cornered is not None else ""


def _cornered(line: str) -> re.Match[str] | None:
    """A header of bare years whose tail is not the name of a change, a share or a total."""
    found = _CORNERED.fullmatch(line.strip())
    return found if found is not None and not _OTHERS.fullmatch(found["tail"].strip()) else None


def is_row(line: str, *, text_after: bool = False) -> bool:
    """Whether a line ends in amounts that could be a table row's: not a year alone, not a sentence.

    With `text_after` the amounts may have text after them.
    """
    found = _found(line, text_after=text_after)
    if found is None or is_year_header(line):
        return False
    label, amounts = found["label"].strip(), found["amounts"].strip()
    if is_year(amounts) or label.endswith((".", ":")) or len(label) > 70 or not re.search(r"\d", amounts):
        return False
    return bool(label) or " " in amounts


def is_column_head(line: str) -> bool:
    """Whether wide white space parts a line into names of columns: "Intäkter 2025        Belopp (tkr)"."""
    parts = [part for part in _COLUMN_GAP.split(line.strip()) if part]
    if is_year_header(line) or is_item(line):
        return False
    return len(parts) > 1 and not any(_AMOUNTS.fullmatch(part) for part in parts[1:]) and len(line) < 90


def names_over(line: str, rows: Sequence[str]) -> tuple[str, ...]:
    """A line's words where they name the columns of all `rows`: a word with a capital for the label and each amount."""
    names = tuple(line.split())
    if len(names) < 3 or not all(name[:1].isupper() and name[-1:].isalpha() for name in names):
        return ()
    parted = [partings(row, len(names) - 1) if is_row(row) else None for row in rows]
    whole = all(row is not None and row.label and any(all(way) for way in row.ways) for row in parted)
    told = whole and all(row is not None and not row.label[-1:].isdigit() for row in parted)
    return names if told and any(row is not None and row.rigid for row in parted) else ()


def column_names(line: str, columns: int = 0) -> tuple[str, ...]:
    """The parts of a line without amounts, filled up with empty cells to `columns` where it has fewer."""
    parts = [part for part in _WIDE.split(line.strip()) if part] if is_column_head(line) else [line.strip()]
    return tuple([*parts, *[""] * (columns - len(parts))][: columns or None])


def partings(line: str, columns: int, *, text_after: bool = False) -> Parting | None:
    """Every way to part a row's figures into `columns` amounts; null where there is none.

    Wide white space parts columns where there is any. A way with fewer amounts than columns leaves cells empty.
    The parting is rigid where the groups of digits make as many amounts as there are columns and can make no others.
    """
    wide = [part for part in _WIDE.split(line.strip()) if part]
    if len(wide) == columns + 1 and not text_after:
        return Parting(wide[0], (tuple(wide[1:]),), rigid=True)
    found = _found(line, text_after=text_after)
    if found is None:
        return None
    text = (found.groupdict().get("text") or "").strip()
    signed, apart = _TOKEN.findall(_SPACED_SIGN.sub(r"\1", found["amounts"])), _TOKEN.findall(found["amounts"])
    missing = [cells for cells in _cells(signed, columns) if len(cells) < columns]
    for tokens, leading in ((tokens, leading) for leading in range(2) for tokens in (signed, apart)):
        full = [cells for cells in _cells(tokens[leading:], columns) if len(cells) == columns]
        if full:
            label = " ".join([found["label"].strip(), *tokens[:leading]]).strip()
            fewer = [] if leading else missing
            placed = (way for cells in fewer for way in _placed(cells, columns))
            return Parting(label, (*full, *placed), text, rigid=len(full) == 1 and not fewer)
    ways = tuple(way for cells in missing for way in _placed(cells, columns))
    return Parting(found["label"].strip(), ways, text) if ways else None


def _found(line: str, *, text_after: bool) -> re.Match[str] | None:
    found = _AMOUNTS.fullmatch(line.rstrip())
    return found if found is not None or not text_after else _AMOUNTS_AND_TEXT.fullmatch(line.rstrip())


def _cells(tokens: Sequence[str], most: int) -> Iterator[tuple[str, ...]]:
    """Every way to join neighbouring groups of digits into at most `most` whole amounts."""
    if not tokens:
        yield ()
        return
    if most == 0:
        return
    for size in range(1, len(tokens) + 1):
        if size > 1 and not _goes_on(tokens[:size]):
            break
        if size > 1 or _LONE.fullmatch(tokens[0]):
            for rest in _cells(tokens[size:], most - 1):
                yield (" ".join(tokens[:size]), *rest)


def _goes_on(groups: Sequence[str]) -> bool:
    """Whether the last group can be the next three digits of the amount that those before it begin."""
    before = groups[-2]
    begun = _FIRST_GROUP.fullmatch(before) if len(groups) == 2 else re.fullmatch(r"\d{3}", before)
    return begun is not None and _NEXT_GROUP.fullmatch(groups[-1]) is not None


def _placed(cells: Sequence[str], columns: int) -> Iterator[tuple[str, ...]]:
    for places in combinations(range(columns), len(cells)):
        at = dict(zip(places, cells, strict=True))
        yield tuple(at.get(column, "") for column in range(columns))
