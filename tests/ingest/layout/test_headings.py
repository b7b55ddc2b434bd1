import pytest

from ingest.layout.headings import body_of, is_heading, levels, rank
from ingest.layout.paragraphs import Paragraph, paragraphs_of
from tests.ingest.drawn import line, segments


def set_as(text: str, size: float = 10, *, bold: bool = False) -> Paragraph:
    (paragraph,) = paragraphs_of(segments(line(text, 50, 50, size, bold=bold)))
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
    assert is_heading(set_as(text, size, bold=bold), 10)


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
    assert not is_heading(set_as(text, size, bold=bold), 10)


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
    assert body_of(paragraphs) == 9.5
    assert body_of([]) == 10.0
