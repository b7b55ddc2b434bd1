from decimal import Decimal

import pytest

from ingest.model import Basis, Figure, FigureKind, Unit, UnitSource
from ingest.pages import Block
from tests.ingest.made import grid, heading, item, paragraph, plan


def figures(*blocks: Block, under: str = "Finansiering") -> tuple[Figure, ...]:
    return plan(heading(under), *blocks).figures


def test_each_amount_of_a_sentence_is_a_figure_bound_to_it() -> None:
    sentence = "Avgiften för 2025 är 78 kronor/invånare, varav 41 kr/inv till basen och 37 kr/inv till utveckling."
    found = figures(paragraph(f"Vi samverkar. {sentence} Mer följer."))
    assert [(f.label, str(f.value), f.unit, f.year) for f in found] == [
        ("Avgiften för 2025", "78", Unit.KR_PER_INHABITANT, 2025),
        ("Avgiften för 2025, varav till basen", "41", Unit.KR_PER_INHABITANT, 2025),
        ("Avgiften för 2025, och till utveckling", "37", Unit.KR_PER_INHABITANT, 2025),
    ]
    assert {f.quote for f in found} == {sentence}
    assert {f.unit_source for f in found} == {UnitSource.PRINTED}
    assert found[0].path == ("Finansiering",)


def test_kronor_after_a_fee_per_inhabitant_are_per_inhabitant_too() -> None:
    found = figures(paragraph("Avgiften är 78 kronor/invånare varav 41 kronor går till basen."))
    assert [f.unit for f in found] == [Unit.KR_PER_INHABITANT, Unit.KR_PER_INHABITANT]


@pytest.mark.parametrize(
    ("sentence", "label"),
    [
        ("Projekten omsätter ca 19 000 tkr.", "Projekten omsätter"),
        ("Omsättning: cirka 53 miljoner kronor", "Omsättning:"),
        ("Avgiften räknas upp med 2,5 % årligen.", "Avgiften räknas upp med årligen"),
    ],
)
def test_the_label_is_the_clause_without_the_amount(sentence: str, label: str) -> None:
    assert figures(paragraph(sentence))[0].label.rstrip(":") == label.rstrip(":")


@pytest.mark.parametrize("line", ["75 % Strateg", "75% Strateg", "Strateg 75 %", "• 75 % Strateg"])
def test_a_line_of_a_share_and_a_post_is_staffing_under_such_a_heading(line: str) -> None:
    (figure,) = figures(item(line) if line.startswith("•") else paragraph(line), under="Personal")
    assert (figure.label, figure.value, figure.unit, figure.kind) == (
        "Strateg",
        Decimal(75),
        Unit.PERCENT,
        FigureKind.STAFFING,
    )


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("Avgiften är 78 kr/inv.", FigureKind.FEE),
        ("Minst 85 % ska vara nöjda.", FigureKind.TARGET),
        ("Eget kapital ska vara lägst 6 000 tkr.", FigureKind.TARGET),
        ("Staten står för 50 %.", FigureKind.SHARE),
        ("Tjänsterna motsvarar 3,5 årsarbetare.", FigureKind.STAFFING),
        ("Intäkterna är 500 tkr.", FigureKind.INCOME),
        ("Personalkostnaderna är 500 tkr.", FigureKind.COST),
        ("Omslutningen är 500 tkr.", FigureKind.OTHER),
    ],
)
def test_the_sentence_tells_what_is_measured(sentence: str, kind: FigureKind) -> None:
    assert figures(paragraph(sentence))[0].kind is kind


@pytest.mark.parametrize(
    ("sentence", "year", "basis"),
    [
        ("Avgiften 2025 är 78 kr/inv.", 2025, Basis.BUDGET),
        ("Avgiften 2026 är 78 kr/inv.", 2026, Basis.PLAN),
        ("Avgiften är 78 kr/inv.", None, None),
        ("Från 2024 till 2025 ökar avgiften till 78 kr/inv.", 2025, Basis.BUDGET),
        ("Avgiften är 78 kr/inv 2026.", 2026, Basis.PLAN),
    ],
)
def test_the_year_is_the_one_that_the_sentence_gives_the_amount(
    sentence: str, year: int | None, basis: Basis | None
) -> None:
    (figure,) = figures(paragraph(sentence))
    assert (figure.year, figure.basis) == (year, basis)


def test_each_year_of_a_sentence_belongs_to_its_amount() -> None:
    found = figures(paragraph("Avgiften är 76 kr/inv 2025, 78 kr/inv 2026 och 80 kr/inv 2027."))
    assert [(str(f.value), f.year) for f in found] == [("76", 2025), ("78", 2026), ("80", 2027)]


def test_headings_and_tables_hold_no_prose_figures() -> None:
    found = figures(heading("Mål om 5 %", 2), paragraph("Inget."), grid([("", "2025"), ("Hyra", "10 tkr")]))
    assert [f.source.table for f in found] == [0]


def test_the_figure_carries_its_page() -> None:
    assert figures(paragraph("Kostar 5 tkr.", page=3))[0].source.page == 3
