import pytest

from ingest.layout.paragraphs import join_lines
from ingest.readers.text_chunks import chunks_of, lines_of


def chunks(text: str) -> list[str]:
    return [join_lines([line.text for line in chunk]) for chunk in chunks_of(lines_of(text))]


@pytest.mark.parametrize("turn", ["Ett.\fTvå.", "Ett.\nSida 3\nTvå.", "Ett.\n\nSida 3 (20)\nTvå.", "Ett.\n Två."])
def test_a_page_turns_at_a_form_feed_its_remains_or_a_page_number(turn: str) -> None:
    assert [(line.text, line.opens_page) for line in lines_of(turn)] == [("Ett.", True), ("Två.", True)]


def test_lines_that_go_on_are_one_chunk() -> None:
    assert chunks("Förbundet ska verka för samverkan mellan alla\nkommuner i länet.\nDet gäller länge.") == [
        "Förbundet ska verka för samverkan mellan alla kommuner i länet. Det gäller länge."
    ]


def test_a_blank_line_parts_finished_chunks_only() -> None:
    assert chunks("Ett stycke är slut.\n\nEtt nytt börjar.") == ["Ett stycke är slut.", "Ett nytt börjar."]
    assert chunks("Insatser sker för att öka den\n\nexterna finansieringen.") == [
        "Insatser sker för att öka den externa finansieringen."
    ]


def test_items_start_their_own_chunks() -> None:
    assert chunks("Målen är:\n• Växa\nmer än\n• Vila\n1. Först\n2. Sen") == [
        "Målen är:",
        "• Växa mer än",
        "• Vila",
        "1. Först",
        "2. Sen",
    ]


def test_a_short_line_over_a_new_start_stands_alone() -> None:
    assert chunks("Finansiering\nVerksamheten finansieras av medlemmarnas avgifter och av bidrag.") == [
        "Finansiering",
        "Verksamheten finansieras av medlemmarnas avgifter och av bidrag.",
    ]


def test_addresses_on_lines_of_their_own_stay_apart() -> None:
    assert chunks("https://kommun.example/\nhttps://region.example/plan/\nwww.skola.example") == [
        "https://kommun.example/",
        "https://region.example/plan/",
        "www.skola.example",
    ]


def test_a_letter_that_a_symbol_font_drew_as_a_bullet_is_one_when_it_opens_three_lines() -> None:
    assert chunks("l Växa\nl Vila\nl Vänta") == ["• Växa", "• Vila", "• Vänta"]
    assert chunks("l Växa\nl Vila") == ["l Växa l Vila"]
