"""The part of a sentence that speaks of one amount: its clause, its own words and the year bound to it."""

import re
from collections.abc import Sequence
from itertools import pairwise

from ingest.amounts import Amount

Span = tuple[int, int]

_CUTS = (
    re.compile(r"\bvarav\b|\bdärav\b", re.IGNORECASE),
    re.compile(r";"),
    re.compile(r"\b(?:samt|men|medan|dels)\b", re.IGNORECASE),
    re.compile(r"(?<!från )(?<!till )\boch\b|\brespektive\b", re.IGNORECASE),
    re.compile(r",(?!\d)|\s[\u2013-]\s"),
)
"""What parts two amounts of a sentence, the strongest first; between two of the same the later."""

_APART = re.compile(r",(?!\d)\s*(?:ca\.?|cirka|omkring|drygt|knappt|minst|högst)?\s*$", re.IGNORECASE)
_ASIDE = re.compile(r",\s*(?:inklusive|inkl\.?|exklusive|exkl\.?)[^,]*,", re.IGNORECASE)
_COMMA = re.compile(r",(?!\d)")
_YEARS = r"(?:19|20)\d\d"
_NO_YEAR = re.compile(
    rf"{_YEARS}:\d+|{_YEARS}/\d{{2,}}(?!\d*/)|\d+/{_YEARS}|"
    rf"\b(?:agenda|vision|strategi|program|plan)\s{_YEARS}(?:\s?[-\u2013]\s?{_YEARS})?|"
    rf"\b(?:jämfört|jämförelse)\smed\s(?:\w+\s){{0,2}}{_YEARS}|\b(?:sedan|än|utgången av)\s(?:år\s)?{_YEARS}|"
    r"\b(?:beslut\w*|anta\w*|antog\w*|fastställ\w*|lag(?:en)?|avtal\w*)\s"
    rf"(?:från\s|av\s|i\s|den\s|år\s|\d+\s\w+\s){{0,4}}{_YEARS}|"
    rf"\b(?:till\soch\smed|t\.?\s?o\.?\s?m\.?|fram\still)\s(?:år\s)?{_YEARS}",
    re.IGNORECASE,
)
"""Years that tell of something else than the amount: names of laws and programmes, years compared with, decisions."""

_OF_BILL = re.compile(rf"\b\w*budget\w*\sför\s(?:år\s)?{_YEARS}", re.IGNORECASE)
"""A budget's year, which holds for an amount only where the clause says no other."""

_SPAN = re.compile(
    rf"{_YEARS}\s?[-\u2013\u2212/]\s?(?:{_YEARS}|\d\d)(?!\d)|"
    rf"{_YEARS}(?:,\s{_YEARS})*\s(?:och|respektive|till\soch\smed)\s(?:år\s)?{_YEARS}|"
    rf"(?:per år|årligen)\sfrån\s{_YEARS}\still\s{_YEARS}",
    re.IGNORECASE,
)
_NEXT = re.compile(
    r"\s(?:(?:för|under|i|år(?:en)?|årligen|per|från|och|med|perioden|fr\.o\.m\.?|avsätts|kronor)\s){0,6}(?=(?:19|20)\d\d(?!\d|:\d))",
    re.IGNORECASE,
)
"""What may stand between an amount and its year."""

_LATER = re.compile(r"\b(?:därefter|därpå|per år|årligen|varje år|framöver|kommande|nästa)\b", re.IGNORECASE)


def clauses_of(sentence: str, amounts: Sequence[Amount]) -> tuple[Span, ...]:
    """Where the clause of each amount begins and ends, in order; together they are the whole sentence."""
    lists = bool(amounts) and not sentence[: amounts[0].start].rstrip().endswith(",")
    cuts = [_cut(sentence, a.end, b.start, lists=lists) for a, b in pairwise(amounts)]
    return tuple(pairwise((0, *cuts, len(sentence)))) if amounts else ()


def _cut(sentence: str, start: int, end: int, *, lists: bool) -> int:
    between = sentence[start:end]
    apart = _APART.search(between)
    if lists and apart is not None:
        return start + apart.start()
    for pattern in _CUTS:
        found = list(pattern.finditer(between))
        if found:
            return start + found[-1].start()
    return end


REACH = 400
"""Characters around a clause that still speak of its amount."""


def around(sentence: str, clause: Span) -> str:
    """A clause with what stands near it in its sentence."""
    return sentence[max(0, clause[0] - REACH) : clause[1] + REACH]


def told_before(sentence: str, amount: Amount) -> str:
    """The words before the first amount of a sentence, which lead the clauses of the others."""
    return sentence[: amount.start]


def own_words(sentence: str, amount: Amount, clause: Span) -> str:
    """A clause up to the first comma after its amount, without the amount and what is put in after it."""
    after = sentence[amount.end : clause[1]]
    aside = _ASIDE.match(after)
    after = after[aside.end() :] if aside is not None else after
    return f"{sentence[clause[0] : amount.start]} {_COMMA.split(after)[0]}"


def year_of(sentence: str, amount: Amount, clause: Span) -> int | None:
    """The year that a sentence binds to an amount.

    It is the one right after it, else the last before it in its clause, else the one after it there, else the last that
    the sentence says before; null where that is one of a span, or tells of something else.
    """
    follows = _NEXT.match(sentence, amount.end)
    if follows is not None and follows.end() < clause[1] and not _NO_YEAR.match(sentence, follows.end()):
        return _bound(sentence[follows.end() : follows.end() + REACH])[0]
    led = sentence[clause[0] : amount.start]
    inside, after = _bound(_OF_BILL.sub(" ", led)), _bound(sentence[amount.end : clause[1]])
    if not inside and not after:
        inside = _bound(led)
    if inside or after:
        return inside[-1] if inside else after[0] if len(set(after)) == 1 else None
    before = (
        ()
        if _LATER.search(sentence[clause[0] : clause[1]])
        else _bound(sentence[max(0, clause[0] - REACH) : clause[0]])
    )
    return before[-1] if before else None


def _bound(text: str) -> tuple[int | None, ...]:
    """The years of a text in order, a null for each span of them."""
    marked = _NO_YEAR.sub(" ", _SPAN.sub(" | ", text))
    return tuple(None if part == "|" else int(part) for part in re.findall(rf"\||(?<!\d){_YEARS}(?!\d)", marked))
