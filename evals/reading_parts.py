"""Goals and findings as read against what a person sees."""

from collections.abc import Sequence
from dataclasses import dataclass

from evals.metrics import ratio
from evals.reading_truth import TrueFinding, TrueGoal
from evals.reading_words import plain, squeezed
from ingest.model import Finding, Goal


@dataclass(frozen=True, slots=True)
class Found:
    """Counts of what was expected, found and read too much, with a line for each miss."""

    expected: int
    found: int
    read: int
    fitting: int
    misses: tuple[str, ...] = ()

    @property
    def recall(self) -> float | None:
        """Share of what was expected that was found."""
        return ratio(self.found, self.expected)

    @property
    def precision(self) -> float | None:
        """Share of what was read that fits something true."""
        return ratio(self.fitting, self.read)


def goals_found(truths: Sequence[TrueGoal], goals: Sequence[Goal]) -> dict[str, Found]:
    """Nodes found with their level, and edges between two nodes that are both right."""
    pairs = _goal_pairs(truths, goals)
    wanted = [t for t, truth in enumerate(truths) if not truth.optional]
    got = [t for t in wanted if t in pairs]
    fitting = {goals[g].id for g in pairs.values()}
    missed = [truths[t] for t in wanted if t not in pairs]
    misses = [f"goal missed: p. {truth.page} {truth.levels[0]} {truth.key}" for truth in missed]
    misses += [
        f"no goal: p. {goal.source.page} {goal.level} {goal.text[:60]}" for goal in goals if goal.id not in fitting
    ]
    return {
        "goal nodes": Found(len(wanted), len(got), len(goals), len(fitting), tuple(misses)),
        "goal edges": _edges(truths, goals, pairs),
    }


def findings_found(truths: Sequence[TrueFinding], findings: Sequence[Finding]) -> Found:
    """Inconsistencies found; several findings may tell of the same one, and one finding of several."""
    told = {t: [f for f in findings if _tells(f, truth)] for t, truth in enumerate(truths)}
    wanted = [t for t, truth in enumerate(truths) if not truth.optional]
    got = [t for t in wanted if told[t]]
    fitting = [finding for finding in findings if any(finding in each for each in told.values())]
    misses = [
        f"finding missed: p. {truths[t].page} {truths[t].family} ({', '.join('/'.join(w) for w in truths[t].words)})"
        for t in wanted
        if not told[t]
    ]
    misses += [f"false finding: {f.severity} {f.rule}: {f.message[:160]}" for f in findings if f not in fitting]
    return Found(len(wanted), len(got), len(findings), len(fitting), tuple(misses))


def _goal_pairs(truths: Sequence[TrueGoal], goals: Sequence[Goal]) -> dict[int, int]:
    """Each truth to the shortest goal that holds its words and no longer key's words, one to one."""
    candidates = sorted(
        (-len(truth.key), len(goal.text), t, g)
        for t, truth in enumerate(truths)
        for g, goal in enumerate(goals)
        if goal.level in truth.levels
        and goal.source.page in {None, truth.page}
        and squeezed(truth.key) in squeezed(goal.text)
    )
    pairs: dict[int, int] = {}
    used: set[int] = set()
    for _, _, t, g in candidates:
        if t not in pairs and g not in used:
            pairs[t] = g
            used.add(g)
    return pairs


def _edges(truths: Sequence[TrueGoal], goals: Sequence[Goal], pairs: dict[int, int]) -> Found:
    judged = {goals[g].id: t for t, g in pairs.items()}
    edges = {t: truth.parent for t, truth in enumerate(truths) if truth.parent is not None and truth.parent >= 0}
    right = {t for t, p in edges.items() if t in pairs and p in pairs and goals[pairs[t]].parent == goals[pairs[p]].id}
    free = {t for t, truth in enumerate(truths) if truth.parent is None}
    read = [goal for goal in goals if goal.parent is not None and judged.get(goal.id) not in free]
    fitting = [goal for goal in read if judged.get(goal.id) in right]
    missed = [(truths[t], truths[p]) for t, p in edges.items() if t not in right]
    misses = tuple(f"edge missed: p. {own.page} {above.key} › {own.key}" for own, above in missed)
    return Found(len(edges), len(right), len(read), len(fitting), misses)


def _tells(finding: Finding, truth: TrueFinding) -> bool:
    pages = {source.page for source in finding.sources if source.page is not None}
    message = _close(finding.message)
    return (
        finding.severity in truth.severities
        and (not pages or truth.page in pages)
        and all(any(_close(word) in message for word in words) for words in truth.words)
    )


def _close(text: str) -> str:
    """The text without white space, so that amounts compare however their thousands are parted."""
    return "".join(plain(text).split())
