"""The judgement of one answer: its text, status and citations against what the case expects, and nothing else.

`CHECKS` is the policy. An answer is as bad as its worst fault; one without a fault is right.
"""

import re
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from assistant.answer import AnswerStatus
from evals.amounts import Amount, Dimension, dimension_of, in_base, read_amounts, without_markers
from evals.golden import Case, ExpectedAmount
from evals.wording import written

LONGEST = 1_500
"""Characters that an answer may have unless it is a list."""
LEADING = 3
"""How many different amounts of an answer are looked at."""
PAIR = 2
"""Of so few expressions a missing number is wrong where another stands instead; of more it is a gap in a list."""

_ABSTAINING = {status.value for status in AnswerStatus if status.abstained}
_ITEM = re.compile(r"\s*(?:[-*•–]|\d+[.)])\s+\S")
_DECREASE = re.compile(r"minsk|minus|underskott|förlust|lägre|mindre|sjunk|decreas|deficit|lower|less|loss|fall|drop")
_TYPOGRAPHY = str.maketrans({"\u2212": "-", "\u2011": "-", "\u00ad": None, "*": None})


class Verdict(StrEnum):
    """How an answer was judged."""

    RIGHT = "right"
    WRONG = "wrong"
    INCOMPLETE = "incomplete"
    ABSTAINED = "abstained"


@dataclass(frozen=True, slots=True)
class Judgement:
    """A verdict and why, one reason for each fault."""

    verdict: Verdict
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is not as it should be, and how grave that is."""

    verdict: Verdict
    reason: str


def has_abstained(answer: Mapping[str, Any]) -> bool:
    """Whether the assistant held back; a line that tells only of a failure has."""
    abstained = answer.get("abstained")
    return abstained if isinstance(abstained, bool) else answer.get("status") in _ABSTAINING


def judge(case: Case, answer: Mapping[str, Any]) -> Judgement:
    """Judge an answer of the contract's form by the rules of the golden questions."""
    if case.abstain and has_abstained(answer):
        return Judgement(Verdict.RIGHT)
    if case.abstain:
        return Judgement(Verdict.WRONG, ("the plans do not say, and it answered",))
    if has_abstained(answer):
        return Judgement(Verdict.ABSTAINED, (f"it abstained: {answer.get('status')}",))
    faults = [fault for check in CHECKS if (fault := check(case, answer))]
    verdicts = {fault.verdict for fault in faults}
    worst = next((verdict for verdict in (Verdict.WRONG, Verdict.INCOMPLETE) if verdict in verdicts), Verdict.RIGHT)
    return Judgement(worst, tuple(fault.reason for fault in faults))


def plain(text: str) -> str:
    """The text as expressions are matched against it: casefolded, without markers, ordinary spaces and hyphens."""
    text = unicodedata.normalize("NFC", without_markers(text)).translate(_TYPOGRAPHY)
    return re.sub(r" (?=[.,;:])", "", " ".join(text.split())).casefold()


def _too_long(_case: Case, answer: Mapping[str, Any]) -> Fault | None:
    text = _text(answer)
    if len(text) <= LONGEST or _is_list(text):
        return None
    return Fault(Verdict.WRONG, f"{len(text)} characters, and no list")


def _is_list(text: str) -> bool:
    items = [line for line in text.splitlines() if _ITEM.match(line)]
    return len(items) >= 3 and sum(map(len, items)) * 2 >= len(text)


def _cites_another_plan(case: Case, answer: Mapping[str, Any]) -> Fault | None:
    plans = cited_plans(answer)
    if case.plan is None or any(is_of_plan(plan, case.plan) for plan in plans):
        return None
    return Fault(Verdict.WRONG, f"it cites {', '.join(sorted(set(plans))) or 'nothing'}, not {case.plan}…")


def cited_plans(answer: Mapping[str, Any]) -> list[str]:
    """The ids of the plans that the answer cites, in order."""
    return [str(citation["plan"]) for citation in answer.get("citations") or ()]


def is_of_plan(plan: str, beginning: str) -> bool:
    """Whether a plan's id begins as a case says."""
    return plan.casefold().startswith(beginning.casefold())


def _leads_with_another_row(case: Case, answer: Mapping[str, Any]) -> Fault | None:
    text = _text(answer)
    for amount in _different(_judged(case, text))[:1]:
        if any(_is(amount, expected, text) for expected in case.not_fig):
            return Fault(Verdict.WRONG, f"it leads with {written(amount.value, amount.unit)}, another row or column")
    return None


def _lacks_an_amount(case: Case, answer: Mapping[str, Any]) -> Fault | None:
    text = _text(answer)
    given = _different(_judged(case, text))[: max(LEADING, len(case.fig))]
    missing = [expected for expected in case.fig if not any(_is(amount, expected, text) for amount in given)]
    if not missing:
        return None
    wanted = ", ".join(written(expected.value, expected.unit) for expected in missing)
    said = ", ".join(written(amount.value, amount.unit) for amount in given) or "none"
    verdict = Verdict.WRONG if len(missing) == len(case.fig) else Verdict.INCOMPLETE
    return Fault(verdict, f"{wanted} is not among its first amounts: {said}")


def _judged(case: Case, text: str) -> list[Amount]:
    """The amounts that count for this case: bare numbers only where a count is asked for."""
    units = {expected.unit for expected in (*case.fig, *case.not_fig)}
    amounts = read_amounts(text)
    if Dimension.COUNT not in {dimension_of(unit) for unit in units}:
        return [amount for amount in amounts if amount.unit]
    wants_one = any(expected.value == 1 for expected in case.fig)
    return [amount for amount in amounts if wants_one or not (amount.is_word and amount.value == 1)]


def _different(amounts: Sequence[Amount]) -> list[Amount]:
    first = {(amount.dimension, abs(amount.base)): amount for amount in reversed(amounts)}
    return [amount for amount in amounts if first[amount.dimension, abs(amount.base)] is amount]


def _is(amount: Amount, expected: ExpectedAmount, text: str) -> bool:
    """Whether they are the same as magnitudes; a negative expectation needs a minus, or words that say so."""
    if amount.dimension != dimension_of(expected.unit):
        return False
    if expected.value < 0 < amount.value and not _DECREASE.search(plain(text)):
        return False
    distance = abs(abs(amount.base) - abs(in_base(expected.value, expected.unit)))
    return distance <= in_base(expected.tolerance, expected.unit)


def _lacks_words(case: Case, answer: Mapping[str, Any]) -> Fault | None:
    text = plain(_text(answer))
    missing = [pattern for pattern in case.all if not pattern.search(text)]
    gaps = [pattern.pattern for pattern in missing]
    has_one_of = not case.any or any(pattern.search(text) for pattern in case.any)
    if not has_one_of:
        gaps.append(" | ".join(pattern.pattern for pattern in case.any))
    if not gaps:
        return None
    wanted = len(case.all) + bool(case.any)
    is_partial = len(gaps) < wanted and not (wanted <= PAIR and _says_another_number(case, text, missing))
    return Fault(Verdict.INCOMPLETE if is_partial else Verdict.WRONG, f"it does not say {'; '.join(gaps)}")


def _says_another_number(case: Case, text: str, missing: Sequence[re.Pattern[str]]) -> bool:
    """Whether a number is missing while the text holds one that neither the question nor an expression knows."""
    if not any(re.search(r"\d", re.sub(r"\\.|\{[^}]*\}", "", pattern.pattern)) for pattern in missing):
        return False
    for pattern in (*case.all, *case.any):
        text = pattern.sub(" ", text)
    return bool(_numbers(text) - _numbers(plain(" ".join(case.turns))))


def _numbers(text: str) -> set[str]:
    return {re.sub(r"\D", "", number) for number in re.findall(r"\d(?:[\d .,]*\d)?", text)}


def _text(answer: Mapping[str, Any]) -> str:
    return str(answer.get("answer") or "")


CHECKS: tuple[Callable[[Case, Mapping[str, Any]], Fault | None], ...] = (
    _too_long,
    _cites_another_plan,
    _leads_with_another_row,
    _lacks_an_amount,
    _lacks_words,
)
"""Every check of an answer to a question that the plans answer, each giving a fault or nothing."""
