import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from html.parser import HTMLParser
from pathlib import Path

import pytest

from assistant.answer import Answer, AnswerStatus, Engine, Language
from index.errors import LibraryOutdated
from ingest.model import Decision
from tests.fakes import FollowedAssistant
from tests.ui.plans import (
    ATTACK,
    FEE,
    FEE_ROW,
    GOALS,
    HOSTILE,
    NORRVIK,
    WEATHER,
    answers,
    norrvik,
    page_assistant,
    soderby,
)
from ui.page.conversation import Exchange
from ui.page.places import as_printed
from ui.page.screen import Opened, OpenedCitation, OpenedSection, Screen, Visit, language_named
from ui.texts import Texts

TEMPLATES = Path(__file__).resolve().parents[3] / "ui" / "page" / "templates"


class Elements(HTMLParser):
    """The elements of a piece of HTML with their attributes, and its text."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.text += data

    def events(self, name: str) -> Iterator[dict[str, str | None]]:
        return (attributes for _, attributes in self.found if attributes.get("data-event") == name)


def screen(assistant: FollowedAssistant | None = None) -> Screen:
    opened = assistant or page_assistant(norrvik(), soderby())
    return Screen(lambda: opened)


def visit(*questions: str, opened: Opened = None, language: Language = Language.SWEDISH) -> Visit:
    shelf = page_assistant(norrvik()).library
    exchanges = []
    for question in questions:
        answer = answers()[question]
        rows = tuple(as_printed(shelf, citation) for citation in answer.citations)
        exchanges.append(Exchange(question, answer=answer, rows=rows))
    return Visit(Texts(language), None, tuple(exchanges), opened)


@pytest.mark.parametrize("language", Language)
def test_nothing_of_a_plan_or_a_question_becomes_markup(language: Language) -> None:
    opened = visit(HOSTILE, opened=OpenedCitation(0, 1), language=language)
    leafed = visit(HOSTILE, opened=OpenedSection(NORRVIK, 3), language=language)
    parts = [screen().conversation(opened), screen().panel(opened), screen().panel(leafed), screen().scope(opened)]
    for html in parts:
        elements = Elements(html)
        assert not {tag for tag, _ in elements.found} & {"script", "img", "iframe", "object"}
        assert not any(name.startswith("on") for _, attributes in elements.found for name in attributes)
    assert all(ATTACK in Elements(html).text for html in parts[:3])


def test_no_template_lets_anything_through_unescaped() -> None:
    for template in TEMPLATES.glob("*.html"):
        text = template.read_text("utf-8")
        assert "|safe" not in text.replace(" ", "")
        assert "autoescape" not in text


def test_each_marker_and_each_source_opens_its_citation() -> None:
    elements = Elements(screen().conversation(visit(WEATHER, FEE)))
    assert [(one["data-number"], one["data-n"]) for one in elements.events("cite")] == [
        ("1", "1"),
        ("1", "2"),
        ("1", "1"),
        ("1", "2"),
    ]
    first = next(elements.events("cite"))
    assert first["aria-label"] == ("[1] Visa källan: Verksamhetsplan med budget 2025–2027, Ekonomi › Driftbudget, s. 7")


def test_a_marker_without_a_source_is_no_button() -> None:
    html = screen().conversation(visit(GOALS))
    assert "[9]" in Elements(html).text
    assert len(list(Elements(html).events("cite"))) == 2


@pytest.mark.parametrize("status", [status for status in AnswerStatus if status.abstained])
@pytest.mark.parametrize("language", Language)
def test_an_abstention_says_so_in_words(status: AnswerStatus, language: Language) -> None:
    texts = Texts(language)
    answer = Answer("Vad?", status, "…", language, Engine.EXTRACTIVE)
    html = screen().conversation(Visit(texts, None, (Exchange("Vad?", answer=answer),)))
    assert f"{texts('abstained')}: {texts(f'status.{status}')}" in " ".join(Elements(html).text.split())


def test_findings_of_an_answer_stand_under_it() -> None:
    assert answers()[FEE].findings[0].message in Elements(screen().conversation(visit(FEE))).text


def test_an_opened_citation_marks_its_row_in_a_real_table() -> None:
    html = screen().panel(visit(FEE, opened=OpenedCitation(0, 1)))
    elements = Elements(html)
    assert [tag for tag, attributes in elements.found if attributes.get("class") == "pv-quoted"] == ["tr"]
    marked = " ".join(re.findall(r"<mark>(.*?)</mark>", html))
    assert " ".join(marked.split()) == FEE_ROW
    for shown in ("Driftbudget", "Verksamhetsplan med budget 2025–2027", "Sida 7", "2025–2027"):
        assert shown in elements.text


def test_a_citation_whose_plan_is_gone_says_so_instead_of_showing_another_text() -> None:
    gone = screen(page_assistant(soderby()))
    assert "Stället finns inte längre" in gone.panel(visit(FEE, opened=OpenedCitation(0, 1)))
    assert "Stället finns inte längre" in gone.panel(visit(FEE, opened=OpenedSection(NORRVIK, 0)))


@pytest.mark.parametrize("opened", [OpenedCitation(5, 1), OpenedCitation(0, 99), OpenedSection(NORRVIK, 99)])
def test_a_place_that_never_was_is_no_error(opened: Opened) -> None:
    assert "Stället finns inte längre" in screen().panel(visit(FEE, opened=opened))


def test_leafing_stops_at_the_first_and_the_last_section() -> None:
    def leaves(index: int) -> list[bool]:
        elements = Elements(screen().panel(visit(FEE, opened=OpenedSection(NORRVIK, index))))
        return ["disabled" in attributes for attributes in elements.events("section")]

    assert leaves(0) == [True, False]
    assert leaves(len(norrvik().sections) - 1) == [False, True]


def test_the_plans_are_shown_with_period_and_findings() -> None:
    text = Elements(screen().panel(Visit())).text
    for shown in (
        "Norrviks kommunalförbund",
        "2025–2027",
        "Antagen",
        "18 sidor",
        "1 sak att känna till",
        "Budget 2026",
    ):
        assert shown in text


@pytest.mark.parametrize(
    ("address", "links"), [("https://norrvik.example/plan", 1), ("javascript:alert(1)", 0), ("", 0)]
)
def test_a_plans_decision_is_shown_and_its_original_linked_where_it_lies_on_the_web(address: str, links: int) -> None:
    decided = replace(norrvik(), decision=Decision(date(2024, 12, 5), "§ 71", "2024/312"), address=address)
    panel = Elements(screen(page_assistant(decided)).panel(Visit()))
    assert "Beslut 2024-12-05, § 71, dnr 2024/312" in panel.text
    assert sum(attributes.get("href") == address for _, attributes in panel.found) == links


def test_an_empty_library_tells_how_to_fill_it() -> None:
    empty = screen(page_assistant())
    assert "plansvar ingest MAPP" in Elements(empty.conversation(Visit())).text
    assert "plansvar ingest FOLDER" in Elements(empty.conversation(Visit(Texts(Language.ENGLISH)))).text
    assert "disabled" in empty.scope(Visit())


def test_a_library_that_cannot_be_opened_is_told_and_nothing_breaks() -> None:
    def fail() -> FollowedAssistant:
        raise LibraryOutdated("/data")

    broken = Screen(fail)
    assert "Datamappen är skriven av en annan version" in Elements(broken.conversation(Visit())).text
    assert broken.scope(Visit())
    assert broken.panel(Visit())


def test_the_chosen_plan_is_selected_and_its_questions_shown() -> None:
    chosen = Visit(plan=NORRVIK)
    options = [attributes for tag, attributes in Elements(screen().scope(chosen)).found if tag == "option"]
    assert [one["value"] for one in options if "selected" in one] == [NORRVIK]
    assert "Söderby" not in Elements(screen().conversation(chosen)).text


def test_the_chosen_language_is_pressed_and_others_are_swedish() -> None:
    elements = Elements(screen().header(Visit(Texts(Language.ENGLISH))))
    assert {one["data-chosen"]: one["aria-pressed"] for one in elements.events("language")} == {
        "sv": "false",
        "en": "true",
    }
    assert language_named("en") is Language.ENGLISH
    assert language_named({"en": 1}) is Language.SWEDISH
