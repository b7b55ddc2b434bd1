"""A workbook's values as a Swede sees them printed: number formats with decimals, thousands, per cent and units."""

import re
from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import ROUND_HALF_UP, Decimal

_SECTION = re.compile(r'(?:"[^"]*"|\\.|[^;"\\])*')
_SKIPPED = re.compile(r"\[[^\]]*\]|_.|\*.")
_LITERAL = re.compile(r'"([^"]*)"|\\(.)')
_CORE = re.compile(r"[#0?](?:[#0?., ]*[#0?])?(?:\.[#0?]+)?,*")
_MOST_DECIMALS = 10
_LARGEST = Decimal(10) ** 28


@dataclass(frozen=True, slots=True)
class NumberFormat:
    """How numbers are shown; `decimals` is null where all are, `optional` of them only if they are not 0."""

    decimals: int | None = None
    optional: int = 0
    grouped: bool = False
    scale: int = 0
    share: bool = False
    before: str = ""
    after: str = ""


def printed(value: object, number_format: str) -> str:
    """A cell's text: decimal comma, thousands parted by spaces, the sign before the digits, dates as ISO.

    A number that no format says how to show has all its decimals; error values and empty cells print nothing.
    """
    if value is None:
        return ""
    if isinstance(value, bool):
        return "Ja" if value else "Nej"
    if isinstance(value, int | float):
        return _number(value, number_format)
    if isinstance(value, datetime | date):
        return (
            value.isoformat()[:4]
            if re.fullmatch(r"(?:\[[^\]]*\])*y{2,4}", number_format, re.I)
            else value.isoformat()[:10]
        )
    if isinstance(value, time):
        return value.isoformat("minutes")
    text = " ".join(str(value).split())
    return "" if re.fullmatch(r"#(?:DIV/0!|N/A|NAME\?|NULL!|NUM!|REF!|VALUE!)", text) else text


def _number(value: float, number_format: str) -> str:
    exact = Decimal(repr(value)) if isinstance(value, float) else Decimal(value)
    if not exact.is_finite():
        return ""
    form = format_of(number_format, exact)
    shown = exact.copy_abs() * (100 if form.share else 1) / (Decimal(1000) ** form.scale)
    if form.decimals is None or shown > _LARGEST:
        digits = f"{float(shown):.15g}"
    else:
        digits = f"{shown.quantize(Decimal(1).scaleb(-form.decimals), ROUND_HALF_UP):f}"
        kept = form.decimals - form.optional
        while form.optional and "." in digits and digits.endswith("0") and len(digits.partition(".")[2]) > kept:
            digits = digits[:-1].rstrip(".")
    whole, point, decimals = digits.partition(".")
    if form.grouped:
        whole = f"{int(whole):,}".replace(",", " ")
    text = f"{whole}{',' if point else ''}{decimals}"
    sign = "-" if exact < 0 and re.search("[1-9]", text) else ""
    return f"{form.before}{sign}{text}{' %' if form.share else ''}{form.after}".strip()


def format_of(number_format: str, value: Decimal) -> NumberFormat:
    """What a format code says of a value; positive;negative;zero are its sections."""
    sections = [part for part in _SECTION.findall(number_format) if part]
    chosen = sections[0] if sections else ""
    if len(sections) > 1 and value < 0:
        chosen = sections[1]
    plain = _SKIPPED.sub("", chosen)
    core = _LITERAL.sub(lambda found: " " if (found[1] or found[2]) in {" ", "\u00a0"} else "\x00", plain)
    shape = _CORE.search(core)
    if shape is None or re.search(r"general|standard|@|E[+-]", core, re.IGNORECASE):
        return NumberFormat(share="%" in core)
    digits = shape[0]
    scale = len(digits) - len(digits.rstrip(","))
    whole, _, decimals = digits.rstrip(",").partition(".")
    words = [found[1] or found[2] for found in _LITERAL.finditer(plain)]
    word = next((word.strip() for word in words if any(letter.isalpha() for letter in word)), "")
    leads = bool(word) and 0 <= plain.find(word) < plain.find(digits[0])
    return NumberFormat(
        min(len(decimals), _MOST_DECIMALS),
        decimals.count("#") + decimals.count("?"),
        bool(re.search(r"[,\s]", whole)),
        scale,
        "%" in core,
        f"{word} " if word and leads else "",
        f" {word}" if word and not leads else "",
    )
