"""What every reranker does, the fake and the cross-encoder alike; and what search does with one."""

from pathlib import Path

import pytest

from index.embedded import open_embedded_library
from index.errors import RerankerUnavailable
from index.reranker import RERANKED, Reranker, rerank
from index.sentence_transformer_reranker import SentenceTransformerReranker
from tests.fakes import HashingEmbedder, LongestFirst
from tests.index.models import save_cross_encoder
from tests.index.plans import make_plan

TEXTS = ["hyra", "avgift medlem kommun avgift", "lön budget"]


@pytest.fixture(scope="session")
def cross_encoder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return save_cross_encoder(tmp_path_factory.mktemp("models") / "cross-encoder")


@pytest.fixture(params=["fake", "cross-encoder"])
def reranker(request: pytest.FixtureRequest) -> Reranker:
    if request.param == "fake":
        return LongestFirst()
    return SentenceTransformerReranker(str(request.getfixturevalue("cross_encoder")))


def test_each_text_has_a_score_of_its_own(reranker: Reranker) -> None:
    scores = reranker.scores("hyra", TEXTS)
    assert all(isinstance(score, float) for score in scores)
    assert len(set(scores)) == len(TEXTS)


def test_a_text_has_the_same_score_alone_and_among_others(reranker: Reranker) -> None:
    alone = [reranker.scores("hyra", [text])[0] for text in TEXTS]
    assert reranker.scores("hyra", TEXTS) == pytest.approx(alone, abs=1e-5)


def test_no_texts_have_no_scores(reranker: Reranker) -> None:
    assert list(reranker.scores("hyra", [])) == []


def test_a_cross_encoder_scores_the_text_together_with_the_query(cross_encoder: Path) -> None:
    reranker = SentenceTransformerReranker(str(cross_encoder))
    assert reranker.scores("hyra", TEXTS) != pytest.approx(reranker.scores("lön budget", TEXTS), abs=1e-7)


def test_a_text_longer_than_the_model_reads_has_a_score(cross_encoder: Path) -> None:
    assert len(SentenceTransformerReranker(str(cross_encoder)).scores("hyra", ["avgift lön " * 500])) == 1


@pytest.mark.parametrize("model", ["nowhere/no-such-model", "{folder}"])
def test_a_model_that_cannot_be_fetched_is_told_by_name(tmp_path: Path, model: str) -> None:
    name = model.format(folder=tmp_path)
    with pytest.raises(RerankerUnavailable) as caught:
        SentenceTransformerReranker(name, offline=True).scores("hyra", TEXTS)
    assert caught.value.where == name
    assert "network" in caught.value.remedy


def test_a_model_without_network_is_told_by_name() -> None:
    with pytest.raises(RerankerUnavailable, match="nowhere/no-such-model"):
        SentenceTransformerReranker("nowhere/no-such-model").scores("hyra", TEXTS)


def test_a_model_with_several_scores_for_a_pair_is_refused(tmp_path: Path) -> None:
    folder = save_cross_encoder(tmp_path / "several", scores=3)
    with pytest.raises(RerankerUnavailable, match="3 scores"):
        SentenceTransformerReranker(str(folder)).scores("hyra", TEXTS)


def test_the_first_are_ordered_by_score_and_the_others_stay() -> None:
    items = ["x" * length for length in range(RERANKED + 3)]
    ordered = rerank(LongestFirst(), "x", items, str)
    assert ordered == [*reversed(items[:RERANKED]), *items[RERANKED:]]


def test_equal_scores_leave_the_order_as_it_was() -> None:
    assert rerank(LongestFirst(), "x", ["b", "a", "c"], str) == ["b", "a", "c"]


def test_a_search_returns_the_best_of_more_hits_than_it_is_asked_for(tmp_path: Path) -> None:
    texts = [f"Hyran i hus {number}" + " och dess grannar" * number for number in range(RERANKED - 1)]
    with open_embedded_library(tmp_path, HashingEmbedder(), LongestFirst()) as library:
        library.ingest([(make_plan("norr", texts), "1")])
        hits = library.search_passages("hyran i hus 0", limit=3)
    assert [hit.passage.text for hit in hits] == sorted(texts, key=len, reverse=True)[:3]
    assert [hit.score for hit in hits] == sorted((hit.score for hit in hits), reverse=True)


def test_a_reranker_sees_the_query_and_the_headings_with_the_text(tmp_path: Path) -> None:
    reranker = LongestFirst()
    with open_embedded_library(tmp_path, HashingEmbedder(), reranker) as library:
        library.ingest([(make_plan("norr", ["Hyran höjs."]), "1")])
        library.search_passages("hyran?")
    assert reranker.asked == [("hyran?", ("Avsnitt 1\nHyran höjs.",))]
