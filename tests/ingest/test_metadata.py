from pathlib import Path

import pytest

from ingest.metadata import organisation_of, period_of, title_of
from ingest.pages import Block, Document
from tests.ingest.made import heading, paragraph

FILE = Path("norrvik-verksamhetsplan-2025-2027.pdf")


def document(*blocks: Block, title: str = "", author: str = "") -> Document:
    return Document(blocks, None, title, author)


def test_the_files_own_title_wins_where_it_names_a_plan() -> None:
    assert title_of(document(heading("Något"), title="Budget 2025"), FILE) == "Budget 2025"


def test_a_heading_with_plan_and_year_is_the_title_otherwise() -> None:
    found = title_of(document(heading("Förord"), heading("Verksamhetsplan 2025"), title="Microsoft Word - x"), FILE)
    assert found == "Verksamhetsplan 2025"


def test_without_any_the_file_name_is_made_readable() -> None:
    assert title_of(document(paragraph("Hej.")), FILE) == "Norrvik verksamhetsplan 2025–2027"


def test_the_author_is_the_organisation_where_it_is_one() -> None:
    assert organisation_of(document(author="Norrviks kommun"), "Budget") == "Norrviks kommun"
    assert organisation_of(document(paragraph("Norrviks kommun växer."), author="Anna Berg"), "") == "Norrviks kommun"


@pytest.mark.parametrize(
    ("title", "organisation"),
    [
        ("Norrviks kommun: budget 2025", "Norrviks kommun"),
        ("Budget för Region Östersund 2025", "Region Östersund"),
        ("Södra Dalens kommunalförbund", "Södra Dalens kommunalförbund"),
        ("Norrviks stad", "Norrviks stad"),
    ],
)
def test_the_title_names_the_organisation(title: str, organisation: str) -> None:
    assert organisation_of(document(), title) == organisation


def test_the_name_used_most_is_the_organisation_in_its_whole_length() -> None:
    blocks = [paragraph("Södra Dalens kommunalförbund leds av en direktion.")]
    blocks += [paragraph("Norrviks kommun är medlem."), paragraph("Dalens kommunalförbund växer.")] * 2
    blocks += [paragraph("Dalens kommunalförbund beslutar.")]
    assert organisation_of(document(*blocks), "Budget") == "Södra Dalens kommunalförbund"


def test_a_word_that_stands_once_before_the_name_is_no_part_of_it() -> None:
    names = [
        "Norrviks kommunalförbund leder.",
        "Nytta Norrviks kommunalförbund växer.",
        "Norrviks kommunalförbund ler.",
    ]
    assert organisation_of(document(*map(paragraph, names)), "Budget") == "Norrviks kommunalförbund"


def test_the_end_of_a_longer_name_is_no_organisation() -> None:
    blocks = [paragraph("Vi äger Business Region Norrvik."), paragraph("Norrviks kommun beslutar.")]
    assert organisation_of(document(*blocks), "Budget") == "Norrviks kommun"


def test_cells_of_a_table_are_no_name() -> None:
    assert organisation_of(document(paragraph("Region\tFolkmängd\nNorrviks\tkommun")), "Budget") == ""


def test_a_document_without_a_name_has_no_organisation() -> None:
    assert organisation_of(document(paragraph("Vi växer.")), "Budget") == ""


@pytest.mark.parametrize(
    ("title", "file", "period"),
    [
        ("Budget 2025–2027", "x.pdf", (2025, 2027)),
        ("Budget 2024", "x.pdf", (2024, 2024)),
        ("Budget 2025–2027, antagen 2024-11-20", "x.pdf", (2025, 2027)),
        ("Verksamhetsplan 2025 (beslutad av direktionen 2024)", "x.pdf", (2025, 2025)),
        ("Antagen budget 2025", "x.pdf", (2025, 2025)),
        ("Reviderad budget 2025, dnr 2024/118", "x.pdf", (2025, 2025)),
        ("Budget", "budget_2026-2028.pdf", (2026, 2028)),
        ("Vision 2010–2040", "budget.pdf", None),
        ("Budget", "budget.pdf", None),
    ],
)
def test_the_period_stands_in_title_or_file_name(title: str, file: str, period: tuple[int, int] | None) -> None:
    assert period_of(title, Path(file), ()) == period


def test_the_period_may_stand_in_the_first_headings() -> None:
    blocks = (heading("Förord"), paragraph("År 1999."), heading("Plan 2025-2026"))
    assert period_of("Verksamhetsplan", Path("x.pdf"), blocks) == (2025, 2026)


@pytest.mark.parametrize(
    ("cover", "organisation"),
    [
        ("Almvinge kommun", "Almvinge kommun"),
        ("Räddningsförbundet Norra Viken", "Räddningsförbundet Norra Viken"),
        ("Samverkansförbundet Tre Vikar Dnr 2025/41", "Samverkansförbundet Tre Vikar"),
        ("Fyrverket", "Fyrverket"),
        ("Varje kommun beslutar.", "Region Norrvik"),
    ],
)
def test_a_name_that_stands_alone_on_the_cover_is_the_organisation_s(cover: str, organisation: str) -> None:
    blocks = [heading("Budget 2026"), paragraph(cover), *[paragraph("Region Norrvik bidrar till länet.")] * 3]
    assert organisation_of(document(*blocks), "Budget 2026") == organisation


@pytest.mark.parametrize(
    ("cover", "period"),
    [
        ("med plan för 2027–2028", (2026, 2028)),
        ("med investeringsplan 2026–2029", (2026, 2029)),
        ("med utblick mot 2040", (2026, 2026)),
        ("Enligt regional plan 2021–2030", (2026, 2026)),
    ],
)
def test_a_cover_that_adds_a_plan_for_years_more_makes_the_period_longer(cover: str, period: tuple[int, int]) -> None:
    blocks = [heading("Mål och budget 2026"), paragraph(cover)]
    assert period_of("Mål och budget 2026", Path("x.pdf"), blocks) == period


def test_years_right_under_the_first_heading_belong_to_the_title() -> None:
    blocks = [heading("SOTARFÖRBUNDET"), heading("Verksamhetsplan", 2), paragraph("2025–2027")]
    assert title_of(document(*blocks), Path("x.txt")) == "Verksamhetsplan 2025–2027"


@pytest.mark.parametrize(
    ("sentence", "organisation"),
    [
        ("Vikens slamlag (VSL) är ett kommunalförbund som hämtar slam.", "Vikens slamlag"),
        ("Förbundet är ett kommunalförbund som hämtar slam.", ""),
    ],
)
def test_what_a_sentence_says_is_an_organisation_is_its_name(sentence: str, organisation: str) -> None:
    assert organisation_of(document(paragraph("Slam och annat i viken, som är fint."), paragraph(sentence)), "") == (
        organisation
    )
