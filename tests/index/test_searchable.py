from index.analysis import terms
from index.editions import Kind
from index.searchable import FIELD_WEIGHTS, goal_fields, passage_fields, row_fields
from ingest.model import Unit
from tests.index.plans import make_plan

PLAN = make_plan("a 2025")
GOALS = {goal.id: goal for goal in PLAN.goals}


def test_each_kind_has_a_text_for_each_weighted_field() -> None:
    assert len(passage_fields(PLAN.passages[0], PLAN)) == len(FIELD_WEIGHTS[Kind.PASSAGE])
    assert len(row_fields(PLAN.figures[:1], PLAN)) == len(FIELD_WEIGHTS[Kind.ROW])
    assert len(goal_fields(PLAN.goals[0], PLAN, GOALS)) == len(FIELD_WEIGHTS[Kind.GOAL])


def test_a_figure_is_found_by_its_unit_in_words() -> None:
    assert PLAN.figures[0].unit is Unit.TKR
    assert set(terms("tusen kronor")) <= set(" ".join(row_fields(PLAN.figures[:1], PLAN)).split())


def test_the_years_of_a_plans_title_are_not_those_of_its_figures() -> None:
    fields = row_fields(PLAN.figures[:1], PLAN)
    assert [text for text in fields if "2025" in text.split()] == ["2025"]


def test_an_action_is_found_by_the_objective_above_it() -> None:
    assert set(terms("robust näringsliv")) <= set(" ".join(goal_fields(PLAN.goals[1], PLAN, GOALS)).split())
