"""Amounts as Swedes write them: thousands by spaces, decimal comma, minus signs of many kinds, units in words."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from types import MappingProxyType

from ingest.model import Unit

SPACES = " \u00a0\u2009\u202f"
MINUS = "-\u2212\u2013\u2012\u2010"

_DIGITS = rf"\d{{1,3}}(?:[{SPACES}]\d{{3}})+(?!\d)|\d{{1,3}}(?:\.\d{{3}})+(?![\d,])|\d+"
NUMBER = rf"(?<![\w.,])(?<!\d[:/])(?P<minus>[{MINUS}]|\u2212\s|minus\s(?=\d))?(?P<digits>{_DIGITS})(?P<decimals>,\d+)?"
"""A number in running text, where only the true minus may stand apart from its digits: other dashes part clauses."""

_CROWNS = r"(?:kr|kronor|sek)\b"
_EACH_INHABITANT = r"\s?(?:/|per\s)\s?inv(?:ånare\b|\b)"

UNIT_WORDS: tuple[tuple[str, Unit], ...] = (
    (rf"(?:kr|kronor|sek){_EACH_INHABITANT}", Unit.KR_PER_INHABITANT),
    (
        rf"(?:tkr|kkr|ksek|tsek)\b(?!{_EACH_INHABITANT})|(?:tusen(?:tals?)?|(?:1\s?)?000-tals?)\s{_CROWNS}",
        Unit.TKR,
    ),
    (rf"(?:mnkr|mkr|msek|mnsek)\b|(?:miljon(?:er|tals?)?|milj\.?|mn)\s?{_CROWNS}", Unit.MNKR),
    (rf"(?:mdkr|mdsek)\b|(?:miljard(?:er|tals?)?|mdr\.?)\s?{_CROWNS}", Unit.MDKR),
    (r"%(?:-?enhet\w*)?|procent\w*", Unit.PERCENT),
    (
        r"(?<!per\s)(?<!/)(?:(?:hel)?årsarbetare|årsarbeten|årsarbetskrafter|årsverken|heltidstjänster)\b",
        Unit.FULL_TIME_EQUIVALENT,
    ),
    (r"kronor\b|kr\b|sek\b", Unit.KR),
)
"""Unit words, the longer before the shorter that it contains."""

NUMBER_WORDS: Mapping[str, Decimal] = MappingProxyType(
    {
        "en halv": Decimal("0.5"),
        "ett": Decimal(1),
        "en": Decimal(1),
        "två": Decimal(2),
        "tre": Decimal(3),
        "fyra": Decimal(4),
        "fem": Decimal(5),
        "sex": Decimal(6),
        "sju": Decimal(7),
        "åtta": Decimal(8),
        "nio": Decimal(9),
        "tio": Decimal(10),
        "elva": Decimal(11),
        "tolv": Decimal(12),
    }
)
"""Numbers that running text spells out."""

_AFTER = (
    r"(?:i|på|för|till|från|av|om|under|per|och|samt|respektive|som|mer|mindre|extra|totalt|årligen|år|varav|"
    r"avsätt\w*|avsatt\w*|tillför\w*|satsa\w*|läggs|skjuts|fördela\w*|har|är|ska|kommer|beräkna\w*|(?:19|20)\d\d)\b"
)
"""What may follow "5 miljoner" where it is money: never the thing that is counted."""

_HINT = re.compile(r"milj", re.IGNORECASE)
_MONEY = re.compile(
    r"\bkr\b|kron|\bsek\b|anslag|avs[äa]tt|satsa|satsning|bidrag|budget|kosta|kostna|intäkt|medel\b|tillf[öo]r|tillskott|"
    r"finansi|invester|skjut|utgift|resultat|reform|förstärk",
    re.IGNORECASE,
)
_COUNTED = re.compile(r"invånare|människor|personer|besök|resor|resenär|\bton\b|befolkning", re.IGNORECASE)

_UNITS = "|".join(f"(?P<u{index}>{pattern})" for index, (pattern, _) in enumerate(UNIT_WORDS))
_AMOUNT_WITH_UNIT = re.compile(rf"{NUMBER}(?!\s?000-tal)\s?(?:{_UNITS})", re.IGNORECASE)
_IN_WORDS = re.compile(rf"\b(?P<word>{'|'.join(NUMBER_WORDS)})\s(?:{_UNITS})", re.IGNORECASE)
_LARGE = r"(?P<scale>miljon(?:er(?:na)?)?|miljard(?:er(?:na)?)?)\b"
_BARE_LARGE = re.compile(
    rf"(?:{NUMBER}|\b(?P<word>{'|'.join(NUMBER_WORDS)}))\s{_LARGE}(?!\s?{_CROWNS})(?=\s?(?:[.,;:)!?]|$|\s{_AFTER}))",
    re.IGNORECASE,
)
_UNIT_FIRST = re.compile(rf"(?<![\w/])(?<!\d\s)(?:kr|sek)\s{NUMBER}(?![\w:/]|\s?(?:{_UNITS}|{_LARGE}))", re.IGNORECASE)
_CROWNS_AND_ORE = re.compile(rf"{NUMBER}(?::(?P<ore>\d\d)\s?{_CROWNS}|:[-\u2013](?!\w))", re.IGNORECASE)
_ORE = re.compile(rf"{NUMBER}\söre\b", re.IGNORECASE)
_UNIT_ALONE = re.compile(rf"(?<![\w/])(?:{_UNITS})", re.IGNORECASE)
_CELL = re.compile(
    rf"(?P<open>\(\s*)?(?:(?P<minus>[{MINUS}]\s?)|\+\s?)?(?P<digits>{_DIGITS})(?P<decimals>[,.]\d+)?"
    r"(?(open)\s*\))\s*(?P<percent>%)?(?P<note>[⁰¹²³⁴-⁹]+\)?)?"
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

    Parentheses around a number mean minus, as in accounts; the raised mark of a note is no part of it.
    """
    found = _CELL.fullmatch(text.strip())
    if found is None:
        return None
    value = _value(found)
    if found["open"]:
        value = -abs(value)
    printed = text.strip().removesuffix(found["note"] or "")
    return Amount(value, Unit.PERCENT if found["percent"] else None, printed, 0, len(text))


def _value(found: re.Match[str]) -> Decimal:
    digits = re.sub(r"\D", "", found["digits"])
    decimals = (found["decimals"] or "").replace(",", ".")
    return Decimal(("-" if found["minus"] else "") + digits + decimals)


@lru_cache(maxsize=256)
def amounts_in(text: str) -> tuple[Amount, ...]:
    """Every number that stands with a unit, in order: "ca 19 000 tkr", "78 kronor/invånare", "85 %", "två miljoner".

    A number that shares the unit of the next ("2–3 %", "mellan 10 och 12 mnkr"), or is a part of an amount just named
    ("19 000 tkr varav 7 300 …"), has it too. Percentage points have no unit of their own: it is null.
    """
    found: list[Amount] = []
    taken = bytearray(len(text))
    for amount in (amount for read in _FORMS for amount in read(text)):
        if not any(taken[amount.start : amount.end]):
            found.append(amount)
            taken[amount.start : amount.end] = b"\1" * (amount.end - amount.start)
    for amount in tuple(found):
        found += [other for other in _sharing(text, amount) if not taken[other.start]]
    return tuple(sorted(found, key=lambda amount: amount.start))


def _with_unit(text: str) -> Iterator[Amount]:
    for match in (*_AMOUNT_WITH_UNIT.finditer(text), *_IN_WORDS.finditer(text)):
        words = match.groupdict().get("word")
        value = NUMBER_WORDS[words.casefold()] if words else _value(match)
        yield _amount(match, value, None if "enhet" in match[0] else _unit(match))


def _with_crowns_elsewhere(text: str) -> Iterator[Amount]:
    """The unit before the number, or öre: "kr 500", "5:50 kr", "12 000:-", "50 öre"."""
    for match in _CROWNS_AND_ORE.finditer(text):
        yield _amount(match, _value(match) + Decimal(match["ore"] or 0).scaleb(-2 if match["ore"] else 0), Unit.KR)
    for match in _UNIT_FIRST.finditer(text):
        yield _amount(match, _value(match), Unit.KR)
    for match in _ORE.finditer(text):
        yield _amount(match, _value(match).scaleb(-2), Unit.KR)


def _large(text: str) -> Iterator[Amount]:
    """ "5 miljoner" without a currency, where the text is about money and counts nothing else."""
    if not _HINT.search(text) or not _MONEY.search(text) or _COUNTED.search(text):
        return
    for match in _BARE_LARGE.finditer(text):
        value = NUMBER_WORDS[match["word"].casefold()] if match["word"] else _value(match)
        yield _amount(match, value, Unit.MNKR if match["scale"].casefold().startswith("miljon") else Unit.MDKR)


_FORMS = (_with_crowns_elsewhere, _with_unit, _large)
"""How an amount is written; the first that reads a place is right."""

_PLAIN = rf"(?<![\w.,§])(?<!§ )(?!(?:19|20)\d\d(?![\d,]))(?:{_DIGITS})(?:,\d+)?"
_SHARERS = re.compile(
    rf"(?P<range>{_PLAIN})\s?[\u2013\u2212-]\s?$"
    rf"|\b(?:mellan|från)\s(?:ca\s|cirka\s)?(?P<first>{_PLAIN})\s(?:och|till)\s(?:ca\s|cirka\s)?$"
    rf"|(?P<list>{_PLAIN}(?:,\s{_PLAIN})+)\soch\s$"
    rf"|(?P<each>{_PLAIN}(?:,\s{_PLAIN})*)\s(?:respektive|resp\.?)\s$",
    re.IGNORECASE,
)
"""What stands before an amount and shares its unit."""
SHARING_REACH = 120
"""Characters before an amount that are searched for such: a text may be one endless line."""

_PART = re.compile(
    rf"[^\d.;]*?\bvarav\s(?:ca\s|cirka\s|drygt\s|knappt\s|omkring\s|minst\s|högst\s)?(?P<part>{_PLAIN})"
    r"(?=\s(?:avser|till|för|är|från|utgör|går|på|kommer|finansieras|som|används|betalas|inom|ska|tas|…)(?!\w)"
    r"|\s?[,.;)…]|\s?$)",
    re.IGNORECASE,
)


def _sharing(text: str, amount: Amount) -> Iterator[Amount]:
    """Numbers without a unit of their own that stand with one that has it."""
    before = _SHARERS.search(text, max(0, amount.start - SHARING_REACH), amount.start)
    if before is not None:
        group = before.lastgroup or "range"
        for match in re.finditer(_PLAIN, before[group]):
            yield _bare(match, amount.unit, before.start(group))
    part = _PART.match(text, amount.end, amount.end + SHARING_REACH)
    if part is not None and amount.unit not in {Unit.PERCENT, Unit.FULL_TIME_EQUIVALENT, None}:
        for match in re.finditer(_PLAIN, part["part"]):
            yield _bare(match, amount.unit, part.start("part"))


def _bare(match: re.Match[str], unit: Unit | None, offset: int) -> Amount:
    value = Decimal(re.sub(r"[^\d,]", "", match[0]).replace(",", "."))
    return Amount(value, unit, match[0], offset + match.start(), offset + match.end())


def _amount(match: re.Match[str], value: Decimal, unit: Unit | None) -> Amount:
    return Amount(value, unit, match[0], match.start(), match.end())


def _unit(match: re.Match[str]) -> Unit:
    return next(unit for index, (_, unit) in enumerate(UNIT_WORDS) if match[f"u{index}"])


def without_amounts(text: str) -> str:
    """A text with every number that stands with its unit taken out."""
    return _AMOUNT_WITH_UNIT.sub(" ", text)


def unit_in(text: str) -> Unit | None:
    """The unit that a heading, label or caption names without a number before it, if it names exactly one."""
    found = {_unit(match) for match in _UNIT_ALONE.finditer(without_amounts(text))}
    return found.pop() if len(found) == 1 else None
