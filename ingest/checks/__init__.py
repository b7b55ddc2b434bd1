"""What does not add up in a plan: a list of small checks, each giving findings in plain Swedish.

Errors are arithmetic beyond what rounding explains: half a unit of the last printed place for each operand. Notices are
what a reader should know: a sign left out, a population that does not fit, a goal that the budget misses.
"""

from collections.abc import Callable, Iterator

from ingest.checks.across import computed_columns
from ingest.checks.balance import assets_against_funding
from ingest.checks.checked_plan import CheckedPlan
from ingest.checks.goals_against_budget import goals_against_budget
from ingest.checks.inhabitants import per_inhabitant_against_amounts
from ingest.checks.owners import owners_left_open
from ingest.checks.parts import parts_against_whole, units_against_overview
from ingest.checks.results import sums_against_results
from ingest.checks.shares import listed_totals, shares_to_a_hundred
from ingest.checks.sums import rows_against_sums
from ingest.checks.told_amounts import text_against_tables
from ingest.checks.told_changes import told_changes
from ingest.checks.told_directions import told_directions
from ingest.checks.wording import placed
from ingest.model import Finding, Plan

Check = Callable[[CheckedPlan], Iterator[Finding]]

CHECKS: tuple[Check, ...] = (
    rows_against_sums,
    sums_against_results,
    assets_against_funding,
    parts_against_whole,
    units_against_overview,
    computed_columns,
    shares_to_a_hundred,
    listed_totals,
    text_against_tables,
    told_changes,
    told_directions,
    per_inhabitant_against_amounts,
    goals_against_budget,
    owners_left_open,
)
"""The policy: a new check is one function and one entry."""


def findings_of(plan: Plan) -> tuple[Finding, ...]:
    """Everything that the checks find in a plan, in the order of the checks."""
    checked = CheckedPlan(plan)
    return tuple(dict.fromkeys(placed(finding) for check in CHECKS for finding in check(checked)))
