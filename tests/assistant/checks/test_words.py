import pytest

from assistant.checks.words import DOWN, UP, closeness, is_said, same_words
from assistant.written_numbers import written_numbers


@pytest.mark.parametrize(
    ("label", "text", "said"),
    [
        ("Medlemsavgifter", "medlemsavgiften är låg", True),
        ("Medlemsavgifter", "avgiften är låg", False),
        ("Övriga intäkter", "de övriga intäkterna", True),
        ("Övriga intäkter", "övriga kostnader", False),
        ("Hyra", "hyran", True),
        ("", "hyran", False),
    ],
)
def test_a_label_is_said_in_any_inflection(label: str, text: str, said: bool) -> None:
    assert is_said(label, text) is said


def test_a_name_is_found_as_words_of_its_own() -> None:
    assert same_words("5G", "utbyggnad av 5g pågår")
    assert not same_words("5G", "15G")


def test_numbers_are_close_that_stand_beside_the_same_words() -> None:
    here, there = "Det finns 11 kommuner.", "Kustlinjen har 11 kommuner och 22 ledamöter."
    (number,), (same, other) = written_numbers(here), written_numbers(there)
    assert closeness(here, number, there, same) > closeness(here, number, there, other) == 0


@pytest.mark.parametrize("word", ["ökar", "ökningen", "högre", "increases", "rose", "uppgång"])
def test_words_for_up(word: str) -> None:
    assert UP.search(word)
    assert not DOWN.search(word)


@pytest.mark.parametrize("word", ["minskar", "minskning", "lägre", "sänks", "decreased", "fell"])
def test_words_for_down(word: str) -> None:
    assert DOWN.search(word)
    assert not UP.search(word)
