from decimal import Decimal

import pytest

from ingest.figures import PlanYears, Surroundings, basis_of, table_figures
from ingest.model import Basis, Figure, FigureKind, Unit, UnitSource
from tests.ingest.made import Rows, table

YEARS = PlanYears((2025, 2027), "Budget 2025–2027")


def figures(rows: Rows, caption: str = "Budget", nearby: tuple[str, ...] = ()) -> tuple[Figure, ...]:
    return table_figures(table(rows, caption), Surroundings(nearby), YEARS)


def test_each_cell_becomes_a_figure_bound_to_its_place() -> None:
    (first, second, third) = figures([("tkr", "2025", "2026", "2027"), ("Hyra", "1 670", "1 720", "\u22121 772")])
    assert [(f.value, f.year, f.source.row, f.source.column) for f in (first, second, third)] == [
        (Decimal(1670), 2025, 1, 1),
        (Decimal(1720), 2026, 1, 2),
        (Decimal(-1772), 2027, 1, 3),
    ]
    assert (first.label, first.path, first.owner, first.as_printed) == ("Hyra", ("Budget",), "Norrviks kommun", "1 670")
    assert first.quote == "Hyra\t1 670\t1 720\t\u22121 772"
    assert (first.unit, first.unit_source) == (Unit.TKR, UnitSource.PRINTED)


def test_empty_cells_and_dashes_are_no_figures() -> None:
    assert [f.value for f in figures([("", "2025", "2026", "2027"), ("Hyra", "", "–", "5")])] == [Decimal(5)]


def test_a_row_without_a_label_is_no_figure() -> None:
    assert figures([("", "2025"), ("", "500"), ("Hyra", "10")])[0].label == "Hyra"


def test_sub_headings_stand_in_the_path_until_their_sum() -> None:
    rows = [
        ("", "2025"),
        ("INTÄKTER", ""),
        ("Avgift", "10"),
        ("SUMMA INTÄKTER", "10"),
        ("KOSTNADER", ""),
        ("Hyra", "4"),
        ("SUMMA KOSTNADER", "4"),
        ("RESULTAT", "6"),
    ]
    assert [(f.label, f.path[1:]) for f in figures(rows)] == [
        ("Avgift", ("INTÄKTER",)),
        ("SUMMA INTÄKTER", ("INTÄKTER",)),
        ("Hyra", ("KOSTNADER",)),
        ("SUMMA KOSTNADER", ("KOSTNADER",)),
        ("RESULTAT", ()),
    ]


@pytest.mark.parametrize(
    ("label", "kind"),
    [
        ("Medlemsintäkter", FigureKind.INCOME),
        ("Lokalkostnader", FigureKind.COST),
        ("Summa kostnader", FigureKind.SUM),
        ("Totalt", FigureKind.SUM),
        ("Årets resultat", FigureKind.RESULT),
        ("Resultat", FigureKind.RESULT),
        ("Övrigt", FigureKind.OTHER),
    ],
)
def test_a_label_tells_what_is_measured(label: str, kind: FigureKind) -> None:
    assert figures([("", "2025"), (label, "10")])[0].kind is kind


def test_the_sum_below_tells_what_its_rows_are() -> None:
    rows = [("", "2025"), ("Avgift", "10"), ("Summa intäkter", "10"), ("Hyra", "4"), ("Summa kostnader", "4")]
    assert [f.kind for f in figures(rows)] == [
        FigureKind.INCOME,
        FigureKind.SUM,
        FigureKind.COST,
        FigureKind.SUM,
    ]


def test_rows_of_an_investment_budget_are_investments() -> None:
    rows = [("", "2025"), ("Inventarier", "210"), ("Totalt", "210")]
    assert [f.kind for f in figures(rows, "Investeringsbudget")] == [FigureKind.INVESTMENT, FigureKind.SUM]


def test_shares_of_posts_are_staffing() -> None:
    rows = [("Befattning", "Andel"), ("Ekonom", "15 %"), ("Totalt", "15 %")]
    assert [(f.label, f.value, f.unit, f.kind) for f in figures(rows, "Personal")] == [
        ("Ekonom", Decimal(15), Unit.PERCENT, FigureKind.STAFFING),
        ("Totalt", Decimal(15), Unit.PERCENT, FigureKind.STAFFING),
    ]


def test_other_percentages_are_shares() -> None:
    (figure,) = figures([("Källa", "Andel"), ("Projekt", "39 %")], "Finansiering")
    assert (figure.unit, figure.kind) == (Unit.PERCENT, FigureKind.SHARE)


@pytest.mark.parametrize(
    ("rows", "unit"),
    [
        ([("tkr", "2025"), ("Hyra", "5")], Unit.TKR),
        ([("", "Belopp (mnkr)"), ("Hyra", "5")], Unit.MNKR),
        ([("", "2025"), ("Hyra", "5"), ("Summa kostnader tkr", "5")], Unit.TKR),
        ([("", "2025"), ("Hyra", "5")], None),
        ([("tkr", "2025"), ("Hyra", "5 %")], Unit.PERCENT),
    ],
)
def test_a_table_names_its_unit_in_corner_head_or_label(rows: Rows, unit: Unit | None) -> None:
    assert figures(rows)[0].unit is unit


def test_a_unit_in_the_label_is_no_part_of_the_label() -> None:
    assert [f.label for f in figures([("", "2025"), ("Summa intäkter tkr", "5"), ("Resultat (tkr)", "0")])] == [
        "Summa intäkter",
        "Resultat",
    ]


def test_a_sentence_beside_the_table_states_its_unit() -> None:
    nearby = ("Avgiften är 78 kr/inv.", "Samtliga belopp i tabellen anges i miljoner kronor.")
    assert figures([("", "2025"), ("Hyra", "5")], nearby=nearby)[0].unit is Unit.MNKR


def test_a_sentence_about_something_else_states_no_unit() -> None:
    nearby = ("Kommunerna bidrar med motsvarande belopp. Avgiften räknas i kronor per invånare.",)
    assert figures([("", "2025"), ("Hyra", "5")], nearby=nearby)[0].unit is None


def test_a_row_with_its_own_unit_keeps_it() -> None:
    rows = [("", "Belopp (tkr)"), ("Hyra", "500"), ("Avgift (kr/inv)", "37"), ("Soliditet, %", "12")]
    assert [f.unit for f in figures(rows)] == [Unit.TKR, Unit.KR_PER_INHABITANT, Unit.PERCENT]


def test_a_column_of_percentages_keeps_its_unit() -> None:
    rows = [("", "2025", "Förändring %"), ("Summa intäkter tkr", "500", "3")]
    assert [f.unit for f in figures(rows)] == [Unit.TKR, Unit.PERCENT]


def test_a_count_in_a_table_of_money_is_a_count() -> None:
    rows = [("tkr", "2025"), ("Hyra", "500"), ("Antal anställda", "45"), ("Antal årsarbetare", "40")]
    assert [f.unit for f in figures(rows)] == [Unit.TKR, Unit.COUNT, Unit.FULL_TIME_EQUIVALENT]


def test_a_cell_with_its_unit_is_read_whole() -> None:
    (cost, fee) = figures([("Kostnader", "2025"), ("Hyra", "500 tkr"), ("Avgift", "37 kr/inv")])
    assert (cost.label, cost.value, cost.unit, cost.kind) == ("Hyra", Decimal(500), Unit.TKR, FigureKind.COST)
    assert (fee.value, fee.unit) == (Decimal(37), Unit.KR_PER_INHABITANT)


def test_a_remark_after_an_amount_is_read_apart_from_it() -> None:
    (own, told, stars) = figures([("tkr", "2025"), ("Fond", "160 (varav 60 tkr i år)"), ("Hyra", "5 *")])
    assert (own.label, own.value, own.unit, own.as_printed) == ("Fond", Decimal(160), Unit.TKR, "160")
    assert (told.label, told.value, told.kind) == ("Fond: varav i år", Decimal(60), FigureKind.OTHER)
    assert stars.value == 5


def test_an_amount_among_words_names_them_in_its_label() -> None:
    (figure,) = figures([("Modell", ""), ("Museet", "Årlig uppräkning 2,5 %")])
    assert (figure.label, figure.value, figure.unit) == ("Museet: Årlig uppräkning", Decimal("2.5"), Unit.PERCENT)


@pytest.mark.parametrize(
    ("year", "heading", "basis"),
    [
        (2025, "", Basis.BUDGET),
        (2026, "", Basis.PLAN),
        (2024, "", None),
        (2025, "Prognos", Basis.FORECAST),
        (None, "Budget", Basis.BUDGET),
        (None, "", None),
    ],
)
def test_the_period_tells_the_basis_of_a_bare_year(year: int | None, heading: str, basis: Basis | None) -> None:
    assert basis_of(year, heading, YEARS) is basis


def test_a_column_that_names_its_basis_needs_no_period() -> None:
    found = figures([("", "Utfall 2023", "Prognos 2024", "Budget 2025"), ("Hyra", "1", "2", "3")])
    assert [f.basis for f in found] == [Basis.OUTCOME, Basis.FORECAST, Basis.BUDGET]


def test_the_caption_names_the_year_of_a_table_without_one() -> None:
    assert figures([("Post", "Belopp"), ("Hyra", "5")], "Budget 2025")[0].year == 2025
    assert figures([("Post", "Belopp"), ("Hyra", "5")], "Budget 2025–2027")[0].year is None
