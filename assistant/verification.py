"""Verification: nothing is shown that a check refuses, whichever engine composed it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from assistant.answerer import Draft
from assistant.checks.citation_checks import (
    claims_are_cited,
    markers_name_citations,
    quotes_stand_in_the_plan,
    something_is_said,
)
from assistant.checks.claim import Check, Claim
from assistant.checks.counting_checks import counts_are_grounded
from assistant.checks.direction_checks import directions_agree, extremes_agree, surplus_or_deficit
from assistant.checks.figure_checks import (
    calculation_is_right,
    figures_are_said,
    figures_stand_in_the_plan,
    findings_are_the_plans,
    operands_are_comparable,
)
from assistant.checks.goal_checks import goals_stand_where_said
from assistant.checks.name_checks import labels_agree, owners_agree, owners_are_told, units_are_cited
from assistant.checks.number_checks import numbers_are_grounded
from assistant.checks.question_checks import (
    owners_are_those_asked,
    rows_are_those_asked,
    sums_are_of_the_years_asked,
    years_are_those_asked,
)
from assistant.checks.source_checks import citations_support, names_are_known, quotations_are_verbatim
from assistant.checks.year_checks import years_agree
from ingest.model import Plan

CHECKS: tuple[Check, ...] = (
    something_is_said,
    markers_name_citations,
    claims_are_cited,
    quotes_stand_in_the_plan,
    figures_stand_in_the_plan,
    figures_are_said,
    calculation_is_right,
    operands_are_comparable,
    findings_are_the_plans,
    numbers_are_grounded,
    counts_are_grounded,
    goals_stand_where_said,
    years_agree,
    labels_agree,
    owners_agree,
    owners_are_told,
    units_are_cited,
    directions_agree,
    extremes_agree,
    surplus_or_deficit,
    years_are_those_asked,
    sums_are_of_the_years_asked,
    owners_are_those_asked,
    rows_are_those_asked,
    names_are_known,
    citations_support,
    quotations_are_verbatim,
)
"""Every check, in the order in which reasons are recorded."""


@dataclass(frozen=True, slots=True)
class Refusal:
    """A check that a draft did not pass, and why."""

    check: str
    reason: str

    def __str__(self) -> str:
        return f"{self.check}: {self.reason}"


def verify(
    draft: Draft, turns: Sequence[str], plans: Mapping[str, Plan], checks: Sequence[Check] = CHECKS
) -> tuple[Refusal, ...]:
    """Reasons why the draft may not be shown, none when it may; the last of `turns` is the question."""
    claim = Claim(draft, "\n".join(turns), plans, turns[-1] if turns else "")
    return tuple(Refusal(check.__name__, reason) for check in checks for reason in check(claim))
