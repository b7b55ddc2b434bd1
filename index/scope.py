"""Where to search: plans by id, by whose they are, and by year; and the plans that a text names by itself."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from index.editions import Edition, Manifest, PlanSummary
from index.errors import UnknownPlan
from index.organisation_names import distinctive_words, is_form_of, plain_letters, stem_of, stems_of, words_of
from index.rows import FigureRow


@dataclass(frozen=True, slots=True)
class Scope:
    """What a search keeps to, each null for everything.

    `organisations` are names, or a part of one that is its alone, in any form; `years` takes plans whose period covers
    one of them, and figure rows with an amount for one of them, whatever their plan's period.
    """

    plan_ids: Collection[str] | None = None
    organisations: Collection[str] | None = None
    years: Collection[int] | None = None

    def editions(self, manifest: Manifest) -> list[Edition]:
        """The editions of the plans and organisations, of every year; raises UnknownPlan."""
        named = manifest.editions.values() if self.plan_ids is None else _of_ids(manifest, self.plan_ids)
        if self.organisations is None:
            return list(named)
        return [edition for edition in named if any(is_of(edition.summary, name) for name in self.organisations)]

    def covers(self, summary: PlanSummary) -> bool:
        """Whether the plan's period covers one of the years."""
        if self.years is None:
            return True
        if summary.period is None:
            return False
        begins, ends = summary.period
        return any(begins <= year <= ends for year in self.years)

    def holds_row(self, row: FigureRow, summary: PlanSummary) -> bool:
        """Whether an amount of the row is for one of the years; of a row without any, its plan's period decides."""
        if self.years is None:
            return True
        own = {figure.year for figure in row if figure.year is not None}
        return not own.isdisjoint(self.years) if own else self.covers(summary)


EVERYTHING = Scope()


def is_of(summary: PlanSummary, name: str) -> bool:
    """Whether the plan is of the organisation that is named: each word of its own in the name is in the plan's too."""
    own = distinctive_words(summary.organisation)
    asked = distinctive_words(name)
    if not asked:
        return bool(name.strip()) and set(words_of(name)) == set(words_of(summary.organisation))
    return all(any(is_form_of(word, each) for each in own) for word in asked)


class NamedPlans:
    """Finds the plans whose organisations a text names; made once for each manifest."""

    def __init__(self, editions: Iterable[Edition]) -> None:
        self._numbers: defaultdict[str, set[int]] = defaultdict(set)
        for edition in editions:
            for word in distinctive_words(edition.summary.organisation):
                for form in {word, stem_of(word), plain_letters(stem_of(word))}:
                    self._numbers[form].add(edition.number)

    def in_text(self, text: str) -> frozenset[int]:
        """Numbers of the editions of the plans whose organisations are named."""
        stems = {stem for word in words_of(text) for stem in stems_of(word)}
        forms = stems | {plain_letters(stem) for stem in stems}
        return frozenset(number for form in forms for number in self._numbers.get(form, ()))


def _of_ids(manifest: Manifest, plan_ids: Collection[str]) -> list[Edition]:
    for plan_id in plan_ids:
        if plan_id not in manifest.editions:
            raise UnknownPlan(plan_id)
    return [manifest.editions[plan_id] for plan_id in dict.fromkeys(plan_ids)]
