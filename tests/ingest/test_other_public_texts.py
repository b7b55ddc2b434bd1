"""Other real documents, so that nothing is built for two plans only: releases, a regional budget, many tables."""

from pathlib import Path

import pytest

from ingest.model import Severity
from tests.conftest import SHARED, plan_at
from tests.ingest.faithful import loose_passages, loose_quotes

pytestmark = pytest.mark.shared
FILES = sorted([*(SHARED / "plans" / "more").glob("*.*"), *(SHARED / "tables-pdf").glob("*.pdf")])


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem[:40])
def test_quotes_and_passages_are_parts_of_their_sections(path: Path) -> None:
    plan = plan_at(path)
    assert plan.passages
    assert loose_quotes(plan) == []
    assert loose_passages(plan) == []


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem[:40])
def test_no_fault_is_claimed(path: Path) -> None:
    assert [finding.message for finding in plan_at(path).findings if finding.severity is Severity.ERROR] == []
