"""Verification: nothing is shown that a check refuses, whichever engine composed it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from assistant.answerer import Draft
from assistant.checks.agreement_checks import labels_agree, years_agree
from assistant.checks.citation_checks import (
    claims_are_cited,
    markers_name_citations,
    quotes_stand_in_the_plan,
    something_is_said,
)
from assistant.checks.claim import Check, Claim
from assistant.checks.figure_checks import (
    calculation_is_right,
    figures_are_said,
    figures_stand_in_the_plan,
    findings_are_the_plans,
)
from assistant.checks.number_checks import numbers_are_grounded
from ingest.model import Plan

CHECKS: tuple[Check, ...] = (
    something_is_said,
    markers_name_citations,
    claims_are_cited,
    quotes_stand_in_the_plan,
    figures_stand_in_the_plan,
    figures_are_said,
    calculation_is_right,
    findings_are_the_plans,
    numbers_are_grounded,
    years_agree,
    labels_agree,
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
    """Reasons why the draft may not be shown, none when it may; `turns` are the words of the user."""
    claim = Claim(draft, "\n".join(turns), plans)
    return tuple(Refusal(check.__name__, reason) for check in checks for reason in check(claim))
