"""Small tables of many forms, rows in and figures out: what each cell is an amount of."""

from dataclasses import dataclass

import pytest

from ingest.figures import PlanYears, Surroundings, table_figures
from ingest.model import Unit
from tests.ingest.made import Rows, grid, heading, paragraph, plan, table

YEARS = PlanYears((2025, 2027), "Budget 2025–2027")
UNITS = {"kulturnämnden": "Kulturnämnden", "skolnämnden": "Skolnämnden"}


@dataclass(frozen=True)
class Form:
    """A table and the figures in it, each as "label | value unit | year basis kind" ("-" for null)."""

    name: str
    rows: Rows
    figures: tuple[str, ...]
    caption: str = "Drift"


FORMS = (
    Form(
        "several bases of one year beside each other",
        [("tkr", "Budget 2025", "Prognos 2025", "Utfall 2024", "Förändring"), ("Lön", "90", "95", "80", "10")],
        (
            "Lön | 90 tkr | 2025 budget other",
            "Lön | 95 tkr | 2025 forecast other",
            "Lön | 80 tkr | 2024 outcome other",
            "Lön: Förändring | 10 tkr | - - other",
        ),
    ),
    Form(
        "years merged over bases",
        [("mnkr", "2025", "", "2024", ""), ("", "Budget", "Prognos", "Budget", "Utfall"), ("Lön", "9", "8", "7", "6")],
        (
            "Lön | 9 mnkr | 2025 budget other",
            "Lön | 8 mnkr | 2025 forecast other",
            "Lön | 7 mnkr | 2024 budget other",
            "Lön | 6 mnkr | 2024 outcome other",
        ),
    ),
    Form(
        "a basis once over three years",
        [("", "Utfall", "Budget", "", ""), ("tkr", "2024", "2025", "2026", "2027"), ("Hyra", "1", "2", "3", "4")],
        (
            "Hyra | 1 tkr | 2024 outcome other",
            "Hyra | 2 tkr | 2025 budget other",
            "Hyra | 3 tkr | 2026 budget other",
            "Hyra | 4 tkr | 2027 budget other",
        ),
    ),
    Form(
        "no head, each amount with its unit",
        [("Norra länet", "1 200 kr"), ("Södra länet", "900 kr"), ("Västra länet", "700 kr")],
        (
            "Norra länet | 1200 kr | - - other",
            "Södra länet | 900 kr | - - other",
            "Västra länet | 700 kr | - - other",
        ),
    ),
    Form(
        "a lone basis over the middle of its years",
        [("", "", "Plan", ""), ("tkr", "2026", "2027", "2028"), ("Hyra", "2", "3", "4")],
        ("Hyra | 2 tkr | 2026 plan other", "Hyra | 3 tkr | 2027 plan other", "Hyra | 4 tkr | 2028 plan other"),
    ),
    Form(
        "three lines of heads",
        [
            ("", "Helår", "", ""),
            ("", "Budget", "Prognos", "Avvikelse"),
            ("", "2025", "2025", "tkr"),
            ("Städning", "5", "7", "-2"),
        ],
        (
            "Städning | 5 tkr | 2025 budget other",
            "Städning | 7 tkr | 2025 forecast other",
            "Städning: Helår Avvikelse tkr | -2 tkr | - - other",
        ),
    ),
    Form(
        "years in two digits",
        [("(tkr)", "Bokslut -23", "Bu 24", "Plan 26"), ("Porto", "1", "2", "3")],
        ("Porto | 1 tkr | 2023 outcome other", "Porto | 2 tkr | 2024 budget other", "Porto | 3 tkr | 2026 plan other"),
    ),
    Form(
        "two digits on a line of their own",
        [("", "Bokslut", "Budget"), ("kkr", "-23", "-24"), ("Porto", "1", "2")],
        ("Porto | 1 tkr | 2023 outcome other", "Porto | 2 tkr | 2024 budget other"),
    ),
    Form(
        "years below the rows",
        [("Lön", "9", "8"), ("Hyra", "7", "6"), ("", "2025", "2026")],
        (
            "Lön | 9 - | 2025 budget other",
            "Lön | 8 - | 2026 plan other",
            "Hyra | 7 - | 2025 budget other",
            "Hyra | 6 - | 2026 plan other",
        ),
    ),
    Form(
        "years anew between the rows",
        [("tkr", "2025", "2026"), ("Lön", "1", "2"), ("Kostnader", "2027", "2028"), ("Hyra", "3", "4")],
        (
            "Lön | 1 tkr | 2025 budget other",
            "Lön | 2 tkr | 2026 plan other",
            "Hyra | 3 tkr | 2027 plan cost",
            "Hyra | 4 tkr | 2028 plan cost",
        ),
    ),
    Form(
        "a part of a year beside the whole",
        [("tkr", "Utfall jan–aug 2025", "Budget helår 2025"), ("Lön", "60", "90")],
        ("Lön: jan–aug | 60 tkr | 2025 outcome other", "Lön | 90 tkr | 2025 budget other"),
    ),
    Form(
        "a forecast made in the autumn is the year's",
        [("tkr", "Prognos T2 2025", "T2 2025"), ("Lön", "91", "61")],
        ("Lön | 91 tkr | 2025 forecast other", "Lön: T2 | 61 tkr | 2025 - other"),
    ),
    Form(
        "a school year is no one year",
        [("tkr", "2025/26", "2025"), ("Skjuts", "6", "5")],
        ("Skjuts: 2025/26 | 6 tkr | - - other", "Skjuts | 5 tkr | 2025 budget other"),
    ),
    Form(
        "a total over the years is none of theirs",
        [("tkr", "2025", "2026", "Totalt"), ("Bro", "5", "6", "11")],
        ("Bro | 5 tkr | 2025 budget other", "Bro | 6 tkr | 2026 plan other", "Bro: Totalt | 11 tkr | - - other"),
    ),
    Form(
        "changes and shares in per cent",
        [("", "Budget 2025 (mnkr)", "Andel", "Förändring %"), ("Vård", "50", "25 %", "3,5")],
        ("Vård | 50 mnkr | 2025 budget other", "Vård | 25 % | - - share", "Vård: Förändring % | 3.5 % | - - share"),
    ),
    Form(
        "a share without its sign has no unit",
        [("tkr", "2025", "Andel"), ("Vård", "50", "0,25")],
        ("Vård | 50 tkr | 2025 budget other", "Vård | 0.25 - | - - share"),
    ),
    Form(
        "a column of units",
        [
            ("Nyckeltal", "Enhet", "2024", "2025"),
            ("Kostnader", "tkr", "7", "8"),
            ("Nöjda gäster", "%", "80", "85"),
            ("Besök", "antal", "12", "13"),
            ("Svarstid", "dagar", "4", "3"),
        ],
        (
            "Kostnader | 7 tkr | 2024 - cost",
            "Kostnader | 8 tkr | 2025 budget cost",
            "Nöjda gäster | 80 % | 2024 - share",
            "Nöjda gäster | 85 % | 2025 budget share",
            "Besök | 12 antal | 2024 - other",
            "Besök | 13 antal | 2025 budget other",
            "Svarstid | 4 - | 2024 - other",
            "Svarstid | 3 - | 2025 budget other",
        ),
    ),
    Form(
        "rows of their own units in a table of thousands",
        [
            ("Belopp i tkr", "2025"),
            ("Hyra", "500"),
            ("Kostnad per invånare, kr", "54"),
            ("Soliditet (%)", "41"),
            ("Antal årsarbetare", "12,5"),
            ("Antal besök", "900"),
            ("Självfinansieringsgrad", "0,9"),
            ("Avgift (kr/inv)", "37"),
        ],
        (
            "Hyra | 500 tkr | 2025 budget other",
            "Kostnad per invånare | 54 kr/inv | 2025 budget cost",
            "Soliditet | 41 % | 2025 budget share",
            "Antal årsarbetare | 12.5 årsarbetare | 2025 budget staffing",
            "Antal besök | 900 antal | 2025 budget other",
            "Självfinansieringsgrad | 0.9 - | 2025 budget other",
            "Avgift | 37 kr/inv | 2025 budget fee",
        ),
    ),
    Form(
        "a row's unit is not the table's",
        [("", "2025"), ("Hyra", "500"), ("Måltidspris, kr", "54")],
        ("Hyra | 500 - | 2025 budget other", "Måltidspris | 54 kr | 2025 budget other"),
    ),
    Form(
        "the unit at the sum holds for its table",
        [("", "2025"), ("Avgift", "5"), ("Summa intäkter tkr", "5")],
        ("Avgift | 5 tkr | 2025 budget income", "Summa intäkter | 5 tkr | 2025 budget sum"),
    ),
    Form(
        "a unit for one part of a table",
        [("mnkr", "2025"), ("Hyra", "5"), ("Nyckeltal (%)", ""), ("Sjukfrånvaro", "4,1")],
        ("Hyra | 5 mnkr | 2025 budget other", "Sjukfrånvaro | 4.1 % | 2025 budget share"),
    ),
    Form(
        "a table in per cent",
        [("Procent", "2025", "2026"), ("Tillväxt", "1,5", "2,0")],
        ("Tillväxt | 1.5 % | 2025 budget share", "Tillväxt | 2.0 % | 2026 plan share"),
    ),
    Form(
        "the unit in the caption",
        [("Post", "2025"), ("Hyra", "5")],
        ("Hyra | 5 mnkr | 2025 budget investment",),
        "Investeringar (mkr)",
    ),
    Form(
        "years down and posts across",
        [("År", "Skatteintäkter", "Kostnader", "Resultat"), ("2025", "90", "-80", "10"), ("2026", "95", "-90", "5")],
        (
            "Skatteintäkter | 90 - | 2025 budget income",
            "Skatteintäkter | 95 - | 2026 plan income",
            "Kostnader | -80 - | 2025 budget cost",
            "Kostnader | -90 - | 2026 plan cost",
            "Resultat | 10 - | 2025 budget result",
            "Resultat | 5 - | 2026 plan result",
        ),
    ),
    Form(
        "a column of years tells each row's",
        [("Projekt", "År", "Belopp (tkr)"), ("Bron", "2025", "500"), ("Vägen", "2026", "300")],
        ("Bron | 500 tkr | 2025 budget other", "Vägen | 300 tkr | 2026 plan other"),
    ),
    Form(
        "amounts that look like years under years",
        [("tkr", "2025", "2026"), ("Hyra", "1999", "2010"), ("Lön", "-40", "-50"), ("Bil", "12408", "12500")],
        (
            "Hyra | 1999 tkr | 2025 budget other",
            "Hyra | 2010 tkr | 2026 plan other",
            "Lön | -40 tkr | 2025 budget other",
            "Lön | -50 tkr | 2026 plan other",
            "Bil | 12408 tkr | 2025 budget other",
            "Bil | 12500 tkr | 2026 plan other",
        ),
    ),
    Form(
        "codes before the labels",
        [("Konto", "Post", "2025", "Not"), ("1010", "Hyra", "5", "3"), ("1020", "Lön", "6", "4")],
        ("Hyra | 5 - | 2025 budget other", "Lön | 6 - | 2025 budget other"),
    ),
    Form(
        "aims are no budget",
        [("Indikator", "Utfall 2024", "Målvärde 2025"), ("Nöjda gäster", "80 %", "85 %")],
        ("Nöjda gäster | 80 % | 2024 outcome share", "Nöjda gäster | 85 % | 2025 - target"),
    ),
    Form(
        "two budgets of one year are told apart",
        [("tkr", "Budget 2025", "Reviderad budget 2025"), ("Hyra", "5", "6")],
        ("Hyra | 5 tkr | 2025 budget other", "Hyra: Reviderad budget 2025 | 6 tkr | 2025 budget other"),
    ),
)


def told(rows: Rows, caption: str, around: Surroundings = Surroundings()) -> list[str]:  # noqa: B008
    return [
        f"{f.label} | {f.value} {f.unit or '-'} | {f.year or '-'} {f.basis or '-'} {f.kind}"
        for f in table_figures(table(rows, caption), around, YEARS)
    ]


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.name)
def test_each_cell_is_the_amount_that_its_table_says(form: Form) -> None:
    assert told(form.rows, form.caption) == list(form.figures)


def test_a_turned_table_keeps_the_places_of_its_cells() -> None:
    rows = [("", "Hyra", "Lön"), ("Budget 2025", "1", "2"), ("Plan 2026", "3", "4")]
    found = table_figures(table(rows), Surroundings(), YEARS)
    assert [(f.label, f.source.row, f.source.column, f.quote) for f in found[:2]] == [
        ("Hyra", 1, 1, "Budget 2025\t1\t2"),
        ("Hyra", 2, 1, "Plan 2026\t3\t4"),
    ]


def owners(rows: Rows) -> list[tuple[str, str | None]]:
    return [(f.label, f.owner) for f in table_figures(table(rows), Surroundings(units=UNITS), YEARS)]


def test_known_units_as_rows_own_their_rows() -> None:
    rows = [("tkr", "2025"), ("Skolnämnden", "5"), ("Kulturnämnden", "6"), ("Reserv", "1")]
    assert owners(rows) == [
        ("Skolnämnden", "Skolnämnden"),
        ("Kulturnämnden", "Kulturnämnden"),
        ("Reserv", "Norrviks kommun"),
    ]


def test_known_units_as_rows_under_posts_own_what_the_posts_say() -> None:
    rows = [("tkr", "Intäkter", "Kostnader"), ("Skolnämnden", "5", "-9"), ("Kulturnämnden", "6", "-8")]
    assert owners(rows)[:2] == [("Intäkter", "Skolnämnden"), ("Kostnader", "Skolnämnden")]


def test_what_a_table_of_the_whole_tells_of_a_unit_in_words_names_the_unit_in_its_label() -> None:
    rows = [("Modell", ""), ("Skolnämnden", "Årlig uppräkning 2,5 %"), ("Kulturnämnden", "Enligt avtal")]
    assert owners(rows) == [("Skolnämnden: Årlig uppräkning", "Norrviks kommun")]


def test_known_units_as_columns_own_their_columns() -> None:
    rows = [("tkr", "Skolnämnden", "Kulturnämnden", "Övrigt"), ("Lön", "5", "6", "1")]
    assert owners(rows) == [("Lön", "Skolnämnden"), ("Lön", "Kulturnämnden"), ("Lön: Övrigt", "Norrviks kommun")]


def test_rows_that_are_names_of_bodies_are_known_units() -> None:
    rows = [("tkr", "2025"), ("Kulturnämnden", "5"), ("Barn- och skolnämnden", "6"), ("Arvode valnämnden", "1")]
    made = plan(heading("Ramar"), grid(rows))
    assert [f.owner for f in made.figures] == ["Kulturnämnden", "Barn- och skolnämnden", "Norrviks kommun"]


def test_one_label_like_a_unit_is_a_post() -> None:
    assert owners([("tkr", "2025"), ("Hyra", "5"), ("Kulturnämnden", "6")])[1] == ("Kulturnämnden", "Norrviks kommun")


def test_a_statement_for_the_whole_document_reaches_its_tables_and_yields_to_what_stands_nearer() -> None:
    made = plan(
        heading("Inledning"),
        paragraph("Alla belopp anges i tusental kronor om inte annat anges."),
        heading("Drift"),
        grid([("", "2025"), ("Hyra", "5")]),
        heading("Lån"),
        paragraph("Belopp i mnkr."),
        grid([("", "2025"), ("Banklån", "6")]),
        heading("Avgifter"),
        grid([("", "2025 (kr)"), ("Bibliotekskort", "50")]),
    )
    assert [f.unit for f in made.figures] == [Unit.TKR, Unit.MNKR, Unit.KR]


def test_each_of_two_statements_below_tables_holds_for_the_table_above_it() -> None:
    made = plan(
        heading("Bilaga"),
        grid([("", "2025"), ("Hyra", "5")]),
        paragraph("Belopp i tkr"),
        grid([("", "2025"), ("Lön", "6")]),
        paragraph("Belopp i mnkr"),
    )
    assert [f.unit for f in made.figures] == [Unit.TKR, Unit.MNKR]


@pytest.mark.parametrize(
    ("title", "unit", "year"),
    [
        ("Bidrag per by, tkr", Unit.TKR, None),
        ("Mnkr", Unit.MNKR, None),
        ("Mnkr per den 31 december", Unit.MNKR, None),
        ("Avgifter 2026 (kr per invånare)", Unit.KR_PER_INHABITANT, 2026),
        ("Byar och bidrag 2026", None, 2026),
        ("Vad 9 000 kr räcker till", None, None),
        ("Byarna fick sina pengar, många kronor.", None, None),
    ],
)
def test_the_line_right_above_a_table_tells_its_unit_and_year(title: str, unit: Unit | None, year: int | None) -> None:
    rows = [("By", "Bidrag", "Invånare"), ("Näs", "5", "40"), ("Ås", "6", "50")]
    made = plan(heading("Byarna"), paragraph("Här finns två byar."), paragraph(title), grid(rows))
    found = [figure for figure in made.figures if figure.label == "Näs: Bidrag"]
    assert [(figure.unit, figure.year) for figure in found] == [(unit, year)]
    assert {figure.unit for figure in made.figures if "Invånare" in figure.label} == {Unit.COUNT}


def test_the_title_of_one_table_does_not_reach_the_next() -> None:
    first, second = (grid([("", "2025"), ("Hyra", "5")]), grid([("", "2025"), ("Lön", "6")]))
    made = plan(heading("Bilaga"), paragraph("Drift, tkr"), first, paragraph("Lån"), second)
    assert [f.unit for f in made.figures] == [Unit.TKR, None]


@pytest.mark.parametrize("head", ["Platser 2026", "RiB-anställda", "Möten per år", "Deltagare", "Fasta platser"])
def test_a_column_of_things_that_are_counted_is_no_money_in_a_table_of_money(head: str) -> None:
    rows = [("Insats", "Budget 2026", head), ("Växthuset", "2 450 000", "60"), ("Båten", "1 980 000", "45")]
    made = plan(heading("Insatser"), paragraph("Beloppen i tabellen är i kronor."), grid(rows))
    assert [f.unit for f in made.figures] == [Unit.KR, Unit.COUNT] * 2


@pytest.mark.parametrize("head", ["Bidrag till deltagare", "Kostnad för fordon", "Kr per plats"])
def test_a_column_of_money_for_what_is_counted_is_money(head: str) -> None:
    rows = [("Insats", "Budget 2026", head), ("Växthuset", "2 450 000", "60"), ("Båten", "1 980 000", "45")]
    made = plan(heading("Insatser"), paragraph("Beloppen i tabellen är i kronor."), grid(rows))
    assert {f.unit for f in made.figures} == {Unit.KR}


def test_a_statement_beside_one_table_does_not_reach_another_section() -> None:
    made = plan(
        heading("Drift"),
        paragraph("Alla belopp i tkr."),
        grid([("", "2025"), ("Hyra", "5")]),
        heading("Lån"),
        grid([("", "2025"), ("Banklån", "6")]),
    )
    assert [f.unit for f in made.figures] == [Unit.TKR, None]


def test_measures_stand_under_the_numbered_aim_whose_row_they_share_or_follow() -> None:
    rows = [
        ("Nr", "Mål", "Mått", "2025"),
        ("1", "Alla får rent vatten", "Andel klara", "74 %"),
        ("", "", "Antal läckor", "12"),
        ("2", "Vi svarar snabbt", "Antal svar", "310"),
    ]
    made = plan(heading("Mål för året"), grid(rows))
    assert [(f.label, f.path[-1], int(f.value)) for f in made.figures] == [
        ("Andel klara", "Alla får rent vatten", 74),
        ("Antal läckor", "Alla får rent vatten", 12),
        ("Antal svar", "Vi svarar snabbt", 310),
    ]


@pytest.mark.parametrize(
    ("title", "unit"),
    [
        ("Tabell 3. Hamnavgifter, kr inklusive moms. Avgift per dygn utom vinterplats (per säsong).", Unit.KR),
        ("Hamnavgifter per båt, tkr.", Unit.TKR),
        ("Hamnavgifter, kr per hushåll", Unit.KR),
        ("Båtar i hamnarna den 31 december 2025. Antal om inget annat anges.", Unit.COUNT),
        ("Tabell 1. Båtar i hamnarna, antal den 1 november", Unit.COUNT),
        ("Vaktmästare per hamn, årsarbetare.", Unit.FULL_TIME_EQUIVALENT),
        ("Vi räknar båtarna varje år och tar ut en avgift.", None),
    ],
)
def test_a_title_with_a_number_or_a_remark_tells_the_unit_of_its_table_whatever_others_are_in(
    title: str, unit: Unit | None
) -> None:
    other = [("", "2025"), ("Intäkter", "37 860"), ("Kostnader", "12 000")]
    prose = paragraph("Hamnarna omsätter 20 miljoner kronor.")
    rows = [("Plats", "Norra", "Södra"), ("Brygga", "480", "510"), ("Boj", "320", "305"), ("Slip, meter", "12", "18")]
    made = plan(heading("Drift"), prose, paragraph("Drift, tkr"), grid(other), paragraph(title), grid(rows))
    found = {figure.unit for figure in made.figures if figure.label.startswith(("Brygga", "Boj"))}
    assert found == {unit}


def test_a_table_that_counts_prices_nothing_and_leaves_other_measures_open() -> None:
    rows = [("", "Norra", "Södra"), ("Båtar", "480", "510"), ("Stigar, km", "12", "18"), ("Hyra för boj", "9", "8")]
    made = plan(heading("Hamnar"), paragraph("Hamnarna i siffror. Antal om inget annat anges."), grid(rows))
    units = {figure.label.partition(":")[0]: figure.unit for figure in made.figures}
    assert units == {"Båtar": Unit.COUNT, "Stigar, km": None, "Hyra för boj": None}


def test_a_row_that_names_another_year_than_its_table_has_its_own() -> None:
    rows = [("", "Norra", "Södra"), ("Ranka 2025", "480", "510"), ("Ranka 2026", "495", "530"), ("Boj", "320", "305")]
    made = plan(heading("Hamnar"), paragraph("Avgifter 2026, kr"), grid(rows))
    assert {figure.label.partition(":")[0]: figure.year for figure in made.figures} == {
        "Ranka 2025": 2025,
        "Ranka 2026": 2026,
        "Boj": 2026,
    }


def test_a_column_counted_in_thousands_has_no_unit_of_ours() -> None:
    rows = [("Badhus", "Besök", "Timmar"), ("Norra", "118,4", "54"), ("Södra", "11,2", "18")]
    made = plan(heading("Bad"), paragraph("Badhus 2025. Besök i tusental"), grid(rows))
    assert {figure.unit for figure in made.figures} == {None}


def test_a_risk_is_called_by_its_name_and_not_by_its_code() -> None:
    rows = [("Nr", "Risk", "Värde"), ("R1", "Isgång", "10"), ("R2", "Stöld", "12")]
    made = plan(heading("Risker"), grid(rows))
    assert [figure.label for figure in made.figures] == ["Isgång", "Stöld"]
