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
        ("Vägarna får 500 tkr, inte minst i norr.", FigureKind.OTHER),
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
        ("Avgiften är 78 kr/inv för perioden 2025–2027.", None, None),
        ("Avgiften är 78 kr/inv 2025 och 2026.", None, None),
        ("Avgiften är 78 kr/inv per år till och med 2027.", None, None),
        ("I budgeten för 2025 sätts avgiften till 78 kr/inv.", 2025, Basis.BUDGET),
        ("I budgeten för 2025 beräknas avgiften till 78 kr/inv för 2026.", 2026, Basis.PLAN),
        ("Avgiften stiger till 78 kr/inv jämfört med 2025.", None, None),
        ("Enligt beslut den 3 maj 2025 är avgiften 78 kr/inv.", None, None),
        ("Agenda 2030 kostar 78 kr/inv.", None, None),
        ("Avgiften enligt SFS 2025:12 är 78 kr/inv.", None, None),
        ("År 2025 avsätts medel, därefter är avgiften 78 kr/inv.", 2025, Basis.BUDGET),
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


def test_a_year_said_before_does_not_hold_for_what_comes_after_it() -> None:
    found = figures(paragraph("Under 2025 avsätts 15 tkr och därefter beräknas 20 tkr per år."))
    assert [(str(f.value), f.year) for f in found] == [("15", 2025), ("20", None)]


def test_an_amount_without_its_unit_is_of_its_own_clause() -> None:
    found = figures(paragraph("Projekten omsätter ca 19 000 tkr varav 7 300 avser lön 2026."))
    assert [(f.label, str(f.value), f.unit, f.year) for f in found] == [
        ("Projekten omsätter", "19000", Unit.TKR, None),
        ("Projekten omsätter, varav avser lön 2026", "7300", Unit.TKR, 2026),
    ]


@pytest.mark.parametrize(
    ("sentence", "labels"),
    [
        (
            "Vi avsätter 11 tkr för 2025, 84 tkr för 2026 och 96 tkr från och med 2027.",
            ["Vi avsätter för 2025", "Vi avsätter, för 2026", "Vi avsätter, och från och med 2027"],
        ),
        (
            "Skolan och vården får 7,5 mnkr till lön, men kulturen ska förstärkas med 2 mnkr.",
            ["Skolan och vården får till lön", "Skolan och vården får, men kulturen ska förstärkas"],
        ),
        ("Bidraget är 5 tkr, inklusive moms, till föreningar.", ["Bidraget är till föreningar"]),
        ("Bidraget är 5 tkr, vilket gläder många.", ["Bidraget"]),
    ],
)
def test_the_label_is_of_the_clause_under_what_leads_the_sentence(sentence: str, labels: list[str]) -> None:
    assert [f.label for f in figures(paragraph(sentence))] == labels


def test_percentage_points_have_no_unit() -> None:
    (figure,) = figures(paragraph("Andelen ökar med 10 procentenheter."))
    assert (figure.unit, figure.unit_source, figure.kind) == (None, None, FigureKind.OTHER)


def test_each_clause_tells_what_its_amount_measures() -> None:
    found = figures(paragraph("Personalkostnaderna är 500 tkr samt ett överskott om 30 tkr."))
    assert [f.kind for f in found] == [FigureKind.COST, FigureKind.RESULT]


def test_prose_under_a_body_s_heading_is_that_body_s() -> None:
    found = figures(paragraph("Nämnden får 500 tkr."), under="Kulturnämnden")
    assert [f.owner for f in found] == ["Kulturnämnden"]


def test_headings_and_tables_hold_no_prose_figures() -> None:
    found = figures(heading("Mål om 5 %", 2), paragraph("Inget."), grid([("", "2025"), ("Hyra", "10 tkr")]))
    assert [f.source.table for f in found] == [0]


def test_the_figure_carries_its_page() -> None:
    assert figures(paragraph("Kostar 5 tkr.", page=3))[0].source.page == 3
