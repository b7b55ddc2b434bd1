import pytest

from tests.assistant.checks.made import PLAN, quoting, refused_by


def refused(text: str, quote: str, section: int) -> bool:
    return "counts_are_grounded" in refused_by(quoting(text, section, quote), "Hur många ledamöter har direktionen?")


@pytest.mark.parametrize("number", ["Tjugotvå", "22"])
def test_a_number_that_is_no_word_here_is_left_to_the_check_of_digits(number: str) -> None:
    assert not refused(f"Direktionen har {number} ledamöter. [1]", "Direktionen har 22 ledamöter.", 0)


def test_a_number_in_words_that_nothing_cited_says_is_refused() -> None:
    assert refused("Direktionen har fem ledamöter. [1]", "Direktionen har 22 ledamöter.", 0)


def test_a_number_in_words_that_stands_in_digits_in_what_is_cited_passes() -> None:
    assert "11 medlemskommuner" in PLAN.sections[0].text
    assert not refused("Elva kommuner är medlemmar. [1]", "Kustlinjen bildades 1998 och har 11 medlemskommuner.", 0)


def test_a_number_in_words_is_how_many_are_listed() -> None:
    quote = "Utsläppen från resor ska minska med 40 % till 2030."
    assert not refused("Två mål:\n• Utsläppen från resor ska minska. [1]\n• Utsläppen från resor. [1]", quote, 1)
    assert refused("Tre mål:\n• Utsläppen från resor ska minska. [1]\n• Utsläppen från resor. [1]", quote, 1)
