import pytest

from assistant.errors import InvalidSettings
from assistant.service import Assistant
from assistant.warming import Warming
from tests.assistant import drafts
from tests.assistant.plans import a_plan
from tests.fakes import ScriptedAnswerer, WordLibrary


def an_assistant() -> Assistant:
    return Assistant(WordLibrary([a_plan()]), ScriptedAnswerer(drafts.fee_draft()))


def test_an_assistant_is_opened_once() -> None:
    opened: list[Assistant] = []

    def open_one() -> Assistant:
        opened.append(an_assistant())
        return opened[-1]

    warming = Warming(open_one)
    warming.start()
    assert warming.get() is warming.get() is opened[0]
    assert len(opened) == 1
    assert warming.ready()


def test_what_is_open_already_is_taken_as_it_is() -> None:
    assistant = an_assistant()
    assert Warming(assistant).get() is assistant


def test_the_first_search_is_made_while_opening() -> None:
    library = WordLibrary([a_plan()])
    Warming(Assistant(library, ScriptedAnswerer(drafts.fee_draft()))).get()
    assert len(library.queries) == 1


def test_what_opening_raised_is_raised_to_whoever_asks() -> None:
    def fail() -> Assistant:
        raise InvalidSettings("PLANSVAR_DATA")

    warming = Warming(fail)
    for _ in range(2):
        with pytest.raises(InvalidSettings):
            warming.get()
