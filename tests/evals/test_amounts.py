from decimal import Decimal

import pytest

from evals.amounts import Dimension, read_amounts
from ingest.model import Unit

FORMS = [
    ("10\u00a0760 tkr", "10760", Unit.TKR),
    ("10\u2009760\u00a0tkr", "10760", Unit.TKR),
    ("10\u202f760 tkr", "10760", Unit.TKR),
    ("10 760 tkr", "10760", Unit.TKR),
    ("10760 tkr", "10760", Unit.TKR),
    ("47\u00a0737\u00a0025 kr", "47737025", Unit.KR),
    ("\u22121\u00a0596\u00a0935 kr", "-1596935", Unit.KR),
    ("-258 tkr", "-258", Unit.TKR),
    ("minus 258 tkr", "-258", Unit.TKR),
    ("+482 tkr", "482", Unit.TKR),
    ("500 kronor", "500", Unit.KR),
    ("2,4 mnkr", "2.4", Unit.MNKR),
    ("2,4 miljoner kronor", "2.4", Unit.MNKR),
    ("2.4 million kronor", "2.4", Unit.MNKR),
    ("SEK 2.4 million", "2.4", Unit.MNKR),
    ("SEK 500", "500", Unit.KR),
    ("1,2 mdkr", "1.2", Unit.MDKR),
    ("1,2 miljarder kronor", "1.2", Unit.MDKR),
    ("2,400 thousand kronor", "2400", Unit.TKR),
    ("2,400,000 SEK", "2400000", Unit.KR),
    ("1,234.5 kr", "1234.5", Unit.KR),
    ("1.234,5 kr", "1234.5", Unit.KR),
    ("127,152 mnkr", "127.152", Unit.MNKR),
    ("48,5 %", "48.5", Unit.PERCENT),
    ("48.5%", "48.5", Unit.PERCENT),
    ("2,125 %", "2.125", Unit.PERCENT),
    ("75 procent", "75", Unit.PERCENT),
    ("75 procents tjänst", "75", Unit.PERCENT),
    ("75-procentig tjänst", "75", Unit.PERCENT),
    ("13 per cent", "13", Unit.PERCENT),
    ("41 kr/inv", "41", Unit.KR_PER_INHABITANT),
    ("41 kr per invånare", "41", Unit.KR_PER_INHABITANT),
    ("41 kronor/invånare", "41", Unit.KR_PER_INHABITANT),
    ("SEK 41 per inhabitant", "41", Unit.KR_PER_INHABITANT),
    ("7,25 årsarbetare", "7.25", Unit.FULL_TIME_EQUIVALENT),
    ("14 kommuner", "14", None),
    ("åtta kommuner", "8", None),
    ("fjorton kommuner", "14", None),
    ("twelve members", "12", None),
]


@pytest.mark.parametrize(("text", "value", "unit"), FORMS)
def test_each_written_form_is_read_with_value_and_unit(text: str, value: str, unit: Unit | None) -> None:
    read = read_amounts(f"Det är {text}.")
    assert [(amount.value, amount.unit) for amount in read] == [(Decimal(value), unit)]


@pytest.mark.parametrize(
    "text",
    [
        "år 2026 och 2025–2027",
        "beslutat 2029-05-13 och gäller från den 5 maj",
        "se sidan 18, avsnitt 3 och § 12",
        "prop. 2023/24:100",
        "covid-19 och det 2:a målet",
        "1. Först\n2. Sedan",
        "a) och 2) därefter",
        "källorna [1] och [2, 3]",
    ],
)
def test_years_dates_references_and_markers_are_no_amounts(text: str) -> None:
    assert read_amounts(text) == ()


@pytest.mark.parametrize(
    "text",
    [
        "8\u00a0374 → 8\u00a0856 tkr",
        "8 374–8 856 tkr",
        "från 8 374 till 8 856 tkr",
        "from 8 374 to 8 856 tkr",
        "från 8 374 (2029) till 8 856 tkr (2030)",
        "8 374 tkr → 8 856",
    ],
)
def test_joined_numbers_share_their_unit(text: str) -> None:
    read = read_amounts(text)
    assert [(amount.value, amount.unit) for amount in read] == [
        (Decimal(8374), Unit.TKR),
        (Decimal(8856), Unit.TKR),
    ]


def test_amounts_come_in_order_of_appearance_with_their_places() -> None:
    text = "482 tkr mer (+5,8 %) för 14 kommuner [2]"
    read = read_amounts(text)
    assert [text[amount.start : amount.end] for amount in read] == ["482 tkr", "+5,8 %", "14"]
    assert [amount.dimension for amount in read] == [Dimension.MONEY, Dimension.SHARE, Dimension.COUNT]


def test_amounts_of_one_dimension_share_a_base() -> None:
    thousand, million, kronor = read_amounts("10 760 tkr, alltså 10,76 mnkr; 10 760 000 kr")
    assert thousand.base == million.base == kronor.base == Decimal(10_760_000)


def test_a_marker_right_after_a_number_is_not_part_of_it() -> None:
    assert [amount.value for amount in read_amounts("11 083[1] tkr")] == [Decimal(11083)]
