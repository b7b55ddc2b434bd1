from collections.abc import Callable
from typing import Any

import pytest

from tests.ui.conftest import Visitor, served
from tests.ui.page.contrast import LOW_CONTRAST
from tests.ui.plans import COSTS, FEE, GOALS, HOSTILE, LIKELY, NORRVIK, WEATHER, answers, norrvik, page_assistant

pytestmark = pytest.mark.browser

Tab = Callable[..., Visitor]
FOCUSED = "document.activeElement.matches(':focus') && document.activeElement.outerHTML"


def inside(visitor: Visitor, selector: str) -> bool:
    """Whether the element stands wholly within the window."""
    box = visitor.page.locator(selector).first.bounding_box()
    size: Any = visitor.page.viewport_size
    return box is not None and box["y"] >= 0 and box["y"] + box["height"] <= size["height"]


def test_a_question_is_answered_and_its_source_opens_at_the_quote(tab: Tab, address: str) -> None:
    visitor = tab()
    visitor.enter(address)
    visitor.ask(FEE)
    text = visitor.page.locator(".pv-text").inner_text()
    assert "10\u00a0760 tkr" in text
    assert visitor.page.locator(".pv-sources").is_visible()
    visitor.open_first_source()
    row = visitor.page.locator(".pv-document tr.pv-quoted")
    assert row.inner_text().split("\t")[:2] == ["Medlemsavgifter", "9\u00a0812"]
    visitor.page.wait_for_timeout(800)
    assert inside(visitor, ".pv-document tr.pv-quoted")
    assert visitor.page.evaluate("document.activeElement.closest('.pv-opened') !== null")


def test_the_source_closes_with_escape_and_focus_goes_back_to_where_it_came_from(tab: Tab, address: str) -> None:
    visitor = tab()
    visitor.enter(address)
    visitor.ask(FEE)
    visitor.page.locator(".pv-sources button").nth(1).focus()
    visitor.page.keyboard.press("Enter")
    visitor.page.wait_for_selector(".pv-opened")
    assert visitor.page.locator(".pv-sources button[aria-current]").count() == 1
    visitor.page.keyboard.press("Escape")
    visitor.page.wait_for_selector(".pv-plans")
    back = visitor.page.evaluate("({...document.activeElement.dataset})")
    assert (back["n"], back["list"]) == ("2", "yes")


def test_one_can_leaf_to_the_next_section(tab: Tab, address: str) -> None:
    visitor = tab()
    visitor.enter(address)
    visitor.ask(GOALS)
    visitor.open_first_source()
    visitor.page.get_by_role("button", name="Nästa avsnitt").click()
    visitor.page.wait_for_selector(".pv-opened h2:has-text('Driftbudget')")
    assert visitor.page.locator(".pv-document mark").count() == 0


def test_a_conversation_goes_on_and_can_be_begun_anew(tab: Tab) -> None:
    assistant = page_assistant(norrvik())
    with served(lambda: assistant) as url:
        visitor = tab()
        visitor.enter(url)
        visitor.ask(FEE)
        visitor.ask(COSTS)
        assert assistant.asked[-1] == (FEE, COSTS)
        assert visitor.page.locator(".pv-turn").count() == 2
        visitor.page.wait_for_timeout(800)
        assert inside(visitor, ".pv-turn:last-of-type .pv-asked")
        visitor.page.get_by_role("button", name="Ny konversation").click()
        visitor.page.wait_for_selector(".pv-welcome")
        visitor.ask(COSTS)
        assert assistant.asked[2:] == [(COSTS,)]


def test_a_starter_question_is_asked_with_one_click_and_the_chosen_plan(tab: Tab) -> None:
    assistant = page_assistant(norrvik())
    with served(lambda: assistant) as url:
        visitor = tab()
        visitor.enter(url)
        visitor.page.select_option("#pv-plan", NORRVIK)
        visitor.page.wait_for_selector("#pv-plan option[selected][value]:not([value=''])", state="attached")
        question = visitor.page.locator("[data-event=starter]").first.inner_text()
        visitor.page.locator("[data-event=starter]").first.click()
        visitor.page.wait_for_selector(".pv-answer[data-status]")
        assert assistant.asked == [(question,)]
        assert assistant.scopes == [NORRVIK]
        assert visitor.page.input_value("#pv-plan") == NORRVIK


@pytest.mark.parametrize("question", [WEATHER, LIKELY])
def test_what_is_not_answered_says_so_in_words(tab: Tab, address: str, question: str) -> None:
    visitor = tab()
    visitor.enter(address)
    visitor.ask(question)
    shown = visitor.page.locator(".pv-status").inner_text()
    assert shown in {"Inget svar: Inte en fråga om planerna", "Frågan kunde inte besvaras"}
    assert "secret" not in visitor.page.content()
    assert visitor.page.locator(".pv-live").text_content()


def test_markup_in_plans_and_questions_stays_text(tab: Tab, address: str) -> None:
    visitor = tab()
    visitor.enter(address)
    visitor.ask(HOSTILE)
    visitor.open_first_source()
    visitor.page.locator(".pv-sources button").first.click()
    visitor.page.wait_for_timeout(300)
    assert visitor.page.evaluate("window.hacked") is None
    assert visitor.page.locator("#pv-main img, #pv-main script").count() == 0
    assert "<script>" in visitor.page.locator(".pv-asked").inner_text()


def test_the_whole_interface_changes_language_and_keeps_it(tab: Tab, address: str) -> None:
    visitor = tab()
    visitor.enter(address)
    assert visitor.page.evaluate("document.documentElement.lang") == "sv"
    visitor.ask(FEE)
    visitor.page.get_by_role("button", name="English").click()
    visitor.page.wait_for_selector(".pv-status:has-text('Found in the plans')")
    assert visitor.page.evaluate("document.documentElement.lang") == "en"
    assert visitor.page.get_by_label("Your question").get_attribute("placeholder") == "Write a question about the plans"
    assert visitor.page.locator("#pv-ask").inner_text() == "Ask"
    shown = visitor.page.locator("body").inner_text()
    for swedish in ("Källor", "Ny konversation", "Sök i", "Inlästa planer", "Kopiera"):
        assert swedish not in shown
    visitor.page.reload()
    visitor.page.wait_for_selector("text=What do you want to know?")


@pytest.mark.parametrize(("width", "height"), [(1280, 900), (390, 844), (320, 640)])
def test_nothing_stands_outside_the_window_sideways(tab: Tab, address: str, width: int, height: int) -> None:
    visitor = tab(width, height)
    visitor.enter(address)
    visitor.ask(FEE)
    visitor.ask(HOSTILE)
    assert visitor.page.evaluate("document.documentElement.scrollWidth") <= width
    assert inside(visitor, "#pv-ask")
    visitor.open_first_source()
    assert visitor.page.evaluate("document.documentElement.scrollWidth") <= width
    assert inside(visitor, ".pv-close")


def test_on_a_phone_the_source_covers_the_page_and_gives_it_back(tab: Tab, address: str) -> None:
    visitor = tab(390, 844)
    visitor.enter(address)
    visitor.ask(FEE)
    visitor.open_first_source()
    box = visitor.page.locator("#pv-side").bounding_box()
    assert box == {"x": 0, "y": 0, "width": 390, "height": 844}
    visitor.page.locator(".pv-close").click()
    visitor.page.wait_for_selector(".pv-plans")
    assert visitor.page.locator(".pv-turn").is_visible()


def test_the_question_field_is_reached_by_keyboard_from_the_top(tab: Tab, address: str) -> None:
    visitor = tab()
    visitor.enter(address)
    visitor.page.keyboard.press("Tab")
    assert "pv-skip" in visitor.page.evaluate(FOCUSED)
    visitor.page.keyboard.press("Enter")
    visitor.page.keyboard.press("Tab")
    assert visitor.page.evaluate("document.activeElement.tagName") == "TEXTAREA"


def test_every_button_and_field_has_a_name(tab: Tab, address: str) -> None:
    visitor = tab()
    visitor.enter(address)
    visitor.ask(FEE)
    visitor.open_first_source()
    for role in ("button", "textbox", "combobox"):
        for element in visitor.page.get_by_role(role).all():
            named = (
                element.get_attribute("aria-label")
                or element.inner_text()
                or element.evaluate("element => [...(element.labels ?? [])].map(label => label.textContent).join('')")
            )
            assert named.strip(), element.evaluate("element => element.outerHTML")


def test_nothing_moves_where_motion_is_unwelcome(tab: Tab, address: str) -> None:
    visitor = tab(reduced_motion="reduce")
    visitor.enter(address)
    durations = "[...document.querySelectorAll('#pv-main *')].map(one => getComputedStyle(one).animationDuration)"
    assert all(float(duration.rstrip("ms")) < 0.1 for duration in visitor.page.evaluate(durations))


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_stands_out_from_its_ground(tab: Tab, address: str, scheme: str) -> None:
    visitor = tab(color_scheme=scheme)
    visitor.enter(address)
    for question in (FEE, GOALS, WEATHER, LIKELY):
        visitor.ask(question)
    visitor.open_first_source()
    assert visitor.page.evaluate(LOW_CONTRAST) == []


def test_an_empty_library_shows_how_to_fill_it(tab: Tab) -> None:
    with served(page_assistant) as url:
        visitor = tab()
        visitor.enter(url)
        assert "plansvar ingest MAPP" in visitor.page.locator(".pv-welcome").inner_text()


def test_nothing_of_gradio_is_offered_beside_the_page(tab: Tab, address: str) -> None:
    visitor = tab()
    visitor.enter(address)
    assert visitor.page.title() == "Plansvar"
    assert "gradio" not in visitor.page.locator("body").inner_text().casefold()
    described = visitor.page.request.get(f"{address}gradio_api/info").json()
    assert described["named_endpoints"] == {}
    upload = visitor.page.request.post(
        f"{address}gradio_api/upload", multipart={"files": {"name": "a.txt", "mimeType": "text/plain", "buffer": b"a"}}
    )
    assert not upload.ok


def test_page_and_api_share_one_port(tab: Tab, address: str) -> None:
    visitor = tab()
    visitor.enter(address)
    answer = visitor.page.request.post(f"{address}api/ask", data={"turns": [FEE]}).json()
    assert answer["answer"] == answers()[FEE].text
    assert visitor.page.request.get(f"{address}readyz").ok
