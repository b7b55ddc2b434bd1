from collections.abc import Iterator
from pathlib import Path

import pytest

from index.editions import Kind
from index.embedded import open_embedded_library
from index.hit_texts import LONGEST
from index.library import Library
from index.model2vec_embedder import Model2VecEmbedder
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


@pytest.fixture(scope="module")
def real(tmp_path_factory: pytest.TempPathFactory, plans: list[Plan]) -> Iterator[Library]:
    """The plans embedded by the bundled model."""
    with open_embedded_library(tmp_path_factory.mktemp("real"), Model2VecEmbedder()) as library:
        put(library, *plans)
        yield library


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


@pytest.mark.parametrize(
    ("question", "evidence"),
    [
        ("Hur stora är Sjuhärads personalkostnader 2024 totalt?", "47 737 025"),
        ("Vilken av Sjuhärads verksamheter har störst personalkostnader 2024?", "15 565 649"),
        ("Hur stor är medlemsavgiften i Fyrbodal 2027?", "11 083"),
        ("Vilka delmål finns för regional utveckling i Fyrbodal?", "Attraktiva livsmiljöer"),
        ("Vem verkställer direktionens beslut?", "örbundsdirektör"),
    ],
)
def test_the_evidence_is_among_the_first_five(real: Library, question: str, evidence: str) -> None:
    texts = [" ".join(hit.text.split()) for hit in real.search(question)]
    assert any(evidence in text for text in texts), texts


def test_no_hit_is_too_long_and_each_has_its_place(real: Library, plans: list[Plan]) -> None:
    paths = {section.path for plan in plans for section in plan.sections}
    hits = real.search("budget kostnader mål delmål medlemsavgift", limit=300)
    assert {hit.kind for hit in hits} == set(Kind)
    assert all(len("\n".join((*hit.section_path, hit.text))) <= LONGEST and hit.section_path in paths for hit in hits)
