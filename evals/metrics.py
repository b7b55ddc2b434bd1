"""What a run amounts to: counts, shares and times, for each kind of question and in all."""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from assistant.answer import AnswerStatus
from evals.citations import SectionTexts, citations_hold
from evals.golden import Case
from evals.records import Record
from evals.retrieval import has_evidence
from evals.scoring import Judgement, Verdict, judge


@dataclass(frozen=True, slots=True)
class Outcome:
    """One case, its answer and what was found of it; `cited` and `recalled` are null where they do not apply."""

    case: Case
    record: Record
    judgement: Judgement
    cited: bool | None
    recalled: bool | None


@dataclass(frozen=True, slots=True)
class Tally:
    """Counts over some outcomes; a share over nothing is null. Times in milliseconds."""

    cases: int
    verdicts: Mapping[Verdict, int]
    failed: int
    cited: int
    citable: int
    recalled: int
    recallable: int
    p50_ms: float | None
    p95_ms: float | None

    def share(self, verdict: Verdict) -> float | None:
        """Share of the cases with this verdict."""
        return ratio(self.verdicts[verdict], self.cases)

    @property
    def citation_hits(self) -> float | None:
        """Share of the answered cases whose citations hold."""
        return ratio(self.cited, self.citable)

    @property
    def recall(self) -> float | None:
        """Share of the cases with evidence among the first hits, of those that have evidence."""
        return ratio(self.recalled, self.recallable)


@dataclass(frozen=True, slots=True)
class Summary:
    """The tally in all, and of each kind in order of its first case."""

    total: Tally
    kinds: Mapping[str, Tally]


def ratio(part: int, whole: int) -> float | None:
    """A share; null of nothing."""
    return part / whole if whole else None


def percentile(values: Iterable[float], share: float) -> float | None:
    """The smallest of the values that `share` of them do not exceed (nearest rank); null of nothing."""
    ordered = sorted(values)
    return ordered[max(math.ceil(share * len(ordered)), 1) - 1] if ordered else None


def evaluate(case: Case, record: Record, sections: SectionTexts | None) -> Outcome:
    """Judge one answer, its citations (where sections are at hand) and what was found for its question."""
    return Outcome(
        case=case,
        record=record,
        judgement=judge(case, record.answer),
        cited=None if sections is None else citations_hold(case, record.answer, sections),
        recalled=None if record.hits is None else has_evidence(case, record.hits),
    )


def summarise(outcomes: Sequence[Outcome]) -> Summary:
    """Count the outcomes, in all and for each type of question."""
    kinds = dict.fromkeys(outcome.case.type for outcome in outcomes)
    return Summary(
        total=tally(outcomes),
        kinds={kind: tally([outcome for outcome in outcomes if outcome.case.type == kind]) for kind in kinds},
    )


def tally(outcomes: Sequence[Outcome]) -> Tally:
    """Count these outcomes."""
    verdicts = [outcome.judgement.verdict for outcome in outcomes]
    cited = [outcome.cited for outcome in outcomes if outcome.cited is not None]
    recalled = [outcome.recalled for outcome in outcomes if outcome.recalled is not None]
    times = [outcome.record.elapsed_ms for outcome in outcomes if outcome.record.elapsed_ms is not None]
    return Tally(
        cases=len(outcomes),
        verdicts={verdict: verdicts.count(verdict) for verdict in Verdict},
        failed=sum(outcome.record.answer.get("status") == AnswerStatus.FAILED for outcome in outcomes),
        cited=sum(cited),
        citable=len(cited),
        recalled=sum(recalled),
        recallable=len(recalled),
        p50_ms=percentile(times, 0.5),
        p95_ms=percentile(times, 0.95),
    )
