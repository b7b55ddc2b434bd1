"""Each threshold swept over its range on a development set: what every value costs, and which one is taken."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from zlib import crc32

from assistant.answerer import Draft
from assistant.extractive.answerer import ExtractiveAnswerer
from assistant.thresholds import FIGURE, TEXT, ConfidenceLimits, FigureLimits, TextLimits
from evals.development import COST, Posed

Limits = TextLimits | FigureLimits | ConfidenceLimits

FOLDS = 5


@dataclass(frozen=True, slots=True)
class Swept:
    """A threshold by name, and the values that it is tried at, from the least strict."""

    limits: Limits
    name: str
    values: tuple[float, ...]


def _steps(first: float, last: float, step: float) -> tuple[float, ...]:
    return tuple(round(first + step * n, 2) for n in range(round((last - first) / step) + 1))


SWEPT = (
    Swept(TEXT, "cover", _steps(0.5, 0.95, 0.05)),
    Swept(TEXT, "cover_cued", _steps(0.4, 0.9, 0.05)),
    Swept(TEXT, "own", _steps(0.3, 0.9, 0.1)),
    Swept(TEXT, "said", _steps(0.1, 0.8, 0.1)),
    Swept(TEXT, "counted", _steps(0.2, 0.8, 0.1)),
    Swept(TEXT, "sure", _steps(0.6, 1.0, 0.1)),
    Swept(TEXT, "heading", _steps(0.4, 0.9, 0.05)),
    Swept(TEXT, "goal_own", _steps(0.1, 0.8, 0.1)),
    Swept(FIGURE, "word", _steps(0.2, 0.7, 0.05)),
    Swept(FIGURE, "row", _steps(0.4, 0.8, 0.05)),
    Swept(FIGURE, "label", _steps(0.5, 1.0, 0.05)),
    Swept(FIGURE, "named", _steps(0.6, 1.0, 0.1)),
)
"""Every threshold between answering and staying silent, in the order in which they are chosen."""


@dataclass(frozen=True, slots=True)
class Curve:
    """What each question costs at each value of one threshold, beside what it is set to."""

    swept: Swept
    present: float
    costs: Mapping[float, tuple[int, ...]]

    def total(self, value: float) -> int:
        """What the whole set costs at a value."""
        return sum(self.costs[value])

    @property
    def chosen(self) -> float:
        """The value that is taken."""
        return choice({value: self.total(value) for value in self.costs}, self.present)


def choice(costs: Mapping[float, int], present: float) -> float:
    """The middle of the longest run of values that cost least; the present value where it is in that run.

    A run is as far from either fault as the set can tell; staying inside it keeps answers as they are.
    """
    least = min(costs.values())
    runs: list[list[float]] = [[]]
    for value in sorted(costs):
        if costs[value] == least:
            runs[-1].append(value)
        elif runs[-1]:
            runs.append([])
    longest = max(runs, key=len)
    return present if longest[0] <= present <= longest[-1] else longest[len(longest) // 2]


@contextmanager
def set_to(limits: Limits, name: str, value: float) -> Iterator[None]:
    """One threshold at another value: they are frozen for everybody but their calibration."""
    before = getattr(limits, name)
    object.__setattr__(limits, name, value)
    try:
        yield
    finally:
        object.__setattr__(limits, name, before)


def drafts_of(posed: Sequence[Posed]) -> list[Draft]:
    """The draft of each question as the thresholds stand."""
    engine = ExtractiveAnswerer()
    return [engine.compose(each.question, each.evidence) for each in posed]


def costs_of(posed: Sequence[Posed], drafts: Sequence[Draft]) -> tuple[int, ...]:
    """What each draft costs."""
    return tuple(COST[each.verdict(draft)] for each, draft in zip(posed, drafts, strict=True))


@contextmanager
def all_at(end: Callable[[Iterable[float]], float]) -> Iterator[None]:
    """Every threshold at one end of its range."""
    with ExitStack() as stack:
        for swept in SWEPT:
            stack.enter_context(set_to(swept.limits, swept.name, end(swept.values)))
        yield


def sweep(posed: Sequence[Posed], swept: Swept) -> Curve:
    """The cost of every question at every value of one threshold, the others as they stand."""
    present = getattr(swept.limits, swept.name)
    costs = {}
    for value in sorted({*swept.values, present}):
        with set_to(swept.limits, swept.name, value):
            costs[value] = costs_of(posed, drafts_of(posed))
    return Curve(swept, present, costs)


def held_out_cost(curve: Curve, ids: Sequence[str]) -> int:
    """What the set costs where each fold's value is chosen on the others; a question is in one fold wherever asked."""
    folds = [crc32(case_id.encode()) % FOLDS for case_id in ids]
    total = 0
    for fold in range(FOLDS):
        others = {
            value: sum(cost for cost, own in zip(costs, folds, strict=True) if own != fold)
            for value, costs in curve.costs.items()
        }
        at = curve.costs[choice(others, curve.present)]
        total += sum(cost for cost, own in zip(at, folds, strict=True) if own == fold)
    return total
