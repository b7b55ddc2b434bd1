"""The whole of training, over a corpus of a few lines."""

from pathlib import Path

import numpy as np
import pytest

from index.model2vec_embedder import Model2VecEmbedder
from index.sentence_transformer_embedder import SentenceTransformerEmbedder
from index.training.__main__ import main
from index.training.corpus import Stretch
from index.training.folder import LARGEST, to_whole_numbers
from index.training.held_out import ndcg_at_ten, split

SUBJECTS = {
    "Skolan": ("Elever läser böcker i klassen.", "Läraren rättar elevers prov och läxor.", "Klassen läser böcker."),
    "Vägen": ("Bussen kör på vägen till staden.", "Tåg och bussar kör genom staden.", "Vägen byggs av staden."),
    "Vården": ("Läkaren möter patienten på sjukhuset.", "Sjukhuset vårdar patienter.", "Läkaren vårdar patienten."),
}


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("corpus")
    lines = [
        f"{heading} {number}\n{one} Det var dag {number}.\n{other} Så var det dag {number}.\n"
        for number in range(150)
        for heading, (one, other, _) in SUBJECTS.items()
    ]
    (folder / "subjects.txt").write_text("\n".join(lines), "utf-8")
    return folder


def trained(corpus: Path, out: Path, *more: str) -> Path:
    small = ("--pieces=300", "--dimension=16", "--batch=64", "--epochs=4", "--longest=50")
    assert main(["--corpus", str(corpus), "--out", str(out), *small, *more]) == 0
    return out


@pytest.fixture(scope="module")
def model(corpus: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return trained(corpus, tmp_path_factory.mktemp("models") / "model")


def test_texts_on_one_subject_come_to_lie_near_one_another(model: Path) -> None:
    embedder = Model2VecEmbedder(model)
    said = embedder.embed_passages([first for first, _, _ in SUBJECTS.values()])
    again = embedder.embed_passages([third for _, _, third in SUBJECTS.values()])
    assert (said @ again.T).argmax(axis=1).tolist() == [0, 1, 2]


def test_a_trained_folder_gives_the_same_vectors_through_both_loaders(model: Path) -> None:
    texts = ["Elever läser", "bussarna kör", "\u2603", "patienternas läkare " * 300]
    light, full = Model2VecEmbedder(model), SentenceTransformerEmbedder(str(model))
    assert np.allclose(light.embed_passages(texts), full.embed_passages(texts), atol=1e-4)


def test_the_forms_of_a_word_have_one_vector(model: Path) -> None:
    one, other = Model2VecEmbedder(model).embed_passages(["patienten", "patienter"])
    assert np.allclose(one, other, atol=0.01)


def test_training_again_gives_the_same_files(corpus: Path, model: Path, tmp_path: Path) -> None:
    again = trained(corpus, tmp_path / "model")
    assert Model2VecEmbedder(again).name == Model2VecEmbedder(model).name
    other = trained(corpus, tmp_path / "other" / "model", "--seed=2")
    assert Model2VecEmbedder(other).name != Model2VecEmbedder(model).name


def test_a_model_card_in_the_folder_stays(corpus: Path, tmp_path: Path) -> None:
    (tmp_path / "README.md").write_text("card", "utf-8")
    trained(corpus, tmp_path, "--minutes=0.01")
    assert (tmp_path / "README.md").read_text("utf-8") == "card"


def test_a_corpus_without_files_is_told(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match=r"no \.txt"):
        main(["--corpus", str(tmp_path), "--out", str(tmp_path / "model")])


def test_each_hundredth_stretch_is_kept_out() -> None:
    stretches = [Stretch(str(number)) for number in range(250)]
    training, kept_out = split(stretches)
    assert [stretch.heading for stretch in kept_out] == ["0", "100", "200"]
    assert len(training) == 247


def test_where_nothing_is_kept_out_the_measure_is_nought(model: Path) -> None:
    assert ndcg_at_ten(model, []) == 0.0


def test_rounded_rows_are_off_by_half_a_step_at_most() -> None:
    rows = np.random.default_rng(1).standard_normal((5, 8)).astype(np.float32)
    rows[2] = 0
    whole, worth = to_whole_numbers(rows)
    assert np.abs(whole).max() == LARGEST
    assert (np.abs(whole * worth[:, None] - rows) <= worth[:, None] / 2 + 1e-6).all()
    assert not whole[2].any()
