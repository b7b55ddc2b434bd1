from decimal import Decimal

import pytest

from assistant.written_numbers import Form, in_swedish_form, unit_is_named, written_numbers
from ingest.model import Unit


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("10\u00a0760 tkr", "10760", Unit.TKR),
        ("10 760\u00a0tkr", "10760", Unit.TKR),
        ("10\u202f760 tkr", "10760", Unit.TKR),
        ("10.760 kr", "10760", Unit.KR),
        ("\u22121 596 935 kr", "-1596935", Unit.KR),
        ("-15 tkr", "-15", Unit.TKR),
        ("\u2013150 tkr", "-150", Unit.TKR),
        ("+5,8 %", "5.8", Unit.PERCENT),
        ("2,5%", "2.5", Unit.PERCENT),
        ("75 procents tjänst", "75", Unit.PERCENT),
        ("10,76 mnkr", "10.76", Unit.MNKR),
        ("658 miljoner kronor", "658", Unit.MNKR),
        ("7,5 miljarder", "7.5", Unit.MDKR),
        ("41 kr per invånare", "41", Unit.KR_PER_INHABITANT),
        ("41 kr/inv.", "41", Unit.KR_PER_INHABITANT),
        ("41 kronor", "41", Unit.KR),
        ("12,5 årsarbetare", "12.5", Unit.FULL_TIME_EQUIVALENT),
        ("3 million kronor", "3", Unit.MNKR),
        ("4 per cent", "4", Unit.PERCENT),
        ("14 kommuner", "14", None),
        ("14 kronologiska", "14", None),
    ],
)
def test_an_amount_is_read_with_its_unit(text: str, value: str, unit: Unit | None) -> None:
    (number,) = written_numbers(text)
    assert (number.form, number.value, number.unit) == (Form.AMOUNT, Decimal(value), unit)


@pytest.mark.parametrize(
    ("text", "form", "years"),
    [
        ("år 2026", Form.YEAR, (2026,)),
        ("2026.", Form.YEAR, (2026,)),
        ("2025\u20132027", Form.PERIOD, (2025, 2027)),
        ("2025-27", Form.PERIOD, (2025, 2027)),
        ("2024/2025", Form.PERIOD, (2024, 2025)),
        ("5G", Form.NAME, ()),
        ("3:e", Form.NAME, ()),
        ("2024-05-01", Form.NAME, ()),
        ("1.5", Form.NAME, ()),
        ("18:30", Form.NAME, ()),
    ],
)
def test_what_is_no_amount_is_told_apart(text: str, form: Form, years: tuple[int, ...]) -> None:
    (number,) = written_numbers(text)
    assert (number.form, number.years) == (form, years)


def test_a_year_before_an_amount_is_no_part_of_it() -> None:
    assert [number.text for number in written_numbers("år 2026 850 tkr")] == ["2026", "850 tkr"]


def test_a_bullet_is_no_minus() -> None:
    assert written_numbers("- 14 kommuner")[0].value == 14


def test_markers_are_no_numbers() -> None:
    assert written_numbers("Det är så. [1][12]") == ()


@pytest.mark.parametrize(
    "text", ["A1b2 c3,4d 5.6.7 8/9 1e5 x–12y 3–4 §7 (8) 9:- 1,2,3 ½5", "12345678 1 2 3 456 7890", "kl.13.00–14.30"]
)
def test_no_digit_escapes(text: str) -> None:
    numbers = written_numbers(text)
    covered = {place for number in numbers for place in range(number.start, number.end)}
    assert all(place in covered for place, sign in enumerate(text) if sign.isdigit() and sign.isascii())


def test_a_unit_alone_is_seen() -> None:
    assert unit_is_named(Unit.TKR, "Belopp i tkr:")
    assert not unit_is_named(Unit.KR, "Belopp i tkr:")
    assert not unit_is_named(None, "Belopp i tkr:")


def test_numbers_are_brought_into_swedish_form() -> None:
    assert in_swedish_form("10 760 tkr, -5 och 2025-2027") == "10\u00a0760 tkr, \u22125 och 2025-2027"
    assert in_swedish_form("10,760 tkr and 2.5 %", english=True) == "10\u00a0760 tkr and 2,5 %"
    assert in_swedish_form("2,5 % och 10,760") == "2,5 % och 10,760"
