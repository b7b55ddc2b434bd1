from decimal import Decimal

import pytest

from ingest.model import Figure, Unit, UnitSource
from ingest.units import with_inferred_units
from tests.ingest.made import grid, heading, paragraph, plan

ROWS = [("", "2025"), ("Avgift", "37 859 948"), ("Hyra", "12 000 000")]


def units_of(*prose: str, rows: list[tuple[str, str]] = ROWS) -> list[tuple[Unit | None, UnitSource | None]]:
    made = plan(heading("Budget"), *(paragraph(text) for text in prose), grid(rows))
    return [(f.unit, f.unit_source) for f in made.figures if f.source.table is not None]


def test_the_scale_that_fits_the_prose_is_taken() -> None:
    assert units_of("Projekten omsätter 20 000 tkr.") == [(Unit.KR, UnitSource.INFERRED)] * 2


def test_the_same_table_in_thousands() -> None:
    rows = [("", "2025"), ("Avgift", "37 860"), ("Hyra", "12 000")]
    assert units_of("Projekten omsätter 20 miljoner kronor.", rows=rows) == [(Unit.TKR, UnitSource.INFERRED)] * 2


def test_prose_without_money_tells_nothing() -> None:
    assert units_of("Andelen är 85 % och 12 årsarbetare.") == [(None, None)] * 2


def test_a_table_that_fits_no_scale_stays_open() -> None:
    assert units_of("Kaffet kostar 5 kr.") == [(None, None)] * 2


def test_a_printed_unit_is_kept() -> None:
    rows = [("tkr", "2025"), ("Avgift", "37 860")]
    assert units_of("Projekten omsätter 20 kr.", rows=rows) == [(Unit.TKR, UnitSource.PRINTED)]


def test_counts_get_no_money() -> None:
    rows = [("", "2025"), ("Avgift", "37 859 948"), ("Antal besökare", "120 000")]
    assert units_of("Projekten omsätter 20 000 tkr.", rows=rows)[1][0] is not Unit.KR


def test_nothing_gives_nothing() -> None:
    none: tuple[Figure, ...] = ()
    assert with_inferred_units(none) == ()


def test_values_do_not_change() -> None:
    made = plan(heading("Budget"), paragraph("Projekten omsätter 20 000 tkr."), grid(ROWS))
    assert [f.value for f in made.figures if f.source.table is not None] == [Decimal(37859948), Decimal(12000000)]


def test_no_scale_is_inferred_beside_a_table_that_prints_another() -> None:
    printed = grid([("mnkr", "2025"), ("Avgift", "9")])
    made = plan(heading("Budget"), paragraph("Projekten omsätter 20 000 tkr."), printed, grid(ROWS))
    assert {f.unit for f in made.figures if f.source.table == 1} == {None}


def test_ratios_and_tables_of_other_things_get_no_money() -> None:
    rows = [("", "2025"), ("Intäkter", "37 859 948"), ("Soliditet", "41")]
    assert units_of("Projekten omsätter 20 000 tkr.", rows=rows)[1] == (None, None)
    index = [("", "2025"), ("Bemötande", "75"), ("Trygghet", "80")]
    assert units_of("Projekten omsätter 20 kr.", rows=index) == [(None, None)] * 2


def test_an_amount_that_the_prose_tells_too_makes_a_table_one_of_money() -> None:
    rows = [("", "2025"), ("Idrottshallar", "250 000")]
    assert units_of("Vi lägger 250 miljoner kronor på hallar.", rows=rows) == [(Unit.TKR, UnitSource.INFERRED)]


@pytest.mark.parametrize("scale", [1, 7, 1000])
def test_a_common_scale_changes_no_unit(scale: int) -> None:
    rows = [("", "2025"), ("Avgift", str(37_860 * scale)), ("Hyra", str(12_000 * scale))]
    assert (
        units_of(f"Projekten omsätter {20 * scale} miljoner kronor.", rows=rows)
        == [(Unit.TKR, UnitSource.INFERRED)] * 2
    )


COUNTIES = [("Norra länet", "11 200 300"), ("Södra länet", "52 830 451"), ("Västra länet", "26 062 365")]


def units_led_in(told: str, lead_in: str, rows: list[tuple[str, str]] = COUNTIES) -> set[tuple[object, object]]:
    return set(units_of(told, lead_in, rows=rows))


def test_a_table_led_in_as_handed_out_gets_the_unit_in_which_it_adds_up_to_what_is_told() -> None:
    told = "I år fördelas 120 miljoner kronor till biblioteken, varav en bokbuss får 900 miljoner kronor."
    assert units_led_in("I år fördelas 120 miljoner kronor.", "Så här mycket får länen:") == {
        (Unit.KR, UnitSource.INFERRED)
    }
    thousands = [(name, value[:-4]) for name, value in COUNTIES]
    assert units_led_in(told, "Så mycket kan kommunerna söka:", thousands) == {(Unit.TKR, UnitSource.INFERRED)}


def test_a_table_that_is_not_led_in_as_money_stays_open() -> None:
    for lead_in in ("Så här många får plats:", "Länen är dessa:", "Antal böcker som bidraget gav:"):
        assert units_led_in("I år fördelas 600 miljoner kronor.", lead_in) == {(None, None)}


def test_a_table_whose_sum_is_far_from_every_told_amount_stays_open() -> None:
    assert units_led_in("I år fördelas 40 miljarder kronor.", "Så här mycket får länen:") == {(None, None)}


def test_a_small_table_of_other_things_shares_no_scale() -> None:
    rows = [("", "2025"), ("Intäkter", "37 859"), ("Kostnader", "12 000")]
    risks = grid([("Risk", "Värde"), ("Isgång", "12"), ("Stöld", "9")])
    told = paragraph("Projekten omsätter 20 000 tkr, varav 12 tkr är avgifter.")
    made = plan(heading("Budget"), told, grid(rows), heading("Risker"), risks)
    assert [f.unit for f in made.figures if f.source.table == 1] == [None, None]


def test_a_list_of_prices_is_in_no_scale_but_kronor() -> None:
    rows = [("", "2025"), ("Intäkter", "37 859"), ("Kostnader", "12 000")]
    prices = grid([("", "Norra", "Södra"), ("Avgift per båt", "480", "510"), ("Avgift per boj", "320", "305")])
    made = plan(heading("Budget"), paragraph("Vi omsätter 20 000 tkr."), grid(rows), heading("Avgifter"), prices)
    assert {f.unit for f in made.figures if f.source.table == 1} == {None}
