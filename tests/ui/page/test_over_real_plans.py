"""The page over the real library and assistant, filled with the bundled sample plans."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from assistant.answer import AnswerStatus
from assistant.extractive.answerer import ExtractiveAnswerer
from assistant.service import Assistant
from index.embedded import open_embedded_library
from ingest.model import Plan
from tests.fakes import HashingEmbedder
from tests.ui.conftest import Visitor, served
from ui.page.highlight import find_quote
from ui.page.places import cited_place
from ui.page.starters import starters
from ui.texts import Texts

LEAST_ANSWERED = 0.5
"""Share of the starter questions that has to be answered; hashes stand in for the model here."""


@pytest.fixture(scope="module")
def assistant(sample_plans: tuple[Plan, ...], tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    data: Path = tmp_path_factory.mktemp("data")
    with open_embedded_library(data, HashingEmbedder()) as library:
        library.ingest((plan, plan.id) for plan in sample_plans)
        yield Assistant(library, ExtractiveAnswerer())


def asked(assistant: Assistant) -> list[str]:
    return [question for group in starters(assistant.library.plans(), Texts()) for question in group.questions]


def test_starter_questions_are_mostly_answered_and_none_is_out_of_scope(assistant: Assistant) -> None:
    statuses = [assistant.ask([question]).status for question in asked(assistant)]
    assert not {AnswerStatus.OUT_OF_SCOPE, AnswerStatus.FAILED} & set(statuses)
    assert sum(not status.abstained for status in statuses) >= LEAST_ANSWERED * len(statuses)


def test_every_citation_opens_at_its_quote(assistant: Assistant) -> None:
    for question in asked(assistant):
        for citation in assistant.ask([question]).citations:
            place = cited_place(assistant.library, citation)
            assert place is not None, citation
            assert find_quote(place.section.text, citation.quote)
            assert place.section.path == citation.section


@pytest.mark.browser
def test_a_sample_plan_is_asked_and_its_row_shown(assistant: Assistant, tab: Callable[..., Visitor]) -> None:
    with served(lambda: assistant) as url:
        visitor = tab()
        visitor.enter(url)
        for plan in assistant.library.plans():
            assert plan.organisation in visitor.page.locator(".pv-plans").inner_text()
        visitor.page.locator(".pv-role").nth(1).locator("button").first.click()
        visitor.page.wait_for_selector(".pv-answer[data-status=answered]")
        visitor.open_first_source()
        assert visitor.page.locator(".pv-document mark").count() > 0
