from assistant.answer import AnswerStatus
from assistant.answerer import Draft
from evals.development import COST, without_their_plan
from evals.scoring import Verdict
from tests.assistant.plans import a_plan
from tests.evals.cases import figure_case
from tests.fakes import WordLibrary

LIBRARY = WordLibrary([a_plan()])


def test_a_question_without_its_plan_must_be_met_with_silence() -> None:
    (made,) = without_their_plan(LIBRARY, [figure_case(turns=("Hur stor är hyran i Kustlinjen 2026?",), plan="kust")])
    assert made.case.abstain
    assert made.verdict(Draft(AnswerStatus.NOT_IN_PLANS, "Nej.")) is Verdict.RIGHT
    assert COST[made.verdict(Draft(AnswerStatus.ANSWERED, "120 tkr."))] == 3
    assert dict(made.evidence.plans) == {}
