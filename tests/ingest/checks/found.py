"""What the checks find in a plan made of blocks."""

from ingest.model import Finding
from ingest.pages import Block
from tests.ingest.made import Rows, grid, heading, plan


def findings(*blocks: Block) -> tuple[Finding, ...]:
    return plan(heading("Budget"), *blocks).findings


def rules(rows: Rows) -> list[str]:
    """The rules of what is found in one table."""
    return [finding.rule for finding in findings(grid(rows))]


def told(*blocks: Block) -> list[tuple[str, str]]:
    """Rule and severity of all that is found."""
    return [(finding.rule, str(finding.severity)) for finding in findings(*blocks)]


def only(*blocks: Block) -> Finding:
    """The one finding that there is."""
    (finding,) = findings(*blocks)
    return finding
