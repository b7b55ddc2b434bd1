"""Amounts as Swedes write them: thousands by spaces, decimal comma, minus signs of many kinds, units in words."""

import re
from dataclasses import dataclass
from decimal import Decimal

from ingest.model import Unit

SPACES = " \u00a0\u2009\u202f"
MINUS = "-\u2212\u2013\u2012\u2010"

_DIGITS = rf"\d{{1,3}}(?:[{SPACES}]\d{{3}})+(?!\d)|\d{{1,3}}(?:\.\d{{3}})+(?![\d,])|\d+"
NUMBER = rf"(?<![\w.,])(?P<minus>[{MINUS}]|\u2212\s)?(?P<digits>{_DIGITS})(?P<decimals>,\d+)?"
"""A number in running text, where only the true minus may stand apart from its digits: other dashes part clauses."""

_CROWNS = r"(?:kr|kronor)\b"

UNIT_WORDS: tuple[tuple[str, Unit], ...] = (
    (r"(?:kr|kronor|sek)\s?(?:/|per\s)\s?inv(?:ånare\b|\b)", Unit.KR_PER_INHABITANT),
    (rf"tkr\b|kkr\b|ksek\b|(?:tusen(?:tals?)?|(?:1\s?)?000-tals?)\s{_CROWNS}", Unit.TKR),
    (rf"mnkr\b|mkr\b|msek\b|(?:miljon(?:er|tals?)?|milj\.?)\s?{_CROWNS}", Unit.MNKR),
    (rf"mdkr\b|(?:miljard(?:er|tals?)?|mdr\.?)\s?{_CROWNS}", Unit.MDKR),
    (r"%|procent\w*|procentenheter", Unit.PERCENT),
    (r"årsarbetare\b|årsarbeten\b|heltidstjänster\b", Unit.FULL_TIME_EQUIVALENT),
    (r"kronor\b|kr\b|sek\b", Unit.KR),
)
"""Unit words, the longer before the shorter that it contains."""

_UNITS = "|".join(f"(?P<u{index}>{pattern})" for index, (pattern, _) in enumerate(UNIT_WORDS))
_AMOUNT_WITH_UNIT = re.compile(rf"{NUMBER}(?!\s?000-tal)\s?(?:{_UNITS})", re.IGNORECASE)
_UNIT_ALONE = re.compile(rf"(?<![\w/])(?:{_UNITS})", re.IGNORECASE)
_CELL = re.compile(
    rf"(?P<open>\(\s*)?(?:(?P<minus>[{MINUS}]\s?)|\+\s?)?(?P<digits>{_DIGITS})(?P<decimals>[,.]\d+)?"
    r"(?(open)\s*\))\s*(?P<percent>%)?"
)


@dataclass(frozen=True, slots=True)
class Amount:
    """A number with its unit as found in text; `start` and `end` are its place in that text."""

    value: Decimal
    unit: Unit | None
    as_printed: str
    start: int
    end: int


def parse_cell(text: str) -> Amount | None:
    """The amount that a table cell holds and nothing else; null for a dash, a word or several numbers.

    Parentheses around a number mean minus, as in accounts.
    """
    found = _CELL.fullmatch(text.strip())
    if found is None:
        return None
    value = _value(found)
    if found["open"]:
        value = -abs(value)
    return Amount(value, Unit.PERCENT if found["percent"] else None, text.strip(), 0, len(text))


def _value(found: re.Match[str]) -> Decimal:
    digits = re.sub(r"\D", "", found["digits"])
    decimals = (found["decimals"] or "").replace(",", ".")
    return Decimal(("-" if found["minus"] else "") + digits + decimals)


def amounts_in(text: str) -> tuple[Amount, ...]:
    """Every number that stands with a unit, in order: "ca 19 000 tkr", "78 kronor/invånare", "85 %"."""
    found = []
    for match in _AMOUNT_WITH_UNIT.finditer(text):
        unit = next(unit for index, (_, unit) in enumerate(UNIT_WORDS) if match[f"u{index}"])
        found.append(Amount(_value(match), unit, match[0], match.start(), match.end()))
    return tuple(found)


def unit_in(text: str) -> Unit | None:
    """The unit that a heading, label or caption names without a number before it, if it names exactly one."""
    bare = _AMOUNT_WITH_UNIT.sub(" ", text)
    found = {
        next(unit for index, (_, unit) in enumerate(UNIT_WORDS) if match[f"u{index}"])
        for match in _UNIT_ALONE.finditer(bare)
    }
    return found.pop() if len(found) == 1 else None
