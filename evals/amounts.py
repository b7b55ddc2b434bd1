"""Amounts with units, read out of an answer's text alone, in Swedish and English forms."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum

from ingest.model import Unit


class Dimension(StrEnum):
    """What an amount measures; only amounts of one dimension can be compared."""

    MONEY = "money"
    SHARE = "share"
    PER_INHABITANT = "per inhabitant"
    COUNT = "count"


SCALES: dict[Unit, tuple[Dimension, Decimal]] = {
    Unit.KR: (Dimension.MONEY, Decimal(1)),
    Unit.TKR: (Dimension.MONEY, Decimal(1_000)),
    Unit.MNKR: (Dimension.MONEY, Decimal(1_000_000)),
    Unit.MDKR: (Dimension.MONEY, Decimal(1_000_000_000)),
    Unit.PERCENT: (Dimension.SHARE, Decimal(1)),
    Unit.KR_PER_INHABITANT: (Dimension.PER_INHABITANT, Decimal(1)),
    Unit.COUNT: (Dimension.COUNT, Decimal(1)),
    Unit.FULL_TIME_EQUIVALENT: (Dimension.COUNT, Decimal(1)),
}
"""Each unit's dimension, and how many of the dimension's smallest unit it holds."""

UNIT_WORDS: tuple[tuple[Unit, str], ...] = (
    (Unit.KR_PER_INHABITANT, r"(?:kr|kronor|sek)?\s*(?:/\s*|per\s+)(?:inv\b\.?|invånare|inhabitant|resident|capita)"),
    (Unit.MDKR, r"mdkr|mdr\b(?:\s+kr)?|miljard(?:er)?(?:\s+(?:kronor|kr))?|billions?(?:\s+(?:kronor|sek))?"),
    (Unit.MNKR, r"mnkr|mkr|msek|milj\.?\s*kr|miljon(?:er)?(?:\s+(?:kronor|kr))?|millions?(?:\s+(?:kronor|sek|kr))?"),
    (Unit.TKR, r"tkr|ksek|tsek|(?:tusen|thousands?)(?:\s+(?:kronor|sek|kr))?"),
    (Unit.KR, r"kronor|krona|kr|sek"),
    (Unit.PERCENT, r"%|-?procent\w*|per\s+cent|percent(?:age)?(?:\s+points?)?"),
    (Unit.FULL_TIME_EQUIVALENT, r"årsarbetar\w*|helårstjänst\w*|heltidstjänst\w*"),
)
"""How units are written, the longest first where one begins like another."""

NUMBER_WORDS: dict[str, int] = {
    word: number
    for number, words in enumerate(
        (
            "ett en one",
            "två two",
            "tre three",
            "fyra four",
            "fem five",
            "sex six",
            "sju seven",
            "åtta eight",
            "nio nine",
            "tio ten",
            "elva eleven",
            "tolv twelve",
            "tretton thirteen",
            "fjorton fourteen",
            "femton fifteen",
            "sexton sixteen",
            "sjutton seventeen",
            "arton eighteen",
            "nitton nineteen",
            "tjugo twenty",
        ),
        start=1,
    )
    for word in words.split()
}

_DECIMAL_UNITS = {Unit.MNKR, Unit.MDKR, Unit.PERCENT, Unit.KR_PER_INHABITANT}
_SPACE = r"[ \u00a0\u2007\u2009\u202f]"
_NUMBER = (
    rf"\d{{1,3}}(?:{_SPACE}\d{{3}})+(?:[.,]\d+)?(?!\d)"
    r"|\d{1,3}(?:,\d{3}){2,}(?:\.\d+)?(?!\d)|\d{1,3}(?:\.\d{3}){2,}(?:,\d+)?(?!\d)"
    r"|\d{1,3},\d{3}\.\d+|\d{1,3}\.\d{3},\d+|\d+(?:[.,]\d+)?"
)
_WORDS = "|".join(sorted(NUMBER_WORDS, key=len, reverse=True))
_UNITS = "|".join(rf"(?P<{unit.name}>{words})" for unit, words in UNIT_WORDS)
_AMOUNT = re.compile(
    rf"(?P<sek>\bSEK\s*)?(?P<sign>(?<![\w)])(?:[-\u2212\u2013+]|minus\s+))?"
    rf"(?:(?<![\d.,])(?P<number>{_NUMBER})|(?P<word>\b(?:{_WORDS})\b))"
    rf"(?:\s*(?:{_UNITS})(?![\w]))?",
    re.IGNORECASE,
)
_MARKER = re.compile(r"\[\d+(?:\s*[,–-]\s*\d+)*\]")
_YEAR = re.compile(r"(?:19|20)\d\d")
_DATE = re.compile(r"\b\d{4}-\d{2}-\d{2}\b")
_MONTHS = (
    r"januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december"
    r"|january|february|march|may|june|july|august|october"
)
_REFERENCES = (
    r"sid(?:an|a|orna)?|s\.|pages?|p\.|avsnitt|sections?|kapitel|chapter|tabell|table|punkt|steg|step|bilaga|nr"
)
_NOT_AFTER = re.compile(rf"(?:[^\W_]|[^\W\d_]-|§\s?|[/:_]|\d{{4}}[-\u2013]|\b(?:{_REFERENCES})\s*)$", re.IGNORECASE)
_NOT_BEFORE = re.compile(rf"[^\W_]|[:/-]\w|\s+(?:{_MONTHS})\b", re.IGNORECASE)
_JOINED = re.compile(r"(?:\s*\(\d{4}\))?\s*(?:,|→|->|[-\u2013\u2014]|till|to|och|and|eller|or|mot)\s*", re.IGNORECASE)
_ARROW = re.compile(r"(?:\s*\(\d{4}\))?\s*(?:→|->)\s*")


@dataclass(frozen=True, slots=True)
class Amount:
    """A number of an answer with its unit (null for a bare one), sign included; `start` is its place in the text."""

    value: Decimal
    unit: Unit | None
    start: int
    end: int
    printed: str
    is_word: bool = False

    @property
    def dimension(self) -> Dimension:
        """What it measures; a bare number is a count."""
        return dimension_of(self.unit)

    @property
    def base(self) -> Decimal:
        """The value in the dimension's smallest unit."""
        return in_base(self.value, self.unit)


def dimension_of(unit: Unit | None) -> Dimension:
    """The dimension of a unit; none is that of a bare number."""
    return SCALES[unit or Unit.COUNT][0]


def in_base(value: Decimal, unit: Unit | None) -> Decimal:
    """The value in its dimension's smallest unit."""
    return value * SCALES[unit or Unit.COUNT][1]


def without_markers(text: str) -> str:
    """The text with each citation marker blanked, every other character at its place."""
    return _MARKER.sub(lambda marker: " " * len(marker[0]), text)


def read_amounts(text: str) -> tuple[Amount, ...]:
    """Every amount of the text in order of appearance.

    Years, dates, page and list numbers and citation markers are no amounts. A bare number joined to an amount
    ("8 374 → 8 856 tkr") has its unit.
    """
    text = _DATE.sub(lambda date: " " * len(date[0]), without_markers(text))
    numbers = tuple(number for number in _scan(text) if not _is_year(number))
    return tuple(amount for amount in _with_shared_units(text, numbers) if amount.unit or _counts(text, amount))


def _scan(text: str) -> Iterator[Amount]:
    for match in _AMOUNT.finditer(text):
        unit = next((unit for unit, _ in UNIT_WORDS if match[unit.name]), None)
        if match["sek"]:
            unit = unit or Unit.KR
        number = match["number"]
        value = _value(number, unit) if number else Decimal(NUMBER_WORDS[match["word"].casefold()])
        negative = (match["sign"] or "+").strip().casefold() != "+"
        start, end = match.start("sign" if match["sign"] else "number" if number else "word"), match.end()
        yield Amount(-value if negative else value, unit, start, end, match[0].strip(), not number)


def _value(number: str, unit: Unit | None) -> Decimal:
    """Read digits; three of them after a single comma or point are thousands where the unit is seldom split."""
    digits = re.sub(_SPACE, "", number)
    marks = re.sub(r"\d", "", digits)
    if len(marks) == 1:
        thousands = re.fullmatch(r"[1-9]\d{0,2}[.,]\d{3}", digits) and unit not in _DECIMAL_UNITS and digits == number
        return Decimal(digits.replace(marks, "" if thousands else "."))
    if len(set(marks)) == 2:
        return Decimal(digits.replace(marks[0], "").replace(marks[-1], "."))
    return Decimal(digits.replace(",", "").replace(".", ""))


def _with_shared_units(text: str, amounts: Sequence[Amount]) -> list[Amount]:
    shared = list(amounts)
    for i in reversed(range(len(shared) - 1)):
        first, second = shared[i : i + 2]
        is_bare = first.unit is None and not first.is_word
        if is_bare and second.unit and _JOINED.fullmatch(text, first.end, second.start):
            shared[i] = replace(first, unit=second.unit)
    for i in range(1, len(shared)):
        first, second = shared[i - 1 : i + 1]
        if second.unit is None and first.unit and _ARROW.fullmatch(text, first.end, second.start):
            shared[i] = replace(second, unit=first.unit)
    return shared


def _is_year(amount: Amount) -> bool:
    return amount.unit is None and _YEAR.fullmatch(amount.printed) is not None


def _counts(text: str, amount: Amount) -> bool:
    """Whether a bare number counts something, and is no year, date, reference or number in a list."""
    before, after = text[max(0, amount.start - 12) : amount.start], text[amount.end : amount.end + 12]
    if _numbers_an_item(text, amount):
        return False
    return not _NOT_AFTER.search(before) and not _NOT_BEFORE.match(after)


def _numbers_an_item(text: str, amount: Amount) -> bool:
    before, after = text[: amount.start].rstrip(" "), text[amount.end : amount.end + 1]
    return (after == ")" and not before.endswith("(")) or (after == "." and (not before or before.endswith("\n")))
