"""Whether answers in words are as often right as they are sure: their confidence fitted, binned and cut off."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from assistant.extractive.confidence import Met, met
from assistant.thresholds import CONFIDENCE
from evals.development import COST, Posed
from evals.metrics import ratio
from evals.scoring import Verdict
from evals.sklearn_logistic import fitted, held_out
from evals.threshold_sweep import all_at, choice, drafts_of, set_to

Row = dict[str, Any]

BINS = 10
STEPS = tuple(n / 20 for n in range(20))
"""Values that the least confidence is tried at."""


@dataclass(frozen=True, slots=True)
class Told:
    """One answer in words: what it meets of its question, what silence costs there and what it costs itself.

    `given` where the thresholds let it through, as against what only lower ones would.
    """

    case_id: str
    met: Met
    verdict: Verdict
    silence: int
    given: bool

    @property
    def is_right(self) -> bool:
        """Whether it was judged right."""
        return self.verdict is Verdict.RIGHT


@dataclass(frozen=True, slots=True)
class Fit:
    """The confidence's constant and weights, each answer's confidence by the other folds, and what each cut costs."""

    weights: tuple[float, ...]
    held_out: tuple[float, ...]
    costs: Mapping[float, int]

    @property
    def least(self) -> float:
        """The least confidence that is taken."""
        return choice(self.costs, CONFIDENCE.least)


def told_of(posed: Sequence[Posed]) -> list[Told]:
    """Answers in words as the thresholds stand, and those that the lowest values of all of them would add."""
    with set_to(CONFIDENCE, "least", 0.0):
        present = drafts_of(posed)
        with all_at(min):
            lowered = drafts_of(posed)
    found = []
    for each, *drafts in zip(posed, present, lowered, strict=True):
        for given, draft in zip((True, False), drafts, strict=True):
            meets = None if each.question.parts else met(each.question, each.evidence, draft)
            if meets is not None and (given or draft != drafts[0]):
                silence = COST[Verdict.RIGHT if each.case.abstain else Verdict.ABSTAINED]
                found.append(Told(each.case.id, meets, each.verdict(draft), silence, given))
    return found


def fit(told: Sequence[Told]) -> Fit:
    """Fit the confidence on the answers, and count what each least confidence costs over those that are given."""
    features = [(each.met.cover, each.met.weakest) for each in told]
    right = [each.is_right for each in told]
    sure = held_out(features, right, [each.case_id for each in told])
    costs = {
        least: sum(
            COST[each.verdict] if confidence >= least else each.silence
            for each, confidence in zip(told, sure, strict=True)
            if each.given
        )
        for least in STEPS
    }
    return Fit(fitted(features, right), tuple(sure), costs)


def reliability_rows(told: Sequence[Told], found: Fit) -> list[Row]:
    """Of the answers of each tenth of confidence, how many there are, how many right, and how many were expected."""
    rows = []
    for tenth in range(BINS):
        held = [
            (each, confidence)
            for each, confidence in zip(told, found.held_out, strict=True)
            if min(int(confidence * BINS), BINS - 1) == tenth
        ]
        right = sum(each.is_right for each, _ in held)
        rows.append(
            {
                "confidence": f"{tenth / BINS:.1f}–{(tenth + 1) / BINS:.1f}",
                "answers": len(held),
                "given": sum(each.given for each, _ in held),
                "right": right,
                "right_share": ratio(right, len(held)),
                "expected_share": sum(confidence for _, confidence in held) / len(held) if held else None,
            }
        )
    return rows


def cost_rows(found: Fit) -> list[Row]:
    """What the given answers cost at each least confidence."""
    return [
        {"least confidence": least, "cost": cost, "taken": "←" if least == found.least else ""}
        for least, cost in found.costs.items()
    ]
