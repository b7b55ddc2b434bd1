import pytest

from ingest.checks.row_names import meaning_of


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Personalkostnaderna uppgår 2025 till", "Personalkostnader"),
        ("De totala intäkterna är", "Summa intäkter"),
        ("Förbundsmedlen", "Förbundsmedel"),
        ("Hyran blir", "Hyra"),
        ("Årets resultat", "Resultat"),
        ("de administrativa kostnaderna", "Administrativa kostnader"),
    ],
)
def test_endings_and_filling_words_make_no_difference(text: str, label: str) -> None:
    assert meaning_of(text) == meaning_of(label)


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Personalkostnaderna i projektet", "Personalkostnader"),
        ("Personal", "Personalkostnader"),
        ("Övriga intäkter", "Intäkter"),
    ],
)
def test_another_word_is_another_row(text: str, label: str) -> None:
    assert meaning_of(text) != meaning_of(label)
