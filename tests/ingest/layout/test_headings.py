from dataclasses import replace

import pytest

from ingest.layout.headings import body_of, is_heading, levels, rank, without_short_capitals
from ingest.layout.paragraphs import Paragraph, paragraphs_of
from ingest.pages import Style
from tests.ingest.drawn import BLACK, line, segments

BODY = Style(10.0, bold=False, color=BLACK)


def set_as(text: str, size: float = 10, *, bold: bool = False, colour: tuple[int, int, int] = BLACK) -> Paragraph:
    words = [replace(word, style=replace(word.style, color=colour)) for word in line(text, 50, 50, size, bold=bold)]
    (paragraph,) = paragraphs_of(segments(words))
    return paragraph


@pytest.mark.parametrize(
    ("text", "size", "bold"),
    [
        ("Finansiering", 16, False),
        ("Finansiering", 10, True),
        ("FINANSIERING", 8, True),
        ("Budget 2025–2027", 14, True),
    ],
)
def test_larger_or_bold_lines_are_headings(text: str, size: float, bold: bool) -> None:
    assert is_heading(set_as(text, size, bold=bold), BODY)


@pytest.mark.parametrize(
    ("text", "size", "bold"),
    [
        ("Vanlig text", 10, False),
        ("Något större text", 11, False),
        ("Fet inledning:", 10, True),
        ("Fet mening som slutar.", 10, True),
        ("Totalt 725 %", 10, True),
        ("2025", 20, True),
        ("• Punkt", 14, True),
        ("Liten fet", 8, True),
        ("x" * 140, 20, False),
    ],
)
def test_other_lines_are_none(text: str, size: float, bold: bool) -> None:
    assert not is_heading(set_as(text, size, bold=bold), BODY)


@pytest.mark.parametrize("text", ["1. Inledning", "3.2 Budget", "2) Mål"])
def test_numbered_lines_are_headings_where_they_are_set_apart(text: str) -> None:
    assert is_heading(set_as(text, 10, bold=True), BODY)
    assert is_heading(set_as(text, 14), BODY)
    assert not is_heading(set_as(text, 10), BODY)


@pytest.mark.parametrize(("colour", "heads"), [((0, 80, 160), True), ((90, 90, 90), False), (BODY.color, False)])
def test_a_line_in_a_colour_of_its_own_is_a_heading(colour: tuple[int, int, int], heads: bool) -> None:
    assert is_heading(set_as("Finansiering", colour=colour), BODY) is heads


def test_an_address_in_colour_is_a_link() -> None:
    assert not is_heading(set_as("www.norrvik.se/budget", colour=(0, 80, 160)), BODY)


def test_a_heading_with_more_parts_in_its_number_stands_under_one_with_fewer() -> None:
    ranks = [
        rank(set_as(text, 14, bold=True)) for text in ("Förord", "1. Ekonomi", "1.1 Drift", "1.1.2 Löner", "2 Mål")
    ]
    assert [levels(ranks)[each] for each in ranks] == [1, 1, 2, 3, 1]


def test_larger_ranks_before_capitals_before_bold() -> None:
    ranks = [
        rank(set_as("Störst", 20)),
        rank(set_as("VERSAL", 12, bold=True)),
        rank(set_as("Fet", 12, bold=True)),
        rank(set_as("Mager", 12)),
    ]
    assert ranks == sorted(ranks)
    assert sorted(levels(ranks).values()) == [1, 2, 3, 4]


def test_sizes_within_a_point_share_a_level() -> None:
    ranks = [rank(set_as("A", 20)), rank(set_as("B", 19.5)), rank(set_as("C", 16))]
    assert [levels(ranks)[r] for r in ranks] == [1, 1, 2]


def test_the_body_is_what_most_text_is_set_in() -> None:
    paragraphs = [set_as("Rubrik", 20), set_as("Lång text i brödet som fortsätter", 9.5)]
    assert body_of(paragraphs) == Style(9.5, bold=False, color=BLACK)
    assert body_of([]) == BODY


def test_a_short_form_ranks_as_the_other_terms_beside_it_where_no_heading_is_in_capitals() -> None:
    terms = [(text, rank(set_as(text, bold=True))) for text in ("EKB", "Upphandling", "VAS")]
    assert len(set(without_short_capitals(terms))) == 1
    capitals = [(text, rank(set_as(text, bold=True))) for text in ("MÅL", "EKONOMI", "Upphandling")]
    assert [each for _, each in capitals] == without_short_capitals(capitals)
