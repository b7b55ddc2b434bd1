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


def test_a_short_line_between_a_sentence_and_a_new_start_stands_alone() -> None:
    text = "Skogen växer i hela kommunen.\nGran\nAlla granar ska gallras innan året är slut."
    assert chunks(text) == text.split("\n")


def test_a_wrapped_line_stands_alone_where_the_next_word_had_room_on_it() -> None:
    prose = "Förbundets granar är nyckeln till genomförandet av\nplanen."
    assert chunks(f"Skog och mark \n{prose}")[0] == "Skog och mark"
    assert chunks(f"Granar från hela det stora skogslänet växer upp mot \n{prose}")[0].endswith("planen.")


def test_a_heading_of_two_narrow_lines_stands_over_its_prose() -> None:
    assert chunks("Granar och\ntallar\nSkogen består av många granar och av\ntallar.")[0] == "Granar och tallar"


def test_a_line_in_capitals_parts_what_stands_around_it() -> None:
    assert chunks("• Gallra alla granar\nHAVET OCH SJÖN\nVi fiskar.") == [
        "• Gallra alla granar",
        "HAVET OCH SJÖN",
        "Vi fiskar.",
    ]


def test_a_title_is_no_part_of_a_wrapped_paragraph_before_it() -> None:
    text = (
        "Detta görs genom att gallra skogen i hela länet och att plantera nya granar i \n\n"
        "alla delar av kommunen så att de kan växa och trivas i lugn och ro med \n\n"
        "Skogens syfte \n\nSkogen syftar till att stärka kommunen som helhet."
    )
    assert chunks(text)[1:] == ["Skogens syfte", "Skogen syftar till att stärka kommunen som helhet."]


def test_neighbouring_lines_after_one_space_are_items_not_pages() -> None:
    assert chunks("Vi ska:\n Gallra\n Plantera\n Fälla\nSlut.")[1:4] == ["• Gallra", "• Plantera", "• Fälla"]
    assert [line.opens_page for line in lines_of("Vi ska:\n Gallra\n Plantera\n Fälla")] == [True, False, False, False]


def test_a_capital_after_one_space_inside_a_paragraph_turns_no_page() -> None:
    text = "Den gäller\ngenom särskilda avtal med alla kommuner i hela\n Götaland och med\nregionen."
    assert [line.opens_page for line in lines_of(text)] == [True, False, False, False]


def test_numbers_that_count_the_ends_of_pages_are_left_out() -> None:
    text = "Gran.\n1\fTall.\n2\fEk.\n3\fAl."
    assert [line.text for line in lines_of(text)] == ["Gran.", "Tall.", "Ek.", "Al."]
    assert [line.text for line in lines_of("Gran.\n7\fTall.\n2\fEk.\n3\fAl.")][1] == "7"
