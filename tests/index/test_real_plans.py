from pathlib import Path

import pytest

from index.library import Library
from index.scope import Scope
from ingest.model import Plan
from tests.conftest import plan_at
from tests.index.libraries import put, small_library

pytestmark = pytest.mark.shared


@pytest.fixture(scope="module", params=["*.pdf", "text/*.txt"])
def plans(request: pytest.FixtureRequest, shared: Path) -> list[Plan]:
    return [plan_at(path) for path in sorted((shared / "plans").glob(request.param))]


@pytest.fixture
def library(tmp_path: Path, plans: list[Plan]) -> Library:
    library = small_library(tmp_path)
    put(library, *plans)
    return library


def test_the_real_plans_come_back_whole(library: Library, plans: list[Plan]) -> None:
    assert list(library.plans()) == plans


def test_each_passage_of_the_real_plans_is_found_by_its_own_words(library: Library, plans: list[Plan]) -> None:
    for plan in plans:
        for passage in plan.passages:
            hits = library.search_passages(passage.text, Scope([plan.id]), 3)
            assert passage.id in {hit.passage.id for hit in hits}


def test_the_membership_fee_is_among_the_first_figures(library: Library) -> None:
    hits = library.search_figures("Hur stor är medlemsavgiften i Fyrbodal 2026?", limit=5)
    assert ("10760", 2026) in {(str(hit.figure.value), hit.figure.year) for hit in hits}


def test_a_real_plan_is_removed_and_the_other_stays(library: Library, plans: list[Plan]) -> None:
    library.remove([plans[0].id])
    assert {hit.plan_id for hit in library.search_passages("medlemsavgift", limit=200)} == {plans[1].id}
