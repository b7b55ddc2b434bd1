import pytest

from ingest.readers.text_contents import contents_of, key_of


@pytest.mark.parametrize("dots", [".....", " . . . . ", "……"])
def test_lines_with_leader_dots_are_the_contents(dots: str) -> None:
    text = f"Innehåll\n1 Skog{dots}3\n1.1 Gran{dots}3\n1.1.1 Kottar{dots}4\n2 Hav{dots}9\n\nSkog\n\nTräd växer."
    assert contents_of(text) == {"skog": 1, "gran": 2, "kottar": 3, "hav": 1}


def test_lines_that_are_set_in_lie_deeper() -> None:
    assert contents_of("INNEHÅLLSFÖRTECKNING\n\nSkog 3\n   Gran 4\n   Tall 4\nHav 9\n\nSkogen växer.") == {
        "skog": 1,
        "gran": 2,
        "tall": 2,
        "hav": 1,
    }


@pytest.mark.parametrize(
    "text",
    [
        "Skog 3\nGran 4\nHav 9",
        "Innehåll\nSkog 3\nGran 4",
        "Innehåll\nSkog 30\nGran 12\nHav 9",
        "Skog växer.\nHav svallar.",
    ],
)
def test_rows_of_amounts_or_too_few_lines_are_no_contents(text: str) -> None:
    assert contents_of(text) == {}


def test_a_heading_is_known_without_its_number_and_its_breaks() -> None:
    assert key_of("2.1 Skogs- vård") == key_of("SKOGSVÅRD")
