"""A record is found by both forms of the abbreviations that its plan explains."""

from dataclasses import replace

import pytest

from index.analysis import terms
from index.editions import Kind
from index.explained import other_forms
from index.searchable import FIELD_WEIGHTS, passage_fields
from ingest.model import Abbreviation, SourceRef
from tests.index.plans import make_plan

EXPLAINED = (Abbreviation("NUM", "norra utvecklingsmedlen", SourceRef("a")),)


@pytest.mark.parametrize(
    ("text", "others"),
    [
        ("Budget för NUM 2025", terms("norra utvecklingsmedlen")),
        ("Det norra utvecklingsmedlet söks", ("num",)),
        ("De norra utvecklingsmedlen (NUM) söks", ()),
        ("Medlen för utveckling i norra länet", ()),
        ("Numret står på kortet", ()),
    ],
)
def test_what_holds_one_form_is_found_by_the_other(text: str, others: tuple[str, ...]) -> None:
    assert tuple(other_forms(terms(text), EXPLAINED)) == others


def test_the_other_form_is_a_field_of_its_own_that_weighs_little() -> None:
    plan = replace(make_plan("a", ["NUM delas ut i maj."]), abbreviations=EXPLAINED)
    fields = dict(zip(FIELD_WEIGHTS[Kind.PASSAGE], passage_fields(plan.passages[0], plan), strict=True))
    assert fields["also"].split() == [*terms("norra utvecklingsmedlen")]
    assert FIELD_WEIGHTS[Kind.PASSAGE]["also"] < FIELD_WEIGHTS[Kind.PASSAGE]["body"]


def test_a_plans_own_name_does_not_put_its_short_form_on_every_record() -> None:
    explained = (Abbreviation("NUM", "norra utvecklingsmedlen", SourceRef("a")),)
    plan = replace(make_plan("a", organisation="Norra utvecklingsmedlen"), abbreviations=explained)
    fields = dict(zip(FIELD_WEIGHTS[Kind.PASSAGE], passage_fields(plan.passages[0], plan), strict=True))
    assert fields["also"] == ""
