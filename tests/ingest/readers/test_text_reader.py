from pathlib import Path

import pytest

from ingest.pages import Block, BlockKind
from ingest.readers.text_reader import TextReader


def read(tmp_path: Path, text: str) -> tuple[Block, ...]:
    path = tmp_path / "plan.txt"
    path.write_text(text, encoding="utf-8")
    return TextReader().read(path, lambda done, total: None).blocks


def test_prose_items_headings_and_tables_are_told_apart(tmp_path: Path) -> None:
    text = "BUDGET\n\nKansliet leder arbetet i hela förbundet.\n\n• Möten\n\n2025 2026\nHyra 1 670 1 720\nLön 3 4\n"
    assert [(block.kind, block.text) for block in read(tmp_path, text)] == [
        (BlockKind.HEADING, "BUDGET"),
        (BlockKind.PARAGRAPH, "Kansliet leder arbetet i hela förbundet."),
        (BlockKind.ITEM, "• Möten"),
        (BlockKind.TABLE, "\t2025\t2026\nHyra\t1 670\t1 720\nLön\t3\t4"),
    ]


def test_a_title_left_at_the_end_of_its_page_comes_first(tmp_path: Path) -> None:
    text = "KANSLI\n\nVi leder.\n\nBudget och plan\fMUSEUM\n\nVi visar.\n\nBudget och plan\n"
    assert [(block.text, block.level) for block in read(tmp_path, text) if block.kind is BlockKind.HEADING] == [
        ("Budget och plan", 1),
        ("KANSLI", 2),
        ("Budget och plan", 1),
        ("MUSEUM", 2),
    ]


def test_no_heading_is_lost_on_a_page_that_names_the_title_of_another(tmp_path: Path) -> None:
    text = "Vi odlar.\n\nRegional utveckling\fVi visar.\n\nREGIONAL UTVECKLING\n\nVi växer.\n\nBudget och plan\n"
    assert [block.text for block in read(tmp_path, text) if block.kind is BlockKind.HEADING] == [
        "Regional utveckling",
        "Budget och plan",
        "REGIONAL UTVECKLING",
    ]


def test_tables_of_one_form_on_a_page_of_several_units_know_their_rivals(tmp_path: Path) -> None:
    table = "2025 2026\nAvgift 1 2\nHyra 3 4\nResultat 5 6\n\n"
    text = f"KANSLI\n\nVi leder alla.\n\nMUSEUM\n\nVi visar allt.\n\n{table}{table}"
    tables = [block for block in read(tmp_path, text) if block.kind is BlockKind.TABLE]
    assert [block.rivals for block in tables] == [("KANSLI", "MUSEUM")] * 2


@pytest.mark.parametrize("line", ["Omsättning 53 miljoner kronor", "Vaccination 4,20 4,20 Hälsoval"])
def test_a_line_with_an_amount_is_no_heading(tmp_path: Path, line: str) -> None:
    (block,) = read(tmp_path, line)
    assert block.kind is BlockKind.PARAGRAPH


def test_a_line_that_states_the_unit_is_no_heading(tmp_path: Path) -> None:
    text = "2025 2026\nHyra 1 670 1 720\nLön 3 4\n\nAlla belopp i miljoner kronor\fBUDGET\n\nVi visar.\n"
    headings = [block.text for block in read(tmp_path, text) if block.kind is BlockKind.HEADING]
    assert headings == ["BUDGET"]


def test_a_page_number_alone_on_its_line_is_left_out(tmp_path: Path) -> None:
    text = "• Vård och omsorg\n11\n\n\n\nFINANSIELLA MÅL\n\nVi sparar.\n"
    assert [block.text for block in read(tmp_path, text)] == ["• Vård och omsorg", "FINANSIELLA MÅL", "Vi sparar."]


def test_soft_hyphens_and_ligatures_are_gone(tmp_path: Path) -> None:
    assert read(tmp_path, "Fi\u00adnansiering och \ufb01nans.")[0].text == "Finansiering och finans."


def test_every_word_is_kept(tmp_path: Path) -> None:
    text = (
        "Rubrik\n\nEn text\nsom går om,\n\n• punkt ett\nrad två\n\nKOSTNADER\n2025\nHyra 10\nLön 20\n\n12 kap.\n\nSlut"
    )
    letters = "".join(block.text for block in read(tmp_path, text))
    assert sorted("".join(letters.split())) == sorted("".join(text.split()))


def test_the_title_of_a_table_is_no_heading_and_the_headings_over_it_are(tmp_path: Path) -> None:
    text = (
        "HAMNAR\n\nVi har två hamnar.\n\nAvgifter\n\nTabell 2. Avgifter, tkr\n\n"
        "Hamn            Båtar      2025      2026\nNorra              54       118       141\n"
        "Södra              18        11        14\n"
    )
    blocks = read(tmp_path, text)
    assert [block.text for block in blocks if block.kind is BlockKind.HEADING] == ["HAMNAR", "Avgifter"]
    assert blocks[-2].text == "Tabell 2. Avgifter, tkr"
    assert blocks[-1].rows == (
        ("Hamn", "Båtar", "2025", "2026"),
        ("Norra", "54", "118", "141"),
        ("Södra", "18", "11", "14"),
    )


def test_columns_parted_by_single_spaces_are_named_by_the_words_over_them(tmp_path: Path) -> None:
    rows = "Norra bryggan 54 98 118,4\nViken 18 84 11,2\nÖn 10 – 3,1\n"
    text = f"HAMNAR\n\nTabell 1. Hamnar\n\nHamn Båtar Bojar Besök\n{rows}"
    assert read(tmp_path, text)[-1].rows == (
        ("Hamn", "Båtar", "Bojar", "Besök"),
        ("Norra bryggan", "54", "98", "118,4"),
        ("Viken", "18", "84", "11,2"),
        ("Ön", "10", "–", "3,1"),
    )
