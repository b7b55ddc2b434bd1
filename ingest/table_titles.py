"""The line above a table that is its title, and the unit that it says the table's amounts are in."""

import re

from ingest.amounts import unit_in
from ingest.model import Unit

LONGEST = 90
"""Characters of a line above a table that may be its title; one that names a unit may have a remark as long."""

_UNIT_NAME = (
    r"(?P<unit>(?:tkr|kkr|mnkr|mkr|mdkr|tsek|ksek|msek|kr|kronor|(?:miljoner|miljarder|tusental|tusen)\s(?:kr|kronor)|%|procent"
    r"|(?:antal\s)?(?:hel)?årsarbetare|årsarbeten|årsverken|heltidstjänster|antal)(?:(?:/|\sper\s)(?:inv\b|invånare))?)"
)
_OF_EACH = r"(?:\s(?:inkl|exkl)(?:usive|\.)?\smoms|(?:/|\sper\s)\w+(?:\soch\s\w+)?|\som\sin\w+\sannat\sanges)*"
_AT_TIME = r"(?:\s(?:(?:per\s)?den\s\d{1,2}\s\w+(?:\s(?:19|20)\d\d)?|(?:19|20)\d\d(?:\s?[–-]\s?(?:19|20)?\d\d)?))?"
_UNIT_FIRST = re.compile(rf"^\(?(?:belopp\s)?(?:i\s)?{_UNIT_NAME}(?!\w)", re.IGNORECASE)
_UNIT_LAST = re.compile(rf"(?:[,(:–—-]\s*(?:i\s)?|\si\s){_UNIT_NAME}(?!\w){_OF_EACH}\)?{_AT_TIME}\W*$", re.IGNORECASE)
"""Where the title of a table says what its amounts are in: at its beginning, or at its end after a comma or "i"."""
_PART_END = re.compile(r"(?<=[.:])\s+(?=[A-ZÅÄÖ(])")


def title_in(text: str) -> str:
    """A line that may be a table's title; nothing where it is long, or a sentence that names no unit for a table."""
    if len(text) > 2 * LONGEST:
        return ""
    named = len(text) <= LONGEST and not text.endswith((".", "!", "?", ";", ","))
    return text if named or unit_of_title(text) is not None else ""


def unit_of_title(title: str) -> Unit | None:
    """The unit that a title says its table's amounts are in: "Mnkr per den 31 december", "Tabell 2. Avgifter, tkr".

    A title may have a number before it and a remark after it.
    """
    parts = [part.strip() for part in _PART_END.split(title.strip()) if not part.endswith(":")]
    told = [found["unit"] for part in parts for form in (_UNIT_FIRST, _UNIT_LAST) if (found := form.search(part))]
    return next((unit for text in told if (unit := _unit(text)) is not None), None)


def counts_in_thousands(title: str) -> bool:
    """Whether a title says that a table counts in thousands, which is no unit of ours."""
    return re.search(r"\bi (?:tusental|tusen|1\s?000-tal)\b", title, re.IGNORECASE) is not None


def _unit(text: str) -> Unit | None:
    return unit_in(text) or (Unit.COUNT if text.casefold().startswith("antal") else None)
