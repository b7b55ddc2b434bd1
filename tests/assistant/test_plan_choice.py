"""Which of many plans a question is held against."""

import pytest

from assistant.plan_choice import plans_for
from assistant.thresholds import PLAN_CHOICE
from index.errors import UnknownPlan
from ingest.model import Plan
from tests.fakes import WordLibrary
from tests.index.plans import TEXTS, make_plan

MANY = PLAN_CHOICE.plans * 3


def library(*plans: Plan) -> WordLibrary:
    return WordLibrary([*plans, *(make_plan(f"plan{n:02}", organisation=f"Ort{n} kommun") for n in range(MANY))])


def chosen(shelf: WordLibrary, *turns: str, plan: str | None = None) -> list[str]:
    return [each.id for each in plans_for(shelf, turns, plan)]


def test_of_a_few_plans_all_are_chosen_without_a_search() -> None:
    shelf = WordLibrary([make_plan("a"), make_plan("b")])
    assert chosen(shelf, "Vad kostar hyran?") == ["a", "b"]
    assert shelf.queries == []


def test_of_many_plans_the_named_one_comes_first() -> None:
    assert chosen(library(), "Vem leder arbetet i ort17 enligt budgeten?")[0] == "plan17"


def test_a_plan_named_in_an_earlier_turn_stays_in_view() -> None:
    assert "plan17" in chosen(library(), "Hur stor är avgiften i ort17", "Och 2026?")


def test_of_many_plans_those_are_chosen_where_the_words_stand() -> None:
    shelf = library(make_plan("x", (*TEXTS, "Kulturskolan får en ny orgel.")))
    found = chosen(shelf, "Vilken orgel får kulturskolan?")
    assert found[0] == "x"
    assert len(found) <= PLAN_CHOICE.plans


def test_a_question_limited_to_one_plan_has_it_whatever_is_found() -> None:
    shelf = library(make_plan("x", ("Tomt.",)))
    assert chosen(shelf, "Vem leder arbetet enligt budgeten?", plan="x")[0] == "x"
    with pytest.raises(UnknownPlan):
        plans_for(shelf, ["Vem leder arbetet?"], "saknas")


def test_what_no_plan_holds_is_still_held_against_plans() -> None:
    assert len(chosen(library(), "Zzz?")) == PLAN_CHOICE.plans
