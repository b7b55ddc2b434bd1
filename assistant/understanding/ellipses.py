"""Compounds that share their last part in a list ("kultur-, miljö- och näringslivsstrategen"), written out."""

import re
from collections.abc import Sequence

from assistant.understanding.known_plan import KnownPlan

_JOINT = r"(?:\s*,\s*|\s*,?\s+(?:och|samt|eller|and|or)\s+)"
_LIST = re.compile(rf"(?P<short>(?:\w+-{_JOINT}){{2,}})(?P<last>\w+)", re.IGNORECASE)
_OPEN = re.compile(r"(\w+)-(?=\W)")


def written_out(text: str, plans: Sequence[KnownPlan]) -> str:
    """The text with each of three or more such compounds whole."""
    return _LIST.sub(lambda found: _whole(found, plans), text)


def _whole(found: re.Match[str], plans: Sequence[KnownPlan]) -> str:
    last = found["last"]
    parts = next((parts for plan in plans if len(parts := plan.vocabulary.parts(last.casefold())) > 1), ())
    if not parts:
        return found[0]
    return _OPEN.sub(lambda short: short[1] + parts[-1], found["short"]) + last
