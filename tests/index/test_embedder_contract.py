"""What every embedder does; and that a static model's vectors are the same through both loaders."""

from pathlib import Path

import numpy as np
import pytest

from index.embedder import Embedder
from index.errors import EmbedderUnavailable
from index.model2vec_embedder import BUNDLED_MODEL, Model2VecEmbedder
from index.sentence_transformer_embedder import Prompts, SentenceTransformerEmbedder
from tests.fakes import HashingEmbedder
from tests.index.models import save_static_model, save_transformer

TEXTS = ["Avgifter höjs", "hyra lön budget", "avgift medlem kommun avgift", "hyra"]

bundled = pytest.mark.skipif(not (BUNDLED_MODEL / "modules.json").exists(), reason="the bundled model is not there")


@pytest.fixture(scope="session")
def static_model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return save_static_model(tmp_path_factory.mktemp("models") / "static")


@pytest.fixture(scope="session")
def transformer(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return save_transformer(tmp_path_factory.mktemp("models") / "transformer")


@pytest.fixture(params=["fake", "model2vec", "static", "transformer"])
def embedder(request: pytest.FixtureRequest) -> Embedder:
    if request.param == "fake":
        return HashingEmbedder()
    if request.param == "transformer":
        return SentenceTransformerEmbedder(str(request.getfixturevalue("transformer")))
    folder: Path = request.getfixturevalue("static_model")
    return Model2VecEmbedder(folder) if request.param == "model2vec" else SentenceTransformerEmbedder(str(folder))


def test_vectors_have_length_one_and_the_dimension(embedder: Embedder) -> None:
    vectors = embedder.embed_passages(TEXTS)
    assert vectors.shape == (len(TEXTS), embedder.dimension)
    assert vectors.dtype == np.float32
    assert np.linalg.norm(vectors, axis=1) == pytest.approx([1.0] * len(TEXTS), abs=1e-5)
    assert embedder.embed_query("hyra").shape == (embedder.dimension,)


def test_a_text_has_the_same_vector_alone_and_among_others(embedder: Embedder) -> None:
    together = embedder.embed_passages(TEXTS)
    alone = [embedder.embed_passages([text])[0] for text in TEXTS]
    assert np.allclose(together, alone, atol=1e-5)


def test_what_is_searched_has_the_vector_of_a_passage_where_the_model_has_no_prompts(static_model: Path) -> None:
    embedder = Model2VecEmbedder(static_model)
    for text in (*TEXTS, ""):
        assert embedder.embed_query(text) == pytest.approx(embedder.embed_passages([text])[0], abs=1e-6)


def test_no_texts_give_no_vectors(embedder: Embedder) -> None:
    assert embedder.embed_passages([]).shape == (0, embedder.dimension)


@pytest.mark.parametrize("text", ["", " ", "\u2603"])
def test_a_text_without_known_words_has_a_vector_of_length_one_too(embedder: Embedder, text: str) -> None:
    assert np.linalg.norm(embedder.embed_query(text)) == pytest.approx(1.0, abs=1e-5)


def test_the_name_stays_and_tells_models_apart(embedder: Embedder, static_model: Path, transformer: Path) -> None:
    assert embedder.name == embedder.name
    assert len({Model2VecEmbedder(static_model).name, Model2VecEmbedder(transformer).name, "fake"}) == 3


def test_a_static_model_has_the_same_vectors_and_name_through_both_loaders(static_model: Path) -> None:
    _same_through_both_loaders(static_model)


@bundled
def test_the_bundled_model_has_the_same_vectors_through_both_loaders() -> None:
    _same_through_both_loaders(BUNDLED_MODEL)


def _same_through_both_loaders(folder: Path) -> None:
    light, full = Model2VecEmbedder(folder), SentenceTransformerEmbedder(str(folder))
    texts = [*TEXTS, "Vad kostar DRUM 2025? 10 760 tkr", "\u2603 avgift", " ".join(TEXTS * 200)]
    assert np.allclose(light.embed_passages(texts), full.embed_passages(texts), atol=1e-4)
    assert light.name == full.name


def test_a_model_trained_anew_has_another_name(static_model: Path, tmp_path: Path) -> None:
    (tmp_path / "static").mkdir()
    for path in static_model.rglob("*"):
        if path.is_file():
            copy = tmp_path / "static" / path.relative_to(static_model)
            copy.parent.mkdir(parents=True, exist_ok=True)
            copy.write_bytes(path.read_bytes())
    assert Model2VecEmbedder(tmp_path / "static").name == Model2VecEmbedder(static_model).name
    weights = next((tmp_path / "static").rglob("*.safetensors"))
    weights.write_bytes(weights.read_bytes()[:-4] + b"\0\0\0\1")
    assert Model2VecEmbedder(tmp_path / "static").name != Model2VecEmbedder(static_model).name


@pytest.mark.parametrize("content", [None, "", "{}"])
def test_a_folder_without_a_usable_static_model_is_told(tmp_path: Path, content: str | None) -> None:
    if content is not None:
        for name in ("modules.json", "config_sentence_transformers.json", "tokenizer.json", "model.safetensors"):
            (tmp_path / name).write_text(content)
    with pytest.raises(EmbedderUnavailable) as caught:
        Model2VecEmbedder(tmp_path).embed_query("hyra")
    assert caught.value.where == str(tmp_path)


@pytest.mark.parametrize("model", ["nowhere/no-such-model", "{folder}"])
def test_a_model_that_cannot_be_fetched_is_told_by_name(tmp_path: Path, model: str) -> None:
    name = model.format(folder=tmp_path)
    with pytest.raises(EmbedderUnavailable) as caught:
        SentenceTransformerEmbedder(name, offline=True).embed_query("hyra")
    assert caught.value.where == name
    assert "network" in caught.value.remedy


def test_a_model_without_network_is_told_by_name() -> None:
    with pytest.raises(EmbedderUnavailable, match="nowhere/no-such-model"):
        SentenceTransformerEmbedder("nowhere/no-such-model").embed_query("hyra")


def _same(one: np.ndarray, other: np.ndarray) -> bool:
    return bool(np.allclose(one, other, atol=1e-5))


def test_prompts_that_are_set_come_before_query_and_passage(transformer: Path) -> None:
    plain = SentenceTransformerEmbedder(str(transformer))
    prompted = SentenceTransformerEmbedder(str(transformer), Prompts("query: ", "passage: "))
    assert _same(prompted.embed_query("hyra"), plain.embed_query("query: hyra"))
    assert _same(prompted.embed_passages(["hyra"])[0], plain.embed_query("passage: hyra"))
    assert prompted.name != plain.name


def test_the_models_own_prompts_are_used(tmp_path: Path) -> None:
    folder = save_transformer(tmp_path / "own", {"query": "query: ", "passage": "passage: "})
    own = SentenceTransformerEmbedder(str(folder))
    none = SentenceTransformerEmbedder(str(folder), Prompts("", ""))
    assert _same(own.embed_query("hyra"), none.embed_query("query: hyra"))
    assert _same(own.embed_passages(["hyra"])[0], none.embed_passages(["passage: hyra"])[0])


def test_a_known_family_is_prompted_where_the_model_says_nothing(tmp_path: Path) -> None:
    family = SentenceTransformerEmbedder(str(save_transformer(tmp_path / "multilingual-e5-large")))
    none = SentenceTransformerEmbedder(str(tmp_path / "multilingual-e5-large"), Prompts("", ""))
    assert _same(family.embed_query("hyra"), none.embed_query("query: hyra"))
    assert _same(family.embed_passages(["hyra"])[0], none.embed_passages(["passage: hyra"])[0])
