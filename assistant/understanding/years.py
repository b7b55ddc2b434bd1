"""Years of a question: written out, in spans, or told from the plan's own period."""

import re
from dataclasses import dataclass

_YEAR = r"(?:19|20)\d\d"
_SPAN = re.compile(
    rf"\b({_YEAR})\s*(?:-|–|—|/|till( och med)?|t\.?o\.?m\.?|to|until|through)\s*({_YEAR}|\d\d)\b", re.IGNORECASE
)
YEAR = re.compile(rf"(?<![\d.,]){_YEAR}(?!\d|[.,]\d)")
_LONGEST = 12

RELATIVE: tuple[tuple[str, tuple[int, ...]], ...] = (
    (r"\båret (innan|före|dessförinnan)\b|\bthe year before\b", (-1,)),
    (r"\b(förra|föregående|i fjol|fjolåret|last|previous) ?(år(et|ets)?|year('s)?)?\b", (-1,)),
    (r"\b(året efter|nästa år|nästkommande år|next year|the year after)\b", (1,)),
    (r"\bom ett år\b|\bin one year\b", (1,)),
    (r"\bom två år\b|\bin two years\b", (2,)),
    (r"\b(i år|innevarande år|det här året|this year|current year)\b", (0,)),
    (r"\b(de )?(närmaste|kommande) tre åren\b|\btreårsperioden\b|\b(the )?(next|coming) three years\b", (0, 1, 2)),
    (r"\b(under |för |över )?(de|alla|samtliga) (tre )åren\b|\ball three years\b", (0, 1, 2)),
    (r"\b(de )?(närmaste|kommande) två åren\b|\b(the )?(next|coming) two years\b", (0, 1)),
)
"""Years told as so many after the first year of the plan's period."""
BESIDE = re.compile(
    r"\båret (innan|före|dessförinnan)\b|\b(the|a) year (before|earlier)\b"
    r"|(?P<after>\båret (efter|därpå|därefter)\b|\bthe year after\b)"
    r"|\b(?P<count>ett|två|tre|one|two|three) (år|years?) (?P<later>senare|efter|därefter|later|after)\b"
    r"|\b(?:om|in) (?P<ahead>ett|två|tre|one|two|three) (?:år|years?)\b"
    r"|\b(?P<back>ett|två|tre|one|two|three) (år|years?) (tidigare|innan|före|dessförinnan|earlier|before)\b",
    re.IGNORECASE,
)
"""A year told from the one that is named."""
WHOLE_PERIOD = re.compile(
    r"\b((hela )?(plan|budget)?perioden|under perioden|varje år i planen|(over|during) the (plan(ning)? )?period)\b",
    re.IGNORECASE,
)


_NUMBER = {"ett": 1, "one": 1, "två": 2, "two": 2, "tre": 3, "three": 3}


def years_beside(text: str, year: int) -> int | None:
    """The year that the text tells from another one (the year before, two years later); none where it tells none."""
    beside = BESIDE.search(text)
    if beside is None:
        return None
    if count := beside["count"] or beside["ahead"]:
        return year + _NUMBER[count.casefold()]
    if count := beside["back"]:
        return year - _NUMBER[count.casefold()]
    return year + (1 if beside["after"] else -1)


@dataclass(frozen=True, slots=True)
class YearsAsked:
    """Years that a question names; `offsets` count from a plan's first year, `span` says that they are a stretch."""

    named: tuple[int, ...] = ()
    offsets: tuple[int, ...] = ()
    span: bool = False
    period: bool = False

    def __bool__(self) -> bool:
        return bool(self.named or self.offsets or self.period)

    def of(self, period: tuple[int, int] | None) -> tuple[int, ...]:
        """The years meant in a plan of this period, the first asked first; none where the question names none."""
        if self.named or not period:
            return self.named
        if self.period:
            return tuple(range(period[0], period[1] + 1))
        return tuple(period[0] + offset for offset in self.offsets)


def years_of(text: str) -> YearsAsked:
    """The years that the text names."""
    named = tuple(dict.fromkeys(int(match[0]) for match in YEAR.finditer(text)))
    span = _SPAN.search(text)
    if span:
        first, last = int(span[1]), int(span[3] if len(span[3]) > 2 else span[1][:2] + span[3])
        if first < last <= first + _LONGEST:
            return YearsAsked(named=tuple(dict.fromkeys((first, last, *named))), span=True)
    if len(named) == 1 and (beside := years_beside(text, named[0])):
        return YearsAsked((named[0], beside))
    offsets = tuple(
        offset for pattern, years in RELATIVE if re.search(pattern, text, re.IGNORECASE) for offset in years
    )
    return YearsAsked(named, () if named else tuple(dict.fromkeys(offsets)), False, bool(WHOLE_PERIOD.search(text)))
