import logging
from dataclasses import replace

import pytest

from assistant.answer import Answer, AnswerStatus, Engine
from assistant.answerer import Draft
from assistant.errors import ChatUnavailable, InvalidQuestion
from assistant.service import Assistant, DeltaEvent, Step, StepEvent
from index.errors import UnknownPlan
from tests.assistant import drafts
from tests.assistant.plans import PLAN_ID, a_plan
from tests.fakes import ScriptedAnswerer, StreamingScriptedAnswerer, WordLibrary

QUESTION = "Hur stor är medlemsavgiften i Kustlinjen 2026?"
GOOD = drafts.fee_draft()
BAD = replace(GOOD, text=GOOD.text.replace("4\u00a0250 tkr", "4\u00a0400 tkr"))
DOWN = ChatUnavailable("localhost:1", "ConnectError")


def library() -> WordLibrary:
    return WordLibrary([a_plan()])


def steps(assistant: Assistant) -> list[tuple[Step, Engine | None]]:
    events = assistant.follow([QUESTION])
    return [(event.step, event.engine) for event in events if isinstance(event, StepEvent)]


def text_shown(assistant: Assistant) -> str:
    """What a reader sees who appends pieces, and forgets them when another engine takes over."""
    shown = ""
    for event in assistant.follow([QUESTION]):
        if isinstance(event, DeltaEvent):
            shown += event.text
        elif isinstance(event, StepEvent) and event.step is Step.FALL_BACK:
            shown = ""
    return shown


def test_a_draft_that_the_checks_let_through_becomes_the_answer() -> None:
    answer = Assistant(library(), ScriptedAnswerer(GOOD)).ask([QUESTION])
    assert (answer.status, answer.text, answer.engine) == (AnswerStatus.ANSWERED, GOOD.text, Engine.EXTRACTIVE)
    assert (answer.question, answer.citations, answer.figures) == (QUESTION, GOOD.citations, GOOD.figures)


def test_the_steps_are_told_in_order_and_timed() -> None:
    heard: list[str] = []
    answer = Assistant(library(), ScriptedAnswerer(GOOD)).ask([QUESTION], on_step=heard.append)
    assert heard == ["understand", "retrieve", "compose", "verify"]
    assert list(answer.timings_ms) == ["total", "understand", "retrieve", "compose", "verify"]
    assert answer.timings_ms["total"] >= answer.timings_ms["verify"]


def test_a_refused_draft_is_not_shown_and_the_reason_is_recorded(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.INFO, logger="assistant"):
        answer = Assistant(library(), ScriptedAnswerer(BAD)).ask([QUESTION])
    assert answer.status is AnswerStatus.UNVERIFIED
    assert "4\u00a0400" not in answer.text
    assert "numbers_are_grounded" in caplog.text


def test_a_refused_draft_is_never_streamed() -> None:
    assert text_shown(Assistant(library(), ScriptedAnswerer(BAD))) == ""


def test_the_abstention_of_an_english_question_is_english() -> None:
    answer = Assistant(library(), ScriptedAnswerer(BAD)).ask(["How much is the membership fee for the members?"])
    assert answer.text.startswith("I found")


def test_a_chat_model_answers_where_there_is_one() -> None:
    assistant = Assistant(library(), ScriptedAnswerer(BAD), ScriptedAnswerer(GOOD, Engine.CHAT))
    assert assistant.ask([QUESTION]).engine is Engine.CHAT


@pytest.mark.parametrize("chat", [DOWN, BAD])
def test_where_the_chat_model_fails_or_is_refused_the_extractive_engine_answers(chat: Draft | ChatUnavailable) -> None:
    assistant = Assistant(library(), ScriptedAnswerer(GOOD), ScriptedAnswerer(chat, Engine.CHAT))
    answer = assistant.ask([QUESTION])
    assert (answer.engine, answer.text) == (Engine.EXTRACTIVE, GOOD.text)
    assert (Step.FALL_BACK, Engine.EXTRACTIVE) in steps(assistant)


def test_where_both_engines_are_refused_the_assistant_abstains() -> None:
    assistant = Assistant(library(), ScriptedAnswerer(BAD), ScriptedAnswerer(BAD, Engine.CHAT))
    assert assistant.ask([QUESTION]).status is AnswerStatus.UNVERIFIED


def test_pieces_are_shown_as_they_are_let_through_and_add_up_to_the_answer() -> None:
    begun = replace(GOOD, text=GOOD.text)
    whole = replace(GOOD, text=GOOD.text + " Avgiften 2026 är 4\u00a0250 tkr. [1]")
    assistant = Assistant(library(), ScriptedAnswerer(BAD), StreamingScriptedAnswerer([begun], whole))
    pieces = [event.text for event in assistant.follow([QUESTION]) if isinstance(event, DeltaEvent)]
    assert len(pieces) == 2
    assert "".join(pieces) == whole.text


def test_a_piece_that_the_checks_refuse_is_never_shown() -> None:
    assistant = Assistant(library(), ScriptedAnswerer(GOOD), StreamingScriptedAnswerer([BAD], BAD))
    assert text_shown(assistant) == GOOD.text


def test_the_last_event_is_the_answer() -> None:
    events = list(Assistant(library(), ScriptedAnswerer(GOOD)).follow([QUESTION]))
    assert isinstance(events[-1], Answer)
    assert sum(isinstance(event, Answer) for event in events) == 1


def test_an_unknown_plan_is_an_error() -> None:
    with pytest.raises(UnknownPlan):
        Assistant(library(), ScriptedAnswerer(GOOD)).ask([QUESTION], plan="nowhere")


@pytest.mark.parametrize("turns", [[], [" "], [QUESTION, ""]])
def test_an_empty_question_is_an_error(turns: list[str]) -> None:
    with pytest.raises(InvalidQuestion):
        Assistant(library(), ScriptedAnswerer(GOOD)).ask(turns)


def test_a_question_limited_to_a_plan_searches_that_plan_alone() -> None:
    shelf = WordLibrary([a_plan(), a_plan("another")])
    answerer = ScriptedAnswerer(GOOD)
    Assistant(shelf, answerer).ask([QUESTION], plan=PLAN_ID)
    assert answerer.questions[0].plan_ids == (PLAN_ID,)


def test_what_breaks_in_the_programme_itself_is_not_hidden() -> None:
    class Broken(ScriptedAnswerer):
        def compose(self, *_: object) -> Draft:
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        Assistant(library(), Broken(GOOD)).ask([QUESTION])
