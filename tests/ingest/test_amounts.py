from decimal import Decimal

import pytest

from ingest.amounts import amounts_in, parse_cell, unit_in
from ingest.model import Unit


@pytest.mark.parametrize(
    ("printed", "value"),
    [
        ("0", "0"),
        ("546", "546"),
        ("10 447", "10447"),
        ("131\u00a0977\u00a0553", "131977553"),
        ("131\u2009977\u2009553", "131977553"),
        ("131\u202f977\u202f553", "131977553"),
        ("131.977.553", "131977553"),
        ("12408", "12408"),
        ("2,5", "2.5"),
        ("2.5", "2.5"),
        ("1 234,50", "1234.50"),
        ("-40", "-40"),
        ("\u221240", "-40"),
        ("\u201340", "-40"),
        ("\u201240", "-40"),
        ("\u201040", "-40"),
        ("- 1 187", "-1187"),
        ("\u2212 1 187", "-1187"),
        ("(1 187)", "-1187"),
        ("( 1 187 )", "-1187"),
        ("+1 187", "1187"),
        ("  546  ", "546"),
    ],
)
def test_a_cell_is_read_as_swedes_write_amounts(printed: str, value: str) -> None:
    amount = parse_cell(printed)
    assert amount is not None
    assert (amount.value, amount.unit) == (Decimal(value), None)
    assert amount.as_printed == printed.strip()


@pytest.mark.parametrize(
    ("printed", "value"), [("85 %", "85"), ("85%", "85"), ("2,5\u00a0%", "2.5"), ("-1,5 %", "-1.5")]
)
def test_a_percentage_in_a_cell_has_its_unit(printed: str, value: str) -> None:
    amount = parse_cell(printed)
    assert amount is not None
    assert (amount.value, amount.unit) == (Decimal(value), Unit.PERCENT)


@pytest.mark.parametrize(
    "text", ["", "-", "\u2013", "Hyra", "10 447 10 760", "12 kap", "1 2", "5)", "(5", "2025-01-01", "1 23", "1,2,3"]
)
def test_what_is_not_one_amount_is_none(text: str) -> None:
    assert parse_cell(text) is None


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("ca 19 000 tkr varav", "19000", Unit.TKR),
        ("om 139 kkr per", "139", Unit.TKR),
        ("på 20 tusen kronor", "20", Unit.TKR),
        ("cirka 53 miljoner kronor", "53", Unit.MNKR),
        ("2,5 miljoner kr", "2.5", Unit.MNKR),
        ("1 miljon kronor", "1", Unit.MNKR),
        ("12,4 mnkr.", "12.4", Unit.MNKR),
        ("12,4 Mkr", "12.4", Unit.MNKR),
        ("1,2 miljarder kronor", "1.2", Unit.MDKR),
        ("1,2 miljarder kr", "1.2", Unit.MDKR),
        ("78 kronor/invånare", "78", Unit.KR_PER_INHABITANT),
        ("78 kronor per invånare", "78", Unit.KR_PER_INHABITANT),
        ("(37 kr/inv)", "37", Unit.KR_PER_INHABITANT),
        ("37 kr/inv. och år", "37", Unit.KR_PER_INHABITANT),
        ("1 596 935 kr", "1596935", Unit.KR),
        ("1\u00a0596\u00a0935\u00a0kronor", "1596935", Unit.KR),
        ("85 procent", "85", Unit.PERCENT),
        ("2,5% årligen", "2.5", Unit.PERCENT),
        ("12 TSEK", "12", Unit.TKR),
        ("12 ksek", "12", Unit.TKR),
        ("12,5 MSEK", "12.5", Unit.MNKR),
        ("1,2 mdkr", "1.2", Unit.MDKR),
        ("300 tkr/år", "300", Unit.TKR),
        ("två miljoner kronor", "2", Unit.MNKR),
        ("en halv miljon kronor", "0.5", Unit.MNKR),
        ("tio procent", "10", Unit.PERCENT),
        ("minus 3 %", "-3", Unit.PERCENT),
        ("kr 500", "500", Unit.KR),
        ("SEK 1 200", "1200", Unit.KR),
        ("12 000:-", "12000", Unit.KR),
        ("5:50 kr", "5.50", Unit.KR),
        ("50 öre", "0.50", Unit.KR),
        ("2,5 helårsarbetare", "2.5", Unit.FULL_TIME_EQUIVALENT),
        ("3,5 årsarbetare", "3.5", Unit.FULL_TIME_EQUIVALENT),
        ("år 2024 8 856 tkr", "8856", Unit.TKR),
        ("minus \u22121 500 tkr", "-1500", Unit.TKR),
        ("-1 500 tkr", "-1500", Unit.TKR),
    ],
)
def test_an_amount_in_prose_has_value_and_unit(text: str, value: str, unit: Unit) -> None:
    (amount,) = amounts_in(text)
    assert (amount.value, amount.unit) == (Decimal(value), unit)
    assert text[amount.start : amount.end] == amount.as_printed


def test_every_amount_is_found_in_order() -> None:
    found = amounts_in("Avgiften är 78 kronor/invånare, varav 41 kr/inv till basen och 37 kr till utveckling, 5 % mer.")
    assert [(str(amount.value), amount.unit) for amount in found] == [
        ("78", Unit.KR_PER_INHABITANT),
        ("41", Unit.KR_PER_INHABITANT),
        ("37", Unit.KR),
        ("5", Unit.PERCENT),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "år 2025",
        "12 kap 1 §",
        "14 medlemskommuner",
        "tkr",
        "den 3 krig",
        "5 kross",
        "lagen (2018:597) om redovisning",
        "dnr 2024/118",
        "033-17 00 00",
        "2024-11-20",
        "se s. 12",
        "5 § tredje stycket",
        "0,5 prisbasbelopp",
        "5 tkr/inv",
    ],
)
def test_a_number_without_a_unit_is_no_amount(text: str) -> None:
    assert amounts_in(text) == ()


def test_a_dash_between_words_is_no_minus() -> None:
    (amount,) = amounts_in("Omslutningen \u2013 53 mnkr \u2013 är oförändrad.")
    assert amount.value == 53


@pytest.mark.parametrize(
    ("text", "values", "unit"),
    [
        ("mellan 37\u201341 kr per invånare", ["37", "41"], Unit.KR_PER_INHABITANT),
        ("2\u20133 %", ["2", "3"], Unit.PERCENT),
        ("12-15 mnkr", ["12", "15"], Unit.MNKR),
        ("mellan 10 och 12 mnkr", ["10", "12"], Unit.MNKR),
        ("höjs från 30 till 50 procent", ["30", "50"], Unit.PERCENT),
        ("avgiften blir 76, 78 och 80 kr/inv", ["76", "78", "80"], Unit.KR_PER_INHABITANT),
        ("4 respektive 5 mnkr", ["4", "5"], Unit.MNKR),
        ("ca 19 000 tkr varav 7 300 avser lön", ["19000", "7300"], Unit.TKR),
        ("19 000 tkr, varav 7 300.", ["19000", "7300"], Unit.TKR),
    ],
)
def test_numbers_share_the_unit_that_is_said_once(text: str, values: list[str], unit: Unit) -> None:
    assert [(str(amount.value), amount.unit) for amount in amounts_in(text)] == [(value, unit) for value in values]


@pytest.mark.parametrize(
    "text",
    [
        "från 2024 till 15 %",
        "år 2025\u20132027 och 15 %",
        "19 projekt, varav 15 % nya",
        "15 % varav 3 kvinnor",
        "15 tkr, varav 3 projekt",
        "enligt 4 § och 15 %",
    ],
)
def test_years_and_things_share_no_unit(text: str) -> None:
    assert [amount.value for amount in amounts_in(text)] == [15]


def test_percentage_points_are_no_per_cent() -> None:
    (amount,) = amounts_in("ökar med 0,5 procentenheter")
    assert (amount.value, amount.unit) == (Decimal("0.5"), None)


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("Anslaget förstärks med 25 miljoner under året.", Unit.MNKR),
        ("De 25 miljonerna kommer att fördelas i budgeten.", Unit.MNKR),
        ("Satsningen är på 25 miljarder.", Unit.MDKR),
    ],
)
def test_millions_are_kronor_where_money_is_meant(text: str, unit: Unit) -> None:
    assert [(amount.value, amount.unit) for amount in amounts_in(text)] == [(Decimal(25), unit)]


@pytest.mark.parametrize(
    "text", ["Budgeten ger 25 miljoner böcker.", "Bidrag till 25 miljoner invånare.", "Staden växer till 25 miljoner."]
)
def test_millions_of_other_things_are_no_kronor(text: str) -> None:
    assert amounts_in(text) == ()


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("Belopp (tkr)", Unit.TKR),
        ("Belopp i tusental kronor", Unit.TKR),
        ("Belopp i tusentals kronor", Unit.TKR),
        ("Belopp i tusen kr", Unit.TKR),
        ("Belopp i 1000-tals kronor", Unit.TKR),
        ("Belopp i 1 000-tal kr", Unit.TKR),
        ("Alla belopp i miljoner kronor", Unit.MNKR),
        ("Alla belopp i miljoner kr", Unit.MNKR),
        ("Alla belopp i miljontals kronor", Unit.MNKR),
        ("Belopp i miljarder kr", Unit.MDKR),
        ("Mkr", Unit.MNKR),
        ("Belopp i kronor", Unit.KR),
        ("kr/inv", Unit.KR_PER_INHABITANT),
        ("Kronor per invånare", Unit.KR_PER_INHABITANT),
        ("Andel %", Unit.PERCENT),
        ("Antal årsarbetare", Unit.FULL_TIME_EQUIVALENT),
    ],
)
def test_a_heading_names_its_unit(text: str, unit: Unit) -> None:
    assert unit_in(text) is unit


@pytest.mark.parametrize(
    "text",
    ["Budget 2025", "tkr och %", "Finansiering (37 kr/inv)", "Skrivelse", "Bokrea", "tkr/inv", "per årsarbetare"],
)
def test_a_heading_without_one_unit_of_its_own_names_none(text: str) -> None:
    assert unit_in(text) is None


@pytest.mark.parametrize(("text", "value", "printed"), [("1 670²", "1670", "1 670"), ("-8¹²)", "-8", "-8")])
def test_the_raised_mark_of_a_note_is_no_part_of_an_amount(text: str, value: str, printed: str) -> None:
    amount = parse_cell(text)
    assert amount is not None
    assert (str(amount.value), amount.as_printed) == (value, printed)
