"""What something does, whether one is a member, which goals exist, who decides and why: in the plan's words."""

import pytest

from assistant.answer import AnswerStatus
from assistant.answerer import Draft
from ingest.model import FigureKind, GoalLevel, Plan, Unit
from tests.assistant.hand_made import Writer, ask


def vidsund() -> Plan:
    """An association with a member list, units, goals and follow-up."""
    w = Writer("vidsund-plan-2026", "Vidsunds kommunalförbund", "Verksamhetsplan 2026", (2026, 2026))
    w.text(
        "Om förbundet",
        text=(
            "Förbundet har tre medlemskommuner: Almvik, Bergö och Cedersund. "
            "Dalby är adjungerad till förbundet genom särskilt avtal. "
            "Förbundet leds av en direktion med politiker från medlemskommunerna."
        ),
    )
    w.text(
        "Båtskolan",
        text=(
            "Båtskolan utbildar ungdomar i segling och samordnar lägren. "
            "Almvik, Bergö och Dalby kommuner har avtal med Båtskolan."
        ),
    )
    w.text("Fiskeverket", text="Almvik och Bergö har avtal med Fiskeverket. Avgiften räknas upp med 3 % årligen.")
    w.text(
        "Uppföljning",
        text=(
            "Uppföljningen görs två gånger om året:\n• delårsrapport i augusti\n• bokslut i januari\n"
            "Kajerna byggs. Syftet med kajerna är att fler båtar ska kunna lägga till."
        ),
    )
    cost, income = FigureKind.COST, FigureKind.INCOME
    rows = {"Medlemsavgift": (income, (4_100,)), "Personal": (cost, (-3_050,))}
    w.table("Ekonomi", "Budget", years=(2026,), owner=w.organisation, rows=rows)
    w.table("Ekonomi", "Båtskolan", years=(2026,), owner="Båtskolan", rows=rows, unit=Unit.TKR)
    w.table("Ekonomi", "Fiskeverket", years=(2026,), owner="Fiskeverket", rows=rows, unit=Unit.TKR)
    w.text("Båtskolan", text="Ökningen av medlemsavgiften beror på fler läger.")
    area = w.goal("Mål", level=GoalLevel.AREA, text="Skärgård")
    goal = w.goal("Mål", level=GoalLevel.GOAL, text="En levande skärgård", under=area)
    for text in ("Trygga farleder", "Rent vatten"):
        aim = w.goal("Mål", level=GoalLevel.OBJECTIVE, text=text, under=goal)
        for number in ("Märka ut", "Mäta"):
            w.goal("Mål", level=GoalLevel.ACTION, text=f"{number} {text.casefold()}", under=aim)
    lines = ["Skärgård", "En levande skärgård", "Trygga farleder", "Märka ut trygga farleder", "Mäta trygga farleder"]
    w.text("Mål", text="\n".join([*lines, "Rent vatten", "Märka ut rent vatten", "Mäta rent vatten"]))
    return w.plan()


def asked(*turns: str) -> Draft:
    return ask(*turns, plans=(vidsund(),))


@pytest.mark.parametrize(
    ("text", "begins"),
    [
        ("Är Bergö medlem i Vidsund?", "Ja."),
        ("Är Eklunda medlem i Vidsund?", "Nej"),
        ("Is Bergö a member of Vidsund?", "Yes."),
        ("Har Dalby avtal med Båtskolan?", "Ja."),
        ("Har Cedersund avtal med Båtskolan?", "Nej"),
    ],
)
def test_a_whole_list_tells_whether_one_belongs_to_it(text: str, begins: str) -> None:
    draft = asked(text)
    assert draft.text.startswith(begins)
    assert "Bergö" in draft.citations[0].quote


def test_one_beside_the_members_is_told_of_without_a_verdict() -> None:
    text = asked("Är Dalby medlem i Vidsund?").text
    assert text.startswith("Dalby är adjungerad")
    assert "Cedersund" in text


def test_a_list_of_two_names_does_not_tell_who_is_not_in_it() -> None:
    assert asked("Har Cedersund avtal med Fiskeverket?").status.abstained


def test_what_a_unit_does_is_told_by_the_sentence_in_which_it_acts() -> None:
    text = asked("Vad gör Båtskolan?").text
    assert "utbildar ungdomar" in text
    assert "avtal" not in text


def test_a_unit_of_which_only_agreements_are_told_does_nothing_that_the_plan_tells() -> None:
    assert asked("Vad gör Fiskeverket?").status is AnswerStatus.NOT_IN_PLANS


def test_a_purpose_is_told_by_the_sentence_that_says_it() -> None:
    assert "fler båtar" in asked("Vad är syftet med kajerna?").text
    assert "fler båtar" in asked("What is the purpose of kajerna?").text


@pytest.mark.parametrize("text", ["Vem bestämmer i Vidsund?", "Who decides in the Vidsund association?"])
def test_who_decides_is_the_body_that_leads(text: str) -> None:
    assert "leds av en direktion" in asked(text).text


def test_a_verb_apart_from_its_particle_finds_the_noun_made_of_both() -> None:
    assert "delårsrapport" in asked("Hur följs planen upp i Vidsund?").text


def test_goals_of_an_area_are_given_with_their_objectives() -> None:
    text = asked("Vilka mål gäller för skärgård?").text
    assert "Mål: En levande skärgård" in text
    assert "• Trygga farleder" in text
    assert "• Rent vatten" in text


def test_a_goal_that_exists_is_affirmed_and_one_that_does_not_is_no_answer() -> None:
    assert asked("Finns det något mål om rent vatten?").text.startswith("Ja.\nDelmål: Rent vatten")
    assert asked("Finns det något mål om jämställdhet?").status.abstained


def test_several_lists_of_actions_are_each_numbered_from_one() -> None:
    text = asked("Vilka insatser finns för skärgård?").text
    assert text.count("\n1. ") == 2
    assert "\n\n" in text


def test_a_units_reason_does_not_explain_what_the_whole_plan_has_too() -> None:
    assert asked("Varför höjs medlemsavgiften?").status.abstained
    assert "fler läger" in asked("Varför höjs medlemsavgiften för Båtskolan?").text


def test_a_price_rise_by_rule_is_a_reason() -> None:
    assert "3 % årligen" in asked("Varför ökar avgiften för Fiskeverket?").text


def test_what_an_asker_tells_of_himself_is_left_out() -> None:
    assert "utbildar ungdomar" in asked("Jag är ny på jobbet, vad gör Båtskolan?").text


def test_a_question_for_money_is_not_answered_by_a_sentence_without_any() -> None:
    assert asked("Vad kommer kajerna att kosta?").status.abstained
