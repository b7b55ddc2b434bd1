from dataclasses import replace

import pytest

from assistant.answer import AnswerStatus
from assistant.answerer import Draft
from assistant.citations import cite
from assistant.verification import verify
from ingest.model import Goal, GoalLevel
from tests.assistant.plans import GOAL_TEXT, PLAN_ID, a_plan

PLAN = a_plan()
PLAN = replace(PLAN, goals=(*PLAN.goals, Goal("g3", "Hamnar", GoalLevel.AREA, None, PLAN.sections[1].source)))


def refused(text: str) -> set[str]:
    citation = cite(PLAN, PLAN.sections[1].source, GOAL_TEXT, 1)
    return {each.check for each in verify(Draft(AnswerStatus.ANSWERED, text, (citation,)), ("Mål?",), {PLAN_ID: PLAN})}


@pytest.mark.parametrize(
    "told", [f"Delmål: {GOAL_TEXT} [1] (Insatsområde {{0}})", f"Insatsområde {{0}} › Delmål:\n1. {GOAL_TEXT} [1]"]
)
def test_a_goal_is_told_where_it_hangs(told: str) -> None:
    assert "goals_stand_where_said" not in refused(told.format("Klimat"))
    assert "goals_stand_where_said" in refused(told.format("Hamnar"))
