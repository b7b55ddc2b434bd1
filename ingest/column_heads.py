"""What the head of a column says: year, basis, unit, and whether it holds amounts at all."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from ingest.amounts import unit_in
from ingest.model import Basis, Unit


class ColumnRole(StrEnum):
    """What a column holds: amounts, a change between two of them, shares, aims, units, or remarks."""

    AMOUNT = "amount"
    CHANGE = "change"
    SHARE = "share"
    TARGET = "target"
    UNIT = "unit"
    REMARK = "remark"


@dataclass(frozen=True, slots=True)
class Column:
    """What is known of one column; null where the table does not say.

    `name` is the whole head and `rest` what it says beyond year, basis and unit; `part` tells that it covers only a
    part of its year, so that its amounts are not the year's.
    """

    year: int | None
    basis: Basis | None
    unit: Unit | None
    name: str
    role: ColumnRole = ColumnRole.AMOUNT
    rest: str = ""
    part: bool = False


UNKNOWN = Column(None, None, None, "")
"""A column without a head."""

BASIS_WORDS: tuple[tuple[str, Basis], ...] = (
    (r"bokslut|utfall|redovisat|redovisning|\b(?:utf|boksl|bsl)\b|outcome|actual", Basis.OUTCOME),
    (r"prognos|\bprogn\b|forecast", Basis.FORECAST),
    (r"budget|\bbu?(?:\b|(?=\d\d\b))", Basis.BUDGET),
    (r"plan\b|\bvp\b", Basis.PLAN),
)
ROLE_WORDS: tuple[tuple[str, ColumnRole], ...] = (
    (
        r"avvik|förändr|\bdiff|skillnad|\bändring|ökning|minskning|\bjmf|jämför|\+\s?/\s?[-\u2212\u2013]|\u0394",
        ColumnRole.CHANGE,
    ),
    (r"\bandel(?:en)?\b|^\W*(?:%|procent)\W*$|(?:%|procent)\sav\b|^fördelning\b", ColumnRole.SHARE),
    (r"\bmål(?:värde|tal|nivå|et)?\b|målsättning|riktvärde", ColumnRole.TARGET),
    (
        r"^(?:not(?:er)?|nr|anm(?:ärkning(?:ar)?)?|kommentar(?:er)?|konto|kod|rad|ansvarig?|id|prio(?:ritet)?|sid(?:a|an)?|(?:budget|start|slut|mål)?år(?:tal)?)\W*$",
        ColumnRole.REMARK,
    ),
)
"""Words by which a head tells that its column holds something else than amounts, the first that fits."""

OF_YEARS = re.compile(r"^(?:budget)?år(?:tal)?\W*$", re.IGNORECASE)
"""The head of a column that tells each row's year."""
OF_TARGET_YEARS = re.compile(r"^(?:mål|slut)år(?:tal)?\W*$", re.IGNORECASE)
"""The head of a column that tells the year by which each row's target is to be met."""

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_WORD_OR_YEAR = re.compile(r"[^\W\d_]|(?:19|20)\d\d")
"""What a period has at least: most cells are amounts and are told from it by this alone."""
_DATE = re.compile(r"(?<!\d)(?:19|20)(?P<year>\d\d)[-/.]\d\d[-/.]\d\d(?!\d)")
_BROKEN_YEAR = re.compile(r"(?<!\d)(?P<first>(?:19|20)\d\d)\s?[/\u2013\u2212-]\s?(?P<last>\d\d)(?![\d/.-])")
_SHORT_YEAR = re.compile(
    r"\b(?P<word>budget|bokslut|utfall|prognos|plan|progn|boksl|bsl|utf|bu|vp|b)\.?\s?[-\u2212\u2013'\u2019]?\s?"
    r"(?P<year>\d\d)(?![\d%]|[.,:]\d|\s?(?:%|kr|tkr|[-\u2212\u2013/]\s?\d))",
    re.IGNORECASE,
)
_MONTH = (
    r"(?:jan(?:uari)?|feb(?:ruari)?|mars?|apr(?:il)?|maj|juni?|juli?|aug(?:usti)?|sept?(?:ember)?|okt(?:ober)?|"
    r"nov(?:ember)?|dec(?:ember)?)\b\.?"
)
_WHOLE_YEAR = re.compile(
    r"\bhelår\w*|hela\såret|\bjan\w*\s?[-\u2013\u2212]\s?dec\w*|\b31\s?dec\w*|\b31/12\b", re.IGNORECASE
)
_PART = re.compile(
    rf"\b(?:\d\d?\s)?{_MONTH}(?:\s?[-\u2013\u2212]\s?{_MONTH})?|\bT\s?[1-3]\b|\bQ\s?[1-4]\b|\b(?:kvartal|tertial)\s?\d"
    r"|\bdelår\w*|\bhalvår\w*|\back(?:umulera\w*)?\b\.?|\bt\.?\s?o\.?\s?m\b\.?",
    re.IGNORECASE,
)
_GENERIC = re.compile(r"\b(?:belopp|kronor|år|året|i|per|tkr|kr|mnkr|mkr)\b|[()\[\]*:.,/\u2013\u2212-]+", re.IGNORECASE)
_UNIT_WORDS = re.compile(
    r"\b(?:tkr|kkr|mnkr|mkr|mdkr|kr|msek|tsek|ksek|sek|kronor|miljoner|miljarder|tusental|tusen)\b|%", re.IGNORECASE
)
_AGAINST = re.compile(r"\b(?:mot|från|sedan|jmf|jämför\w*|föregående)\b", re.IGNORECASE)


def is_year(text: str) -> bool:
    """Whether a text is a year in four digits and nothing else."""
    return _YEAR.fullmatch(text) is not None


def years_in(text: str) -> tuple[int, ...]:
    """The years that a text names, in order; the ends of a span "2025–2027" are two."""
    return tuple(int(found) for found in _YEAR.findall(text))


def years_of_head(head: str) -> tuple[int, ...]:
    """The years of a column's head, also where two digits stand for four: "Bokslut -23", "2025/26" (two years)."""
    whole = _DATE.sub(lambda date: date[0][:4], head)
    whole = _BROKEN_YEAR.sub(_both_years, whole)
    return years_in(_SHORT_YEAR.sub(lambda short: f"{short['word']} 20{short['year']}", whole))


def _both_years(span: re.Match[str]) -> str:
    first, last = int(span["first"]), int(span["last"])
    follows = 0 < last - first % 100 <= 10
    return f"{first} {first - first % 100 + last}" if follows else span[0]


def basis_in(text: str) -> Basis | None:
    """The basis that a column head or heading names."""
    folded = text.casefold()
    return next((basis for pattern, basis in BASIS_WORDS if re.search(pattern, folded)), None)


def is_period(text: str) -> bool:
    """Whether a text is nothing but years, bases and parts of years: the head of a column of amounts over time."""
    if not _WORD_OR_YEAR.search(text) or not (years_of_head(text) or basis_in(text) or _PART.search(text)):
        return False
    rest = _without_period(text)
    return not re.search(
        r"\w", re.sub(r"\b(?:och|av|med|reviderad|prel|preliminär|ny|kf|förslag)\b", "", rest, flags=re.IGNORECASE)
    )


def _without_period(text: str) -> str:
    text = _SHORT_YEAR.sub(lambda short: short["word"], _DATE.sub(" ", text))
    text = _YEAR.sub(" ", _BROKEN_YEAR.sub(" ", text))
    text = _PART.sub(" ", _WHOLE_YEAR.sub(" ", text))
    for pattern, _ in BASIS_WORDS:
        text = re.sub(pattern, " ", text, flags=re.IGNORECASE)
    return " ".join(_GENERIC.sub(" ", text).split())


def column_of(parts: Sequence[str]) -> Column:
    """What a column's head says, given its lines from the top."""
    name = " ".join(part for part in parts if part)
    role = next((role for words, role in ROLE_WORDS if re.search(words, name, re.IGNORECASE)), ColumnRole.AMOUNT)
    years = years_of_head(name)
    one = years[0] if len(set(years)) == 1 else None
    unit = unit_in(name)
    if role is not ColumnRole.AMOUNT:
        year = None if role in {ColumnRole.SHARE, ColumnRole.REMARK} or _AGAINST.search(name) else one
        basis = None
        return Column(year, basis, unit, name, role, name)
    basis = basis_in(name)
    part = bool(_PART.search(_WHOLE_YEAR.sub(" ", name))) and basis is not Basis.FORECAST
    rest = name if years and one is None else _rest(name, part=part)
    return Column(one, basis, unit, name, role, rest, part)


def _rest(name: str, *, part: bool) -> str:
    more = re.search(r"\w", _without_period(_without_unit(name)))
    found = _PART.search(name) if part and not more else None
    return found[0] if found is not None else name if more else ""


def _without_unit(name: str) -> str:
    return _UNIT_WORDS.sub(" ", name)
