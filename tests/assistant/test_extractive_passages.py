"""Answers in words that say it otherwise than the question: one sentence that holds just what is asked for, or none."""

import pytest

from assistant.answer import AnswerStatus
from ingest.model import Plan
from tests.assistant.hand_made import Writer, ask


def norrvik() -> Plan:
    """A plan of which each section tells something that people ask about in words of their own."""
    w = Writer("norrvik-plan-2026", "Norrviks hamnförbund", "Verksamhetsplan 2026", (2026, 2026))
    w.text(
        "Organisation",
        text=(
            "Hamnstyrelsen leds av en ordförande samt två vice ordförande. "
            "Tillsammans med ytterligare tre ledamöter utgör de styrelsens presidium. "
            "Fyrverket styrs av ett gemensamt råd med lotsar och redare."
        ),
    )
    w.text(
        "Uppföljning",
        text="Båtklubbarna får varje år en enkät om kajerna. Målet är att minst 85 % är nöjda med hamnens service.",
    )
    w.text(
        "Ekonomi",
        "Muddring",
        text=(
            "Rederierna betalar 60 % av kostnaderna för muddringen och kommunerna 40 %. "
            "Kommunernas del fördelas efter kajlängd."
        ),
    )
    w.text(
        "Ekonomi",
        "Bränsle",
        text=(
            "Sänkt skatt på bränsle gör resan till holmarna 650 kronor billigare för en lotsfamilj. "
            "Avgiften för gästplatser är 300 kronor för seglare från Dalby."
        ),
    )
    w.text(
        "Uppdrag",
        text=(
            "Styrelsen har beslutat att utse Sjöräddningen och Lotskåren till samverkansorgan i skärgården. "
            "Främja återbruk av material med fokus på rep, segel och tunnor. "
            "Revisorerna konstaterar att nästan alla bryggor uppfyllt kraven för säkerhetsmärkningen. "
            "Undantag är Västbryggan och Norrbryggan."
        ),
    )
    w.text(
        "Ekonomi",
        "Lotskåren",
        text=(
            "Lotskåren finansieras av statliga myndigheter såsom Sjöverket, Kustbevakningen och Hamnrådet. "
            "Utbildningen i Lotskåren samfinansieras av rederierna. "
            "Ökningen av lotsavgiften har två skäl: dyrare båtar och fler lotsar. "
            "Hamnarna i söder och norr har två lotsar vardera. "
            "Lotskårens övergripande mål är att ingen båt ska gå på grund."
        ),
    )
    w.text("Kontakt", text="Fyrverket\thttps://www.fyrverket.example.se/\nLotskåren\thttps://www.lotskaren.example.se/")
    return w.plan()


def said(*turns: str) -> str:
    draft = ask(*turns, plans=[norrvik()])
    assert draft.status is AnswerStatus.ANSWERED, draft.text
    return draft.text


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Hur nöjda ska båtklubbarna vara för att målet ska vara infriat?", "minst 85 %"),
        ("Hur mycket billigare blir resan till holmarna för en lotsfamilj när bränsleskatten sänks?", "650 kronor"),
        ("Vilka två organ i skärgården har styrelsen utsett?", "Sjöräddningen och Lotskåren"),
        ("Vilka slags varor ska man fokusera på för att främja återbruk av material?", "rep, segel och tunnor"),
        ("Vem styr Fyrverket?", "ett gemensamt råd"),
        ("Vilka statliga myndigheter finansierar Lotskåren?", "Sjöverket, Kustbevakningen och Hamnrådet"),
        ("Who finances the training in Lotskåren?", "samfinansieras av rederierna"),
        ("Varför ökar lotsavgiften?", "dyrare båtar"),
        ("Vilket är Lotskårens övergripande mål?", "ingen båt ska gå på grund"),
        ("Var på nätet kan jag läsa mer om Fyrverket?", "https://www.fyrverket.example.se/"),
    ],
)
def test_a_sentence_that_holds_what_is_asked_for_is_told(text: str, told: str) -> None:
    assert told in said(text)


def test_who_shares_a_cost_is_told_with_what_goes_on_about_it() -> None:
    text = said("Hur delas kostnaderna för muddringen mellan rederierna och kommunerna?")
    assert "60 %" in text
    assert "kajlängd" in text


def test_a_sentence_that_points_back_is_told_with_the_one_before_it() -> None:
    text = said("Vilka ingår i presidiet?")
    assert "två vice ordförande" in text
    assert "ytterligare tre ledamöter" in text


def test_the_exceptions_from_all_are_told() -> None:
    assert "Undantag är Västbryggan" in said("Har alla bryggor klarat kraven för säkerhetsmärkningen?")


@pytest.mark.parametrize(
    "text",
    [
        "Hur nöjda var båtklubbarna i förra årets enkät?",
        "Varför minskar lotsavgiften?",
        "Varför ökade lotsavgiften 2019?",
        "Hur många lotsar har hamnarna i söder och norr totalt?",
        "Hur många kronor betalar rederierna till Lotskåren?",
        "Hur mycket dyrare blir resan till holmarna för en lotsfamilj?",
        "Vilka tre organ i skärgården har styrelsen utsett?",
        "Hur delas kostnaderna för muddringen mellan rederierna och staten?",
        "Vem styr Lotskåren?",
        "Var på nätet kan jag läsa mer om hamnkontoret?",
        "Vilka ingår i valberedningen?",
        "Har alla färjor klarat kraven för säkerhetsmärkningen?",
        "Hur mycket är avgiften för gästplatser för seglare?",
        "Hur mycket billigare blev resan till holmarna för en lotsfamilj 2019?",
    ],
)
def test_a_sentence_that_holds_something_else_is_not_told(text: str) -> None:
    draft = ask(text, plans=[norrvik()])
    assert draft.status.abstained, draft.text


def test_a_sentence_about_one_of_the_things_that_a_heading_names_together_is_not_about_another() -> None:
    w = Writer("norrvik-plan-2026", "Norrviks hamnförbund", "Verksamhetsplan 2026", (2026, 2026))
    w.text(
        "Fyrtornet, båthuset och Lotsgården", text="Båthuset betalas av seglarna genom avtal. Lotsgården visar sjökort."
    )
    assert ask("Who finances Lotsgården?", plans=[w.plan()]).status.abstained
    assert "seglarna" in ask("Who finances Båthuset?", plans=[w.plan()]).text


def test_a_sum_over_years_is_never_answered_by_a_sentence_without_an_amount() -> None:
    w = Writer("norrvik-plan-2026", "Norrviks hamnförbund", "Verksamhetsplan 2026–2028", (2026, 2028))
    w.text("Kajavgift", text="Kontoret bekostas av en kajavgift som är indexreglerad.")
    assert ask("Vad är kajavgiften sammanlagt 2026–2028?", plans=[w.plan()]).status.abstained
    assert "indexreglerad" in ask("Vad är kajavgiften?", plans=[w.plan()]).text
