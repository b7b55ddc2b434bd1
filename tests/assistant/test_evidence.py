from assistant.evidence import retrieve
from assistant.question import understand
from assistant.thresholds import RetrievalLimits
from tests.assistant.plans import PLAN_ID, a_plan
from tests.fakes import WordLibrary

LIBRARY = WordLibrary([a_plan(), a_plan("another")])


def test_evidence_holds_hits_and_the_plans_in_scope() -> None:
    question = understand(["Vad är Kustlinjens hyra 2026?"], LIBRARY.plans(), PLAN_ID)
    found = retrieve(LIBRARY, question, LIBRARY.plans())
    assert list(found.plans) == [PLAN_ID]
    assert {hit.plan_id for hit in found.passages} == {PLAN_ID}
    assert found.figures[0].figure.label == "Hyra"
    assert found.question == question.standalone


def test_nothing_is_searched_before_hits_are_asked_for() -> None:
    shelf = WordLibrary([a_plan()])
    found = retrieve(shelf, understand(["Vad är hyran 2026?"], shelf.plans(), None), shelf.plans())
    assert shelf.queries == []
    assert found.passages is found.passages
    assert len(shelf.queries) == 1


def test_without_a_scope_every_plan_is_searched() -> None:
    found = retrieve(LIBRARY, understand(["Hur stor är hyran 2026?"], LIBRARY.plans(), None), LIBRARY.plans())
    assert set(found.plans) == {PLAN_ID, "another"}


def test_no_more_is_looked_at_than_the_limits_say() -> None:
    question = understand(["Vad är hyra, resultat och medlemsavgifter?"], LIBRARY.plans(), None)
    found = retrieve(LIBRARY, question, LIBRARY.plans(), RetrievalLimits(passages=2, figures=3, goals=1))
    assert (len(found.passages), len(found.figures)) == (2, 3)
    assert len(found.goals) <= 1
