import json
from pathlib import Path

import pytest

from assistant.settings import Settings
from evals.benches import FILE_BENCHES, FileOptions
from evals.encode_bench import TITLE
from evals.errors import EmptyLibrary
from evals.evidence_bench import MISSED, RECALL
from evals.pool_bench import CANDIDATES, DIFFERENCES, WHOLE
from evals.pool_rankings import BM25, DENSE, HYBRID, LEXICAL, MINILM, RERANKED
from evals.retrieval_bench import Parts
from index.embedded import open_embedded_library
from tests.evals.cases import PLAN
from tests.evals.plans import GOLDEN, small_plan
from tests.evals.pools import write_pools
from tests.fakes import HashingEmbedder, LongestFirst

OWN = [LEXICAL, DENSE, HYBRID]
PLAN_TEXT = "# Norrvik\n\n## Budget\n\n| tkr | 2030 |\n|---|---:|\n| Personal | 8 374 |\n\nText. " + "Ord " * 250


@pytest.fixture(autouse=True)
def small_models(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("evals.retrieval_bench.minilm", HashingEmbedder)
    monkeypatch.setattr("assistant.bootstrap.open_embedder", lambda settings: HashingEmbedder())
    monkeypatch.setattr("evals.retrieval_bench.open_embedder", lambda settings: HashingEmbedder())
    for module in ("assistant.bootstrap", "evals.retrieval_bench"):
        monkeypatch.setattr(f"{module}.open_reranker", lambda settings: LongestFirst() if settings.reranker else None)
    monkeypatch.setattr("evals.encode_bench.OWN_PASSAGES", 2)
    monkeypatch.setattr("evals.encode_bench.PEER_PASSAGES", 1)
    monkeypatch.setattr("evals.encode_bench.WORDS", 5)
    monkeypatch.setattr("evals.pool_bench.RESAMPLES", 10)


@pytest.fixture
def questions(tmp_path: Path) -> Path:
    path = tmp_path / "questions.yaml"
    path.write_text(GOLDEN, "utf-8")
    return path


def measured(settings: Settings, *paths: Path, questions: Path | None = None, distractors: bool = False) -> Parts:
    options = FileOptions(settings, questions, rounds=1, distractors=distractors)
    return FILE_BENCHES["retrieval"].run(paths, options)


def test_pools_are_measured_with_every_ranking_and_no_plan_is_needed(tmp_path: Path) -> None:
    parts = measured(Settings(data=tmp_path / "data"), write_pools(tmp_path / "bench"))
    faq = [row for row in parts[WHOLE] if row["pool"] == "town_faq"]
    assert [row["ranking"] for row in faq] == [BM25, MINILM, *OWN]
    assert {row["recall@5"] for row in faq} == {1.0}
    assert {row["pool"] for row in parts[CANDIDATES]} == {"town_faq"}
    assert {row["difference"] for row in parts[DIFFERENCES]} == {f"{HYBRID} − {BM25}"}
    assert RECALL not in parts
    assert len(parts[TITLE]) == 2
    assert not (tmp_path / "data").exists()


def test_with_distractors_every_pool_holds_all_texts(tmp_path: Path) -> None:
    parts = measured(Settings(data=tmp_path), write_pools(tmp_path / "bench"), distractors=True)
    assert {row["texts"] for row in parts[WHOLE]} == {5}


def test_a_reranker_that_is_set_has_rows_of_its_own(tmp_path: Path, questions: Path) -> None:
    plan = tmp_path / f"{PLAN}.md"
    plan.write_text(PLAN_TEXT, "utf-8")
    settings = Settings(data=tmp_path / "data", reranker="some-cross-encoder")
    parts = measured(settings, write_pools(tmp_path / "bench"), plan, questions=questions)
    assert [row["ranking"] for row in parts[WHOLE]][:6] == [BM25, MINILM, *OWN, RERANKED]
    assert f"{RERANKED} − {HYBRID}" in {row["difference"] for row in parts[DIFFERENCES]}
    assert [row["search"] for row in parts[RECALL]][2:] == [*OWN, RERANKED]
    assert f"{MISSED}, {RERANKED}" in parts


def test_golden_questions_are_asked_of_the_plans_that_are_named(tmp_path: Path, questions: Path) -> None:
    plan = tmp_path / f"{PLAN}.md"
    plan.write_text(PLAN_TEXT, "utf-8")
    parts = measured(Settings(data=tmp_path / "data"), plan, questions=questions)
    assert {row["search"]: row["found"] for row in parts[RECALL]}[HYBRID] == 1
    assert [row["id"] for row in parts[f"{MISSED}, {HYBRID}"]] == ["u1", "g1"]
    assert not (tmp_path / "data").exists()


def test_without_plans_golden_questions_are_asked_of_the_installation(tmp_path: Path, questions: Path) -> None:
    with open_embedded_library(tmp_path / "data", HashingEmbedder()) as library:
        library.ingest([(small_plan(), "1")])
    parts = measured(Settings(data=tmp_path / "data"), questions=questions)
    assert {row["found"] for row in parts[RECALL]} == {1}
    assert WHOLE not in parts or not parts[WHOLE]


def test_an_installation_without_plans_is_told(tmp_path: Path, questions: Path) -> None:
    with pytest.raises(EmptyLibrary):
        measured(Settings(data=tmp_path / "data"), questions=questions)


def test_the_rows_are_json(tmp_path: Path) -> None:
    json.dumps(measured(Settings(data=tmp_path), write_pools(tmp_path / "bench")), allow_nan=False)
