"""Evidence recall: whether what answers a question is among the first hits that are found for it.

A hit is evidence when it is of the right plan, at most 1 500 characters long, and holds the expected amount beside its
label, or all the expected expressions. The label is what a table row, or a sentence, shares with the question; in a
question of another language than the plans it may be any words.
"""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cache
from typing import Protocol

from evals.amounts import dimension_of, in_base, read_amounts
from evals.golden import Case, ExpectedAmount
from evals.records import Retrieved
from evals.scoring import is_of_plan, plain
from index.analysis import terms
from index.hits import Hit

DEPTH = 5
"""How many hits are looked at."""
LONGEST_HIT = 1_500
"""Characters that a hit may have, headings included."""
COMPUTED = frozenset({"arithmetic"})
"""Types of questions whose amount is worked out and stands nowhere."""
FOREIGN = frozenset({"english"})
"""Types of questions that share no words with the plans' labels."""
GROUP = 3
"""Digits of a group of thousands: so many after a number and a space may be its next group, fewer are a new number."""
SHORTEST_PART = 4
"""Letters that a part of a compound must have to stand for it (*personal* for *personalkostnad*)."""

_FUNCTION_WORDS = (
    "alla andra att blir den det detta dessa efter eller ett finns från för genom har hos hur hög kan man med men"
    " mellan mycket många nu när och också om per ska som stor till under upp ut vad var varje vid vilken vilket över"
)
_SPACE = r"[ \u00a0\u2007\u2009\u202f]"
_NOT_AFTER_NUMBER = rf"(?<!\d{_SPACE})"
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+")


class Searcher(Protocol):
    """What recall needs of `index.library.Library`."""

    def search(self, query: str, *, limit: int) -> tuple[Hit, ...]:
        """Passages, figure rows and goals that fit best, best first."""
        ...


def find_evidence(library: Searcher, case: Case, limit: int = DEPTH) -> tuple[Hit, ...]:
    """Search for the whole conversation, since a follow-up alone does not say what it is about."""
    return library.search(searched_for(case), limit=limit)[:limit]


def searched_for(case: Case) -> str:
    """The query of a case: all of its turns."""
    return " ".join(case.turns)


def retrieved(hit: Hit) -> Retrieved:
    """The hit as a record keeps it."""
    return Retrieved(hit.plan_id, hit.section_path, hit.text)


def has_evidence(case: Case, hits: Sequence[Retrieved]) -> bool | None:
    """Whether one of the first five hits is evidence; null where no hit can be.

    No hit can be for a question that the plans do not answer, or one whose amount must be worked out.
    """
    if case.abstain or (case.fig and case.type in COMPUTED):
        return None
    return any(_is_evidence(case, hit) for hit in hits[:DEPTH])


def _is_evidence(case: Case, hit: Retrieved) -> bool:
    whole = "\n".join((*hit.section, hit.text))
    if len(whole) > LONGEST_HIT or (case.plan and not is_of_plan(hit.plan, case.plan)):
        return False
    text = plain(whole)
    if not all(pattern.search(text) for pattern in case.all):
        return False
    if case.any and not any(pattern.search(text) for pattern in case.any):
        return False
    label = None if case.type in FOREIGN else _label_terms(" ".join(case.turns))
    return all(_holds(expected, label, hit.text) for expected in case.fig)


def _holds(expected: ExpectedAmount, label: set[str] | None, text: str) -> bool:
    return any(_gives(expected, part) and _is_labelled(part, label) for part in _rows_and_sentences(text))


def _is_labelled(part: str, label: set[str] | None) -> bool:
    words = _label_terms(part)
    return bool(words) if label is None else any(_means(word, other) for word in words for other in label)


def _label_terms(text: str) -> set[str]:
    return {term for term in terms(text) if len(term) > 2 and not term[0].isdigit()} - _function_terms()


@cache
def _function_terms() -> frozenset[str]:
    return frozenset(terms(_FUNCTION_WORDS))


def _means(word: str, other: str) -> bool:
    short, long = sorted((word, other), key=len)
    return short == long or (len(short) >= SHORTEST_PART and (long.startswith(short) or long.endswith(short)))


def _rows_and_sentences(text: str) -> Iterator[str]:
    prose: list[str] = []
    for line in text.splitlines():
        if "\t" in line:
            yield line
        else:
            prose.append(line)
    yield from _SENTENCE_END.split(" ".join(prose))


def _gives(expected: ExpectedAmount, part: str) -> bool:
    """Whether the part holds the number as the case's unit writes it, or the amount in another unit."""
    if _number_pattern(expected.value).search(part):
        return True
    wanted = (dimension_of(expected.unit), abs(in_base(expected.value, expected.unit)))
    return any((amount.dimension, abs(amount.base)) == wanted for amount in read_amounts(part))


def _number_pattern(value: Decimal) -> re.Pattern[str]:
    whole, _, decimals = f"{abs(value):,f}".partition(".")
    digits = whole.replace(",", rf"(?:{_SPACE}|[.,])?") + (rf"[.,]{decimals}" if decimals else "")
    before = _NOT_AFTER_NUMBER if len(whole.partition(",")[0]) == GROUP else ""
    return re.compile(rf"(?<!\d)(?<!\d[.,]){before}{digits}(?!\d|[.,]\d|{_SPACE}\d{{3}}(?!\d))")
