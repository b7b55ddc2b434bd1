"""Swedish words are compared by inflection and compound parts."""

import pytest

from assistant.understanding.words import Vocabulary, likeness

WORDS = (
    *("avgift", "medlem", "personal", "kostnader", "konsult", "kommun", "kommunikation"),
    *("medlemsavgifter", "konsultkostnader", "arbete", "miljö"),
)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("medlemsavgiften", "medlemsavgift"),
        ("kommun", "kommunernas"),
        ("möte", "möten"),
        ("medel", "medlen"),
        ("medlem", "medlemmarna"),
        ("hyra", "hyror"),
        ("program", "programmet"),
    ],
)
def test_forms_of_one_word_are_alike(one: str, other: str) -> None:
    assert likeness(one, other) > 0.9


@pytest.mark.parametrize(
    ("one", "other"),
    [("kommun", "kommunikation"), ("bil", "bild"), ("plan", "plats"), ("direktion", "direktör"), ("tjänar", "tjänst")],
)
def test_other_words_are_not(one: str, other: str) -> None:
    assert likeness(one, other) == 0


def test_a_compound_is_known_by_its_parts() -> None:
    vocabulary = Vocabulary(WORDS)
    assert vocabulary.parts("medlemsavgift") == ("medlem", "avgift")
    assert vocabulary.parts("arbetsmiljö") == ("arbete", "miljö")
    assert vocabulary.parts("kommunikation") == ("kommunikation",)


def test_a_word_meets_the_compound_that_it_ends_or_begins() -> None:
    vocabulary = Vocabulary(WORDS)
    assert vocabulary.affinity("avgiften", "medlemsavgifter") > vocabulary.affinity("konsulter", "konsultkostnader") > 0
    assert vocabulary.affinity("kommun", "kommunikation") == 0
