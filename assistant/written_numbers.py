"""Numbers as they stand in running text, in Swedish forms: what an answer says is compared with what a plan says."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from functools import lru_cache

from ingest.amounts import MINUS, SPACES, UNIT_WORDS
from ingest.model import Unit

_MORE_WORDS: Mapping[Unit, str] = {
    Unit.KR_PER_INHABITANT: r"(?:kr|kronor|sek)\s?(?:/|per\s)\s?(?:inhabitant|capita)",
    Unit.TKR: r"thousand\s(?:kronor|sek|kr)",
    Unit.MNKR: r"miljon(?:er)?|milj\.|millions?(?:\s(?:kronor|sek|kr))?",
    Unit.MDKR: r"miljard(?:er)?|mdr|billions?(?:\s(?:kronor|sek|kr))?",
    Unit.PERCENT: r"per\s?cent|percentage\spoints?",
    Unit.FULL_TIME_EQUIVALENT: r"årsarbetskraft(?:er)?|full-time\sequivalents?",
}
"""Words of running text beside those that plans are read with."""

_UNIT_WORDS = tuple(
    (unit, f"{words}|{_MORE_WORDS[unit]}" if unit in _MORE_WORDS else words) for words, unit in UNIT_WORDS
)
_UNIT = "|".join(f"(?P<{unit.name}>{words.replace(' ', chr(92) + 's')})" for unit, words in _UNIT_WORDS)
_YEAR = r"(?:19|20)\d\d"
_DIGITS = rf"\d{{1,3}}(?:[{SPACES}]\d{{3}})+(?!\d)|\d{{1,3}}(?:\.\d{{3}})+(?![\d,])|\d+"
_TOKEN = re.compile(
    rf"""(?P<marker>\[\d+\])
    | (?<![\w.,/:])(?P<first>{_YEAR})\s?[\u2013\-/]\s?(?P<last>{_YEAR}|\d\d)(?![\w/:\-]|[.,]\d)
    | (?:(?<![\w.,)\]%/:\u2013\u2212\-])(?P<sign>[{MINUS}+]))?
      (?<![\w.,/:])(?P<digits>{_DIGITS})(?:,(?P<decimals>\d+))?(?![\w/]|[.,:\-]\d|:\w)
      (?:[{SPACES}]?(?:{_UNIT})(?!\w))?
    | (?P<name>[\w.,:/\-]*\d[\w.,:/\-]*)
    """,
    re.VERBOSE | re.IGNORECASE,
)


class Form(StrEnum):
    """What a piece of text with digits in it is."""

    AMOUNT = "amount"
    YEAR = "year"
    PERIOD = "period"
    NAME = "name"


@dataclass(frozen=True, slots=True)
class WrittenNumber:
    """One number in a text from `start` to `end`; `text` is as written.

    An amount has `value`, `places` (decimals written), `signed` and perhaps a `unit`; a year and a period have `years`;
    a name is anything else with a digit in it (5G, 3:e, 2024-05-01).
    """

    form: Form
    text: str
    start: int
    end: int
    value: Decimal = Decimal(0)
    unit: Unit | None = None
    signed: bool = False
    years: tuple[int, ...] = ()


@lru_cache(maxsize=2048)
def written_numbers(text: str) -> tuple[WrittenNumber, ...]:
    """Every number in the text in order; citation markers are left out."""
    return tuple(_number(match) for match in _TOKEN.finditer(text) if not match["marker"])


def unit_is_named(unit: Unit | None, text: str) -> bool:
    """Whether the unit's word stands anywhere in the text."""
    words = next((words for known, words in _UNIT_WORDS if known is unit), None)
    return words is not None and re.search(rf"(?<!\w)(?:{words})(?!\w)", text, re.IGNORECASE) is not None


def _number(match: re.Match[str]) -> WrittenNumber:
    written, start, end = match[0], match.start(), match.end()
    if match["name"]:
        return WrittenNumber(Form.NAME, written.strip(".,:-/"), start, end)
    if match["first"]:
        first = match["first"]
        last = match["last"] if len(match["last"]) == len(first) else first[:2] + match["last"]
        return WrittenNumber(Form.PERIOD, written, start, end, years=(int(first), int(last)))
    unit = next((unit for unit, _ in _UNIT_WORDS if match[unit.name]), None)
    if unit is None and not match["decimals"] and not match["sign"] and re.fullmatch(_YEAR, match["digits"]):
        return WrittenNumber(Form.YEAR, written, start, end, value=Decimal(written), years=(int(written),))
    value = Decimal(re.sub(r"\D", "", match["digits"]) + ("." + match["decimals"] if match["decimals"] else ""))
    sign = match["sign"] or ""
    signed = -value if sign and sign in MINUS else value
    return WrittenNumber(Form.AMOUNT, written, start, end, signed, unit, bool(sign))


_GROUPS = re.compile(rf"(?<![\w.,])\d{{1,3}}(?:[{SPACES}]\d{{3}})+(?!\d)")
_ENGLISH_GROUPS = re.compile(r"(?<![\w.,])\d{1,3}(?:,\d{3})+(?![\d,])")
_ENGLISH_DECIMALS = re.compile(rf"(?<=\d)\.(?=\d+[{SPACES}]?(?:{_UNIT})(?!\w))", re.IGNORECASE)
_HYPHEN_MINUS = re.compile(r"(?<![\w.,)\]%/:\u2013\-])-(?=\d)")


def in_swedish_form(text: str, english: bool = False) -> str:
    """The text with its numbers as Swedes write them; `english` also reads 10,760 and 2.5 % as English writes them."""
    if english:
        text = _ENGLISH_GROUPS.sub(lambda match: match[0].replace(",", " "), text)
        text = _ENGLISH_DECIMALS.sub(",", text)
    text = _GROUPS.sub(lambda match: re.sub(rf"[{SPACES}]", "\u00a0", match[0]), text)
    return _HYPHEN_MINUS.sub("\u2212", text)
