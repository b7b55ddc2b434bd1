from pathlib import Path

import pytest

from evals.errors import NothingToMeasure
from evals.recombined_plans import (
    Material,
    Proportions,
    material_of_texts,
    recombined_plan,
    recombined_plans,
    recombined_questions,
)
from evals.sample_material import sample_material
from ingest.model import GoalLevel

EACH = Proportions(passages=10, rows=15, goals=12)


@pytest.fixture(scope="module")
def material() -> Material:
    return sample_material()


def test_equal_arguments_make_equal_plans_and_questions(material: Material) -> None:
    assert recombined_plan(material, 3, EACH) == recombined_plan(sample_material(), 3, EACH)
    assert recombined_questions(material, 5) == recombined_questions(material, 5)


def test_plans_and_their_editions_differ(material: Material) -> None:
    first, second, third = (
        recombined_plan(material, number, EACH, edition) for number, edition in ((1, 0), (1, 1), (2, 0))
    )
    assert first.id == second.id != third.id
    texts = [{passage.text for passage in plan.passages} for plan in (first, second, third)]
    assert len(set.union(*texts)) == 30


def test_the_plans_have_as_many_passages_as_were_asked_for(material: Material) -> None:
    plans = list(recombined_plans(material, 34, EACH))
    assert [len(plan.passages) for plan in plans] == [10, 10, 10, 4]
    assert len({plan.id for plan in plans}) == 4
    for plan in plans:
        assert len({(figure.source.table, figure.source.row) for figure in plan.figures}) == 15
        assert len(plan.goals) == 12
        assert len({passage.id for passage in plan.passages}) == len(plan.passages)


def test_the_text_is_that_of_the_material(material: Material) -> None:
    sentences = [sentence for _, chapter in material.chapters for sentence in chapter]
    for passage in recombined_plan(material, 0, EACH).passages:
        assert any(passage.text.startswith(sentence) for sentence in sentences)
        assert any(passage.text.endswith(sentence) for sentence in sentences)


def test_goals_stand_below_those_of_the_level_above(material: Material) -> None:
    goals = {goal.id: goal for goal in recombined_plan(material, 0, Proportions(goals=60)).goals}
    above = {GoalLevel.OBJECTIVE: GoalLevel.AREA, GoalLevel.ACTION: GoalLevel.OBJECTIVE}
    above |= {GoalLevel.EFFECT: GoalLevel.ACTION}
    assert {goal.level for goal in goals.values()} == {GoalLevel.AREA, *above}
    for goal in goals.values():
        assert (goals[goal.parent].level if goal.parent else None) == above.get(goal.level)


def test_a_folder_of_texts_is_material_too(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(
        "Skolan i byn\n\nSkolan får tolv nya platser till hösten. Kostnaden delas.\n", "utf-8"
    )
    assert material_of_texts(tmp_path).chapters == (("Skolan i byn", ("Skolan får tolv nya platser till hösten.",)),)
    with pytest.raises(NothingToMeasure):
        material_of_texts(tmp_path / "empty")
