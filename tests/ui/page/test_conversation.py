from collections.abc import Iterator, Sequence

from assistant.service import AnswerEvent, DeltaEvent, Step, StepEvent
from index.errors import LibraryDamaged
from tests.fakes import FollowedAssistant, ShelvedLibrary
from tests.ui.plans import FEE, LIKELY, WEATHER, answers, norrvik, page_assistant
from ui.page.conversation import Conversation, Exchange, continue_with
from ui.texts import Texts


def last_of(assistant: FollowedAssistant, question: str, before: Conversation = ()) -> Exchange:
    *_, conversation = continue_with(before, question, None, lambda: assistant, Texts())
    return conversation[-1]


def test_steps_are_shown_until_the_answer_is_there() -> None:
    assistant = page_assistant(norrvik())
    seen = [conversation[-1] for conversation in continue_with((), FEE, None, lambda: assistant, Texts())]
    assert [exchange.step for exchange in seen] == ["understand", "understand", "retrieve", "retrieve"]
    assert [exchange.pending for exchange in seen] == [True, True, True, False]
    assert seen[-1].answer == answers()[FEE]


def test_a_follow_up_takes_the_earlier_questions_along() -> None:
    assistant = page_assistant(norrvik())
    last_of(assistant, FEE, (Exchange(WEATHER, answer=answers()[WEATHER]),))
    assert assistant.asked == [(WEATHER, FEE)]


def test_the_choice_of_plan_goes_with_the_question() -> None:
    assistant = page_assistant(norrvik())
    list(continue_with((), FEE, norrvik().id, lambda: assistant, Texts()))
    assert assistant.scopes == [norrvik().id]


def test_quotes_are_kept_as_printed() -> None:
    exchange = last_of(page_assistant(norrvik()), FEE)
    assert exchange.rows[0].split("\t")[1] == "9\u00a0812"


def test_a_known_error_ends_the_exchange_with_its_line() -> None:
    assistant = FollowedAssistant(ShelvedLibrary(), {}, {FEE: LibraryDamaged("library.sqlite")})
    assert last_of(assistant, FEE).error.startswith("library.sqlite: Datamappen innehåller en fil som är skadad")


def test_an_unknown_error_shows_nothing_of_the_machine() -> None:
    exchange = last_of(page_assistant(norrvik()), LIKELY)
    assert exchange.error.startswith("Något gick fel.")
    assert "secret" not in exchange.error


def test_an_assistant_that_cannot_be_opened_is_told_in_the_answers_place() -> None:
    def fail() -> FollowedAssistant:
        raise LibraryDamaged("library.sqlite")

    *_, conversation = continue_with((), FEE, None, fail, Texts())
    assert conversation[-1].error.startswith("library.sqlite:")


class FallingBack(FollowedAssistant):
    def follow(self, turns: Sequence[str], plan: str | None = None) -> Iterator[AnswerEvent]:
        yield DeltaEvent("Ett ")
        yield DeltaEvent("utkast")
        yield StepEvent(Step.FALL_BACK)
        yield self.ask(turns, plan)


def test_pieces_grow_and_are_taken_back_when_the_plans_own_words_must_do() -> None:
    assistant = FallingBack(ShelvedLibrary([norrvik()]), answers())
    drafts = [conversation[-1].draft for conversation in continue_with((), FEE, None, lambda: assistant, Texts())]
    assert drafts == ["", "Ett ", "Ett utkast", "", ""]
