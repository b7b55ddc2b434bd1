"""Tables that the document does not tell whose they are."""

from collections.abc import Iterator

from ingest.checks.checked_plan import CheckedPlan
from ingest.model import Finding, Severity


def owners_left_open(checked: CheckedPlan) -> Iterator[Finding]:
    """A notice for each table of figures without an owner, in a plan that is an organisation's."""
    plan = checked.plan
    held = {figure.source.table for figure in plan.figures}
    for table in plan.tables:
        if table.owner is None and plan.organisation and table.source.table in held:
            yield Finding(
                Severity.NOTICE,
                "owner-open",
                f"Det framgår inte vems tabellen under {table.caption} är: {table.rows[-1][0]} {table.rows[-1][-1]}.",
                (table.source,),
            )
