from dataclasses import replace

import pytest

from ingest.layout.paragraphs import is_item, join_lines, paragraphs_of
from ingest.pages import Style
from tests.ingest.drawn import line, segments


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        (["Ett", "två"], "Ett två"),
        (["för-", "bundet"], "förbundet"),
        (["Göteborg-", "Borås"], "Göteborg-Borås"),
        (["vård-", "och omsorg"], "vård- och omsorg"),
        (["in-", "eller utland"], "in- eller utland"),
        (["EU-", "medel"], "EU-medel"),
        (["och/", "eller"], "och/eller"),
        (["2025-", "2027"], "2025- 2027"),
        (["", "Ett", "", "två"], "Ett två"),
        (["Summa   kostnader"], "Summa kostnader"),
        ([], ""),
    ],
)
def test_lines_are_joined_and_broken_words_made_whole(lines: list[str], text: str) -> None:
    assert join_lines(lines) == text


@pytest.mark.parametrize("text", ["• Mötas", "- Mötas", "– Mötas", "1. Mötas", "12) Mötas", "75 % Strateg", "* Mötas"])
def test_items_are_known_by_their_mark(text: str) -> None:
    assert is_item(text)


@pytest.mark.parametrize("text", ["Mötas", "-40", "2025 2026", "1.5 gånger", "–", "75 %", "123. Mötas"])
def test_other_lines_are_no_items(text: str) -> None:
    assert not is_item(text)


def test_lines_of_one_leading_are_a_paragraph_and_more_white_parts() -> None:
    lines = [line(f"Rad {n} i stycket", 50, 50 + 13 * n) for n in range(3)]
    lines += [line(f"Nytt stycke {n}", 50, 110 + 13 * n) for n in range(2)]
    assert [p.text for p in paragraphs_of(segments(*lines))] == [
        "Rad 0 i stycket Rad 1 i stycket Rad 2 i stycket",
        "Nytt stycke 0 Nytt stycke 1",
    ]


def test_a_change_of_size_or_weight_starts_a_paragraph() -> None:
    lines = [line("Rubrik", 50, 50, bold=True), line("Texten under.", 50, 63), line("Stor", 50, 78, 16)]
    assert [p.text for p in paragraphs_of(segments(*lines))] == ["Rubrik", "Texten under.", "Stor"]


def test_a_bold_word_in_a_line_does_not_part_the_paragraph() -> None:
    mixed = [*line("Ett", 50, 63, bold=True), *line("viktigt ord", 68, 63)]
    lines = [line("Texten börjar", 50, 50), mixed, line("och går vidare.", 50, 76)]
    assert [p.text for p in paragraphs_of(segments(*lines))] == ["Texten börjar Ett viktigt ord och går vidare."]


def test_each_item_is_its_own_paragraph() -> None:
    lines = [line("• Första punkten som", 50, 50), line("går vidare", 50, 63), line("• Andra", 50, 76)]
    assert [p.text for p in paragraphs_of(segments(*lines))] == ["• Första punkten som går vidare", "• Andra"]


def test_the_box_is_around_all_lines() -> None:
    (paragraph,) = paragraphs_of(segments(line("Ett två", 50, 50), line("tre", 50, 63)))
    assert (paragraph.box.x0, paragraph.box.top, paragraph.box.bottom) == (50, 50, 73)


def test_short_lines_with_white_between_them_are_paragraphs_though_no_line_is_closer() -> None:
    lines = [
        line("Delmål", 50, 50),
        line("Nästa mål", 50, 69),
        line("som går över två", 50, 88),
        line("rader", 50, 100),
    ]
    assert [p.text for p in paragraphs_of(segments(*lines))] == ["Delmål", "Nästa mål", "som går över två rader"]


def test_a_coloured_line_heads_the_plain_ones_after_it() -> None:
    teal = Style(10.0, bold=False, color=(10, 92, 92))
    head = [replace(word, style=teal) for word in line("Mål: Kortare köer", 50, 50)]
    found = paragraphs_of(segments(head, line("Resultatmål:", 50, 63), line("Minst nio av tio", 50, 76)))
    assert [p.text for p in found] == ["Mål: Kortare köer", "Resultatmål: Minst nio av tio"]
