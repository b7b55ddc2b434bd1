from pathlib import Path

import pytest

from assistant.settings import Settings
from evals.crash_bench import crashes, faults_of
from evals.crashing_ingest import edition_of, put, word_of
from evals.sample_material import sample_material
from tests.index.libraries import small_library


def test_killed_ingests_lose_nothing(tmp_path: Path) -> None:
    parts = crashes(Settings(data=tmp_path), 2)
    assert parts["faults"] == []
    rows = parts["what answers after kill -9 of an ingest"]
    assert [row["trials"] for row in rows] == [1, 1]
    assert [row["previous edition"] + row["new edition"] for row in rows] == [1, 1]


def test_a_mixture_of_editions_is_a_fault(tmp_path: Path) -> None:
    material = sample_material()
    first, second = edition_of(material, 1), edition_of(material, 2)
    with small_library(tmp_path) as library:
        put(library, first, 1)
        assert faults_of(library, first, 1) == []
        assert faults_of(library, second, 2) == ["the plans in force are not those of edition 2"]
        put(library, second[:1], 2)
        assert faults_of(library, first, 1)
        assert faults_of(library, second, 2)


@pytest.mark.parametrize("edition", [1, 2])
def test_each_edition_has_a_word_of_its_own(edition: int) -> None:
    plans = edition_of(sample_material(), edition)
    texts = [passage.text for plan in plans for passage in plan.passages]
    texts += [figure.label for plan in plans for figure in plan.figures]
    texts += [goal.text for plan in plans for goal in plan.goals]
    assert all(word_of(edition) in text and word_of(3 - edition) not in text for text in texts)
