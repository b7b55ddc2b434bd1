from dataclasses import fields, replace
from decimal import Decimal

import pytest

from index.editions import Kind
from index.errors import LibraryDamaged
from index.ports import StoredEdition
from index.pydantic_codec import decode, format_name, header_of, plan_of, records_of
from ingest.model import Figure, Plan
from tests.index.plans import make_plan


def _kept(plan: Plan) -> StoredEdition:
    records = list(records_of(plan))
    return StoredEdition(header_of(plan), {kind: [row.payload for row in records if row.kind == kind] for kind in Kind})


def test_a_plan_comes_back_as_it_was() -> None:
    plan = make_plan("a")
    assert plan_of(_kept(plan)) == plan


@pytest.mark.parametrize("value", ["-0.0", "10.760", "1E+3", "0.1000000000000000000000000001", "-1596935"])
def test_amounts_keep_every_digit_as_printed(value: str) -> None:
    plan = make_plan("a")
    plan = replace(plan, figures=(replace(plan.figures[0], value=Decimal(value)),))
    assert str(plan_of(_kept(plan)).figures[0].value) == value


def test_every_field_of_a_plan_is_filled_in_the_plan_that_this_tests_with() -> None:
    plan = make_plan("a")
    assert all(getattr(plan, field.name) for field in fields(plan))


def test_json_of_something_else_is_told_as_damage() -> None:
    with pytest.raises(LibraryDamaged):
        decode(Figure, b'{"label": 3}')


def test_the_format_has_the_same_name_each_time() -> None:
    assert format_name() == format_name()
