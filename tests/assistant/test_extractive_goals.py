"""Goals in the asker's own words: from the effect to its action and back, by number, and only when clearly meant."""

import pytest

from assistant.answerer import Draft
from assistant.extractive.numbered import LAST, place_asked
from assistant.question import understand
from ingest.model import GoalLevel, Plan
from tests.assistant.hand_made import Writer, ask


def skogslanden() -> Plan:
    """An association with two objectives, each with actions and effects, lists, and explained words."""
    w = Writer("skogslanden-plan-2026", "Skogslandens kommunalförbund", "Verksamhetsplan 2026", (2026, 2026))
    w.text("Om oss", text="Skogslandens kommunalförbund arbetar för kommunerna Almvik, Bergö och Cedersund.")
    w.text(
        "Om oss",
        "Grundstenar",
        text=(
            "1. Malmfält – gruvorna har format bygden.\n2. Storskog – virket bär våra företag.\n"
            "3. Flodrike – vattnet driver kvarnarna."
        ),
    )
    w.text("Om oss", "Musikplan 2024-2027", text="Planen har tre prioriteringar:\n• Körsång\n• Orgel\n• Spelmän")
    path = ("Mål", "Regional tillväxt")
    told: list[str] = []

    def goal(level: GoalLevel, text: str, under: str | None) -> str:
        told.append(text)
        return w.goal(*path, level=level, text=text, under=under)

    area = w.goal(*path, level=GoalLevel.AREA, text="Regional tillväxt")
    for objective, actions in (
        (
            "Trygga arbetsplatser",
            (("Ändamålsenliga verkstadslokaler.", "Lägre sjukfrånvaro."), ("Bra balans i schemat.", "Ökad trivsel.")),
        ),
        ("Levande byar", (("Ena kommunerna i vägbyggen.", "Trafiksäkra färdvägar till skolan."),)),
    ):
        above = goal(GoalLevel.OBJECTIVE, objective, area)
        for action, effect in actions:
            goal(GoalLevel.EFFECT, effect, goal(GoalLevel.ACTION, action, above))
    w.text(*path, text="\n".join(told))
    return w.plan()


def asked(*turns: str) -> Draft:
    return ask(*turns, plans=(skogslanden(),))


@pytest.mark.parametrize(
    "text",
    [
        "Ändamålsenliga verkstadslokaler, vad ska det ge?",
        "Vad är poängen med ändamålsenliga verkstadslokaler?",
        "Vad hoppas man få ut av ändamålsenliga lokaler för verkstad?",
        "Lägre sjukfrånvaro – vilken insats ska ge det?",
    ],
)
def test_an_action_and_its_effect_are_found_from_either(text: str) -> None:
    told = asked(text).text
    assert "Lägre sjukfrånvaro." in told
    assert "Ändamålsenliga verkstadslokaler" in told


def test_an_ordinary_word_that_no_plan_has_does_not_hide_the_goal() -> None:
    assert "Trafiksäkra färdvägar" in asked("Vad ska det leda till att ena kommunerna i nya vägbyggen?").text


@pytest.mark.parametrize(
    "text",
    [
        "Vad ska en ny simhall leda till?",
        "Vilken effekt väntas av vätgas i vägbyggen?",
        "Under vilket delmål hör bostadsbyggandet?",
        "Vad ska vägbyggen i Eklunda leda till?",
    ],
)
def test_a_rare_word_or_a_name_that_no_plan_has_leaves_it_unanswered(text: str) -> None:
    assert asked(text).status.abstained


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Vad är den andra grundstenen i Skogslanden?", "Storskog"),
        ("Vilken är Skogslandens sista grundsten?", "Flodrike"),
        ("Flodrike, vad syftar det på?", "kvarnarna"),
        ("De tre grundstenarna?", "Malmfält"),
        ("Skogslandens grundstenar, tack.", "Malmfält"),
    ],
)
def test_a_list_is_told_whole_or_by_the_number_asked_for(text: str, said: str) -> None:
    assert said in asked(text).text


@pytest.mark.parametrize(
    "text",
    ["Vilka är Skogslandens fem grundstenar?", "Vad är den sjätte grundstenen?", "Vilka är de sju delmålen?"],
)
def test_a_number_that_the_plan_has_not_leaves_it_unanswered(text: str) -> None:
    assert asked(text).status.abstained


def test_a_list_under_a_heading_of_other_years_is_not_told() -> None:
    assert asked("Vilka prioriteringar hade Musikplan 2020–2023?").status.abstained
    assert "Orgel" in asked("Vilka prioriteringar har Musikplan 2024–2027?").text


def test_english_words_side_by_side_are_the_plans_compound() -> None:
    assert "Orgel" in asked("What are the priorities of the music plan?").text


@pytest.mark.parametrize(("text", "place"), [("det tredje steget", 3), ("processens sista steg", LAST), ("alla", None)])
def test_the_place_asked_for_is_read(text: str, place: int | None) -> None:
    assert place_asked(understand([f"Vad görs i {text}?"], [skogslanden()])) == place
