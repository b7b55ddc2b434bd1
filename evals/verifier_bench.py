"""How many true drafts verification lets through, and how many changed ones it refuses."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from pathlib import Path
from random import Random
from time import perf_counter
from typing import Any

from assistant.answerer import Draft
from assistant.evidence import PlanLibrary
from assistant.settings import Settings
from assistant.verification import Refusal, verify
from evals.golden import Case, load_golden
from evals.lent_assistant import assistant_over, plans_read
from evals.metrics import percentile, ratio
from evals.mutations import MUTATIONS
from evals.template_questions import template_cases
from evals.true_drafts import TrueDraft, asked_drafts, origins
from evals.worded_drafts import worded_drafts

Row = dict[str, Any]

REFUSED_AIM, PASSED_AIM = 1.0, 0.99
"""The share of changed drafts that must be refused, and of true ones that must be let through."""
CHANGED = 1_000
"""Changed drafts that are tried, shared by the kinds of change."""
TEMPLATES = 400
"""Questions of each plan that are made of its rows."""
WORDED = 800
"""Statements of each plan in free wordings."""


@dataclass(frozen=True, slots=True)
class Tried:
    """A draft of some kind with what the checks have against it, and the milliseconds that they took."""

    kind: str
    true: TrueDraft
    draft: Draft
    refusals: tuple[Refusal, ...]
    elapsed_ms: float


def verifier(paths: Sequence[Path], questions: Path | None, settings: Settings) -> dict[str, list[Row]]:
    """Verify true drafts over the plans (the bundled samples without any) and changed ones; the same each time.

    Raises what golden questions, reading a plan and opening the library raise.
    """
    draw = Random("verifier")  # noqa: S311
    with assistant_over(plans_read(paths), settings) as assistant:
        true = list(true_drafts(assistant.library, load_golden(questions).cases, draw))
    for each in true:
        verify(each.draft, each.turns, each.plans)
    return report([tried(each.origin, each, each.draft) for each in true], list(changed_drafts(true, CHANGED, draw)))


def true_drafts(library: PlanLibrary, cases: Sequence[Case], draw: Random) -> Iterator[TrueDraft]:
    """Of golden questions, of questions made of the plans' rows, and in free wordings."""
    yield from asked_drafts(library, cases, "golden questions")
    for plan in library.plans():
        templates = list(template_cases(plan, draw))
        asked = draw.sample(templates, min(len(templates), TEMPLATES))
        yield from asked_drafts(library, asked, "questions made of the plans' rows")
        worded = list(worded_drafts(plan, draw))
        yield from draw.sample(worded, min(len(worded), WORDED))


def changed_drafts(true: Sequence[TrueDraft], number: int, draw: Random) -> Iterator[Tried]:
    """Changed drafts of every kind, `number` in all where there are as many, each from a draft of its own."""
    share = -(-number // len(MUTATIONS))
    answered = [each for each in true if not each.draft.status.abstained]
    for kind, mutation in MUTATIONS.items():
        made = 0
        for each in _in_turns(answered, draw):
            draft = mutation(each, draw) if made < share else None
            if draft is not None:
                made += 1
                yield tried(kind, each, draft)


def _in_turns(true: Sequence[TrueDraft], draw: Random) -> Iterator[TrueDraft]:
    """The drafts of each origin in another order, one of each in turn."""
    by_origin = [[each for each in true if each.origin == origin] for origin in origins(true)]
    orders = [draw.sample(each, len(each)) for each in by_origin]
    return (each for turn in zip_longest(*orders) for each in turn if each is not None)


def tried(kind: str, true: TrueDraft, draft: Draft) -> Tried:
    """Verify a draft that was asked for as the true one was."""
    start = perf_counter()
    refusals = verify(draft, true.turns, true.plans)
    return Tried(kind, true, draft, refusals, (perf_counter() - start) * 1_000)


def report(true: Sequence[Tried], changed: Sequence[Tried]) -> dict[str, list[Row]]:
    """What was let through and refused, of each kind and in all, and every draft that was judged amiss."""
    passed = [each for each in true if not each.refusals]
    refused = [each for each in changed if each.refusals]
    times = [each.elapsed_ms for each in true]
    return {
        "true drafts": [*_counted(true, "let through", passed), _total("let through", true, passed)],
        "changed drafts": [*_counted(changed, "refused", refused), _total("refused", changed, refused)],
        "aims": [
            {"aim": "changed drafts refused", "least": REFUSED_AIM, "share": ratio(len(refused), len(changed))},
            {"aim": "true drafts let through", "least": PASSED_AIM, "share": ratio(len(passed), len(true))},
        ],
        "milliseconds of verifying a true draft": [
            {"drafts": len(times), "p50_ms": percentile(times, 0.5), "p95_ms": percentile(times, 0.95)}
        ],
        "true drafts refused": [_shown(each) for each in true if each.refusals],
        "changed drafts let through": [_shown(each) for each in changed if not each.refusals],
    }


def _counted(tried: Sequence[Tried], verdict: str, judged: Sequence[Tried]) -> list[Row]:
    every, of_them = Counter(each.kind for each in tried), Counter(each.kind for each in judged)
    return [
        {"kind": kind, "tried": count, verdict: of_them[kind], "amiss": count - of_them[kind]}
        for kind, count in every.items()
    ]


def _total(verdict: str, tried: Sequence[Tried], judged: Sequence[Tried]) -> Row:
    return {"kind": "all", "tried": len(tried), verdict: len(judged), "amiss": len(tried) - len(judged)}


def _shown(tried: Tried) -> Row:
    return {
        "kind": tried.kind,
        "asked": tried.true.turns[-1],
        "text": tried.draft.text,
        "refused by": "; ".join(map(str, tried.refusals)),
    }
