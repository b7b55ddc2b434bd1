import pytest

from index.analysis import terms


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("10 760 tkr", ("10760", "tkr")),
        ("10\u00a0760\u00a0000 kr", ("10760000", "kr")),
        ("1 596 935,50 kr", ("1596935,50", "kr")),
        ("år 2026 258 tkr", ("år", "2026", "258", "tkr")),
        ("2025\u20132027", ("2025", "2027")),
        ("2,5 %", ("2,5", "procent")),
        ("\u2212258", ("258",)),
    ],
)
def test_numbers_are_one_term_each_and_years_stay_apart(text: str, expected: tuple[str, ...]) -> None:
    assert terms(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("SKR:s", ("skr",)),
        ("DRUM-budgeten", ("drum", "budget")),
        ("t.ex. m.m.", ("tex", "mm")),
        ("tkr", ("tkr",)),
    ],
)
def test_abbreviations_are_kept(text: str, expected: tuple[str, ...]) -> None:
    assert terms(text) == expected


def test_inflected_forms_become_one_term() -> None:
    assert len({terms(word) for word in ("avgift", "avgiften", "avgifter", "Avgifterna")}) == 1
    assert terms("personalkostnaderna") == terms("personalkostnad")
    assert terms("förbundskansliets") == terms("förbundskansli")


def test_letters_written_with_combining_marks_are_the_same() -> None:
    assert terms("a\u030arsarbetare") == terms("årsarbetare")


def test_a_text_without_words_has_no_terms() -> None:
    assert terms(" – • ( ) ") == ()
