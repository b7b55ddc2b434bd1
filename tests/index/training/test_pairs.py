"""Which texts are paired, and how a text is cut into rows."""

import numpy as np
import pytest

from index.training.corpus import Stretch
from index.training.pairs import SYNONYM_ROUNDS, draw_pairs, texts_of
from index.training.prose import Prose, lay_out, read_synonyms, sentences

FIRST = "Kommunen bygger tre nya skolor nästa år. Två av dem ligger i centrum av staden."
SECOND = "Kostnaden är fyrtio miljoner kronor."
THIRD = "När ska de nya skolorna stå färdiga?"


@pytest.fixture
def prose() -> Prose:
    return lay_out([Stretch("2.1 Skolor", [FIRST, SECOND, THIRD]), Stretch("", ["Ensamt."])], [("bil", "vagn")])


def drawn(prose: Prose, seed: int = 1) -> list[tuple[str, str]]:
    return [texts_of(prose, pair) for pair in draw_pairs(prose, np.random.default_rng(seed))]


def test_a_paragraph_is_cut_at_the_ends_of_its_sentences() -> None:
    assert sentences(FIRST) == [FIRST[:40], FIRST[41:]]
    assert sentences("Avgiften är 3,5 kr per invånare.") == ["Avgiften är 3,5 kr per invånare."]


def test_each_heading_is_paired_with_what_stands_under_it(prose: Prose) -> None:
    assert [found for asked, found in drawn(prose) if asked == "Skolor"] == [
        f"{FIRST} {SECOND}",
        f"{SECOND} {THIRD}",
        THIRD,
    ]


def test_paragraphs_of_one_stretch_are_paired_with_the_next(prose: Prose) -> None:
    assert (FIRST, SECOND) in drawn(prose)
    assert (SECOND, THIRD) in drawn(prose)
    assert not any("Ensamt." in text for pair in drawn(prose) for text in pair)


def test_a_question_is_paired_with_the_ground_it_grew_from(prose: Prose) -> None:
    assert (THIRD, f"Skolor {FIRST} {SECOND}") in drawn(prose)


def test_a_question_without_ground_of_its_own_has_no_pair() -> None:
    stretches = [Stretch("Vad kostar det?", [FIRST, SECOND]), Stretch("Hur blir det?", ["Ska skolan byggas?"])]
    pairs = drawn(lay_out(stretches))
    assert all(FIRST not in found for asked, found in pairs if asked == "Hur blir det?")
    assert "Ska skolan byggas?" not in {asked for asked, _ in pairs}


def test_a_sentence_cut_out_is_paired_with_the_rest_and_the_next_paragraph(prose: Prose) -> None:
    one, other = sentences(FIRST)
    cut = {(one, f"{other} {SECOND}"), (other, f"{one} {SECOND}")}
    assert len(cut & set(drawn(prose))) == 1
    assert cut <= {pair for seed in range(9) for pair in drawn(prose, seed)}


def test_synonyms_come_several_times_over(prose: Prose) -> None:
    assert drawn(prose).count(("bil", "vagn")) == SYNONYM_ROUNDS


def test_prose_without_stretches_gives_synonyms_only() -> None:
    assert set(drawn(lay_out([], [("bil", "vagn")]))) == {("bil", "vagn")}


def test_synonyms_are_read_without_notices(tmp_path_factory: pytest.TempPathFactory) -> None:
    file = tmp_path_factory.mktemp("lexicon") / "pairs.tsv"
    file.write_text("# notice\nbil\tvagn\t4.0\n\nhus\tbyggnad\t3.5\n", "utf-8")
    assert read_synonyms(file) == [("bil", "vagn"), ("hus", "byggnad")]
