"""Choosing the words to quote: the contiguous part of a passage that a statement leans on."""

import re

from assistant.checks.words import stems
from assistant.thresholds import CHAT
from assistant.written_numbers import written_numbers

_UNIT = re.compile(r"[^\n]*?(?:[.!?](?=\s+[A-ZÅÄÖ\"”])|\n|\Z)", re.DOTALL)
_NUMBER_WEIGHT = 3


def narrow(passage: str, statement: str, limit: int = CHAT.quote_characters) -> str:
    """The passage itself when short, else the run of its sentences and rows that shares most with the statement."""
    if len(passage) <= limit:
        return passage.strip()
    parts = [(match.start(), match.end()) for match in _UNIT.finditer(passage) if match[0].strip()]
    weights = [_weight(passage[start:end], statement) for start, end in parts]
    first = last = max(range(len(parts)), key=lambda index: (weights[index], -index))
    while True:
        onward = [index for index in (last + 1, first - 1) if 0 <= index < len(parts) and weights[index] > 1]
        onward = [i for i in onward if parts[max(last, i)][1] - parts[min(first, i)][0] <= limit]
        if not onward:
            return passage[parts[first][0] : parts[last][1]].strip()
        first, last = min(first, *onward[:1]), max(last, *onward[:1])


def _weight(part: str, statement: str) -> int:
    values = {number.value for number in written_numbers(statement) if number.value}
    shared = sum(1 for value in {number.value for number in written_numbers(part)} if value in values)
    return _NUMBER_WEIGHT * shared + len(stems(part) & stems(statement))
