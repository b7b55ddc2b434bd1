import pytest

from assistant.answer import AnswerStatus
from assistant.answerer import Draft
from assistant.citations import cite
from assistant.evidence import retrieve
from assistant.extractive import confidence
from assistant.extractive.confidence import Met, is_doubtful, met, probability
from assistant.question import understand
from assistant.thresholds import ConfidenceLimits
from tests.assistant.drafts import fee_draft
from tests.assistant.plans import FEE_REASON, GOAL_TEXT, GOALS, a_plan
from tests.fakes import WordLibrary

PLAN = a_plan()
STRICT = ConfidenceLimits(constant=-5.0, cover=10.0, weakest=0.0, least=0.5)


def worded(text: str = GOAL_TEXT) -> Draft:
    section = next(each for each in PLAN.sections if each.path == GOALS)
    return Draft(AnswerStatus.ANSWERED, f"{text} [1]", (cite(PLAN, section.source, text, 1),))


def measured(question: str, draft: Draft) -> Met | None:
    asked = understand((question,), (PLAN,), None)
    return met(asked, retrieve(WordLibrary([PLAN]), asked, (PLAN,)), draft)


def test_an_answer_that_meets_every_word_is_surer_than_one_that_misses_some() -> None:
    whole, part = measured("Hur ska utsläppen minska?", worded()), measured("Hur ska avgiften minska?", worded())
    assert whole is not None
    assert part is not None
    assert whole.cover > part.cover
    assert (whole.weakest > 0, part.weakest) == (True, 0)
    assert probability(whole) > probability(part)


def test_figures_and_abstentions_have_no_confidence() -> None:
    assert measured("Hur stor är medlemsavgiften 2026?", fee_draft()) is None
    assert measured("Hur ska utsläppen minska?", Draft(AnswerStatus.NOT_IN_PLANS, "Nej.")) is None


def test_a_doubtful_answer_is_one_less_sure_than_the_threshold(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(confidence, "CONFIDENCE", STRICT)
    asked = understand(("Hur ska utsläppen minska?",), (PLAN,), None)
    evidence = retrieve(WordLibrary([PLAN]), asked, (PLAN,))
    assert not is_doubtful(asked, evidence, worded())
    assert is_doubtful(asked, evidence, worded(FEE_REASON))
