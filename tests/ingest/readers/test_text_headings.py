from pathlib import Path

import pytest

from ingest.pages import BlockKind
from ingest.readers.text_reader import TextReader

PROSE = "Vi planterar tusen granar i kommunen varje år."


def headings(tmp_path: Path, text: str) -> list[tuple[str, int]]:
    path = tmp_path / "plan.txt"
    path.write_text(text, encoding="utf-8")
    blocks = TextReader().read(path, lambda done, total: None).blocks
    return [(block.text, block.level) for block in blocks if block.kind is BlockKind.HEADING]


def test_numbers_with_parts_give_the_levels(tmp_path: Path) -> None:
    text = f"\n\n{PROSE}\n\n".join(["1 Skog", "1.1 Gran", "1.1.1 Kottar", "2. Hav", "2.1 Sill", "Slut."])
    assert headings(tmp_path, text) == [
        ("1 Skog", 1),
        ("1.1 Gran", 2),
        ("1.1.1 Kottar", 3),
        ("2. Hav", 1),
        ("2.1 Sill", 2),
    ]


def test_numbered_items_of_a_plain_text_are_no_headings(tmp_path: Path) -> None:
    assert headings(tmp_path, f"1. Gran\n\n{PROSE}\n\n2. Tall\n\n{PROSE}") == []


def test_a_list_of_contents_gives_the_levels_and_is_none_of_the_headings(tmp_path: Path) -> None:
    contents = "Skog ........ 3\n   Gran ...... 4\nHav ......... 9\n"
    text = f"{contents}\nSkog\n\n{PROSE}\n\nGran\n\n{PROSE}\n\nKottar\n\n{PROSE}\n\nHav\n\n{PROSE}"
    assert headings(tmp_path, text) == [("Skog", 1), ("Gran", 2), ("Kottar", 3), ("Hav", 1)]


def test_numbered_goals_lie_as_deep_as_their_words_rank(tmp_path: Path) -> None:
    text = f"Målområde 1: Skog\n\n{PROSE}\n\nDelmål 1: Gran\n\n{PROSE}\n\nMålområde 2: Hav\n\n{PROSE}"
    (area, outer), (goal, inner), (other, last) = headings(tmp_path, text)
    assert (area, goal, other) == ("Målområde 1: Skog", "Delmål 1: Gran", "Målområde 2: Hav")
    assert outer == last < inner


def test_goals_of_one_word_lie_beside_other_headings(tmp_path: Path) -> None:
    text = f"Bakgrund\n\n{PROSE}\n\nDelmål 1: Gran\n\n{PROSE}\n\nDelmål 2: Tall\n\n{PROSE}"
    assert len({level for _, level in headings(tmp_path, text)}) == 1


def test_capitals_lie_over_other_headings(tmp_path: Path) -> None:
    assert headings(tmp_path, f"SKOGSBRUK\n\n{PROSE}\n\nGran\n\n{PROSE}") == [("SKOGSBRUK", 2), ("Gran", 3)]


@pytest.mark.parametrize("lead", ["Skogens tre träd är", "Planen har tre prioriteringar för skogen"])
def test_a_sentence_that_leads_to_a_list_is_no_heading(tmp_path: Path, lead: str) -> None:
    assert headings(tmp_path, f"{PROSE}\n\n{lead}\n\n• Gran\n\n• Tall\n\n• En") == []


def test_a_sentence_between_two_lists_heads_the_second(tmp_path: Path) -> None:
    lead = "Nämnderna har valt följande områden för 2026"
    assert headings(tmp_path, f"{PROSE}\n\n• Gran\n\n• Tall\n\n{lead}\n\n• Sill\n\n• Torsk") == [(lead, 2)]


def test_a_label_with_its_amount_on_the_next_line_is_no_heading(tmp_path: Path) -> None:
    assert headings(tmp_path, f"{PROSE}\n\nBilkostnader\n\n-40\n\nKonsulter\n\n1 250") == []


def test_a_long_heading_in_capitals_over_two_lines_is_one(tmp_path: Path) -> None:
    text = f"{PROSE}\n\nVÅRA SKOGAR – TILLSAMMANS FÖR EN \n\nLEVANDE LANDSBYGD I HELA LÄNET\n\n{PROSE}"
    assert headings(tmp_path, text) == [("VÅRA SKOGAR – TILLSAMMANS FÖR EN LEVANDE LANDSBYGD I HELA LÄNET", 2)]
